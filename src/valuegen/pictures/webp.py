"""WebP (RFC 9649): RIFF chunks."""

import struct
from collections.abc import Iterator

from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.exif import MARK, only_orientation, orientation_of

_KEPT = frozenset((b"ICCP", b"ANIM", b"ANMF", b"ALPH", b"VP8 ", b"VP8L"))
_MOVES, _XMP, _EXIF = 0x02, 0x04, 0x08


def is_webp(data: bytes) -> bool:
    """Whether it begins as one."""
    return data[:4] == b"RIFF" and data[8:12] == b"WEBP"


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data) + 1:  # a last byte of padding may be missing
        raise BrokenPicture
    at = 12
    while at + 8 <= end:
        kind, length = struct.unpack_from("<4sI", data, at)
        content = data[at + 8 : at + 8 + length]
        if len(content) < length:
            raise BrokenPicture
        yield kind, content
        at += 8 + length + length % 2


def size(data: bytes) -> tuple[int, int, int, bool]:
    """Width and height as they are stored, the EXIF orientation, and whether it moves."""
    found: tuple[int, int] | None = None
    turn, moves = 1, False
    for kind, content in _chunks(data):
        if kind == b"VP8X" and len(content) >= 10:
            found = (int.from_bytes(content[4:7], "little") + 1, int.from_bytes(content[7:10], "little") + 1)
            moves = bool(content[0] & _MOVES)
        elif kind == b"VP8 " and found is None and content[3:6] == b"\x9d\x01\x2a" and len(content) >= 10:
            width, height = struct.unpack_from("<HH", content, 6)
            found = (width & 0x3FFF, height & 0x3FFF)
        elif kind == b"VP8L" and found is None and content[:1] == b"\x2f" and len(content) >= 5:
            bits = int.from_bytes(content[1:5], "little")
            found = ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
        elif kind == b"EXIF":
            turn = orientation_of(content.removeprefix(MARK))
    if found is None or not all(found):
        raise BrokenPicture
    return *found, turn, moves


def clean(data: bytes) -> bytes:
    """Without EXIF, XMP, and chunks that nobody knows."""
    turn = 1
    kept: list[tuple[bytes, bytes]] = []
    for kind, content in _chunks(data):
        if kind == b"EXIF":
            turn = orientation_of(content.removeprefix(MARK))
        elif kind in _KEPT or (kind == b"VP8X" and content):
            kept.append((kind, content))
    kept = [(kind, _flagged(content, turn) if kind == b"VP8X" else content) for kind, content in kept]
    if turn != 1:
        kept.append((b"EXIF", only_orientation(turn)))
    body = b"WEBP" + b"".join(
        kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2) for kind, content in kept
    )
    return b"RIFF" + struct.pack("<I", len(body)) + body


def _flagged(content: bytes, turn: int) -> bytes:
    flags = content[0] & ~(_XMP | _EXIF) | (_EXIF if turn != 1 else 0)
    return bytes([flags]) + content[1:]
