"""What stands where YAML looks for spaces, and is none: tabs, and what is pasted from web pages and word processors."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

_ODD = re.compile("[\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]")
_PLACE = re.compile(rf"(?:^ *|[:-] ?)({_ODD.pattern})")
"""Where it matters: before a key, and after a colon or a hyphen."""


def odd_space(lines: Sequence[str], numbers: Iterable[int]) -> tuple[int, int, str] | None:
    """The first odd space where it matters on some lines: its line and column (from 0), and its code."""
    for number in sorted(numbers):
        found = _PLACE.search(lines[number]) if 0 <= number < len(lines) else None
        if found:
            return number, found.start(1), f"U+{ord(found[1]):04X}"
    return None


def has_odd(line: str) -> bool:
    """Whether there is one anywhere on a line."""
    return _ODD.search(line) is not None


def without_odd(line: str) -> str:
    """A line with ordinary spaces, and without what shows nothing."""
    return _ODD.sub(lambda odd: " " if unicodedata.category(odd[0]) == "Zs" else "", line)


def spread(line: str, width: int) -> tuple[str, int, int]:
    """The line with its tabs as spaces (one space inside it), its new indentation, and by how much that grew."""
    text = line.lstrip(" \t")
    indent = line[: len(line) - len(text)]
    wider = indent.replace("\t", " " * width)
    return wider + text.replace("\t", " "), len(wider), len(wider) - len(indent)
