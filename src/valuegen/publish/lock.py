"""One build at a time: a lock that dies with its process.

It is the kernel's (flock), so a killed build leaves a file and no lock. A forked worker closes its copy at once:
a worker that outlives a killed build must not hold its lock.
"""

import os
import re
import stat
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from valuegen.publish.faults import Failed, told
from valuegen.words import Message, msg

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

WAIT = 3.0
PAUSE = 0.05
_OURS = re.compile(rb"\d*\n?")
_held: set[int] = set()


@contextmanager
def locked(path: Path, *, wait: float = WAIT, leave: bool = True) -> Iterator[None]:
    """Hold the lock of the file `path`, which says the process's id. It is removed at the end unless `leave`.

    Raises `Failed` where another process holds it for `wait` more seconds, or the file can't be written.
    """
    descriptor = _taken(path, time.monotonic() + wait)
    _held.add(descriptor)
    try:
        with told(path):
            os.ftruncate(descriptor, 0)
            os.write(descriptor, b"%d\n" % os.getpid())
        yield
    finally:
        if descriptor in _held:  # a fork has let go of it
            if not leave:
                with suppress(OSError):
                    path.unlink()
            _held.discard(descriptor)
            with suppress(OSError):  # the lock is let go of all the same, and what was published is published
                os.close(descriptor)


def _taken(path: Path, until: float) -> int:
    while True:
        with told(path):
            descriptor = _opened(path)
        try:
            with told(path):
                is_taken = _try(descriptor)
            if not is_taken:
                if time.monotonic() >= until:
                    raise Failed(_busy(descriptor))
            elif _is_still(path, descriptor):
                taken, descriptor = descriptor, -1
                return taken
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        time.sleep(PAUSE)


def _opened(path: Path) -> int:
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o644)
    if not stat.S_ISREG(os.fstat(descriptor).st_mode) or not _OURS.fullmatch(os.read(descriptor, 64)):
        os.close(descriptor)
        raise Failed(msg("{path} is in the way: it is no lock of valuegen. Move it away.", path=str(path)))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _try(descriptor: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _is_still(path: Path, descriptor: int) -> bool:
    """Whether `path` is still the file that was opened: whoever held it before may have removed it."""
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def _busy(descriptor: int) -> Message:
    holder = os.read(descriptor, 64).decode("ascii", "replace").strip()
    if holder:
        return msg("Another build is running here (process {pid}). Wait until it is done, and build again.", pid=holder)
    return msg("Another build is running here. Wait until it is done, and build again.")


def _let_go() -> None:
    for descriptor in _held:
        with suppress(OSError):
            os.close(descriptor)
    _held.clear()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_let_go)
