"""Which pages and files a plan makes for the public site: their addresses, and whose each is.

All that is planned counts, not only what is published today: a page of next month needs an address too.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from valuegen.finding import Place
from valuegen.plan import addresses
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.words import Message, msg

WORKSPACE = Place("valuegen.yaml", 1, 1)


@dataclass(frozen=True, slots=True)
class SitePage:
    """A page, or a file. `file`: its path in `public/`; `said`: what it is, in words, and where it comes from (of the
    page of an entry, None: its own).

    `is_alias`: it only forwards to its occurrence, which has another address now. `is_static`: it is copied as it is.
    """

    address: str
    file: str
    said: tuple[Message, Place] | None = None
    occurrence: Occurrence | None = None
    segment: str | None = None
    is_own: bool = False
    is_alias: bool = False
    is_static: bool = False

    @property
    def label(self) -> Message:
        """What it is, in words."""
        if self.said is not None:
            return self.said[0]
        assert self.occurrence
        return msg("the entry “{title}”", title=self.occurrence.entry.title)

    @property
    def place(self) -> Place:
        """Where it comes from."""
        if self.said is not None:
            return self.said[1]
        assert self.occurrence
        return self.occurrence.place


def is_page(plan: Plan, occurrence: Occurrence) -> bool:
    """Whether it is, or will be, a page of the public site, as far as its date, channels and status say."""
    expires = occurrence.entry.expires
    gone = expires is not None and expires <= plan.as_of.day
    return occurrence.publishes and occurrence.is_planned and not gone


def address_of(plan: Plan, occurrence: Occurrence) -> str:
    """The address of a post."""
    assert occurrence.day is not None
    return addresses.post(plan.workspace.settings.site.permalinks, occurrence.entry.slug, occurrence.day)


def pages_of(plan: Plan) -> Iterator[SitePage]:
    """Every page and file: the program's own, segments, topics, people, years, posts, `content/static/`, then what
    forwards from a former address."""
    site = plan.workspace.settings.site
    own = msg("a page of every site")
    for address in addresses.own(site.language):
        yield _page(address, own, WORKSPACE, is_own=True)
    for id, segment in plan.workspace.segments.items():
        hub = addresses.segment(site.permalinks, id)
        label = msg("the page of the segment “{name}”", name=segment.name)
        yield _page(hub, label, segment.place, segment=id)
        feed = msg("the feed of the segment “{name}”", name=segment.name)
        for name in ("feed.xml", "feed.json"):
            yield _page(addresses.beside(hub, name), feed, segment.place, segment=id)
    posts = [each for each in plan.occurrences if is_page(plan, each)]
    yield from _lists(plan, posts)
    for post in posts:
        address = address_of(plan, post)
        yield SitePage(address, addresses.file_of(address), None, post)
    for file in plan.workspace.statics.values():
        path = file.address.lstrip("/")
        said = (msg("the file {path}", path=file.path), Place(file.path))
        yield SitePage(f"/{path}", path, said, is_static=True)
    for post in posts:
        yield from _aliases(plan, post)


def _aliases(plan: Plan, post: Occurrence) -> Iterator[SitePage]:
    assert post.day is not None
    for position, alias in enumerate(post.entry.aliases):
        address = addresses.former(plan.workspace.settings.site.permalinks, alias, post.day)
        label = msg("a former address of the entry “{title}”", title=post.entry.title)
        said = (label, post.entry.where("aliases", position))
        yield SitePage(address, addresses.file_of(address), said, post, is_alias=True)


def _lists(plan: Plan, posts: list[Occurrence]) -> Iterator[SitePage]:
    site = plan.workspace.settings.site
    seen: set[str] = set()
    topics: set[str] = set()
    for post in posts:
        for position, topic in enumerate(post.entry.topics):
            if topic not in topics:
                topics.add(topic)
                place = post.entry.where("topics", position)
                page = _page(
                    addresses.topic(site.permalinks, topic), msg("the page of the topic “{topic}”", topic=topic), place
                )
                yield from _once(page, seen)
    for author, year in dict.fromkeys((post.author, post.day.year) for post in posts if post.day is not None):
        person = addresses.person(site.language, author)
        yield from _once(_page(person, msg("the page of {person}", person=author), WORKSPACE), seen)
        yield from _once(_page(addresses.year(site.language, year), msg("the page of a year"), WORKSPACE), seen)


def _once(page: SitePage, seen: set[str]) -> Iterator[SitePage]:
    if page.address not in seen:
        seen.add(page.address)
        yield page


def _page(
    address: str,
    label: Message,
    place: Place,
    segment: str | None = None,
    is_own: bool = False,
) -> SitePage:
    return SitePage(address, addresses.file_of(address), (label, place), None, segment, is_own)
