"""Pages made by somebody to whom they are sent: each with its view made, so that nothing else has to be."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import repeat
from typing import Any, TypeVar

from valuegen.pages.types import Page, Theme, seen
from valuegen.render.forks import Work
from valuegen.render.hands import Hands
from valuegen.render.html import Renderer

S = TypeVar("S")
T = TypeVar("T")

AS_THEY_ARE = "bytes"
"""The form of pages that are bytes already: there is nothing to make of them elsewhere."""

Common = tuple[Theme, str, Callable[[str, bytes], Any]]
"""What all pieces of the work need: the theme, the language, and how a page is looked at."""


@contextmanager
def sent(
    work: Work[S], put: Callable[[str, bytes], T], hands: Hands, chunk: int
) -> Iterator[Iterator[tuple[str, tuple[S, T]]]]:
    """What becomes of each page, in order: made and looked at (`work.take`) elsewhere, `put` here.

    Raises, where a page is asked for, what it raised (`ThemeError`), and what becomes of those who work.
    """
    assert hands.executor
    common = hands.share((work.theme, work.language, work.take))
    made = hands.executor.map(_made, repeat(common), _pieces(work.pages, chunk))
    try:
        yield ((address, (look, put(address, data))) for address, data, look in _in_order(work, made))
    finally:
        if hasattr(made, "close"):
            made.close()  # what nobody waits for any more is not made


def _pieces(pages: Sequence[Page], chunk: int) -> Iterator[list[Page]]:
    others = [page for page in pages if page.form != AS_THEY_ARE]
    for start in range(0, len(others), chunk):
        yield [seen(page) for page in others[start : start + chunk]]


def _in_order(work: Work[S], made: Iterator[list[tuple[bytes, S]]]) -> Iterator[tuple[str, bytes, S]]:
    others = (one for piece in made for one in piece)
    with Renderer(work.theme, work.language) as renderer:
        for page in work.pages:
            if page.form == AS_THEY_ARE:
                data = renderer.render(page)
                yield page.address, data, work.take(page.address, data)
            else:
                yield page.address, *next(others)


def _made(common: Common, pages: Sequence[Page]) -> list[tuple[bytes, Any]]:
    theme, language, look = common
    with Renderer(theme, language) as renderer:
        made = [(page.address, renderer.render(page)) for page in pages]
    return [(data, look(address, data)) for address, data in made]
