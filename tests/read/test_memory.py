"""With a memory or without, the same is read; what did not change is not opened, nor read, again."""

import os
import time
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from valuegen.read import files, posts
from valuegen.read.workspace import Memory, read_workspace

POST = "---\ntitle: Uno\ndate: 2026-11-20\nkind: industry\n---\nHola.\n"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({f"content/posts/{name}.md": POST.replace("Uno", name) for name in "abc"})


@pytest.fixture
def memory() -> Memory:
    """One in whose eyes nothing was touched just now."""
    memory = Memory()
    object.__setattr__(memory.files, "now", lambda: time.time_ns() + 3_600_000_000_000)
    return memory


def same(root: Path, memory: Memory) -> None:
    plain, kept = read_workspace(root), read_workspace(root, None, memory)
    assert kept.workspace == plain.workspace
    assert kept.findings == plain.findings
    assert kept.sources == plain.sources
    assert kept.workspace
    assert plain.workspace
    for one, other in zip(kept.workspace.entries, plain.workspace.entries, strict=True):
        assert (one.written, one.place, one.where("title")) == (other.written, other.place, other.where("title"))


def test_what_did_not_change_is_not_read_again(
    work: MiniWorkspace, memory: Memory, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    made: list[str] = []
    really_open, really_make = files._read, posts.read_post
    monkeypatch.setattr(
        files, "_read", lambda path, limit, judged: opened.append(path) or really_open(path, limit, judged)
    )
    monkeypatch.setattr(posts, "read_post", lambda path, *rest: made.append(path) or really_make(path, *rest))
    read_workspace(work.root, None, memory)
    assert len(made) == 3
    opened.clear()
    made.clear()
    read_workspace(work.root, None, memory)
    assert (opened, made) == ([], [])
    work.change("content/posts/b.md", "Hola", "Adiós")
    read_workspace(work.root, None, memory)
    assert [Path(path).name for path in opened] == ["b.md"]
    assert made == ["content/posts/b.md"]


def test_a_file_that_was_touched_just_now_is_always_opened(work: MiniWorkspace) -> None:
    memory, path = Memory(), work.root / "content/posts/a.md"
    read_workspace(work.root, None, memory)
    times = path.stat()
    path.write_bytes(POST.replace("Uno", "Dos").encode())
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    same(work.root, memory)


def test_after_any_change_the_same_is_read(work: MiniWorkspace, memory: Memory) -> None:
    same(work.root, memory)
    work.change("content/posts/a.md", "kind: industry", "kind: industri")
    same(work.root, memory)
    work.write("content/segments.yaml", "panaderias: {name: Panaderías}\notros: {name: Otros}\n")
    same(work.root, memory)
    (work.root / "content/posts/b.md").rename(work.root / "content/posts/z.md")
    same(work.root, memory)
    work.write("content/posts/a.md", b"\xff\xfe no\n")
    same(work.root, memory)
    work.write("content/posts/a.md", "---\ntitle: Uno\n")
    same(work.root, memory)
    work.write("content/calendar/2026.yaml", "- {date: 2026-12-01, title: T, kind: industry, body: posts/c.md}\n")
    same(work.root, memory)
    (work.root / "content/posts/c.md").unlink()
    same(work.root, memory)


def test_what_is_not_asked_for_is_let_go(work: MiniWorkspace, memory: Memory) -> None:
    for number in range(50):
        work.write("content/posts/a.md", POST.replace("Hola", f"Hola {number}"))
        read_workspace(work.root, None, memory)
    for kept in (memory.posts, memory.files.files):
        assert len(kept._now) + len(kept._before) < 30
