"""Fonts: what is said of them. Who made one, and for whom, stands in a table of names, and beside the tables.

WOFF 1.0 is packed as archives are; WOFF 2.0 by Brotli, which Python has not: with the extra `fonts` it is looked into,
without it that is told (`Unread.FONT`). Sources: OpenType 1.9 (name), WOFF 1.0 and 2.0 (W3C).
"""

import struct
import zlib
from collections.abc import Iterator
from typing import Any

from valuegen.extras import is_there
from valuegen.leaks.parts import MOST, Unread

PLAIN, OLD, NEW = (b"\0\1\0\0", b"OTTO", b"true"), b"wOFF", b"wOF2"
_COLLECTION, _ANY_TAG, _GLYF, _LOCA = b"ttcf", 63, 10, 11
_NO_CHANGE = 3
"""Which transformation of glyf and loca leaves them as they are; of the other tables it is 0."""
_TIMES = 4
"""So often may the bytes of a table of names be a name: two platforms share them."""
_MAC = 1
"""The platform whose names are not UTF-16."""


def held_in_font(data: bytes) -> Iterator[bytes | Unread]:
    """What a font says in words. Raises what Python does of what is broken."""
    if data.startswith(NEW):
        yield from _held_in_new(data)
        return
    for table in _old_tables(data) if data.startswith(OLD) else _plain_tables(data):
        yield from _said(table)


def _plain_tables(data: bytes) -> Iterator[bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        if tag == b"name":
            yield data[start : start + length]


def _old_tables(data: bytes) -> Iterator[bytes]:
    """The tables of a WOFF 1.0 file, and the XML about it."""
    (count,) = struct.unpack_from(">H", data, 12)
    places = [struct.unpack_from(">III", data, 48 + 20 * number) for number in range(count)]
    left = MOST
    for start, packed, length in (*places, struct.unpack_from(">III", data, 24)):
        part = data[start : start + packed]
        table = zlib.decompressobj().decompress(part, max(1, left)) if packed < length else part
        left -= len(table)
        yield table


def _said(table: bytes) -> Iterator[bytes]:
    """A table; where it is one of names, each of them by itself, for they follow one another without a space."""
    yield table
    if len(table) < 6:
        return
    form, count, storage = struct.unpack_from(">HHH", table)
    if form > 1 or not count > 0 or not 6 + 12 * count <= storage <= len(table):
        return
    left = _TIMES * len(table)
    for number in range(count):
        platform, _, _, _, length, start = struct.unpack_from(">6H", table, 6 + 12 * number)
        text = table[storage + start : storage + start + length]
        left -= len(text)
        if left < 0:  # names that overlap say nothing more than the table does
            return
        yield text.decode("mac-roman" if platform == _MAC else "utf-16-be", "replace").encode("utf-8", "replace")


def _held_in_new(data: bytes) -> Iterator[bytes | Unread]:
    """The tables of a WOFF 2.0 file, and the XML about it."""
    try:
        import brotli
    except ImportError as missing:
        if is_there(missing):
            raise
        yield Unread.FONT
        return
    flavour, _, count = struct.unpack_from(">4sIH", data, 4)
    packed, _, meta, length = struct.unpack_from(">IIII", data, 20)
    try:
        if length:
            yield _unpacked(brotli.Decompressor(), data[meta : meta + length])
        lengths, start = _directory(data, count)
        if flavour == _COLLECTION:
            start = _past_collection(data, start)
        tables = _unpacked(brotli.Decompressor(), data[start : start + packed])
    except brotli.error as error:
        raise ValueError from error
    for table in _parted(tables, lengths):
        yield from _said(table)
    if len(tables) >= MOST:
        yield Unread.MUCH


def _unpacked(reader: Any, data: bytes) -> bytes:
    made: bytes = reader.process(data, output_buffer_limit=MOST)
    return made


def _parted(tables: bytes, lengths: list[int]) -> Iterator[bytes]:
    at = 0
    for length in lengths:
        yield tables[at : at + length]
        at += length
    yield tables[at:]


def _directory(data: bytes, count: int) -> tuple[list[int], int]:
    """How long each table is as it is packed, and where the directory ends."""
    lengths, at = [], 48
    for _ in range(count):
        flags, at = data[at], at + 1
        kind, way = flags & 63, flags >> 6
        at += 4 if kind == _ANY_TAG else 0
        length, at = _number(data, at)
        if way != (_NO_CHANGE if kind in (_GLYF, _LOCA) else 0):
            length, at = _number(data, at)
        lengths.append(length)
    return lengths, at


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to five bytes, seven bits in each (UIntBase128), and where it ends."""
    found = 0
    for place in range(at, at + 5):
        found = found << 7 | data[place] & 127
        if not data[place] & 128:
            return found, place + 1
    raise ValueError


def _short(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to three bytes (255UInt16), and where it ends."""
    first = data[at]
    if first == 253:
        return struct.unpack_from(">H", data, at + 1)[0], at + 3
    if first in (254, 255):
        return data[at + 1] + (506 if first == 254 else 253), at + 2
    return first, at + 1


def _past_collection(data: bytes, at: int) -> int:
    """Where the directory of a collection of fonts ends."""
    count, at = _short(data, at + 4)
    for _ in range(count):
        tables, at = _short(data, at)
        at += 4
        for _ in range(tables):
            _, at = _short(data, at)
    return at
