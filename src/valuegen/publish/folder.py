"""Where the work on an output is kept: stages and locks, and the program's own folder in a workspace.

All of it follows from the output's own path, so that two workspaces that write to one output meet at one lock:

    ROOT/site        →  ROOT/.valuegen/stage-*, ROOT/.valuegen/lock     (ROOT has a valuegen.yaml)
    anywhere/else    →  anywhere/.else.valuegen-stage-*, anywhere/.else.valuegen-lock     (gone when the work is done)
"""

import errno
import os
import stat
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


def read_own(path: Path) -> bytes:
    """A file that the program left in its folder. Raises OSError where a link, a pipe or nothing is there."""
    with os.fdopen(_plain(path, os.O_RDONLY), "rb") as file:
        return file.read()


def write_own(path: Path, text: str) -> None:
    """Leave a file in the program's folder. Raises OSError where a link would lead to a file of somebody else's:
    whoever cloned a repository may have got its `.valuegen` with it."""
    if path.parent.is_symlink() or path.parent.parent.is_symlink():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent))
    with os.fdopen(_plain(path, os.O_WRONLY | os.O_CREAT), "w", encoding="utf-8") as file:
        file.truncate(0)
        file.write(text)


def _plain(path: Path, flags: int) -> int:
    """The descriptor of a regular file with no other name."""
    descriptor = os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o644)
    found = os.fstat(descriptor)
    if not stat.S_ISREG(found.st_mode) or found.st_nlink > 1:
        os.close(descriptor)
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))
    return descriptor


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
