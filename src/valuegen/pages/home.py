"""The first page, and the one that is shown where there is nothing."""

from collections.abc import Iterator

from valuegen.pages.frame import head_of, listed_with, public_page, root_from_anywhere, root_of
from valuegen.pages.posts import segment_link
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Later, Page
from valuegen.pages.views import HomePage, LostPage, SiteView
from valuegen.plan import addresses
from valuegen.words import msg

NEWEST, SEGMENTS, FEW = 9, 24, 3


def home_pages(shelves: Shelves, site: SiteView) -> Iterator[Page]:
    """Home and 404."""
    listed = listed_with(shelves, addresses.HOME, shelves.newest[:NEWEST])
    yield public_page(addresses.HOME, "home.html", Later(_home, shelves), site, listed)
    yield public_page(addresses.NOT_FOUND, "404.html", Later(_lost, shelves), site, None)


def _home(shelves: Shelves) -> HomePage:
    site, segments = shelves.plan.site, list(shelves.plan.segments)
    language = site.language
    return HomePage(
        title=site.title,
        root=root_of(addresses.HOME),
        head=head_of(shelves, addresses.HOME, site.tagline, segments=segments[:SEGMENTS]),
        posts=shelves.cards_of(shelves.newest[:NEWEST]),
        segments=tuple(segment_link(shelves, id) for id in segments[:SEGMENTS]),
        all_segments=addresses.file_of(addresses.segments(language)) if len(segments) > SEGMENTS else "",
        more=addresses.file_of(addresses.archive(language)) if len(shelves.newest) > NEWEST else "",
    )


def _lost(shelves: Shelves) -> LostPage:
    title = shelves.say(msg("There is nothing here"))
    return LostPage(
        title=title,
        root=root_from_anywhere(shelves),
        head=head_of(shelves, addresses.NOT_FOUND, title, is_indexed=False),
        segments=tuple(segment_link(shelves, id) for id in list(shelves.plan.segments)[:SEGMENTS]),
        posts=shelves.cards_of(shelves.newest[:FEW]),
    )
