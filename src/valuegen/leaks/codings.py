"""Codings that a text can hide in, undone: entities, percent, backslashes, quoted-printable.

`entities` is undone in place. The others mean something only here and there, so `decoded` gives the surroundings of
each place that may be coded, undone; what is there uncoded has been looked at before.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import Any

from valuegen.leaks.fold import plain
from valuegen.prose.entities import entities_undone

MARGIN = 120
"""So many characters on both sides of what is coded belong to it: five words, mostly more."""

_ENTITY = re.compile(r"&(?:#0*\d{1,7}|#[xX]0*[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_BARE_ENTITY = re.compile(r"&(?:#0*+\d{1,7}|#[xX]0*+[0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31})")
_PERCENT = re.compile(r"%(?:u[0-9a-fA-F]{4}|[0-9a-fA-F]{2}(?:%[0-9a-fA-F]{2})*)")
_ESCAPE = re.compile(
    r"\\(?:u([0-9a-fA-F]{4})(?:\\u([dD][c-fC-F][0-9a-fA-F]{2}))?|u\{([0-9a-fA-F]{1,6})\}|x([0-9a-fA-F]{2})|([nrtbfv/\"'\\]))"
)
_CSS_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})[ \t\n]?")
_OCTAL = re.compile(r"\\([0-3][0-7]{2})")
_PRINTABLE = re.compile(r"=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n)(?:=(?:[0-9A-Fa-f]{2}|[ \t]*\r?\n))*")
_FOLDING = re.compile(r"\r?\n[ \t]")


def entities(text: str) -> str:
    """A text with its entities undone, and theirs in turn."""
    for _ in range(5):
        if "&" not in text:
            break
        text, before = _ENTITY.sub(lambda found: _entity(found[0]), text), text
        if text == before:
            break
    return text


@lru_cache(maxsize=1 << 12)
def _entity(entity: str) -> str:
    return entities_undone(entity)


def decoded(text: str) -> Iterator[str]:
    """What else the coded places of a text may say, with their surroundings."""
    if "&" in text:
        yield from _around(text, _BARE_ENTITY, lambda part: _BARE_ENTITY.sub(lambda found: _entity(found[0]), part))
    if "%" in text:
        yield from _around(text, _PERCENT, lambda part: _PERCENT.sub(_percent, part))
    if "\\" in text:
        yield from _around(text, _ESCAPE, lambda part: _ESCAPE.sub(_escape, part))
        yield from _around(
            text, _CSS_ESCAPE, lambda part: _CSS_ESCAPE.sub(lambda found: _character(found[1], 16), part)
        )
        yield from _around(text, _OCTAL, lambda part: _OCTAL.sub(lambda found: _character(found[1], 8), part))
    if "=" in text:
        yield from _around(text, _PRINTABLE, lambda part: _PRINTABLE.sub(_printable, part))
    if "BEGIN:V" in text:  # a calendar or a card: long lines are folded
        yield _FOLDING.sub("", text)


def near(found: Iterable[re.Match[Any]], margin: int, length: int) -> Iterator[tuple[int, int]]:
    """Where the surroundings of each match begin and end; those that touch are one."""
    first = last = -1
    for match in found:
        if first < 0 or match.start() - margin > last:
            if first >= 0:
                yield first, last
            first = max(0, match.start() - margin)
        last = min(length, match.end() + margin)
    if first >= 0:
        yield first, last


def _around(text: str, coded: re.Pattern[str], undo: Callable[[str], str]) -> Iterator[str]:
    """The parts of a text around what is `coded`, undone. None is cut within a word."""
    for first, last in near(coded.finditer(text), MARGIN, len(text)):
        while first > 0 and text[first - 1].isalnum():
            first -= 1
        while last < len(text) and text[last].isalnum():
            last += 1
        yield undo(text[first:last])


def _percent(found: re.Match[str]) -> str:
    if found[0][1] == "u":
        return _character(found[0][2:], 16)
    return _bytes(bytes.fromhex(found[0].replace("%", "")))


def _printable(found: re.Match[str]) -> str:
    return _bytes(bytes.fromhex("".join(found[0].split()).replace("=", "")))


def _bytes(data: bytes) -> str:
    try:
        return plain(data.decode("utf-8"))
    except UnicodeDecodeError:
        return plain(data.decode("latin-1"))


_SHORT = {"n": "\n", "r": "\r", "t": "\t", "b": " ", "f": " ", "v": " "}


def _escape(found: re.Match[str]) -> str:
    four, second, braced, two, short = found.groups()
    if short:
        return _SHORT.get(short, short)
    if second and 0xD800 <= int(four, 16) < 0xDC00:
        return chr(0x10000 + (int(four, 16) - 0xD800 << 10) + int(second, 16) - 0xDC00)
    return _character(four or braced or two, 16) + (_character(second, 16) if second else "")


def _character(digits: str, base: int) -> str:
    number = int(digits, base)
    return plain(chr(number)) if number < 0x110000 and not 0xD800 <= number < 0xE000 else " "
