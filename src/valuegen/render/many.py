"""Many pages → their bytes, and what is done with these: in this process, in forks of it, or on other machines;
pictures from the cache."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import TypeVar

from valuegen.leaf import Leaves
from valuegen.pages.types import Page, Theme
from valuegen.render.forks import Made, Work, forked
from valuegen.render.hands import ALONE, Hands
from valuegen.render.html import Renderer
from valuegen.render.sent import sent
from valuegen.render.take import Take, nothing

S = TypeVar("S")
T = TypeVar("T")

CHUNK, FEW = 64, 256
"""So many pages go to a worker at once; below the second number workers cost more than they bring."""
DEAR_CHUNK, DEAR_FEW = 4, 8
"""The same of pictures, each of which takes as long as dozens of pages."""
PICTURE = "picture"
TELLING_NOTHING = frozenset(("picture", "drawing", "icon", "program"))
"""What is made of pixels, and of what stands on pages anyway, and what is nobody's: there is no text in it to look
through."""


def rendered(pages: Mapping[str, Page], theme: Theme, language: str, leaves: Leaves | None) -> dict[str, bytes]:
    """The bytes of some pages, by address. Raises `ThemeError`."""
    with taking(pages, theme, language, BYTES, ALONE, leaves) as made:
        return {address: taken.put for address, taken in made}


@contextmanager
def taking(
    pages: Mapping[str, Page],
    theme: Theme,
    language: str,
    take: Take[S, T],
    hands: Hands,
    leaves: Leaves | None,
) -> Iterator[Iterator[Made[S, T]]]:
    """What `take` makes of every page's address and bytes: first of those that are made quickly, then of the dear
    ones (pictures), which are kept in `leaves`; in whatever order they are done.

    Forks of this process, and others to whom work is sent, begin at once; else a page is made when it is asked for.
    Then `ThemeError` is raised too.
    """
    quick = [page for page in pages.values() if not page.kept]
    dear = _dear([page for page in pages.values() if page.kept], theme, language, hands, leaves)
    with _taking(quick, theme, language, take, hands, CHUNK, FEW) as made:
        yield chain(made, ((page.address, take(page.address, data, page.reads)) for page, data in dear))


def _dear(
    dear: Sequence[Page], theme: Theme, language: str, hands: Hands, leaves: Leaves | None
) -> Iterator[tuple[Page, bytes]]:
    alike: dict[str, list[Page]] = {}
    for page in dear:
        alike.setdefault(page.kept, []).append(page)
    missing: dict[str, list[Page]] = {}
    for kept, pages in alike.items():
        data = leaves.get(PICTURE, kept.encode()) if leaves else None
        if data is None:
            missing[pages[0].address] = pages
        else:
            yield from ((page, data) for page in pages)
    new = [pages[0] for pages in missing.values()]
    with _taking(new, theme, language, BYTES, hands, DEAR_CHUNK, DEAR_FEW) as made:
        for address, (_, data, _) in made:
            if leaves:
                leaves.put(PICTURE, missing[address][0].kept.encode(), data)
            yield from ((page, data) for page in missing[address])


@contextmanager
def _taking(
    pages: Sequence[Page],
    theme: Theme,
    language: str,
    take: Take[S, T],
    hands: Hands,
    chunk: int,
    few: int,
) -> Iterator[Iterator[Made[S, T]]]:
    if hands.forks > 1 and len(pages) >= few:
        with forked(Work(pages, theme, language, take), hands.forks, chunk) as made:
            yield made
    elif hands.executor is not None and len(pages) >= few:
        with sent(Work(pages, theme, language, take), hands, chunk) as made:
            yield made
    else:
        with Renderer(theme, language) as renderer:
            yield ((page.address, take.made(page, renderer)) for page in pages)


def _as_they_are(_address: str, data: bytes) -> bytes:
    return data


BYTES = Take(nothing, _as_they_are)
"""Pages as they are."""
