"""Many pages → their bytes: in this process, or over a `concurrent.futures` executor; pictures from the cache."""

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor
from itertools import islice

from valuegen.leaf import Leaves
from valuegen.pages.types import Page, Theme
from valuegen.render.html import Renderer

CHUNK, FEW = 64, 256
"""So many pages go to a worker at once; below the second number workers cost more than they bring."""
DEAR_CHUNK, DEAR_FEW = 4, 8
"""The same of pictures, each of which takes as long as dozens of pages."""
PICTURE = "picture"
PIXELS = frozenset(("picture", "drawing", "icon"))
"""What is made of pixels, and of what stands on pages anyway: there is no text in it to look through."""

Rendered = Iterator[tuple[str, bytes]]


def rendered(
    pages: Mapping[str, Page], theme: Theme, language: str, executor: Executor | None, leaves: Leaves | None
) -> Rendered:
    """The bytes of every page: those that are made quickly, then the dear ones (pictures), which are kept in `leaves`.

    Both in the order of the pages. Raises `ThemeError`.
    """
    yield from _rendered([page for page in pages.values() if not page.kept], theme, language, executor, CHUNK, FEW)
    dear = [page for page in pages.values() if page.kept]
    kept = {page.kept: leaves.get(PICTURE, page.kept.encode()) for page in dear} if leaves else {}
    missing = list({page.kept: page for page in dear if kept.get(page.kept) is None}.values())
    made = _rendered(missing, theme, language, executor, DEAR_CHUNK, DEAR_FEW)
    for page in dear:
        data = kept.get(page.kept)
        if data is None:
            _, data = next(made)
            kept[page.kept] = data
            if leaves:
                leaves.put(PICTURE, page.kept.encode(), data)
        yield page.address, data


def _rendered(
    pages: Sequence[Page], theme: Theme, language: str, executor: Executor | None, chunk: int, few: int
) -> Rendered:
    if executor is None or len(pages) < few:
        with Renderer(theme, language) as renderer:
            for page in pages:
                yield page.address, renderer.render(page)
        return
    stream = iter(pages)
    work = [(theme, language, part) for part in iter(lambda: list(islice(stream, chunk)), [])]
    for made in executor.map(_render_chunk, work):
        yield from made


def _render_chunk(work: tuple[Theme, str, Sequence[Page]]) -> list[tuple[str, bytes]]:
    theme, language, pages = work
    with Renderer(theme, language) as renderer:
        return [(page.address, renderer.render(page)) for page in pages]
