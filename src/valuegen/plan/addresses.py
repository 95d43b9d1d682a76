"""Which address each page of the public site has: the one place that knows.

An address is the path of a URL below the site's own, beginning with `/`, as in the canonical link: `/harina/`.
`file_of` gives the file that bears it within `public/`: `harina/index.html`. (What lies in `content/static/` has no
address of this kind: it keeps its own path, whatever its name.)
"""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache

from valuegen.model.settings import Permalinks
from valuegen.model.slug import slug_of
from valuegen.words import catalogue, voice

HOME = "/"
FEED, JSON_FEED, SITEMAP, ROBOTS, NOT_FOUND, ICON, MANIFEST, HEADERS, REDIRECTS = (
    "/feed.xml", "/feed.json", "/sitemap.xml", "/robots.txt", "/404.html", "/favicon.svg", "/manifest.webmanifest",
    "/_headers", "/_redirects",
)  # fmt: skip
OWN_FILES = (HOME, FEED, JSON_FEED, SITEMAP, ROBOTS, NOT_FOUND)
"""Pages and files that every site has. (Those after them may be replaced by files of `content/static/`.)"""
OWN_FOLDERS = ("/assets/", "/planner/")
"""What lies in these is the program's alone."""


def post(permalinks: Permalinks, slug: str, day: date) -> str:
    """The page of a post. Fields are replaced plainly, never by `str.format`."""
    return _dated(permalinks.post, day).replace("{slug}", slug)


@lru_cache(maxsize=4096)  # many pages of a day, and each is asked for again and again
def _dated(permalink: str, day: date) -> str:
    made = permalink.replace("{year}", f"{day.year:04}")
    return made.replace("{month}", f"{day.month:02}").replace("{day}", f"{day.day:02}")


def former(permalinks: Permalinks, alias: str, day: date) -> str:
    """A former address of a post: an old path as it is, or the one that an old slug gave it."""
    return alias if alias.startswith("/") else post(permalinks, alias, day)


def segment(permalinks: Permalinks, id: str) -> str:
    """The hub of a segment."""
    return permalinks.segment.replace("{id}", id)


def segments(language: str) -> str:
    """The list of all segments."""
    return _places(language, voice(language))["segments"]


def topic(permalinks: Permalinks, topic: str) -> str:
    """The page of a topic. Topics that differ in case, accents or signs alone are one, and have one page."""
    return permalinks.topic.replace("{id}", slug_of(topic))


def topics(language: str) -> str:
    """The list of all topics."""
    return _places(language, voice(language))["topics"]


def people(language: str) -> str:
    """The list of all authors."""
    return _places(language, voice(language))["people"]


def person(language: str, id: str) -> str:
    """The page of an author."""
    return f"{people(language)}{id}/"


def archive(language: str) -> str:
    """The list of all years."""
    return _places(language, voice(language))["archive"]


def search(language: str) -> str:
    """The page that looks through all posts."""
    return _places(language, voice(language))["search"]


def year(language: str, year: int) -> str:
    """What was published in a year."""
    return f"{archive(language)}{year:04}/"


def sitemap_part(number: int) -> str:
    """A part, from 1, of a sitemap that is too long for one."""
    return f"/sitemap-{number}.xml"


def beside(address: str, name: str) -> str:
    """A file that goes with a page (its feed, its next leaf): in the folder of that page."""
    return f"{_folder(address)}{name}"


def leaf(address: str, number: int) -> str:
    """The `number`th page, from 1, of a list too long for one."""
    return address if number == 1 else beside(address, f"{number}/")


def file_of(address: str) -> str:
    """The file within `public/` that a server, or a folder opened without one, shows at this address."""
    path = address.lstrip("/")
    if not path or path.endswith("/"):
        return f"{path}index.html"
    return path if "." in path.rpartition("/")[2] else f"{path}/index.html"


def own(language: str) -> Iterator[str]:
    """The addresses that the program needs for itself in a site of this language."""
    yield from OWN_FILES
    yield from _places(language, voice(language)).values()


@lru_cache(maxsize=64)
def _places(language: str, _voice: str) -> Mapping[str, str]:
    """The program's own pages. Their addresses are words of the language (those of a catalogue are slugs: `read`)."""
    words = catalogue(language)
    named = {
        "segments": words.pgettext("address", "for-whom"),
        "topics": words.pgettext("address", "topics"),
        "people": words.pgettext("address", "people"),
        "archive": words.pgettext("address", "archive"),
        "search": words.pgettext("address", "search"),
    }
    return {name: f"/{word}/" for name, word in named.items()}


def _folder(address: str) -> str:
    if address.endswith("/"):
        return address
    head, _, name = address.rpartition("/")
    return f"{head}/{name.removesuffix('.html')}/"
