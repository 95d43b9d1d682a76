"""What the last build was made of, and what it said: where nothing has changed since, the next one says it again.

`.valuegen/cache/NAME.last` is JSON. A build is a function of the workspace's files, the program, the day, and how it
was called; what it leaves is the site. If all of these are as they were, there is nothing to do. It names files and
shows what was said to a person, so that it goes with the rest of what is kept (`forget`).
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from valuegen.publish.folder import OWN, read_own, write_own
from valuegen.read.look import FOLDERS, FRESH, Look, Signature, changes, look_at


@dataclass(frozen=True, slots=True)
class Said:
    """What a build said: of what it found, and of how things stand."""

    findings: str
    standing: str


@dataclass(frozen=True, slots=True)
class Last:
    """`files`: its sources, before they were read. `how`: a digest of the program and of how it was called; `day`: what
    was today in `zone` ("" where the day is fixed). `site`: a digest of what it left. `kept`: by what is known what was
    kept of it among the leaves, for a build in which little changed."""

    files: Look
    how: str
    day: date
    zone: str
    site: str
    said: Said
    kept: tuple[str, ...] = ()


def load(root: Path, name: str) -> Last | None:
    """What is known of the last build of a workspace into the output `name`; None where that can't be told."""
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        kept = json.loads(read_own(_place(root, name)))
        files = {path: _signature(found) for path, found in kept["files"].items()}
        fresh = {path: bytes.fromhex(digest) for path, digest in kept["fresh"].items()}
        findings, standing = kept["said"]
        return Last(
            Look(files, fresh),
            str(kept["how"]),
            date.fromisoformat(kept["day"]),
            str(kept["zone"]),
            str(kept["site"]),
            Said(str(findings), str(standing)),
            tuple(map(str, kept["kept"])),
        )
    return None


def save(root: Path, name: str, last: Last) -> None:
    """Remember it. What can't be written is not remembered: that costs time, and nothing else."""
    kept = {
        "how": last.how,
        "day": last.day.isoformat(),
        "zone": last.zone,
        "site": last.site,
        "kept": last.kept,
        "said": [last.said.findings, last.said.standing],
        "fresh": {path: digest.hex() for path, digest in last.files.fresh.items()},
        "files": dict(last.files.files),
    }
    with suppress(OSError, ValueError):
        write_own(_place(root, name), json.dumps(kept))


def changed(before: Look, now: Look) -> frozenset[str]:
    """The sources that changed between two looks."""
    return changes(before, now)


def others(last: Last | None, root: Path) -> list[Path]:
    """The sources that are known to lie outside of the workspace's own folders."""
    own = tuple(f"{root / name}{os.sep}" for name in FOLDERS)
    return [Path(path) for path in last.files.files if not path.startswith(own)] if last else []


def with_others(files: Look, found: Iterable[Path], began: int) -> Look | None:
    """The look that was taken at `began` (ns), with sources `found` since; None where one of these may have changed
    after that."""
    new = look_at(str(path) for path in found if str(path) not in files.files)
    if any(max(signature[:2]) > began - FRESH for signature in new.files.values()):
        return None
    return Look({**files.files, **new.files}, files.fresh)


def _signature(found: list[int]) -> Signature:
    mtime, ctime, size, device, inode = found
    return mtime, ctime, size, device, inode


def _place(root: Path, name: str) -> Path:
    return root / OWN / "cache" / f"{name}.last"
