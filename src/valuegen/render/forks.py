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


def forked(work: Work[T], count: int, chunk: int) -> Iterator[tuple[str, T]]:
    """What `take` makes of each page, in order, by `count` processes; each is given `chunk` pages at once.

    Raises what a page raises (`ThemeError`), and BrokenProcessPool where a process is ended from outside.
    """
    with _pool(work, count) as pool:
        for made in pool.map(_made, ((start, start + chunk) for start in range(0, len(work.pages), chunk))):
            yield from made


@contextmanager
def _pool(work: Work[Any], count: int) -> Iterator[ProcessPoolExecutor]:
    """Forked now. What they share stays shared: the collector, which would write to all of it, leaves it alone."""
    gc.freeze()
    pool = ProcessPoolExecutor(count, mp_context=get_context("fork"), initializer=_begin, initargs=(work,))
    try:
        yield pool
        pool.shutdown()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    finally:
        gc.unfreeze()


def _begin(work: Work[Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches all; the first process tells the others to end
    gc.disable()
    _here.append((work, Renderer(work.theme, work.language)))


def _made(part: tuple[int, int]) -> list[tuple[str, Any]]:
    ((work, renderer),) = _here
    return [(page.address, work.take(page.address, renderer.render(page))) for page in work.pages[slice(*part)]]
