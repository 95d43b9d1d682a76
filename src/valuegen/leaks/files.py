"""What may be text in a file: as it is, in any common coding; and what a file holds that holds others.

Pictures and sounds have metadata; PNG and PDF pack them; an archive (.zip, .docx, .xlsx, .odt, .epub) holds files.
What can't be looked into is told (`Unread`): locked, packed as nobody here can open it, or too much of it.
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
from typing import IO

from valuegen.leaks.codings import near
from valuegen.leaks.fold import BREAK, fold_bytes, plain
from valuegen.leaks.fonts import NEW, OLD, PLAIN, held_in_font
from valuegen.leaks.parts import BEFORE_PDF, FOREIGN, MOST, Unread, windows
from valuegen.leaks.pdf import held_in_pdf

WHOLE = 256 << 10
"""A file that is no text is looked at whole up to this size; else its two ends, and what is readable between them."""
_END = 128 << 10
_AROUND = 256
_WITH_COMMENT = (64 << 10) + 22
"""An archive ends with its table, whatever stands before it; this much can follow the table's head."""
_CONTROLS = bytes(byte for byte in range(256) if byte < 9 or 13 < byte < 32)
_READABLE = re.compile(rb"(?:[ -~]|[\xc3-\xc5][\x80-\xbf]){8,}|(?:[ -~\xa0-\xff]\0){8,}|(?:\0[ -~\xa0-\xff]){8,}")
_DEFLATED = (b"x\x01", b"x^", b"x\x9c", b"x\xda")
_MEMORY = 64 << 20
_UNPACKED, _TIMES = 256 << 20, 20
"""Of an archive so much is looked at, and no more than so many times what it has itself."""
_OFFICE, _LOCKED_OFFICE = bytes.fromhex("d0cf11e0a1b11ae1"), "EncryptedPackage".encode("utf-16-le")
_KEYWORD = 160
_PACKED = re.compile(rb"(?<=\0)x")
_BROKEN = (
    IndexError,
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
    """UTF-16 that doesn't say so: every other byte of it is NUL, or nearly, and none between them."""
    for coding, start in (("utf-16-le", 1), ("utf-16-be", 0)):
        if data[start::2].count(0) * 3 > len(data) > data[1 - start :: 2].count(0) * 50:
            return data.decode(coding, "replace")
    return None


def readable(data: bytes) -> bytes:
    """What may be text in a file that is none, folded."""
    if len(data) <= WHOLE:
        return fold_bytes(data)
    parts = [(0, _END), *near(_READABLE.finditer(data, _END), _AROUND, len(data)), (len(data) - _END, len(data))]
    return BREAK.encode().join(fold_bytes(data[first:last]) for first, last in parts)


def held_in(data: bytes) -> Iterator[bytes | Unread]:
    """The files, or the parts, that a file holds; nothing of what is broken."""
    with suppress(*_BROKEN):
        if data.startswith(b"PK\3\4") or b"PK\5\6" in data[-_WITH_COMMENT:]:
            yield from _archive(data)
    with suppress(*_BROKEN):
        if data.startswith(b"\x1f\x8b"):
            with gzip.open(io.BytesIO(data)) as file:
                yield from _unpacked(file, _most(data))
        elif b"%PDF-" in data[:BEFORE_PDF]:
            yield from held_in_pdf(data)
        elif data.startswith(b"BZh"):
            with bz2.open(io.BytesIO(data)) as packed:
                yield from _unpacked(packed, _most(data))
        elif data.startswith((b"\xfd7zXZ", b"]\0\0")):
            yield from _lzma(data)
        elif data.startswith(FOREIGN):
            yield Unread.FOREIGN
        elif data.startswith(_OFFICE) and _LOCKED_OFFICE in data:
            yield Unread.LOCKED
        elif data.startswith(_DEFLATED):
            yield from _inflated(data, (0,))
        else:
            yield from _seen_or_heard(data)


def _seen_or_heard(data: bytes) -> Iterator[bytes | Unread]:
    """What stands in pictures, sounds and letters beside what they show."""
    if data.startswith(b"\x89PNG"):
        yield from _chunks(data)
    elif data.startswith(b"RIFF"):
        yield from _riff(data)
    elif data.startswith(b"\xff\xd8"):
        yield from _segments(data)
    elif data.startswith(b"GIF8"):
        yield from _remarks(data)
    elif data.startswith((*PLAIN, OLD, NEW)):
        yield from held_in_font(data)


def _most(data: bytes) -> int:
    return min(_UNPACKED, MOST + _TIMES * len(data))


def _archive(data: bytes) -> Iterator[bytes | Unread]:
    left = _most(data)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for member in archive.infolist():
            yield member.filename.encode("utf-8", "replace")
            if member.flag_bits & 1:
                yield Unread.LOCKED
                continue
            try:
                with archive.open(member) as file:
                    for held in _unpacked(file, left):
                        left -= 0 if isinstance(held, Unread) else len(held)
                        yield held
            except NotImplementedError:
                yield Unread.FOREIGN
            except _BROKEN:
                continue


def _unpacked(file: IO[bytes] | gzip.GzipFile, most: int) -> Iterator[bytes | Unread]:
    """What a packed file says: at once, or in parts where it is long."""
    yield from windows(_pieces(file, most))
    if file.read(1):
        yield Unread.MUCH


def _pieces(file: IO[bytes] | gzip.GzipFile, left: int) -> Iterator[bytes]:
    while left > 0 and (piece := file.read(min(left, 1 << 20))):
        left -= len(piece)
        yield piece


def _lzma(data: bytes) -> Iterator[bytes | Unread]:
    """What is packed, once or several times one after the other."""
    left = MOST
    while data and left > 0:
        reader = lzma.LZMADecompressor(memlimit=_MEMORY)
        held = reader.decompress(data, left)
        left -= len(held)
        yield held
        data = reader.unused_data
    if left <= 0:
        yield Unread.MUCH


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


def _remarks(data: bytes) -> Iterator[bytes]:
    """The blocks of a GIF picture that show nothing: comments, XMP. Each is cut into parts of 255 bytes."""
    at = 13 + _colours(data[10])
    while (kind := data[at]) in b"!,":
        shows = kind == ord(",")
        at += 11 + _colours(data[at + 9]) if shows else 2
        said = bytearray()
        while length := data[at]:
            said += data[at + 1 : at + 1 + length]
            at += 1 + length
        at += 1
        if not shows:
            yield bytes(said)


def _colours(flags: int) -> int:
    """The bytes of a table of colours, where there is one."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _inflated(data: bytes, starts: Iterable[int]) -> Iterator[bytes]:
    """What is deflated at each of these places, where it is."""
    left, view = MOST, memoryview(data)
    for start in starts:
        with suppress(zlib.error):
            held = zlib.decompressobj().decompress(view[start:], max(1, left))
            left -= len(held)
            yield held
