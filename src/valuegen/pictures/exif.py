"""EXIF (CIPA DC-008): how a picture is to be turned, the one thing in it that is kept."""

import struct

_ORIENTATION = 0x0112
_SHORT = 3
_ENTRY = 12
MARK = b"Exif\0\0"


def orientation_of(block: bytes) -> int:
    """1 (as it is) to 8; 5 to 8 lie on their side. `block` is TIFF, after `Exif\\0\\0`; what makes no sense is 1."""
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None or len(block) < 8:
        return 1
    (start,) = struct.unpack_from(f"{order}I", block, 4)
    if start + 2 > len(block):
        return 1
    (count,) = struct.unpack_from(f"{order}H", block, start)
    for at in range(start + 2, min(start + 2 + count * _ENTRY, len(block) - _ENTRY + 1), _ENTRY):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", block, at)
        if tag == _ORIENTATION and kind == _SHORT:
            return value if 1 <= value <= 8 else 1
    return 1


def only_orientation(turn: int) -> bytes:
    """A TIFF block that says how to turn the picture, and nothing else."""
    return b"MM\0*" + struct.pack(">IHHHIHHI", 8, 1, _ORIENTATION, _SHORT, 1, turn, 0, 0)


def lies(turn: int) -> bool:
    """Whether width and height change places."""
    return turn >= 5
