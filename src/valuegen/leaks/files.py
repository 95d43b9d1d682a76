"""What may be text in a file: as it is, in any common coding; and what a file holds that holds others.

Pictures and sounds have metadata; PNG and PDF pack them; an archive (.zip, .docx, .xlsx, .odt, .epub) holds files.
"""

import bz2
import gzip
import io
import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress

from valuegen.leaks.codings import near
from valuegen.leaks.fold import BREAK, fold_bytes, plain
from valuegen.leaks.pdf import MOST, held_in_pdf

WHOLE = 256 << 10
"""A file that is no text is looked at whole up to this size; else its two ends, and what is readable between them."""
_END = 128 << 10
_AROUND = 256
_BEFORE_PDF = 1029
"""A PDF may begin so far into a file."""
_WITH_COMMENT = (64 << 10) + 22
"""An archive ends with its table, whatever stands before it; this much can follow the table's head."""
_CONTROLS = bytes(byte for byte in range(256) if byte < 9 or 13 < byte < 32)
_READABLE = re.compile(rb"[ -~]{8,}|(?:[ -~]\0){8,}")
_DEFLATED = (b"x\x01", b"x^", b"x\x9c", b"x\xda")
_MEMORY = 64 << 20
_KEYWORD = 160
_PACKED = re.compile(rb"(?<=\0)x")
_BROKEN = (
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    RuntimeError,
    NotImplementedError,
    KeyError,
    struct.error,
    zipfile.BadZipFile,
)


def text_of(data: bytes) -> str | None:
    """The text that a file is; None where it is none."""
    text = _text_of(data)
    return text and plain(text)


def _text_of(data: bytes) -> str | None:
    if data.startswith((b"\xff\xfe\0\0", b"\0\0\xfe\xff")):
        return data.decode("utf-32", "replace")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if b"\0" in data:
        return _wide(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        rest = data.translate(None, _CONTROLS)
        return data.decode("cp1252", "replace") if len(data) - len(rest) < len(data) / 100 else None


def old_readings(data: bytes) -> Iterator[str]:
    """A text of the codings of old Macs and of DOS, in which spreadsheets save tables: ñ is another byte there."""
    if b"\0" not in data and not data.isascii():
        try:
            data.decode("utf-8")
        except UnicodeDecodeError:
            yield from (data.decode(coding, "replace") for coding in ("mac-roman", "cp850"))


def _wide(data: bytes) -> str | None:
    """UTF-16 that doesn't say so: every other byte of it is NUL, or nearly."""
    for coding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[start::2].count(0) * 3 > len(data):
            return data.decode(coding, "replace")
    return None


def readable(data: bytes) -> bytes:
    """What may be text in a file that is none, folded."""
    if len(data) <= WHOLE:
        return fold_bytes(data)
    parts = [(0, _END), *near(_READABLE.finditer(data, _END), _AROUND, len(data)), (len(data) - _END, len(data))]
    return BREAK.encode().join(fold_bytes(data[first:last]) for first, last in parts)


def held_in(data: bytes) -> Iterator[bytes]:
    """The files, or the parts, that a file holds; nothing of what is broken."""
    with suppress(*_BROKEN):
        if data.startswith(b"PK\3\4") or b"PK\5\6" in data[-_WITH_COMMENT:]:
            yield from _archive(data)
    with suppress(*_BROKEN):
        if data.startswith(b"\x1f\x8b"):
            with gzip.open(io.BytesIO(data)) as file:
                yield file.read(MOST)
        elif b"%PDF-" in data[:_BEFORE_PDF]:
            yield from held_in_pdf(data)
        elif data.startswith(b"BZh"):
            with bz2.open(io.BytesIO(data)) as packed:
                yield packed.read(MOST)
        elif data.startswith((b"\xfd7zXZ", b"]\0\0")):
            yield from _lzma(data)
        elif data.startswith(_DEFLATED):
            yield from _inflated(data, (0,))
        elif data.startswith(b"\x89PNG"):
            yield from _chunks(data)
        elif data.startswith(b"RIFF"):
            yield from _riff(data)
        elif data.startswith(b"\xff\xd8"):
            yield from _segments(data)


def _archive(data: bytes) -> Iterator[bytes]:
    left = MOST
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            yield member.filename.encode("utf-8", "replace")
            with suppress(*_BROKEN), archive.open(member) as file:
                held = file.read(left)
                left -= len(held)
                yield held


def _lzma(data: bytes) -> Iterator[bytes]:
    """What is packed, once or several times one after the other."""
    left = MOST
    while data and left > 0:
        reader = lzma.LZMADecompressor(memlimit=_MEMORY)
        held = reader.decompress(data, left)
        left -= len(held)
        yield held
        data = reader.unused_data


def _chunks(data: bytes) -> Iterator[bytes]:
    """The chunks of a PNG picture, but for the picture; what is packed in them, after a keyword, too."""
    at = 8
    while at + 8 <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        chunk = data[at + 8 : at + 8 + length]
        at += 12 + length
        if kind != b"IDAT":
            yield chunk
            yield from _inflated(chunk, [found.start() for found in _PACKED.finditer(chunk, 0, _KEYWORD)])


def _riff(data: bytes) -> Iterator[bytes]:
    """The chunks of a RIFF file (WebP pictures, sounds), but for what is seen or heard."""
    at = 12
    while at + 8 <= len(data):
        kind, length = struct.unpack_from("<4sI", data, at)
        if kind not in (b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"data"):
            yield data[at + 8 : at + 8 + length]
        at += 8 + length + length % 2


def _segments(data: bytes) -> Iterator[bytes]:
    """What stands before the picture in a JPEG file: comments, EXIF, XMP."""
    at = 2
    while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] != b"\xda" and at + 4 <= len(data):
        (length,) = struct.unpack_from(">H", data, at + 2)
        yield data[at + 4 : at + 2 + length]
        at += 2 + max(2, length)


def _inflated(data: bytes, starts: Iterable[int]) -> Iterator[bytes]:
    """What is deflated at each of these places, where it is."""
    left, view = MOST, memoryview(data)
    for start in starts:
        with suppress(zlib.error):
            held = zlib.decompressobj().decompress(view[start:], max(1, left))
            left -= len(held)
            yield held
