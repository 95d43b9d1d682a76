"""Where the work on an output is kept: stages and locks, and the program's own folder in a workspace.

All of it follows from the output's own path, so that two workspaces that write to one output meet at one lock:

    ROOT/site        →  ROOT/.valuegen/stage-*, ROOT/.valuegen/lock     (ROOT has a valuegen.yaml)
    anywhere/else    →  anywhere/.else.valuegen-stage-*, anywhere/.else.valuegen-lock     (gone when the work is done)
"""

import errno
import os
from dataclasses import dataclass
from pathlib import Path

OWN = ".valuegen"
SETTINGS = "valuegen.yaml"


def own_folder(root: Path) -> Path:
    """`ROOT/.valuegen`, made where it is missing, and kept out of git. Raises OSError."""
    folder = root / OWN
    try:
        folder.mkdir(mode=0o755)
    except FileExistsError:
        if folder.is_symlink() or not folder.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder)) from None
    try:
        with (folder / ".gitignore").open("x", encoding="ascii") as file:
            file.write("*\n")
    except FileExistsError:
        pass
    return folder


@dataclass(frozen=True, slots=True)
class Bench:
    """Where an output is worked on. `stages` is how the name of a stage begins; `is_own`: in `.valuegen`."""

    folder: Path
    stages: str
    lock: Path
    is_own: bool


def bench_of(out: Path) -> Bench:
    """The bench of `out` (absolute, its parent there), on the same file system. Raises OSError."""
    if (out.parent / SETTINGS).is_file():
        own = own_folder(out.parent)
        if own.stat().st_dev == out.parent.stat().st_dev:
            return Bench(own, "stage-", own / "lock", is_own=True)
    start = f".{out.name}.valuegen-"
    return Bench(out.parent, f"{start}stage-", out.parent / f"{start}lock", is_own=False)
