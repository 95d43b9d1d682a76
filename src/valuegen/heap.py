"""Where the C library takes memory from, and when it gives it back."""

import ctypes
import sys
from contextlib import suppress

_ARENA_MAX = -8
"""`M_ARENA_MAX` of mallopt(3)."""


def one_heap() -> None:
    """One heap for all threads, from now on, where the library can be told so (glibc). By itself it gives threads heaps
    of their own, whose gaps add up while threads come and go; and in Python one thread at a time asks for memory."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):  # another library, which has one heap
            ctypes.CDLL(None).mallopt(_ARENA_MAX, 1)


def give_back() -> None:
    """Give the system the pages in which nothing stands any more, where the library can be told so (glibc). What was
    read and let go leaves gaps, and a fork would take them along."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).malloc_trim(0)
