"""Pages made by this process and forks of it: they know all that it knows, so that only what becomes of a page is sent.

With each process more, all that they know is there once more in the end: by counting who refers to it, Python writes
to what they would share. So this process works too, in place of one more fork.
"""

import gc
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from valuegen.heap import give_back
from valuegen.pages.types import Page, Theme
from valuegen.render.hands import begin_beside
from valuegen.render.html import Renderer
from valuegen.render.take import Take, Taken

S = TypeVar("S")
T = TypeVar("T")
Made = tuple[str, Taken[S, T]]
"""An address, and what came of its page."""
_Part = Future[list[Made[S, T]]]


@dataclass(frozen=True, slots=True)
class Work(Generic[S, T]):
    """Pages, how they are rendered, and what is then done with each."""

    pages: Sequence[Page]
    theme: Theme
    language: str
    take: Take[S, T]


_here: list[tuple[Work[Any, Any], Renderer]] = []
"""In a fork: what it is there for."""


@contextmanager
def forked(work: Work[S, T], count: int, chunk: int) -> Iterator[Iterator[Made[S, T]]]:
    """What `take` makes of each page, in any order, by `count` processes: forks, which begin at once, and this one,
    which joins them as soon as the first page is asked for. Each makes `chunk` pages at a time.

    Raises, where a page is asked for, what it raised (`ThemeError`), and BrokenProcessPool where a process was ended
    from outside.
    """
    starts = range(0, len(work.pages), chunk)
    give_back()
    pool = ProcessPoolExecutor(count - 1, mp_context=get_context("fork"), initializer=_begin, initargs=(work,))
    try:
        parts = [pool.submit(_made, start, start + chunk) for start in starts]
        yield _each(work, chunk, parts, pool)
    finally:
        pool.shutdown(cancel_futures=True)  # waits for what is under way: nothing is written after this


def _each(work: Work[S, T], chunk: int, parts: list[_Part[S, T]], pool: ProcessPoolExecutor) -> Iterator[Made[S, T]]:
    left = list(enumerate(parts))
    with Renderer(work.theme, work.language) as renderer:
        while left and left[-1][1].cancel():  # from the end, where nobody has begun
            number, _ = left.pop()
            yield from _rendered(work, renderer, number * chunk, (number + 1) * chunk)
    while left:
        yield from left.pop(0)[1].result()  # and let go of it
    pool.shutdown()  # what is forked next must find no threads here


def _begin(work: Work[Any, Any]) -> None:
    begin_beside()
    gc.disable()  # it would write to all that is shared, which would then be there more than once
    _here.append((work, Renderer(work.theme, work.language)))


def _made(start: int, end: int) -> list[Made[Any, Any]]:
    ((work, renderer),) = _here
    return _rendered(work, renderer, start, end)


def _rendered(work: Work[S, T], renderer: Renderer, start: int, end: int) -> list[Made[S, T]]:
    return [(page.address, work.take.made(page, renderer)) for page in work.pages[start:end]]
