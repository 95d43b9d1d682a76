"""What a PDF says: the strings of its objects, and what its pages show, by the tables of its fonts (ISO 32000-1, 9.10).

Most programs number the letters of a page anew for each font, so that the page holds no letter of what it shows. The
table that turns the numbers back (ToUnicode) is what makes it possible to search such a file, and to copy from it.
"""

import base64
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from valuegen.leaks.parts import Unread

MOST = 64 << 20
"""So much of what a file has packed is looked at."""
_LARGEST = 1 << 20
"""A stream that shows no text is kept up to this size: it may be the table of a font."""
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_BEFORE_PICTURE = 64 << 10
_LOCKED = re.compile(rb"/Encrypt\s*(?:<<|\d+\s+\d+\s+R\b)")
VARIANTS = 3
"""So many fonts of one name, on different pages, are tried."""
_STREAM, _END = re.compile(rb"stream\r?\n"), b"endstream"
_FILTER = re.compile(rb"/(?:(ASCIIHexDecode|AHx)|(ASCII85Decode|A85)|(?:FlateDecode|Fl))\b")
_MOST_FILTERS = 4
_OBJECT = re.compile(rb"(\d{1,9})\s+\d{1,5}\s+obj\b")
_TO_UNICODE = re.compile(rb"/ToUnicode\s+(\d{1,9})\s")
_NAMED = re.compile(rb"/([^\s()<>\[\]{}/%]+)\s+(\d{1,9})\s+\d{1,5}\s+R\b")
_NUMBERED = re.compile(rb"(\d{1,9})\s+\d{1,9}\s")
_LETTER = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>")
_LETTERS = re.compile(rb"<([^<>]*)>\s*<([^<>]*)>\s*(?:<([^<>]*)>|\[([^\]]*)\])")
_CODE = re.compile(rb"<([^<>]*)>")
_TOKEN = re.compile(
    rb"(?P<text>\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\)?)*+\)?)|<(?P<hex>[0-9A-Fa-f\s]*+)>|"
    rb"/(?P<name>[^\s()<>\[\]{}/%]*+)|(?P<number>[-+]?\d*\.?\d+)|(?P<word>[A-Za-z'\"*]++)",
    re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r?\n|.)", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r\n": b""}
_GAP = -180.0
"""Thousandths of a letter's height: a gap so wide parts words."""
_NEAR = "\2"
"""Where what follows is put on the same line: a word may go on there, or begin."""
_MOST_LETTERS = 1 << 17
"""So many letters of a font are read: none has more."""


@dataclass(frozen=True, slots=True)
class Table:
    """What the codes of a font stand for; each is of `width` bytes."""

    width: int
    letters: Mapping[bytes, str]

    def text(self, codes: bytes) -> str:
        """The text of some codes; a space for one that stands for nothing."""
        width = self.width
        return "".join(self.letters.get(codes[at : at + width], " ") for at in range(0, len(codes), width))


def held_in_pdf(data: bytes) -> Iterator[bytes | Unread]:
    """The streams of a PDF, what its pages show, and the strings of its objects."""
    objects: dict[int, bytes] = {}
    streams: dict[int, bytes] = {}
    left = MOST
    for number, head, stream in _parts(data):
        objects[number] = head
        if stream is not None:
            left -= 0 if _PICTURE.search(head) else len(stream)
            if len(stream) < _LARGEST or _shows_text(stream):
                streams[number] = stream
            yield stream
            objects.update(_objects_in(stream) if b"/ObjStm" in head else ())
    if left <= 0:
        yield Unread.MUCH
    if any(b"/Encrypt" in head and _LOCKED.search(head) for head in objects.values()):
        yield Unread.LOCKED
    yield "\n".join(_shown(head, {}) for head in objects.values() if b"(" in head or b"<" in head).encode()
    named = list(_named_tables(objects, streams)) or [{}]
    for stream in streams.values():
        if _shows_text(stream):
            for tables in named:
                shown = _shown(stream, tables)
                yield from (shown.replace(_NEAR, gap).encode("utf-8", "replace") for gap in ("", " "))


def _shows_text(stream: bytes) -> bool:
    return b"Tj" in stream or b"TJ" in stream


def _parts(data: bytes) -> Iterator[tuple[int, bytes, bytes | None]]:
    """The objects of a file: number, what is said of it, and its stream, unpacked."""
    at, left, unnumbered = 0, MOST, 0
    while at < len(data):
        begins = _STREAM.search(data, at)
        region = data[at : begins.start() if begins else len(data)]
        starts = list(_OBJECT.finditer(region))
        heads = [(int(one[1]), region[one.end() : end]) for one, end in zip(starts, _ends(starts, region), strict=True)]
        *others, (number, head) = heads or [(unnumbered := unnumbered - 1, region)]
        yield from ((number, head, None) for number, head in others)
        if not begins:
            yield number, head, None
            return
        ends = data.find(_END, begins.end()) % (len(data) + 1)
        at = ends + len(_END)
        if _PICTURE.search(head):  # what is seen; a photo may say before it who is on it
            yield number, head, data[begins.end() : min(ends, begins.end() + _BEFORE_PICTURE)]
            continue
        stream = _unpacked(head, data[begins.end() : ends], max(1, left))
        left -= len(stream)
        yield number, head, stream


def _ends(starts: list[re.Match[bytes]], region: bytes) -> list[int]:
    return [one.start() for one in starts[1:]] + [len(region)] * bool(starts)


def _unpacked(head: bytes, stream: bytes, most: int) -> bytes:
    for hexadecimal, ascii85 in _FILTER.findall(head)[:_MOST_FILTERS] or [(b"", b"")]:
        if hexadecimal:
            digits = b"".join(stream.partition(b">")[0].split())
            with suppress(ValueError):
                stream = bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii", "replace"))
        elif ascii85:
            with suppress(ValueError):
                stream = base64.a85decode(stream.partition(b"~>")[0].strip().removeprefix(b"<~"))
        else:
            with suppress(zlib.error):
                stream = zlib.decompressobj().decompress(stream, most)
    return stream


def _objects_in(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The dictionaries in a stream of objects: their numbers stand before them."""
    head, found, rest = stream.partition(b"<<")
    yield from zip(
        (int(number) for number in _NUMBERED.findall(head + b" ")),
        re.split(rb"(?<=>>)\s*(?=<<)", found + rest),
        strict=False,
    )


def _named_tables(objects: Mapping[int, bytes], streams: Mapping[int, bytes]) -> Iterator[Mapping[bytes, Table]]:
    """The tables by the names that pages give to fonts; more than once where pages name different ones alike."""
    tables: dict[int, Table] = {}
    for number, head in objects.items():
        for found in _TO_UNICODE.finditer(head):
            table = _table(streams.get(int(found[1]), b""))
            if table:
                tables[number] = table
    named: dict[bytes, list[Table]] = {}
    for head in objects.values() if tables else ():
        for name, target in _NAMED.findall(head):
            table = tables.get(int(target))
            known = named.setdefault(name, [])
            if table and table not in known and len(known) < VARIANTS:
                known.append(table)
    for turn in range(max(map(len, named.values()), default=0)):
        yield {name: each[turn % len(each)] for name, each in named.items() if each}


def _table(stream: bytes) -> Table | None:
    letters: dict[bytes, str] = {}
    with suppress(ValueError):
        letters.update(islice(_letters(stream), _MOST_LETTERS))
    width = max(map(len, letters), default=0)
    return Table(width, letters) if width else None


def _letters(stream: bytes) -> Iterator[tuple[bytes, str]]:
    for part in stream.split(b"beginbf")[1:]:
        block = part.partition(b"endbf")[0]
        if block.startswith(b"char"):
            yield from ((_bytes(code), _wide(letter)) for code, letter in _LETTER.findall(block))
        else:
            yield from (one for found in _LETTERS.findall(block) for one in _range(*found))


def _range(first: bytes, last: bytes, letter: bytes, each: bytes) -> Iterator[tuple[bytes, str]]:
    start, end = _bytes(first), _bytes(last)
    number = int.from_bytes(start, "big")
    codes = range(number, min(int.from_bytes(end, "big") + 1, number + (1 << 16), 256 ** len(start)))
    text = _wide(letter)
    listed = [_wide(one) for one in _CODE.findall(each)]
    if text and len(text) == 1:
        listed = [chr(min(0x10FFFF, ord(text) + at)) for at in range(len(codes))]
    yield from ((code.to_bytes(len(start), "big"), one) for code, one in zip(codes, listed, strict=False))


def _bytes(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii", "replace"))


def _wide(digits: bytes) -> str:
    return _bytes(digits).decode("utf-16-be", "replace")


def _shown(stream: bytes, tables: Mapping[bytes, Table]) -> str:
    """The texts of a page one after the other, as they are put beside and below each other."""
    said: list[str] = []
    name, table, numbers, height = b"", None, [0.0], 0.0
    for found in _TOKEN.finditer(stream):
        kind = found.lastgroup
        if kind == "name":
            name = found["name"]
        elif kind == "number":
            numbers = [*numbers[-1:], float(found["number"])]
            said += [" "] if numbers[-1] < _GAP else []
        elif kind == "word":
            if found["word"] == b"Tf":
                table = tables.get(name)
            elif found["word"] in (b"Td", b"TD", b"Tm"):
                goes_on = numbers[-1] == (height if found["word"] == b"Tm" else 0)
                height = numbers[-1] if found["word"] == b"Tm" else height
                said.append(_NEAR if goes_on else "\n")
            elif found["word"] not in (b"Tj", b"TJ", b"BT", b"ET"):
                said.append("\n" if found["word"] in (b"T*", b"'", b'"') else _NEAR)
        else:
            said.append(_string(found, table))
    return "".join(said)


def _string(found: re.Match[bytes], table: Table | None) -> str:
    literal = found["text"]
    codes = _ESCAPE.sub(_escaped, literal[1:].removesuffix(b")")) if literal else _bytes(found["hex"])
    if table:
        return table.text(codes)
    return codes[2:].decode("utf-16-be", "replace") if codes[:2] == b"\xfe\xff" else codes.decode("cp1252", "replace")


def _escaped(found: re.Match[bytes]) -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 0xFF]) if sign.isdigit() else _SHORT.get(sign, sign)
