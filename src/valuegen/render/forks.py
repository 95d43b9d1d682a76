"""Pages made by forks of this process: they know all that it knows, so that only what becomes of a page is sent."""

import gc
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from valuegen.pages.types import Page, Theme
from valuegen.render.html import Renderer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Work(Generic[T]):
    """Pages, how they are rendered, and what is then done with the address and the bytes of each."""

    pages: Sequence[Page]
    theme: Theme
    language: str
    take: Callable[[str, bytes], T]


_here: list[tuple[Work[Any], Renderer]] = []
"""In a fork: what it is there for."""


@contextmanager
def forked(work: Work[T], count: int, chunk: int) -> Iterator[Iterator[tuple[str, T]]]:
    """What `take` makes of each page, in order, by `count` processes, which begin at once; each is given `chunk` pages
    at a time.

    Raises, where a page is asked for, what it raised (`ThemeError`), and BrokenProcessPool where a process was ended
    from outside.
    """
    pool = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_begin, initargs=(work,))
    try:
        parts = pool.map(_made, ((start, start + chunk) for start in range(0, len(work.pages), chunk)))
        yield _each(parts, pool)
    finally:
        pool.shutdown(cancel_futures=True)  # waits for what is under way: nothing is written after this


def _each(parts: Iterator[list[tuple[str, T]]], pool: ProcessPoolExecutor) -> Iterator[tuple[str, T]]:
    for part in parts:
        yield from part
    pool.shutdown()  # what is forked next must find no threads here


def _begin(work: Work[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process tells the others to end
    gc.disable()  # it would write to all that is shared, which would then be there more than once
    _here.append((work, Renderer(work.theme, work.language)))


def _made(part: tuple[int, int]) -> list[tuple[str, Any]]:
    ((work, renderer),) = _here
    return [(page.address, work.take(page.address, renderer.render(page))) for page in work.pages[slice(*part)]]
