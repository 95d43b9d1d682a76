"""Broken caches, two builds at once, files that change or go while they are read."""

import fcntl
import os
import random
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faults.full import FULL, in_full
from faults.ground import Ended, Ground
from faults.said import is_clean
from faults.tracing import traced

in_full_alone = pytest.mark.skipif(not FULL, reason="in full alone")


# ---- what is kept


def garbled(path: Path, chance: random.Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(20):
        if data:
            data[chance.randrange(len(data))] = chance.randrange(256)
    path.write_bytes(data)


BROKEN = {
    "garbled": garbled,
    "cut": lambda path, chance: os.truncate(path, chance.randrange(max(1, path.stat().st_size))),
    "empty": lambda path, _: os.truncate(path, 0),
    "long": lambda path, _: path.write_bytes(path.read_bytes() + b"\0" * 70_000),
    "another's": lambda path, _: path.write_bytes(b"SQLite format 3\0" + b"\xff" * 4000),
    "a folder": lambda path, _: (path.unlink(), path.mkdir()),
    "a link": lambda path, _: (path.unlink(), path.symlink_to("/dev/null")),
    "gone": lambda path, _: path.unlink(),
}


@pytest.mark.parametrize("how", in_full([], list(BROKEN)))
@pytest.mark.parametrize("kept", ["leaves-*", "*.last", "*.seen", "stamp"])
@pytest.mark.parametrize("seed", [0, 1])
def test_a_cache_that_is_broken(ground: Ground, kept: str, how: str, seed: int) -> None:
    for path in sorted((ground.work.root / ".valuegen/cache").glob(kept)):
        BROKEN[how](path, random.Random(seed))
    found = ground.run(*ground.build)
    is_clean(found)
    assert (found.status, ground.whole()) == (0, "new"), found
    for path in (ground.work.root / ".valuegen/cache").iterdir():
        if path.is_dir():
            path.rmdir()
        elif path.is_symlink():
            path.unlink()


@in_full_alone
def test_a_cache_that_another_holds(ground: Ground) -> None:
    (path,) = (ground.work.root / ".valuegen/cache").glob("leaves-*.sqlite")
    held = sqlite3.connect(path, isolation_level=None)
    held.execute("begin exclusive")
    try:
        found = ground.run(*ground.build)
    finally:
        held.close()
    assert (found.status, ground.whole()) == (0, "new"), found


# ---- two at once


@pytest.mark.parametrize("language", in_full([], ["en", "es"]))
def test_a_lock_that_is_held(ground: Ground, language: str) -> None:
    with (ground.work.root / ".valuegen/lock").open("r+") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = ground.run(*ground.build, language=language)
    is_clean(found)
    assert (found.status, ground.whole()) == (1, "old"), found
    assert {"es": "Ya hay otra construcción en marcha", "en": "Another build is running"}[language] in found.err


@in_full_alone
@pytest.mark.parametrize("count", [2, 5])
def test_builds_at_once(ground: Ground, count: int) -> None:
    found: list[Ended] = []
    threads = [threading.Thread(target=lambda: found.append(ground.run(*ground.build))) for _ in range(count)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for ended in found:
        is_clean(ended)
        assert ended.status == 0 or "Ya hay otra construcción en marcha" in ended.err, ended
    assert ground.whole() == "new"


# ---- what changes meanwhile


@contextmanager
def meanwhile(ground: Ground, whole: bool) -> Iterator[None]:
    """Somebody saves the settings again and again, in one state and the other; not `whole`: in two steps."""
    stop, path = threading.Event(), ground.work.root / "valuegen.yaml"
    now = path.read_text()
    ground.turn()
    texts = (path.read_text(), now)
    ground.turn()

    def save() -> None:
        count = 0
        while not stop.is_set():
            count += 1
            text = texts[count % 2]
            if whole:
                other = ground.work.root / "valuegen.yaml~"
                other.write_text(text)
                other.replace(path)
            else:
                path.write_text(text[: len(text) // 2])
                path.write_text(text)

    thread = threading.Thread(target=save)
    thread.start()
    try:
        yield
    finally:
        stop.set()
        thread.join()
        path.write_text(now)


@in_full_alone
@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("time", range(6))
def test_a_file_that_changes_while_it_is_read(ground: Ground, whole: bool, time: int) -> None:
    with meanwhile(ground, whole):
        found = ground.run(*ground.build)
    is_clean(found)
    assert found.status in (0, 1), found
    ground.whole()


@in_full_alone
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("name", ["openat", "newfstatat"])
def test_a_file_that_is_gone_when_it_is_read(ground: Ground, name: str) -> None:
    for path in sorted(one for one in (ground.work.root / "content").rglob("*") if one.is_file()):
        ended, hit = traced(ground, name, inject=f"{name}:error=ENOENT:when=1", about=path)
        is_clean(ended)
        assert any("INJECTED" in one.rest for one in hit), path
        assert ended.status == 0 or "no existe" in ended.said, (path, ended)
        assert ground.whole() == ("new" if ended.status == 0 else "old"), (path, ended)
        ground.settle()
        ground.turn()
