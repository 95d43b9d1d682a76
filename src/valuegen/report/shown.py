"""Text that somebody wrote, made safe to show on a terminal or in a log."""

import unicodedata

_BIDI = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


_UNSEEN = frozenset("\u00ad\u180e\u200b\u2060\ufeff")
"""What shows nothing, and makes of a text another one. (Joiners show something, in emoji and in many scripts.)"""


def shown(text: str) -> str:
    """`text` on one line, with control, bidi, invisible and lone surrogate characters as `\\uXXXX`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(character if _is_plain(character) else _escaped(character) for character in text)


def _is_plain(character: str) -> bool:
    return (
        character not in _BIDI
        and character not in _UNSEEN
        and unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
    )


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}"
