"""AVIF (ISO/IEC 23000-22): boxes within boxes; width, height and turn are properties of the picture."""

import struct
from collections.abc import Iterator

from valuegen.pictures.broken import BrokenPicture

_BRANDS = (b"avif", b"avis")
_WITHIN = {b"meta": 4, b"iprp": 0, b"ipco": 0}
"""Boxes that hold the properties, and how much stands before what they hold."""


def is_avif(data: bytes) -> bool:
    """Whether it begins as one."""
    return data[4:8] == b"ftyp" and (data[8:12] in _BRANDS or any(brand in data[16:64] for brand in _BRANDS))


def boxes(data: bytes, at: int, end: int) -> Iterator[tuple[bytes, int, int]]:
    """Each box's kind, and where what it holds begins and ends."""
    while at + 8 <= end:
        length, kind = struct.unpack_from(">I4s", data, at)
        start = at + 8
        if length == 1 and at + 16 <= end:
            (length,) = struct.unpack_from(">Q", data, start)
            start += 8
        length = length or end - at
        if length < start - at or at + length > end:
            raise BrokenPicture
        yield kind, start, at + length
        at += length


def _properties(data: bytes, at: int, end: int, within: tuple[bytes, ...] = ()) -> Iterator[tuple[bytes, bytes]]:
    for kind, start, stop in boxes(data, at, end):
        if kind in _WITHIN and kind not in within:
            yield from _properties(data, start + _WITHIN[kind], stop, (*within, kind))
        elif kind in (b"ispe", b"irot"):
            yield kind, data[start:stop]


def size(data: bytes) -> tuple[int, int, bool]:
    """Width and height as shown, and whether it moves. Of several pictures in it (tiles, alpha) the largest counts."""
    width = height = 0
    is_turned = False
    for kind, content in _properties(data, 0, len(data)):
        if kind == b"ispe" and len(content) >= 12:
            found = struct.unpack_from(">II", content, 4)
            width, height = max((width, height), found, key=lambda size: size[0] * size[1])
        elif kind == b"irot" and content:
            is_turned = bool(content[0] & 1)
    if not width or not height:
        raise BrokenPicture
    return *((height, width) if is_turned else (width, height)), data[8:12] == b"avis"
