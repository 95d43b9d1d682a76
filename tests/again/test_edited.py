"""After an edit of a text a build makes the pages that show what changed, and no other; what it leaves is the same."""

import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bench import Bench, MiniWorkspace, Result
from valuegen.again.kept import dump, load
from valuegen.leaf import Kept
from valuegen.model.entry import Repeat
from valuegen.pages.types import Page
from valuegen.publish.manifest import MARKER
from valuegen.publish.seen import FRESH
from valuegen.render.html import Renderer
from valuegen.render.take import Take, Taken

POST = "content/posts/p{number}.md"
PAGE = "public/p{number}/index.html"
FEEDS = {f"public/{folder}feed.{kind}" for folder in ("", "para/hornos/") for kind in ("xml", "json")}
Made = set[str]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """The addresses of pages that are made, as they are."""
    found: Made = set()
    whole: Callable[..., Taken[Any, Any]] = Take.made

    def noted(self: Take[Any, Any], page: Page, renderer: Renderer) -> Taken[Any, Any]:
        found.add(page.address)
        return whole(self, page, renderer)

    monkeypatch.setattr(Take, "made", noted)
    return found


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    """Thirty posts: the last of them is in no feed."""
    work = bench.workspace(
        {
            "valuegen.yaml": """
            site: {title: Taller, url: "https://levadura.example", language: es, as_of: 2026-11-30, search: no}
            rules: {too-often: off, overload: off, too-quiet: off}
            theme: {social_pictures: no}
            """,
            "content/segments.yaml": "hornos: {name: Hornos}\nmolinos: {name: Molinos}\n",
            "content/calendar/2026.yaml": "[]\n",
            "content/people.yaml": "irene: {name: Irene, email: irene@levadura.example}\n",
        }
    )
    for number in range(30):
        head = f"title: Entrada {number}\nslug: p{number}\ndate: 2026-11-{30 - number:02}\nask: ¿Y tú?"
        head = f"{head}\nsummary: Una {number}."
        work.write(
            POST.format(number=number), f"---\n{head}\nsegments: [hornos]\n---\nPesa la harina, la {number}.\n".encode()
        )
    done = built(work)
    assert done.exit == 0, done.err
    return work


def built(work: MiniWorkspace, *asked: str) -> Result:
    return work.run("build", "--jobs", "1", *asked)


def edit(work: MiniWorkspace, number: int, text: str) -> None:
    path = work.root / POST.format(number=number)
    path.write_text(f"{path.read_text('utf-8')}\n{text}\n", "utf-8")


def is_clean(work: MiniWorkspace) -> bool:
    """Whether the site is what a build leaves that knows nothing."""
    assert work.run("build", "--no-cache", "--jobs", "1", "--out", "limpio").exit == 0
    return work.tree() == work.tree("limpio")


def own(*numbers: int) -> Made:
    """The pages of posts, public and in the planner."""
    return {
        address
        for number in numbers
        for address in (PAGE.format(number=number), f"planner/entries/2026-11-{30 - number:02}-p{number}.html")
    }


def test_an_old_text_is_on_its_own_pages_alone(work: MiniWorkspace, made: Made) -> None:
    edit(work, 29, "Y otra cosa, con una coma.")
    made.clear()
    done = built(work)
    assert made == own(29)
    assert "Otra cosa".lower() in work.read(f"site/{PAGE.format(number=29)}").lower()
    assert done.out.startswith(("Escrito", "Written"))
    assert is_clean(work)


def test_a_new_text_is_in_the_feeds_too(work: MiniWorkspace, made: Made) -> None:
    edit(work, 0, "Y otra cosa.")
    made.clear()
    built(work)
    assert made == own(0) | FEEDS
    assert is_clean(work)


def test_minutes_stand_on_cards(work: MiniWorkspace, made: Made) -> None:
    edit(work, 29, "harina " * 400)
    made.clear()
    built(work)
    assert own(29) | {"public/para/hornos/2/index.html"} <= made
    assert PAGE.format(number=10) not in made
    assert is_clean(work)


def test_several_texts_at_once_and_back_again(work: MiniWorkspace, made: Made) -> None:
    kept = {number: work.read(POST.format(number=number)) for number in (25, 27)}
    before = work.tree()
    for number in kept:
        edit(work, number, "## Un título\n\n¿Y la tuya?")
    made.clear()
    built(work)
    assert made == own(*kept)
    assert is_clean(work)
    for number, text in kept.items():
        work.write(POST.format(number=number), text.encode())
    built(work)
    assert work.tree() == before


def test_while_a_promise_is_broken_and_when_it_is_mended(work: MiniWorkspace, made: Made) -> None:
    before, text = work.tree(), work.read(POST.format(number=0))
    edit(work, 0, "[nada](entry:no-hay)")
    made.clear()
    broken = built(work)
    clean = work.run("build", "--no-cache", "--jobs", "1", "--out", "limpio")
    assert (broken.exit, broken.err) == (1, clean.err)
    assert work.tree() == before
    work.write(POST.format(number=0), text.replace("harina", "masa").encode())
    made.clear()
    assert built(work).exit == 0
    assert made == own(0) | FEEDS
    assert is_clean(work)


def test_two_texts_that_become_the_same_count_once(work: MiniWorkspace, made: Made) -> None:
    for number in (1, 2):
        edit(work, number, "")
        path = work.root / POST.format(number=number)
        path.write_text(path.read_text("utf-8").replace(f"la {number}.", "la misma."), "utf-8")
    made.clear()
    built(work)
    assert "planner/segments/hornos.html" in made
    assert is_clean(work)


@pytest.mark.parametrize(
    "change",
    [
        lambda root: (root / "content/posts/otra.md").write_text("---\ntitle: Otra\ndate: 2026-11-01\n---\nSí.\n"),
        lambda root: (root / "content/posts/p29.md").unlink(),
        lambda root: (root / "content/segments.yaml").write_text("hornos: {name: Los hornos}\nmolinos: {name: M}\n"),
        lambda root: (root / "site/public/p5/index.html").write_text("otra"),
        lambda root: (root / "content/static").mkdir() or (root / "content/static/a.txt").write_text("a"),
    ],
    ids=["new", "gone", "segment", "page", "file"],
)
def test_where_more_differs_all_is_made(work: MiniWorkspace, made: Made, change: Callable[[Path], object]) -> None:
    edit(work, 29, "Y otra cosa.")
    change(work.root)
    made.clear()
    built(work)
    assert {PAGE.format(number=number) for number in range(29)} <= made
    assert is_clean(work)


def test_a_cache_that_is_gone_or_another_costs_time_alone(work: MiniWorkspace, made: Made) -> None:
    for path in (work.root / ".valuegen/cache").glob("leaves-*"):
        path.unlink()
    edit(work, 29, "Y otra cosa.")
    made.clear()
    built(work)
    assert PAGE.format(number=3) in made
    assert is_clean(work)


def test_the_tree_that_was_replaced_is_the_next_one(work: MiniWorkspace) -> None:
    """Pages that nothing touched stay the same files; what somebody put into the spare tree never comes to light."""
    spare = work.root / ".valuegen/cache/site.spare"
    for number in range(4):
        edit(work, 29, f"Y otra cosa, la {number}.")
        time.sleep(FRESH / 1e9)
        inode = (work.root / "site/public/p3/index.html").stat().st_ino
        built(work)
        assert (work.root / "site/public/p3/index.html").stat().st_ino == inode
        assert is_clean(work)
        if number == 2:
            (spare / "public/p3/index.html").unlink()
            (spare / "public/p4/mio.html").write_text("mío")


def test_a_build_that_leaves_the_site_as_it_was_keeps_the_spare_tree(work: MiniWorkspace) -> None:
    for number in range(2):
        edit(work, 29, f"Y otra cosa, la {number}.")
        built(work)
        time.sleep(FRESH / 1e9)
    kept = {path: path.stat().st_ino for path in (work.root / ".valuegen/cache/site.spare").rglob("*")}
    assert kept
    edit(work, 29, "")
    assert built(work).exit == 0
    edit(work, 0, "[nada](entry:no-hay)")
    assert built(work).exit == 1
    now = {path: path.stat().st_ino for path in (work.root / ".valuegen/cache/site.spare").rglob("*")}
    assert {path: now[path] for path in kept if path.name != MARKER} == {
        path: inode for path, inode in kept.items() if path.name != MARKER
    }


def test_what_is_kept_is_taken_away_with_the_cache(work: MiniWorkspace) -> None:
    edit(work, 29, "Y otra cosa.")
    built(work)
    work.write("content/segments.yaml", b"hornos: {name: Los hornos}\nmolinos: {name: Molinos}\n")
    built(work)
    assert not list((work.root / ".valuegen/cache").glob("*.spare"))


class Box:
    """Leaves in memory."""

    def __init__(self) -> None:
        self.kept: Kept[tuple[str, bytes], bytes] = Kept()

    def get(self, kind: str, key: bytes) -> bytes | None:
        return self.kept.get((kind, key))

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        self.kept.put((kind, key), value)


class Bad:
    """What a pickle may hold that somebody else wrote."""

    def __init__(self, root: Path) -> None:
        self._root = root

    def __reduce__(self) -> tuple[Any, ...]:
        return os.mkdir, (str(self._root / "mal"),)


def test_nothing_but_records_comes_out_of_what_was_kept(tmp_path: Path) -> None:
    leaves = Box()
    rule = Repeat(rule="FREQ=DAILY")
    assert load(leaves, "a", dump(leaves, "a", rule)) == rule
    assert load(leaves, "b", dump(leaves, "b", Bad(tmp_path))) is None
    assert not list(tmp_path.iterdir())
    assert load(leaves, "a", "another") is None
