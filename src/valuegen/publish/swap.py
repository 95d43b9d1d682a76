"""Two folders change places in one step, where the file system can (renameat2 of Linux); what was written is kept."""

import ctypes
import errno
import os
import platform
import sys
from functools import cache
from pathlib import Path
from typing import Any

# Linux's numbers of renameat2, for C libraries that don't have it (musl before 1.2.5).
_NUMBERS = {"x86_64": 316, "aarch64": 276, "riscv64": 276, "i686": 353, "armv7l": 382, "ppc64le": 357, "s390x": 347}
_HERE = -100
_EXCHANGE = 2
_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.ENOTTY})


@cache
def _libc() -> Any:
    return ctypes.CDLL(None, use_errno=True) if sys.platform.startswith("linux") else None


def exchange(one: Path, other: Path) -> bool:
    """Let two folders that are there change places, in one step. False (nothing done) where that can't be.

    Raises OSError for any other reason.
    """
    libc = _libc()
    if libc is None:
        return False
    paths = (_HERE, os.fsencode(one), _HERE, os.fsencode(other), ctypes.c_uint(_EXCHANGE))
    if hasattr(libc, "renameat2"):
        done = libc.renameat2(*paths)
    elif platform.machine() in _NUMBERS:
        done = libc.syscall(ctypes.c_long(_NUMBERS[platform.machine()]), *paths)
    else:
        return False
    if done == 0:
        return True
    number = ctypes.get_errno()
    if number in _CANNOT:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))


def keep(folder: Path) -> None:
    """Return once everything written to the file system of `folder` would survive a loss of power. Raises OSError."""
    libc = _libc()
    if libc is not None and hasattr(libc, "syncfs"):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            if libc.syncfs(descriptor) != 0:
                number = ctypes.get_errno()
                if number != errno.ENOSYS:
                    raise OSError(number, os.strerror(number), str(folder))
                os.sync()
        finally:
            os.close(descriptor)
    elif hasattr(os, "sync"):
        os.sync()
