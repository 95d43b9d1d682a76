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
    """A page, or a file. `file`: its path in `public/`; `label`: what it is, in words; `place`: where it comes from.

    `is_alias`: it only forwards to its occurrence, which has another address now.
    """

    address: str
    file: str
    label: Message
    place: Place
    occurrence: Occurrence | None = None
    segment: str | None = None
    is_own: bool = False
    is_alias: bool = False


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
        label = msg("the entry “{title}”", title=post.entry.title)
        yield _page(address_of(plan, post), label, post.place, occurrence=post)
    for file in plan.workspace.statics.values():
        path = file.address.lstrip("/")
        yield SitePage(f"/{path}", path, msg("the file {path}", path=file.path), Place(file.path))
    for post in posts:
        yield from _aliases(plan, post)


def _aliases(plan: Plan, post: Occurrence) -> Iterator[SitePage]:
    assert post.day is not None
    label = msg("a former address of the entry “{title}”", title=post.entry.title)
    for position, alias in enumerate(post.entry.aliases):
        address = addresses.former(plan.workspace.settings.site.permalinks, alias, post.day)
        place = post.entry.where("aliases", position)
        yield SitePage(address, addresses.file_of(address), label, place, post, is_alias=True)


def _lists(plan: Plan, posts: list[Occurrence]) -> Iterator[SitePage]:
    site, seen = plan.workspace.settings.site, set()
    for post in posts:
        for position, topic in enumerate(post.entry.topics):
            address = addresses.topic(site.permalinks, topic)
            if address not in seen:
                seen.add(address)
                place = post.entry.where("topics", position)
                yield _page(address, msg("the page of the topic “{topic}”", topic=topic), place)
    for post in posts:
        assert post.day is not None
        for address, label in (
            (addresses.person(site.language, post.author), msg("the page of {person}", person=post.author)),
            (addresses.year(site.language, post.day.year), msg("the page of a year")),
        ):
            if address not in seen:
                seen.add(address)
                yield _page(address, label, WORKSPACE)


def _page(
    address: str,
    label: Message,
    place: Place,
    occurrence: Occurrence | None = None,
    segment: str | None = None,
    is_own: bool = False,
) -> SitePage:
    return SitePage(address, addresses.file_of(address), label, place, occurrence, segment, is_own)
