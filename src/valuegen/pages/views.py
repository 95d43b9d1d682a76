"""What the templates of the public site see: plain frozen data (`site`, and `page`).

An address within the site is a file of `public/` without a slash before it (`harina/index.html`): a template writes
`page.root` in front (`../`), so that pages work from any folder, with or without a server. Days are `date`s; texts are
texts, escaped when they are shown; `Html` is shown as it stands. What is not there is "" or (), or None.

Here are the pages; what they are made of is in `part_views`, what all have in `frame_views` and `option_views`, what
pictures are drawn from in `drawn_views`. Every
class and every field has its sentence: docs/themes.md is made of them.
"""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.drawn_views import IconPage, SocialPage, SocialSite
from valuegen.pages.frame_views import NO_HTML, POLICY, Head, SiteView
from valuegen.pages.option_views import NO_OPTIONS, Attribute, OptionLink, Options, OptionView, Paper, Tint
from valuegen.pages.part_views import (
    Card,
    Choice,
    Leaves,
    Link,
    Meeting,
    Month,
    Outside,
    Person,
    Photo,
    Picture,
    PictureSource,
    Quote,
)
from valuegen.pages.types import Html

__all__ = [
    "NO_HTML",
    "NO_OPTIONS",
    "POLICY",
    "AnyPage",
    "ArchivePage",
    "Attribute",
    "AuthorPage",
    "Card",
    "Choice",
    "Head",
    "HomePage",
    "HubPage",
    "IconPage",
    "Leaves",
    "Link",
    "ListPage",
    "LongPage",
    "LostPage",
    "Meeting",
    "Month",
    "OptionLink",
    "OptionView",
    "Options",
    "Outside",
    "Paper",
    "Person",
    "Photo",
    "Picture",
    "PictureSource",
    "PostPage",
    "Quote",
    "SearchPage",
    "SiteView",
    "SocialPage",
    "SocialSite",
    "Tint",
    "TopicPage",
]


@dataclass(frozen=True, slots=True)
class AnyPage:
    """What every page has: `page`."""

    title: str
    """What the page is called."""
    root: str
    """What leads from the page to the top of the site: `../` as often as it lies deep. Every file is written after it.
    """
    head: Head
    """What machines read of it."""


@dataclass(frozen=True, slots=True)
class LongPage(AnyPage):
    """A page whose list may go on on others."""

    leaves: Leaves
    """Where one is in the list."""


@dataclass(frozen=True, slots=True)
class PostPage(AnyPage):
    """A post: `post.html`."""

    summary: str
    """What it says, in a sentence or two."""
    day: date
    """The day it is of."""
    kind: str
    """One of industry, expertise, reference, conversation, courtesy, pitch."""
    is_draft: bool
    """Whether it is shown in a preview alone."""
    minutes: int
    """So many minutes it takes to read."""
    author: Person
    """Who speaks."""
    segments: tuple[Link, ...]
    """Whom it is for; empty where it is for all of many (then there is `for_all`)."""
    topics: tuple[Link, ...]
    """What it is about."""
    picture: Picture | None
    """Its picture."""
    contents: tuple[Link, ...]
    """Its headings, where there are enough."""
    body: Html
    """Its text."""
    ask: str
    """The question that it puts to the reader."""
    reply: Person
    """Who reads the answers."""
    sources: tuple[Outside, ...]
    """What it is based on."""
    read_next: tuple[Link, ...]
    """What the author chose to be read next, on this site."""
    read_outside: tuple[Outside, ...]
    """The same, on other sites."""
    older: Card | None
    """The one before, for the same segment."""
    newer: Card | None
    """The one after, for the same segment."""
    related: tuple[Card, ...]
    """Others for the same segment on the same matters."""
    line: Link | None = None
    """The segment that `older`, `newer` and `related` belong to: its first."""
    has_code: bool = False
    """Whether it shows code of a language that is said, for `site.code_style`."""
    for_all: str = ""
    """The file of the list of all segments."""
    translations: tuple[Link, ...] = ()
    """Its other versions, each by the name of its language."""
    updated: date | None = None
    """The day of its last change, where that is known."""


@dataclass(frozen=True, slots=True)
class HubPage(LongPage):
    """The page of a segment: `hub.html`. Who it is for, the questions answered, reference posts, then the newest."""

    about: tuple[str, ...]
    """Who they are, in paragraphs."""
    area: str
    """Where they are."""
    topics: tuple[Link, ...]
    """What they care about."""
    meet: Meeting | None
    """How to meet somebody of the firm."""
    questions: tuple[Link, ...]
    """Questions that posts answer, each leading to its post."""
    asked: tuple[Link, ...]
    """What clients asked, in their words where these may be quoted, each leading to its answer."""
    reference: tuple[Card, ...]
    """Posts to come back to."""
    posts: tuple[Card, ...]
    """The others, the newest first."""
    testimonials: tuple[Quote, ...]
    """What clients of the segment said."""
    feed: str
    """The file of its Atom feed."""
    json_feed: str
    """The file of its JSON Feed."""


@dataclass(frozen=True, slots=True)
class HomePage(AnyPage):
    """The first page: `home.html`. The newest posts, and whom the site is for."""

    posts: tuple[Card, ...]
    """The newest posts, the newest first."""
    segments: tuple[Link, ...]
    """Whom the site is for."""
    all_segments: str
    """The file of the list of all segments, where there are more."""
    more: str
    """The file of the archive, where there are other posts."""


@dataclass(frozen=True, slots=True)
class TopicPage(LongPage):
    """The posts on a topic: `topic.html`."""

    posts: tuple[Card, ...]
    """The posts, the newest first."""
    segments: tuple[Link, ...]
    """Who cares about it."""
    count: int
    """So many posts there are in all."""


@dataclass(frozen=True, slots=True)
class AuthorPage(LongPage):
    """Somebody who writes, how to talk to them, what they know, and their posts: `author.html`."""

    person: Person
    """Who it is."""
    knows: tuple[Link, ...]
    """What they know about."""
    posts: tuple[Card, ...]
    """What they wrote, the newest first."""
    count: int
    """So many posts there are in all."""


@dataclass(frozen=True, slots=True)
class ArchivePage(LongPage):
    """What was published in a year, month by month: `archive.html`."""

    year: int
    """The year."""
    years: tuple[Link, ...]
    """All years in which something was published."""
    months: tuple[Month, ...]
    """Its months, the newest first."""
    count: int
    """So many posts there are in all."""


@dataclass(frozen=True, slots=True)
class ListPage(LongPage):
    """A list of places: `list.html`."""

    what: str
    """One of segments, topics, people, years."""
    lead: str
    """What it is, in a line."""
    links: tuple[Link, ...]
    """The places."""


@dataclass(frozen=True, slots=True)
class LostPage(AnyPage):
    """What is shown where there is nothing: `404.html`."""

    segments: tuple[Link, ...]
    """Whom the site is for."""
    posts: tuple[Card, ...]
    """The newest posts."""


@dataclass(frozen=True, slots=True)
class SearchPage(AnyPage):
    """The page that looks through all posts: `search.html`. It is there where the extra `search` is installed."""

    script: str
    """The file of its script, a module. It shows what is hidden without it."""
    style: str
    """The file of its style sheet."""
    index: str
    """The folder of the index."""
    archive: str
    """The file of the list of all years, for where a script can't run."""
    topics: str
    """The file of the list of all topics; "" where there are none."""
    segments: tuple[Choice, ...]
    """Whom a post may be for, to narrow what is found; none where there is nothing to choose."""
    found: str
    """How many posts there are, in each plural form of the language, as JSON: `{"one": "{n} post", …}`."""
