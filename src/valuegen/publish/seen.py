"""How the files of an output stood when it was published, so that the next build need not read them all to know.

`.valuegen/cache/NAME.seen` is JSON: a digest of every address, its bytes' digest and its marks; and which files (by
their number in the order of addresses) were written so shortly before that their marks would be the same if they were
written once more. These are read, and so is what was touched after `until`, by the time that nobody can set: a page
that was changed by hand may have its old size, and its old time again. Where the digest is another, all are read.

It is of this machine alone: a copy has other inodes.
"""

import hashlib
import json
import marshal
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from valuegen.publish.folder import Bench, read_own, write_own
from valuegen.publish.guard import Old
from valuegen.publish.manifest import ALIKE, Mark, digest_of

FRESH = 100_000_000
"""Nanoseconds in which a file may be written again without another mark: no file system's tick is longer but FAT's."""


def keep(bench: Bench, out: Path, files: Mapping[str, str], marks: Mapping[str, Mark], until: int) -> None:
    """Remember how `out` stood at `until` (ns). What can't be written is not remembered: that costs time alone."""
    now = time.time_ns()
    fresh = [number for number, address in enumerate(sorted(marks)) if marks[address][0] > now - FRESH]
    path = _place(bench, out)
    if path is not None:
        with suppress(OSError):
            path.parent.mkdir(exist_ok=True)
            write_own(path, json.dumps({"all": _digest(files, marks), "fresh": fresh, "until": until}))


def intact(bench: Bench, out: Path, old: Old) -> tuple[dict[str, Mark], bool]:
    """The files of `out` that are as they were published, and their marks; and whether marks alone told that, so that
    there is nothing new to remember. Raises OSError for what can't be read."""
    addresses = sorted(old.marks)
    unsure = _unsure(_place(bench, out), old, addresses)
    asked = addresses if unsure is None else unsure
    hurt = {address for address in asked if digest_of(out / address) != old.files[address]}
    return {address: old.marks[address] for address in addresses if address not in hurt}, unsure == set()


def _unsure(path: Path | None, old: Old, addresses: Sequence[str]) -> set[str] | None:
    """Which files have to be read; None: all."""
    with suppress(OSError, ValueError, TypeError, KeyError):
        kept = json.loads(read_own(path)) if path else {}
        fresh = {addresses[number] for number in kept["fresh"] if 0 <= number < len(addresses)}
        until = int(kept["until"])
        if kept["all"] == _digest(old.files, old.marks):
            return fresh | {address for address, mark in old.marks.items() if mark[4] > until}
    return None


def _digest(files: Mapping[str, str], marks: Mapping[str, Mark]) -> str:
    whole = [(address, files[address], marks[address][ALIKE]) for address in sorted(marks)]
    # a form without references, which says the same of the same; much quicker than `repr`
    return hashlib.sha256(marshal.dumps(whole, 2)).hexdigest()


def _place(bench: Bench, out: Path) -> Path | None:
    """Beside the cache of the workspace, where there is one: an output elsewhere is read each time."""
    folder = bench.folder / "cache"
    return folder / f"{out.name}.seen" if bench.is_own and not folder.is_symlink() else None
