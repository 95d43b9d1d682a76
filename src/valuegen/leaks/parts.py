"""A file in parts: what is too large to be searched at once, and what of a file nobody can look into."""

from collections.abc import Iterable, Iterator
from enum import StrEnum

MOST = 16 << 20
"""So much of what a part of a file has packed is looked at."""
_WINDOW, _OVERLAP = 2 << 20, 4 << 10
_WHOLE = 32 << 20
"""What holds other files is looked into up to this size."""
FOREIGN = (b"7z\xbc\xaf\x27\x1c", b"Rar!\x1a\x07")
"""How archives begin that only other programs open."""
_PACKED = (b"PK\3\4", b"\x1f\x8b\x08", b"BZh", b"\xfd7zXZ", *FOREIGN)
BEFORE_PDF = 1029
"""A PDF may begin so far into a file."""


class Unread(StrEnum):
    """Why something in a file was not looked at: it has a password, is packed in a foreign way, or is too much; or it
    is a font, and what would unpack it is not installed."""

    LOCKED, FOREIGN, MUCH, FONT = "locked", "foreign", "much", "font"


def is_packed(start: bytes) -> bool:
    """Whether a file that begins so holds others, so that parts of it say nothing."""
    return start.startswith(_PACKED) or b"%PDF-" in start[:BEFORE_PDF]


def windows(pieces: Iterable[bytes]) -> Iterator[bytes | Unread]:
    """A file that is too large to be searched at once, in parts that overlap by more than what is looked for.

    One that holds others is one part; where even that is too large, it is told.
    """
    held, most = bytearray(), 0
    for piece in pieces:
        held += piece
        if not most and len(held) >= BEFORE_PDF:
            most = _WHOLE if is_packed(bytes(held[:BEFORE_PDF])) else _WINDOW
        if most and len(held) >= most:
            if most == _WHOLE:
                most = _WINDOW
                yield Unread.MUCH
            part, held = bytes(held), held[-_OVERLAP:]
            yield part
            del part
    if held:
        part, held = bytes(held), bytearray()
        yield part
