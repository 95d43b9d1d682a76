"""Each page tells what it reads of texts, whoever was made before it."""

from collections.abc import Iterable

import pytest

from bench import Bench, MiniWorkspace
from valuegen.again.texts import told_apart
from valuegen.build import INDEX, planned, planner_of, promised, public
from valuegen.leaf import NoLeaves
from valuegen.pages.public import pages_of
from valuegen.pages.types import Page
from valuegen.read.themes import built_in_theme
from valuegen.read.workspace import read_workspace
from valuegen.render.assets import load_theme
from valuegen.render.html import Renderer
from valuegen.render.many import BYTES
from valuegen.trace import Read, Traced, apart, packed, reading, remembered, unpacked


def read_by(work: MiniWorkspace, *, backwards: bool) -> tuple[dict[str, str], set[Read]]:
    """What each page of a workspace reads, made in one order or the other; and what is read before."""
    found = promised(told_apart(planned(read_workspace(work.root), NoLeaves())))
    theme = load_theme(built_in_theme())
    with reading() as before:
        pages: Iterable[Page] = (*pages_of(public(found, theme)).values(), *planner_of(found, theme).values())
    with Renderer(theme, found.reading.language) as renderer:
        ways = reversed([*pages]) if backwards else pages
        return {page.address: BYTES.made(page, renderer).reads for page in ways if page.form != INDEX}, before


@pytest.mark.parametrize("private", [True, False])
def test_what_is_remembered_hides_no_reading(bench: Bench, private: bool) -> None:
    work = bench.example()
    if not private:
        for path in (work.root / "content/private").glob("*"):
            path.unlink() if path.is_file() else None
    forwards, before = read_by(work, backwards=False)
    backwards, _ = read_by(work, backwards=True)
    assert forwards == backwards
    assert before == set()
    assert any(forwards.values())


def test_who_asks_for_what_is_remembered_has_read_what_it_was_made_of() -> None:
    text, held = Traced("a", "abc"), {}
    with reading() as outer:
        for _ in range(2):
            with reading() as inner:
                assert remembered(held, 1, lambda: text.upper()) == "ABC"
            assert inner == {("a", "upper")}
        with apart() as hidden:
            text.lower()
    assert outer == {("a", "upper")}
    assert set(unpacked(packed({*outer, *hidden}))) == {*outer, *hidden}
    assert hidden == {("a", "lower")}
