"""What the templates of the public site see: plain frozen data (`site`, and `page`).

An address within the site is a file of `public/` without a slash before it (`harina/index.html`): a template writes
`page.root` in front (`../`), so that pages work from any folder, with or without a server. Days are `date`s; texts are
texts, escaped when they are shown; `Html` is shown as it stands. What is not there is "" or ().
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from valuegen.pages.machine_views import Alternate
from valuegen.pages.policy import policy
from valuegen.pages.types import Html

NO_HTML = Html()
POLICY = policy()


@dataclass(frozen=True, slots=True)
class Link:
    """A place inside the site, and what it is called. `count`: so many posts; `note`: one line more.

    `language`: of the text, where it is not that of the page (for `lang`).
    """

    text: str
    href: str
    count: int = 0
    note: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Outside:
    """A place outside the site: a whole address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Tint:
    """A colour option: on light paper and on dark, and the colour of what is written on each of the two."""

    light: str
    dark: str
    on_light: str
    on_dark: str


@dataclass(frozen=True, slots=True)
class OptionLink:
    """A link of an option. `href` is a file of the site if `is_inside` (write `page.root` before it), else whole."""

    text: str
    href: str
    is_inside: bool


@dataclass(frozen=True, slots=True)
class Attribute:
    """A choice or flag, as an attribute of `<html>`: `data-fonts` and `book`; a flag's values are yes and no."""

    name: str
    value: str


OptionView: TypeAlias = str | bool | int | float | Tint | tuple[OptionLink, ...]


@dataclass(frozen=True, slots=True)
class Options:
    """The options of the theme, by their names: `site.options.footer`. One that no theme declares is an error."""

    _values: tuple[tuple[str, OptionView], ...] = ()

    def __getitem__(self, name: str) -> OptionView:
        return dict(self._values)[name]

    def __iter__(self) -> Iterator[str]:
        return (name for name, _ in self._values)


NO_OPTIONS = Options()


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the site. `styles` are files; `pinned` is the day that counts as today in an example.

    `language` is that of the page, in which its frame speaks; `main_language` that of the site, of its title and lists.
    `manifest`: the web manifest.
    """

    title: str
    tagline: str
    language: str
    home: str
    menu: tuple[Link, ...]
    styles: tuple[str, ...]
    icon: str
    feed: str
    json_feed: str
    pinned: date | None
    is_preview: bool
    main_language: str = ""
    manifest: str = ""
    options: Options = NO_OPTIONS
    attributes: tuple[Attribute, ...] = ()


@dataclass(frozen=True, slots=True)
class Head:
    """What machines read of a page. `canonical`, `image`: whole addresses; `file`: its own; `data`: JSON-LD.

    `section`: the file of the list in the menu that the page belongs to, where it is not that list itself.
    `feeds`, `json_feeds`: of its segments, beside those of the site; `alternates`: its versions in all languages, itself
    too; `locale`, `locales`: its language as OpenGraph writes it, and those of its other versions; `modified`: the day of
    its last change, where it is known; `author_page`: a whole address; `subject`, `tags`: the segment and the topics of
    a post; `policy`: what it may load (CSP).
    """

    file: str
    canonical: str
    description: str
    kind: str = "website"
    image: str = ""
    image_alt: str = ""
    published: str = ""
    author: str = ""
    feeds: tuple[Link, ...] = ()
    data: Html = NO_HTML
    is_indexed: bool = True
    section: str = ""
    json_feeds: tuple[Link, ...] = ()
    alternates: tuple[Alternate, ...] = ()
    locale: str = ""
    locales: tuple[str, ...] = ()
    modified: str = ""
    author_page: str = ""
    subject: str = ""
    tags: tuple[str, ...] = ()
    policy: str = POLICY


@dataclass(frozen=True, slots=True)
class Leaves:
    """Where one is in a list that goes on over several pages: `number` of `of`, and the files before and after."""

    number: int = 1
    of: int = 1
    newer: str = ""
    older: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """A post in a list. `kind` is one of industry, expertise, reference, conversation, courtesy, pitch.

    `language`: of title and summary, where it is not that of the page (for `lang`); `changed`: the day of its last change.
    """

    title: str
    href: str
    day: date
    summary: str
    minutes: int
    kind: str
    author: str
    is_draft: bool = False
    language: str = ""
    changed: date | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to talk to. `page` is theirs, where they wrote something; `mail`, `whatsapp`, `call` are whole links."""

    name: str
    initials: str
    page: str = ""
    email: str = ""
    mail: str = ""
    whatsapp: str = ""
    call: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture of a post."""

    src: str
    alt: str
    credit: str


@dataclass(frozen=True, slots=True)
class PostPage:
    """A post. `contents` are its headings, where there are enough. `newer`, `older` and `related` are of the segment
    `line`: its first. `segments` is empty where it is for all of many: `for_all` is the list of them then.
    `translations`: its other versions, each by the name of its language; `updated`: the day of its last change, where it
    is known.
    """

    title: str
    root: str
    head: Head
    summary: str
    day: date
    kind: str
    is_draft: bool
    minutes: int
    author: Person
    segments: tuple[Link, ...]
    topics: tuple[Link, ...]
    picture: Picture | None
    contents: tuple[Link, ...]
    body: Html
    ask: str
    reply: Person
    sources: tuple[Outside, ...]
    read_next: tuple[Link, ...]
    read_outside: tuple[Outside, ...]
    older: Card | None
    newer: Card | None
    related: tuple[Card, ...]
    line: Link | None = None
    for_all: str = ""
    translations: tuple[Link, ...] = ()
    updated: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """An invitation to meet a person. `text` is "" where none was written: who has the relation is there all the same."""

    text: str
    hours: str
    link: str
    person: Person


@dataclass(frozen=True, slots=True)
class Quote:
    """What a client said; `name` is "" where they are not named."""

    text: str
    name: str


@dataclass(frozen=True, slots=True)
class HubPage:
    """The page of a segment: who it is for, the questions answered, reference posts first, then the newest."""

    title: str
    root: str
    head: Head
    leaves: Leaves
    about: tuple[str, ...]
    area: str
    topics: tuple[Link, ...]
    meet: Meeting | None
    questions: tuple[Link, ...]
    asked: tuple[Link, ...]
    reference: tuple[Card, ...]
    posts: tuple[Card, ...]
    testimonials: tuple[Quote, ...]
    feed: str
    json_feed: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page: the newest, and the segments. `more` is the archive, where there are other posts."""

    title: str
    root: str
    head: Head
    posts: tuple[Card, ...]
    segments: tuple[Link, ...]
    all_segments: str
    more: str


@dataclass(frozen=True, slots=True)
class TopicPage:
    """The posts on a topic; `segments` are those that care about it."""

    title: str
    root: str
    head: Head
    leaves: Leaves
    posts: tuple[Card, ...]
    segments: tuple[Link, ...]
    count: int


@dataclass(frozen=True, slots=True)
class AuthorPage:
    """Somebody who writes, how to talk to them, what they know, and their posts."""

    title: str
    root: str
    head: Head
    leaves: Leaves
    person: Person
    knows: tuple[Link, ...]
    posts: tuple[Card, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of the archive: `day` is its first."""

    day: date
    posts: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ArchivePage:
    """A year, month by month, the newest first; `years` are all of them."""

    title: str
    root: str
    head: Head
    leaves: Leaves
    year: int
    years: tuple[Link, ...]
    months: tuple[Month, ...]
    count: int


@dataclass(frozen=True, slots=True)
class ListPage:
    """A list of places. `what` is segments, topics, people or years; `lead` says in a line what it is."""

    title: str
    root: str
    head: Head
    leaves: Leaves
    what: str
    lead: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class LostPage:
    """What is shown where there is nothing."""

    title: str
    root: str
    head: Head
    segments: tuple[Link, ...]
    posts: tuple[Card, ...]
