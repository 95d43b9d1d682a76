"""The bytes of files that a reader of the same workspace, again and again in one process, need not open again."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from valuegen.leaf import Kept

Stamp = tuple[int, int, int, int, int]
"""How a file stands: mtime and ctime (ns), size, device, inode."""
FRESH = 2_000_000_000
"""Nanoseconds in which a file may be written again without another time: the tick of the coarsest file system (FAT)."""


@dataclass(frozen=True, slots=True)
class KeptFiles:
    """Bytes, by the real path, the limit, and how the file stood. `now`: nanoseconds, in the time of the files."""

    files: Kept[tuple[str, int | None, Stamp], bytes] = field(default_factory=Kept)
    now: Callable[[], int] = time.time_ns

    def is_sure(self, stamp: Stamp) -> bool:
        """Whether a file can't be written again and stand as before: it was not touched just now."""
        return max(stamp[:2]) < self.now() - FRESH
