"""Opening a file by a path that was looked at: what is open is what may be read, whatever took its place meanwhile.

Between a look at a path and its opening somebody may put a link there, or in place of a folder above it. So it is
asked of what is open where it lies.
"""

import os
import stat
from collections.abc import Callable
from pathlib import Path

from valuegen.read.refusals import no_file

READING = os.O_RDONLY
for _flag in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):  # a pipe waits for nobody, a terminal is not taken
    READING |= getattr(os, _flag, 0)
_GONE = " (deleted)"


def opened(path: str, judged: Callable[[str], object] | None = None) -> int:
    """A descriptor of a regular file; `judged` is given its real path, and raises for one that may not be read.

    Raises `Refused` for what is no file, and OSError.
    """
    if not stat.S_ISREG(os.stat(path).st_mode):  # noqa: PTH116 -- thousands of them
        raise no_file()  # and is not opened, since there are devices for which that means something
    descriptor = os.open(path, READING)
    try:
        found = os.fstat(descriptor)
        if not stat.S_ISREG(found.st_mode):
            raise no_file()
        if judged is not None:
            judged(_path_of(descriptor, found, path))
    except BaseException:
        os.close(descriptor)
        raise
    return descriptor


def within(path: str, folder: str) -> str | None:
    """The path from a folder, with `/`; None where it is not inside. Both are real paths."""
    if path == folder:
        return "."
    start = folder.rstrip(os.sep) + os.sep
    if path.startswith(start):
        return path.removeprefix(start).replace(os.sep, "/")
    # A disk that does not tell capitals apart has several names for one folder.
    above = next(
        (one for one in Path(path).parents if one.name.lower() == Path(folder).name.lower() and _is_one(one, folder)),
        None,
    )
    return Path(path).relative_to(above).as_posix() if above else None


def _is_one(path: Path, other: str) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return False


def _path_of(descriptor: int, found: os.stat_result, path: str) -> str:
    """Where it lies, by the system's own word; where that has none (not on Linux), where it is found now."""
    try:
        told = os.readlink(f"/proc/self/fd/{descriptor}")  # noqa: PTH115 -- thousands of them
        # Asked again, since another may take its place at any moment, as editors do.
        return told.removesuffix(_GONE) if told.endswith(_GONE) and os.fstat(descriptor).st_nlink == 0 else told
    except OSError:
        real = os.path.realpath(path)
        if not os.path.samestat(os.lstat(real), found):
            raise no_file() from None
        return real


def first_of(descriptor: int, size: int) -> bytes:
    """The first bytes of a file, so many at most. It ends where less comes than is asked for, and nothing after it."""
    data = os.read(descriptor, size)
    while 0 < len(data) < size - 1:
        more = os.read(descriptor, size - len(data))
        if not more:
            break
        data += more
    return data
