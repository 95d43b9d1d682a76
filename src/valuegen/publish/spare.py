"""The tree that was replaced last, kept so that the next one need not be put together file by file.

    CACHE/NAME.spare/         a site as it was one build ago; what has not changed since is the same file in both
    CACHE/NAME.spare.json     of which site, and a digest of the marks of its folders

It is used where its folders stand as they were left, so that nothing was put there, taken away or exchanged; where its
site stands whole; and for a build in which nothing but texts changed. What differs is replaced, whatever is in it. It
shows what the site showed, and goes with what is kept (`forget`).
"""

import hashlib
import json
import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from valuegen.publish import manifest
from valuegen.publish.folder import OWN, Bench
from valuegen.publish.seen import FRESH
from valuegen.publish.tree import TOPS, remove_tree, write_file

_END = ".spare"


def keep(bench: Bench, out: Path, tree: Path, files: Mapping[str, str], site: str) -> None:
    """Keep a `tree` that held `files`, for the next build of `site` (its digest). What can't be kept is not."""
    place = _place(bench, out)
    if place is None:
        return
    _remove(place)
    with suppress(OSError):
        marks = _folders(tree, files)
        if max((mark[1] for mark in marks), default=0) < time.time_ns() - FRESH:
            tree.rename(place)
            place.with_suffix(f"{_END}.json").write_text(json.dumps({"site": site, "folders": _digest(marks)}))


def back(bench: Bench, out: Path, tree: Path, files: Mapping[str, str]) -> None:
    """Put one back that was taken for nothing: if it was begun, its folders tell, and nobody takes it again."""
    place = _place(bench, out)
    with suppress(OSError):
        if place is not None and not place.exists():
            tree.rename(place)
            write_file(place / manifest.MARKER, manifest.written(files))


def drop(bench: Bench, out: Path) -> None:
    """Keep nothing: more changed than texts."""
    place = _place(bench, out)
    if place is not None and place.exists():
        _remove(place)


def take(bench: Bench, out: Path, place: Path, site: str) -> dict[str, str] | None:
    """Move the spare tree of `site` to `place`, an empty folder: what lies in it, and the digest of each. None where
    there is none that can be relied on: that costs time alone."""
    kept = _place(bench, out)
    with suppress(OSError, ValueError, TypeError, KeyError):
        if kept is None or kept.is_symlink():
            return None
        told = json.loads(kept.with_suffix(f"{_END}.json").read_bytes())
        files = manifest.read(kept) if told["site"] == site else None
        if files is not None and _top(kept) and _digest(_folders(kept, files)) == told["folders"]:
            kept.rename(place)
            (place / manifest.MARKER).unlink()  # a tree without is being written: if this is all, it goes
            return files
    return None


def forget(root: Path) -> None:
    """Take away whatever was kept in a workspace."""
    for place in (root / OWN / "cache").glob(f"*{_END}"):
        _remove(place)


def _remove(place: Path) -> None:
    with suppress(OSError):
        place.with_suffix(f"{_END}.json").unlink(missing_ok=True)
        if not place.is_symlink():
            remove_tree(place, None)


def _top(tree: Path) -> bool:
    """Whether there is nothing but the two trees and the marker."""
    return {path.name for path in tree.iterdir()} <= {*TOPS, manifest.MARKER}


def _folders(top: Path, files: Iterable[str]) -> list[tuple[int, int, int]]:
    """The marks of all folders that hold these files, but of the top itself, in order. Raises OSError."""
    found = set(TOPS)
    for folder in {address.rpartition("/")[0] for address in files}:
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    marks = (os.lstat(f"{top}/{folder}") for folder in sorted(found))
    return [(mark.st_mtime_ns, mark.st_ctime_ns, mark.st_ino) for mark in marks]


def _digest(marks: list[tuple[int, int, int]]) -> str:
    return hashlib.sha256(repr(marks).encode()).hexdigest()


def _place(bench: Bench, out: Path) -> Path | None:
    folder = bench.folder / "cache"
    return folder / f"{out.name}{_END}" if bench.is_own and folder.is_dir() and not folder.is_symlink() else None
