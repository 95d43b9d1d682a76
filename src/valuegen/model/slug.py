"""A text as an id: lower-case letters, digits and hyphens, of any script."""

import re

from slugify import slugify

_OTHERS = re.compile("[^a-z0-9]+")
_BETWEEN_DIGITS = re.compile(r"(?<=\d),(?=\d)")
_PLAIN_UP_TO = 0x24F
"""The last of the characters that mean the same wherever they stand: those of European languages."""


def slug_of(text: str) -> str:
    """`Masa madre` → `masa-madre`, `日本語` → `ri-ben-yu`; a text of signs alone is spelt by its code points.

    Never empty.
    """
    made = _quick(text) if text and ord(max(text)) <= _PLAIN_UP_TO else _slugified(text)
    return made or "-".join(f"{ord(character):x}" for character in text) or "0"


def _slugified(text: str) -> str:
    # The backend is named: else it is another one where Unidecode happens to be installed, and slow where it is not.
    return slugify(text, entities=False, decimal=False, hexadecimal=False, backend="text-unidecode")


def _quick(text: str) -> str:
    """What slugify would make, of a text of characters that were asked about one by one."""
    spelt = text.translate(_SPELT)
    if "," in spelt:
        spelt = _BETWEEN_DIGITS.sub("", spelt)
    return _OTHERS.sub("-", spelt).strip("-")


class _Spelt(dict[int, str]):
    """What slugify makes of each character; a comma and what is no letter stay what they are till all is spelt."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        # between letters, so that it keeps what would be cut off at the ends
        self[code] = character if character in ",'" else _slugified(f"x{character}x")[1:-1]
        return self[code]


_SPELT = _Spelt()
