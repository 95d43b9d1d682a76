"""Stages: the folder in which the next tree is made, and to which the old one goes before it is taken away.

    STAGE/.valuegen-stage     whose stage this is: JSON, the name of the output
    STAGE/new                 the next tree; after the swap, the old one
    STAGE/old                 the old one, where two folders can't change places in one step

`clear` makes good what a killed build left. A stage is known by its name and its marker; in it, a tree with a
manifest loses what that lists and nothing else; one without was being written, and is all ours.
"""

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from valuegen.publish import manifest
from valuegen.publish.folder import Bench
from valuegen.publish.tree import FOLDER_MODE, remove_tree, write_file

MARKER = ".valuegen-stage"
NEW, OLD = "new", "old"


def make_stage(bench: Bench, out: Path) -> Path:
    """An empty stage for `out`. Raises OSError."""
    stage = Path(tempfile.mkdtemp(prefix=bench.stages, dir=bench.folder))
    try:
        write_file(stage / MARKER, _mark(out))
        (stage / NEW).mkdir(FOLDER_MODE)
        with suppress(PermissionError):  # some disks (FAT) know no modes
            (stage / NEW).chmod(FOLDER_MODE)
    except BaseException:
        remove_stage(stage)
        raise
    return stage


def _mark(out: Path) -> bytes:
    return (json.dumps({"version": 1, "out": out.name}) + "\n").encode("ascii")


def remove_stage(stage: Path) -> None:
    """Take a stage away, with what is ours in it. What can't be removed stays for the next build."""
    for name in (NEW, OLD):
        with suppress(OSError):
            files = manifest.read(stage / name)
            remove_tree(stage / name, None if files is None and name == NEW else files or ())
            remove_tree(stage / name, {manifest.MARKER})  # last: without it nobody knows any more what else is ours
    with suppress(OSError):
        if all(path.name == MARKER for path in stage.iterdir()):
            (stage / MARKER).unlink(missing_ok=True)
            stage.rmdir()


def clear(bench: Bench, out: Path) -> None:
    """Make good what a killed build left, under the lock: put an old tree back where there is none now, and take
    its stages away. Raises OSError.
    """
    for stage in sorted(bench.folder.iterdir()):
        if stage.name.startswith(bench.stages) and stage.is_dir() and not stage.is_symlink() and _is_ours(stage, out):
            if not os.path.lexists(out) and manifest.read(stage / OLD) is not None:
                (stage / OLD).rename(out)
            remove_stage(stage)


def _is_ours(stage: Path, out: Path) -> bool:
    """Whether it is a stage for `out`, or was killed before it could say so (then it is empty but for the marker)."""
    try:
        descriptor = os.open(stage / MARKER, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
    except OSError:
        return not any(stage.iterdir())
    with os.fdopen(descriptor, "rb") as file:
        mark = file.read(4096)
    return mark == _mark(out) or (_mark(out).startswith(mark) and all(path.name == MARKER for path in stage.iterdir()))
