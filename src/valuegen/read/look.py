"""The files that a workspace is read from, and what tells that one is another than before: two looks, compared.

A clock is coarse: a file that is written twice within its tick keeps its time, and perhaps its size. So of files
touched just now a look keeps a digest of what is in them too, and has to be followed by another look.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from valuegen.read.opened import opened
from valuegen.read.refusals import Refused

FOLDERS = ("content", "themes", "locale")
FILE = "valuegen.yaml"
FRESH = 100_000_000
"""Nanoseconds in which a file may be written again without another time: no file system's tick is longer but FAT's."""

Signature = tuple[int, int, int, int, int]
"""When it was changed, and what it is, by the system: mtime and ctime (ns), size, device, inode."""


@dataclass(frozen=True, slots=True)
class Look:
    """Every source by its path, as it stood; `fresh`: of those touched just now what is in them, as a digest."""

    files: Mapping[str, Signature] = field(default_factory=dict)
    fresh: Mapping[str, bytes] = field(default_factory=dict)


def look(root: Path, others: Iterable[Path] = ()) -> Look:
    """How all sources of a workspace stand now; `others`: files outside its folders, which it extends."""
    found = look_unless(lambda: False, root, others)
    assert found is not None
    return found


def look_unless(hurried: Callable[[], bool], root: Path, others: Iterable[Path] = ()) -> Look | None:
    """The same, or None as soon as something else is in a hurry."""
    now, files = time.time_ns(), {}
    for path, found in _walk(root, others):
        files[path] = _signature(found)
        if hurried():
            return None
    return _looked(files, now)


def look_at(paths: Iterable[str]) -> Look:
    """How some files stand now, those that are there."""
    now, files = time.time_ns(), {}
    for path in paths:
        with suppress(OSError):
            files[path] = _signature(os.stat(path))  # noqa: PTH116 -- as they are in a look
    return _looked(files, now)


def _looked(files: Mapping[str, Signature], now: int) -> Look:
    fresh = [path for path, signature in files.items() if max(signature[:2]) > now - FRESH]
    return Look(files, {path: _digest(path) for path in fresh})


def changes(before: Look, after: Look) -> frozenset[str]:
    """The paths of what came, went, or is another."""
    old, new = before.files, after.files
    changed = {path for path in old.keys() | new.keys() if old.get(path) != new.get(path)}
    unsure = [path for path in before.fresh if path not in changed]
    changed |= {path for path in unsure if before.fresh[path] != (after.fresh.get(path) or _digest(path))}
    return frozenset(changed)


def _walk(root: Path, others: Iterable[Path]) -> Iterator[tuple[str, os.stat_result]]:
    for path in (root / FILE, *others):
        with suppress(OSError):
            yield str(path), path.stat()
    for folder in FOLDERS:
        yield from _below(str(root / folder))


def _below(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """All files below; a folder that is a link is not entered, as `read` does not."""
    with suppress(OSError), os.scandir(folder) as found:
        for entry in found:
            if is_junk(entry.name):
                continue
            with suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    yield from _below(entry.path)
                else:
                    yield entry.path, entry.stat()


def _signature(found: os.stat_result) -> Signature:
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_dev, found.st_ino)


def _digest(path: str) -> bytes:
    try:
        with os.fdopen(opened(path), "rb") as stream:
            return hashlib.file_digest(stream, "blake2b").digest()
    except (OSError, Refused):  # it is gone, or no file: what has no bytes has none that change
        return b""


def is_junk(name: str) -> bool:
    """Whether it is what systems and editors leave behind."""
    return name in (".DS_Store", "Thumbs.db", "desktop.ini", ".git") or name.endswith(("~", ".swp")) or name[:2] == ".#"
