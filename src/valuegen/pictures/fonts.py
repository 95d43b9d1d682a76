"""How wide a text is in a font (OpenType 1.9: head, hhea, hmtx, cmap, name, OS/2). Kerning is left out: it is small."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

_TRUE_TYPE, _OPEN_TYPE = b"\0\1\0\0", b"OTTO"
_FAMILY, _BETTER_FAMILY = 1, 16
_UNICODE = ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3))
_LARGEST_MAP = 70_000


class BrokenFont(ValueError):
    """The file is no TrueType or OpenType font."""


@dataclass(frozen=True, slots=True)
class Font:
    """A face. `advances`: character → the room it takes, in ems; `other`: that of a character it has not."""

    family: str
    weight: int
    other: float
    advances: dict[str, float] = field(repr=False)

    def width(self, text: str) -> float:
        """The room that a text takes, in ems."""
        known, other = self.advances, self.other
        return sum(known.get(character, other) for character in text)

    def has(self, text: str) -> bool:
        """Whether it has all characters of a text."""
        return all(character in self.advances or character.isspace() for character in text)


@lru_cache(maxsize=8)
def font_of(data: bytes) -> Font:
    """Read a font. Raises `BrokenFont`."""
    try:
        return _font(data)
    except (struct.error, IndexError, KeyError, UnicodeDecodeError, ZeroDivisionError) as wrong:
        raise BrokenFont from wrong


def _font(data: bytes) -> Font:
    if data[:4] not in (_TRUE_TYPE, _OPEN_TYPE):
        raise BrokenFont
    tables = _tables(data)
    (em,) = struct.unpack_from(">H", tables["head"], 18)
    (count,) = struct.unpack_from(">H", tables["hhea"], 34)
    wide = [struct.unpack_from(">H", tables["hmtx"], 4 * number)[0] / em for number in range(max(1, count))]
    (weight,) = struct.unpack_from(">H", tables["OS/2"], 4)
    advances = {chr(code): wide[min(glyph, len(wide) - 1)] for code, glyph in _map(tables["cmap"])}
    return Font(_family(tables["name"]), weight, wide[0], advances)


def _tables(data: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", data, 4)
    found: dict[str, bytes] = {}
    for number in range(count):
        tag, _, start, length = struct.unpack_from(">4sIII", data, 12 + 16 * number)
        found[tag.decode("latin-1")] = data[start : start + length]
    return found


def _map(table: bytes) -> Iterator[tuple[int, int]]:
    """Code points and glyphs, by the best Unicode map there is."""
    (count,) = struct.unpack_from(">H", table, 2)
    maps = {
        (platform, coding): start
        for platform, coding, start in (struct.unpack_from(">HHI", table, 4 + 8 * number) for number in range(count))
    }
    at = next((maps[key] for key in _UNICODE if key in maps), None)
    if at is None:
        raise BrokenFont
    (form,) = struct.unpack_from(">H", table, at)
    if form == 12:
        yield from _groups(table, at)
    elif form == 4:
        yield from _segments(table, at)
    else:
        raise BrokenFont


def _groups(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", table, at + 12)
    total = 0
    for number in range(count):
        first, last, glyph = struct.unpack_from(">III", table, at + 16 + 12 * number)
        total += last - first + 1
        if not first <= last <= 0x10FFFF or total > _LARGEST_MAP:
            raise BrokenFont
        yield from ((code, glyph + code - first) for code in range(first, last + 1))


def _segments(table: bytes, at: int) -> Iterator[tuple[int, int]]:
    count = struct.unpack_from(">H", table, at + 6)[0] // 2
    rows = at + 14
    for number in range(count):
        last = struct.unpack_from(">H", table, rows + 2 * number)[0]
        first, delta, offset = (
            struct.unpack_from(">H", table, rows + 2 + 2 * (count * row + number))[0] for row in (1, 2, 3)
        )
        place = rows + 2 + 2 * (3 * count + number)
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if offset:
                (glyph,) = struct.unpack_from(">H", table, place + offset + 2 * (code - first))
            if glyph or not offset:
                yield code, (glyph + delta) & 0xFFFF


def _family(table: bytes) -> str:
    count, texts = struct.unpack_from(">HH", table, 2)
    found: dict[int, str] = {}
    for number in range(count):
        platform, _, language, name, length, start = struct.unpack_from(">6H", table, 6 + 12 * number)
        if platform == 3 and name in (_FAMILY, _BETTER_FAMILY) and (name not in found or language == 0x409):
            found[name] = table[texts + start : texts + start + length].decode("utf-16-be")
    return found.get(_BETTER_FAMILY) or found[_FAMILY]
