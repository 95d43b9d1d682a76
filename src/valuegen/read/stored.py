"""Files that are copied as they are: held in memory while there are few, else read when their bytes are asked for."""

import errno
import os
from collections.abc import Iterator
from dataclasses import dataclass

from valuegen.model.workspace import StaticFile
from valuegen.read.files import Files
from valuegen.read.memory import Stamp
from valuegen.read.opened import READING

HELD = 32 << 20
"""So many bytes of a workspace's files are held; what is more stays on the disk."""
_PIECE = 1 << 20


@dataclass(frozen=True, slots=True)
class OnDisk:
    """A file by its real path, and how it stood when the workspace was read: it is the same only while that is so."""

    real: str
    stamp: Stamp

    @property
    def size(self) -> int:
        """How many bytes it has."""
        return self.stamp[2]

    def start(self, length: int) -> bytes:
        """Its first bytes. Raises OSError (as all of these do): it changed meanwhile, or can't be read."""
        return b"".join(self._pieces(min(length, self.size), length))

    def read(self) -> bytes:
        """All its bytes."""
        return b"".join(self._pieces(self.size, self.size + 1))

    def pieces(self) -> Iterator[bytes]:
        """All its bytes, some at a time."""
        return self._pieces(self.size, _PIECE)

    def _pieces(self, size: int, most: int) -> Iterator[bytes]:
        descriptor = os.open(self.real, READING)
        try:
            while size > 0 and _stamp(os.fstat(descriptor)) == self.stamp:
                piece = os.read(descriptor, min(size, most))
                if not piece:
                    break
                size -= len(piece)
                yield piece
            if size > 0 or _stamp(os.fstat(descriptor)) != self.stamp:
                raise OSError(errno.ESTALE, os.strerror(errno.ESTALE), self.real)
        finally:
            os.close(descriptor)


def static_file(files: Files, path: str, address: str) -> StaticFile | None:
    """A file of the workspace; None, and a finding, where it can't be read."""
    seen = files.looked_at(path)
    if seen is None:
        return None
    real, found = seen
    if files.held + found.st_size > HELD:
        return StaticFile(address, path, OnDisk(real, _stamp(found)))
    data = files.data(path)
    if data is None:
        return None
    files.held += len(data)
    return StaticFile(address, path, data)


def _stamp(found: os.stat_result) -> Stamp:
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_dev, found.st_ino)
