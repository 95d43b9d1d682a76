"""PNG (W3C, third edition): a row of chunks."""

import struct
import zlib
from collections.abc import Iterator

from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.exif import only_orientation, orientation_of

START = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset(
    b"IHDR PLTE IDAT tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST pHYs sPLT acTL fcTL fdAT".split()
)


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Kind, content, and the whole as it is stored, up to the end chunk."""
    at = len(START)
    while at + 12 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        whole = data[at : at + 12 + length]
        if len(whole) < 12 + length:
            break
        if kind == b"IEND":
            return
        yield kind, whole[8:-4], whole
        at += 12 + length
    raise BrokenPicture


def size(data: bytes) -> tuple[int, int, int, bool]:
    """Width and height as they are stored, the EXIF orientation, and whether it moves."""
    width = height = 0
    turn, moves = 1, False
    for kind, content, _ in _chunks(data):
        if kind == b"IHDR" and len(content) == 13:
            width, height = struct.unpack_from(">II", content)
        turn = orientation_of(content) if kind == b"eXIf" else turn
        moves = moves or kind == b"acTL"
    if not width or not height:
        raise BrokenPicture
    return width, height, turn, moves


def clean(data: bytes) -> bytes:
    """Without texts, times, EXIF and chunks that nobody knows, nor what hangs behind the end."""
    turn = 1
    kept: list[bytes] = []
    for kind, content, whole in _chunks(data):
        if kind in _KEPT:
            kept.append(whole)
        elif kind == b"eXIf":
            turn = orientation_of(content)
    if turn != 1:
        kept.insert(1, _written(b"eXIf", only_orientation(turn)))
    return b"".join((START, *kept, _written(b"IEND", b"")))


def _written(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
