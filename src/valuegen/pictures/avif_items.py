"""What an AVIF file says in words (ISO/IEC 14496-12, 8.11): its items of EXIF and XMP, and where their bytes lie."""

import struct
from collections.abc import Iterator

from valuegen.pictures.avif import boxes
from valuegen.pictures.broken import BrokenPicture

_TELLING = (b"Exif", b"mime", b"uri ")
_NOTHING = struct.pack(">I4sIHI", 0, b"MM\0*", 8, 0, 0)
"""EXIF without an entry: who decodes the picture may insist that EXIF is EXIF."""
_FULL = 4
"""Version and flags stand before what a full box holds."""


def silent(data: bytes) -> bytes:
    """The same with nothing in the place of what such items say: no byte moves, so that every place stays right."""
    made = bytearray(data)
    try:
        for start, end in _places(data):
            room = max(0, min(end, len(data)) - start)
            is_exif = _NOTHING[4:8] in data[start:end] or b"II*\0" in data[start:end]
            made[start : start + room] = (_NOTHING if is_exif else b"").ljust(room, b"\0")[:room]
    except (struct.error, IndexError) as wrong:
        raise BrokenPicture from wrong
    return bytes(made)


def _places(data: bytes) -> Iterator[tuple[int, int]]:
    for kind, start, end in boxes(data, 0, len(data)):
        if kind == b"meta":
            parts = {name: (first, last) for name, first, last in boxes(data, start + _FULL, end)}
            if b"iinf" in parts and b"iloc" in parts:
                telling = frozenset(_telling(data, *parts[b"iinf"]))
                inner = parts.get(b"idat", (0, 0))[0]
                yield from _extents(data, parts[b"iloc"][0], telling, inner)


def _telling(data: bytes, start: int, end: int) -> Iterator[int]:
    """The numbers of the items that say something in words."""
    count = 2 if data[start] == 0 else 4
    for kind, first, _ in boxes(data, start + _FULL + count, end):
        width = ">H" if data[first] < 3 else ">I"
        (number,) = struct.unpack_from(width, data, first + _FULL)
        at = first + _FULL + struct.calcsize(width) + 2
        if kind == b"infe" and data[at : at + 4] in _TELLING:
            yield number


def _extents(data: bytes, start: int, telling: frozenset[int], inner: int) -> Iterator[tuple[int, int]]:
    version = data[start]
    sizes = (data[start + 4] >> 4, data[start + 4] & 15, data[start + 5] >> 4, data[start + 5] & 15)
    of_offset, of_length, of_base, of_index = (*sizes[:3], sizes[3] if version else 0)
    read = _Reader(data, start + 6)
    for _ in range(read.number(2 if version < 2 else 4)):
        number = read.number(2 if version < 2 else 4)
        method = read.number(2) & 15 if version else 0
        read.number(2)
        base = read.number(of_base) + (inner if method == 1 else 0)
        for _ in range(read.number(2)):
            read.number(of_index)
            offset, length = base + read.number(of_offset), read.number(of_length)
            if number in telling and method < 2:
                yield offset, offset + length if length else len(data)


class _Reader:
    """Numbers one after the other, as many bytes each as is said."""

    def __init__(self, data: bytes, at: int) -> None:
        self._data, self._at = data, at

    def number(self, size: int) -> int:
        """The next one."""
        found = self._data[self._at : self._at + size]
        if len(found) < size:
            raise BrokenPicture
        self._at += size
        return int.from_bytes(found, "big")
