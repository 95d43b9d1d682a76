"""What templates see on every page: of the site, and of what machines read."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.machine_views import Alternate
from valuegen.pages.option_views import NO_OPTIONS, Attribute, Options, Paper
from valuegen.pages.part_views import Link
from valuegen.pages.policy import policy
from valuegen.pages.types import Html

NO_HTML = Html()
POLICY = Html(policy())


@dataclass(frozen=True, slots=True)
class SiteView:
    """What every page shows of the site: `site`."""

    title: str
    """The name of the site."""
    tagline: str
    """What it is about, in a line."""
    language: str
    """The language of the page, in which its frame speaks."""
    home: str
    """The file of the first page."""
    menu: tuple[Link, ...]
    """The lists that the site has: segments, topics, archive, people."""
    styles: tuple[str, ...]
    """The files of the style sheets, in their order; that of the options is the last."""
    icon: str
    """The file of the icon."""
    feed: str
    """The file of the Atom feed."""
    json_feed: str
    """The file of the JSON Feed."""
    pinned: date | None
    """The day that counts as today in an example; None in any other site."""
    is_preview: bool
    """Whether posts are shown that are not published yet."""
    paper: Paper
    """What pages stand on: the first of the theme's `papers`, or of those that its options choose."""
    main_language: str = ""
    """The language of the site: of its title and its lists."""
    direction: str = "ltr"
    """How the page is written: `ltr`, or `rtl` as Arabic is."""
    manifest: str = ""
    """The file of the web manifest."""
    code_style: str = ""
    """The file of the style sheet of coloured code, for the pages that show some; "" where there are no colours."""
    touch_icon: str = ""
    """The file of the icon as a PNG, for the screens of telephones."""
    options: Options = NO_OPTIONS
    """The options of the theme."""
    attributes: tuple[Attribute, ...] = ()
    """Its choices and flags, as attributes of `<html>`."""
    places: tuple[str, ...] = ()
    """The files of the site to which the frame of every page leads: on these it says “you are here”."""

    def __hash__(self) -> int:
        return hash((self.title, self.language))


@dataclass(frozen=True, slots=True)
class Head:
    """What machines read of a page: browsers, search engines, whoever shows a link to it."""

    file: str
    """The page's own file."""
    canonical: str
    """Its whole address."""
    description: str
    """What it says, in up to 300 characters."""
    kind: str = "website"
    """`website` or `article` (OpenGraph)."""
    image: str = ""
    """The whole address of the picture for where a link to it is shown."""
    image_alt: str = ""
    """What that picture shows, in words."""
    image_width: int = 0
    """In pixels; 0 where it is not known."""
    image_height: int = 0
    """In pixels; 0 where it is not known."""
    published: str = ""
    """The day of a post, as ISO 8601 writes it."""
    author: str = ""
    """Who wrote it."""
    feeds: tuple[Link, ...] = ()
    """The Atom feeds of its segments, beside that of the site."""
    data: Html = NO_HTML
    """JSON-LD, to be shown as it stands."""
    is_indexed: bool = True
    """Whether search engines may list it."""
    section: str = ""
    """The file of the list in the menu that the page belongs to, where it is not that list itself."""
    json_feeds: tuple[Link, ...] = ()
    """The same as JSON Feed."""
    alternates: tuple[Alternate, ...] = ()
    """Its versions in all languages, itself too."""
    locale: str = ""
    """Its language as OpenGraph writes it: `es_CO`."""
    locales: tuple[str, ...] = ()
    """Those of its other versions."""
    modified: str = ""
    """The day of its last change, where that is known."""
    author_page: str = ""
    """The whole address of their page."""
    subject: str = ""
    """The segment of a post."""
    tags: tuple[str, ...] = ()
    """The topics of a post."""
    policy: Html = POLICY
    """What it may load (Content Security Policy)."""
