"""JPEG (ITU-T T.81): a row of segments, and the picture between two of them."""

import re
import struct
from collections.abc import Iterator

from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.exif import MARK, only_orientation, orientation_of

START = b"\xff\xd8"
_SEGMENT = re.compile(rb"\xff+([^\x00\xff])")
# In the picture itself FF is followed by 00 or a restart mark.
_AFTER_SCAN = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_ALONE = frozenset((0x01, *range(0xD0, 0xD8)))
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JFIF, _ICC, _ADOBE = b"JFIF\0", b"ICC_PROFILE\0", b"Adobe"
_JFIF_SIZE = 14


def _segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Marker, content, and the picture after it (of a scan), up to the end mark; what follows that is not looked at."""
    at = len(START)
    while found := _SEGMENT.match(data, at):
        marker, at = found[1][0], found.end()
        if marker == _END:
            return
        if marker in _ALONE:
            continue
        length = int.from_bytes(data[at : at + 2], "big")
        content = data[at + 2 : at + length]
        if length < 2 or len(content) < length - 2:
            break
        at += length
        picture = b""
        if marker == _SCAN:
            after = _AFTER_SCAN.search(data, at)
            if after is None:
                break
            picture = data[at : after.start()]
            at = after.start()
        yield marker, content, picture
    raise BrokenPicture


def size(data: bytes) -> tuple[int, int, int]:
    """Width and height as they are stored, and the EXIF orientation."""
    turn = 1
    for marker, content, _ in _segments(data):
        if marker == 0xE1 and content.startswith(MARK):
            turn = orientation_of(content[len(MARK) :])
        elif marker in _FRAMES:
            if len(content) < 6:
                break
            height, width = struct.unpack_from(">HH", content, 1)
            return width, height, turn
    raise BrokenPicture


def clean(data: bytes) -> bytes:
    """Without EXIF, XMP, IPTC, comments, thumbnails, maker's notes, and whatever hangs behind the picture."""
    turn, seen_frame = 1, False
    first: list[bytes] = []
    rest: list[bytes] = []
    for marker, content, picture in _segments(data):
        seen_frame = seen_frame or marker in _FRAMES
        if marker == 0xE1 and content.startswith(MARK):
            turn = orientation_of(content[len(MARK) :])
        elif marker == 0xE0 and content.startswith(_JFIF) and len(content) >= _JFIF_SIZE:
            first.append(_written(marker, content[: _JFIF_SIZE - 2] + b"\0\0"))
        elif not 0xE0 <= marker <= 0xEF and marker != _COMMENT:
            rest.append(_written(marker, content) + picture)
        elif (marker == 0xE2 and content.startswith(_ICC)) or (marker == 0xEE and content.startswith(_ADOBE)):
            rest.append(_written(marker, content))
    if not seen_frame:
        raise BrokenPicture
    if turn != 1:
        first.append(_written(0xE1, MARK + only_orientation(turn)))
    return b"".join((START, *first, *rest, b"\xff\xd9"))


def _written(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
