"""Whatever an editor, git or a sync folder does, what is shown in the end is what the files say."""

import os
import random
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from previewing import Seen, preview, until

from bench import Bench, MiniWorkspace
from valuegen.preview.maker import Maker
from valuegen.preview.serving import Voice
from valuegen.preview.watch import Watch
from valuegen.read.look import Look, changes, look

CALENDAR = "content/calendar/2026.yaml"


@contextmanager
def watching(root: Path, poll: bool = False) -> Iterator[list[frozenset[str]]]:
    """What a watch of a workspace notices, as it does."""
    noticed: list[frozenset[str]] = []
    with Watch(root, poll=poll) as watch:
        # `extend` takes each as it comes
        thread = threading.Thread(target=lambda: noticed.extend(watch.changed()))
        thread.start()
        yield noticed
        watch.stop()
        thread.join()


def names(noticed: list[frozenset[str]], root: Path) -> set[str]:
    return {os.path.relpath(path, root) for each in noticed for path in each}


@pytest.mark.parametrize("poll", [False, True])
def test_saves_of_every_manner(bench: Bench, poll: bool) -> None:
    work = bench.workspace()
    file = work.root / CALENDAR
    with watching(work.root, poll) as noticed:
        text = file.read_bytes()
        for at, save in enumerate((_in_place, _atomic, _by_backup, _deleted_first)):
            noticed.clear()
            save(file, text + b"# %d\n" % at)
            until(lambda: CALENDAR in names(noticed, work.root))
        assert file.read_bytes().endswith(b"# 3\n")


def _in_place(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def _atomic(file: Path, data: bytes) -> None:
    beside = file.with_name(".tmp-save")
    beside.write_bytes(data)
    beside.replace(file)


def _by_backup(file: Path, data: bytes) -> None:
    file.replace(file.with_name(file.name + "~"))
    file.write_bytes(data)


def _deleted_first(file: Path, data: bytes) -> None:
    file.unlink()
    file.write_bytes(data)


@pytest.mark.parametrize("poll", [False, True])
def test_folders_that_come_go_and_are_replaced(bench: Bench, poll: bool) -> None:
    work = bench.workspace()
    with watching(work.root, poll) as noticed:
        work.write("themes/mio/base.html", "uno")
        until(lambda: "themes/mio/base.html" in names(noticed, work.root))
        (work.root / "content").rename(work.root / "aparte")
        until(lambda: CALENDAR in names(noticed, work.root))
        noticed.clear()
        shutil.copytree(work.root / "aparte", work.root / "content")
        until(lambda: CALENDAR in names(noticed, work.root))
        noticed.clear()
        (work.root / CALENDAR).write_text("[]\n")
        until(lambda: CALENDAR in names(noticed, work.root))


def test_reading_wakes_nobody(bench: Bench) -> None:
    work = bench.workspace()
    with Watch(work.root) as watch:
        woken = threading.Event()
        watch.wake = woken.set  # type: ignore[method-assign]
        for _ in range(50):
            (work.root / CALENDAR).read_bytes()
        assert not watch._wake.wait(0.5)


def test_a_file_written_twice_within_a_tick_of_the_clock_is_seen(tmp_path: Path) -> None:
    file = tmp_path / "content" / "a.md"
    file.parent.mkdir()
    file.write_text("uno")
    before = look(tmp_path)
    times = file.stat()
    file.write_text("dos")
    os.utime(file, ns=(times.st_atime_ns, times.st_mtime_ns))
    frozen = Look({path: (*signature[:1], 0, *signature[2:]) for path, signature in before.files.items()}, before.fresh)
    after = look(tmp_path)
    same = Look({path: (*signature[:1], 0, *signature[2:]) for path, signature in after.files.items()}, after.fresh)
    assert frozen.files == same.files
    assert changes(frozen, same) == {str(file)}


@pytest.mark.parametrize("step", ["__init__", "start", "schedule"])
def test_without_events_it_looks_and_says_so_once(bench: Bench, monkeypatch: pytest.MonkeyPatch, step: str) -> None:
    from watchdog.observers import Observer

    def refused(*_: object, **__: object) -> None:
        raise OSError(28, "inotify watch limit reached")

    monkeypatch.setattr(Observer, step, refused)
    told: list[int] = []
    work = bench.workspace()
    with preview(work.root, voice=Voice(polling=lambda: told.append(1))) as seen:
        work.change(CALENDAR, "Pesa lo que barres", "Mide lo que tiras")
        seen.until(lambda: "Mide lo que tiras" in seen.ask("/harina/").text)
    assert told == [1]


def test_a_half_written_file_is_mended_by_its_end(bench: Bench) -> None:
    work = bench.workspace()
    text = work.read(CALENDAR)
    with preview(work.root) as seen:
        work.write(CALENDAR, text[: len(text) // 2].encode())
        seen.until(lambda: seen.told()["broken"] or "Pesa lo que barres" not in seen.ask("/harina/").text)
        work.write(CALENDAR, text.replace("Pesa lo que barres", "Mide lo que tiras").encode())
        seen.until(lambda: "Mide lo que tiras" in seen.ask("/harina/").text and not seen.told()["broken"])


def test_a_base_outside_the_folders_counts(bench: Bench) -> None:
    work = bench.workspace()
    (work.root.parent / ".git").mkdir()
    (work.root.parent / "base.yaml").write_text("site: {tagline: Uno}\n")
    work.write("valuegen.yaml", f"extends: ../base.yaml\n{work.read('valuegen.yaml')}")
    with preview(work.root) as seen:
        assert "Uno" in seen.ask("/").text
        (work.root.parent / "base.yaml").write_text("site: {tagline: Segundo}\n")
        seen.until(lambda: "Segundo" in seen.ask("/").text)


def test_thousands_of_files_at_once(bench: Bench) -> None:
    work = bench.workspace()
    folder = work.root / "content" / "static" / "muchos"
    with watching(work.root) as noticed:
        folder.mkdir(parents=True)
        for number in range(5_000):
            (folder / f"{number}.txt").write_text("x")
        until(lambda: len(names(noticed, work.root)) >= 5_000)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("seed", range(2))
def test_after_any_edits_every_page_is_that_of_a_clean_build(bench: Bench, seed: int) -> None:
    work = bench.workspace()
    chance = random.Random(seed)
    with preview(work.root) as seen:
        for _ in range(25):
            _edited(work, chance)
        same = until(lambda: _same(work, seen))
        assert same


def _edited(work: MiniWorkspace, chance: random.Random) -> None:
    """Something that somebody does with the files of a workspace."""
    folder = work.root / "content" / "posts"
    posts = sorted(folder.rglob("*.md")) if folder.is_dir() else []
    what = chance.choice(["write", "write", "rename", "remove", "folder", "away"])
    if what == "write" or not posts:
        name = f"{chance.choice('abc')}{chance.randrange(9)}"
        head = f"title: Título {name} {chance.random()}\ndate: 2026-11-{chance.randrange(10, 30)}\nkind: industry"
        text = f"---\n{head}\nask: ¿Y tú?\n---\n"
        work.write(f"content/posts/{name}.md", (text + chance.choice(["uno", "dos"]) + "\n").encode())
    elif what == "rename":
        chance.choice(posts).rename(folder / f"z{chance.randrange(9)}.md")
    elif what == "remove":
        chance.choice(posts).unlink()
    elif what == "folder":
        (folder / "dentro").mkdir(exist_ok=True)
        post = chance.choice(posts)
        post.rename(folder / "dentro" / post.name)
    else:
        aside = work.root / "aparte"
        folder.rename(aside)
        aside.rename(folder)


def _same(work: MiniWorkspace, seen: Seen) -> bool:
    """Whether every page of a clean build is served, as it is there, and none that is not."""
    state = seen.serving.loop.state
    clean = Maker(work.root).whole(state.wishes, None)
    if clean.broken:
        return bool(state.broken)
    assert clean.memory
    if state.memory is None or state.pages.keys() != clean.pages.keys():
        return False
    return all(state.memory.page(address) == clean.memory.page(address) for address in clean.pages)


def test_events_that_were_lost_are_made_good_by_looking(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """As when the system's queue of events overflows: it says nothing of what changed."""
    monkeypatch.setattr("valuegen.preview.watch._Hints.on_any_event", lambda *_: None)
    work = bench.workspace()
    with preview(work.root) as seen:
        work.change(CALENDAR, "Pesa lo que barres", "Mide lo que tiras")
        seen.until(lambda: "Mide lo que tiras" in seen.ask("/harina/").text)
