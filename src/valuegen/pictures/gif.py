"""GIF89a: blocks, of which comments and most extensions of programs are no part of the picture."""

import struct
from collections.abc import Iterator

from valuegen.pictures.broken import BrokenPicture

STARTS = (b"GIF87a", b"GIF89a")
_END, _EXTENSION, _IMAGE = 0x3B, 0x21, 0x2C
_COMMENT, _PROGRAM = 0xFE, 0xFF
_LOOPS = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def _blocks(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """What it is, the label of an extension, and the whole block."""
    at = _head(data)
    while at < len(data):
        start, kind = at, data[at]
        if kind == _END:
            return
        if kind == _EXTENSION:
            at = _after(data, at + 2)
        elif kind == _IMAGE and at + 10 <= len(data):
            at = _after(data, at + 10 + _colours(data[at + 9]) + 1)
        else:
            break
        yield kind, data[start + 1] if kind == _EXTENSION else 0, data[start:at]
    raise BrokenPicture


def _head(data: bytes) -> int:
    if len(data) < 13:
        raise BrokenPicture
    return 13 + _colours(data[10])


def _colours(flags: int) -> int:
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _after(data: bytes, at: int) -> int:
    while at < len(data):
        length = data[at]
        at += 1 + length
        if length == 0:
            return at
    raise BrokenPicture


def size(data: bytes) -> tuple[int, int, bool]:
    """Width, height, and whether it moves."""
    pictures = sum(kind == _IMAGE for kind, _, _ in _blocks(data))
    width, height = struct.unpack_from("<HH", data, 6)
    if not pictures or not width or not height:
        raise BrokenPicture
    return width, height, pictures > 1


def clean(data: bytes) -> bytes:
    """Without comments and what programs left in it (XMP); how often it repeats stays."""
    kept = [
        block
        for kind, label, block in _blocks(data)
        if kind != _EXTENSION or (label != _COMMENT and (label != _PROGRAM or block[3:14] in _LOOPS))
    ]
    return b"".join((data[: _head(data)], *kept, bytes([_END])))
