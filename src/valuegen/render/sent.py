"""Pages made by somebody to whom they are sent: each with its view made, so that nothing else has to be."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import repeat
from typing import Any, TypeVar

from valuegen.pages.types import Page, Theme, seen
from valuegen.render.forks import Made, Work
from valuegen.render.hands import Hands
from valuegen.render.html import Renderer
from valuegen.render.take import Taken
from valuegen.trace import Reads, packed, reading

S = TypeVar("S")
T = TypeVar("T")

AS_THEY_ARE = ("bytes", "program", "stored")
"""The forms of pages that are bytes already, or files here: there is nothing to make of them elsewhere."""

Common = tuple[Theme, str, Callable[[str, bytes], Any]]
"""What all pieces of the work need: the theme, the language, and how a page is looked at."""


@contextmanager
def sent(work: Work[S, T], hands: Hands, chunk: int) -> Iterator[Iterator[Made[S, T]]]:
    """What becomes of each page, in order: made and looked at elsewhere, put here.

    Raises, where a page is asked for, what it raised (`ThemeError`), and what becomes of those who work.
    """
    assert hands.executor
    common = hands.share((work.theme, work.language, work.take.look))
    made = hands.executor.map(_made, repeat(common), _pieces(work.pages, chunk))
    try:
        yield _in_order(work, made)
    finally:
        if hasattr(made, "close"):
            made.close()  # what nobody waits for any more is not made


def _pieces(pages: Sequence[Page], chunk: int) -> Iterator[list[Page]]:
    others = [page for page in pages if page.form not in AS_THEY_ARE]
    for start in range(0, len(others), chunk):
        yield [_seen(page) for page in others[start : start + chunk]]


def _seen(page: Page) -> Page:
    with reading() as found:
        made = seen(page)
    return replace(made, reads=page.reads.union(found))


def _in_order(work: Work[S, T], made: Iterator[list[tuple[bytes, S, Reads]]]) -> Iterator[Made[S, T]]:
    others = (one for piece in made for one in piece)
    with Renderer(work.theme, work.language) as renderer:
        for page in work.pages:
            if page.form in AS_THEY_ARE:
                yield page.address, work.take.made(page, renderer)
            else:
                data, look, reads = next(others)
                yield page.address, Taken(look, work.take.put(page.address, data), packed(reads))


def _made(common: Common, pages: Sequence[Page]) -> list[tuple[bytes, Any, Reads]]:
    theme, language, look = common
    with Renderer(theme, language) as renderer:
        made = [(page, renderer.render(page)) for page in pages]
    return [(data, look(page.address, data), page.reads) for page, data in made]
