"""Texts in the user's own words, and the names of other things: how each is read."""

import re
import unicodedata
from sys import intern

from valuegen.model.values import Wrong
from valuegen.words import msg


def line_of(text: str) -> str:
    """A one-line text: white space of any kind is one space, other control characters are refused."""
    if text.isprintable() and "  " not in text:  # a space is the only white space that can be printed
        folded = text.strip()
    else:
        folded = " ".join(_SPACE.split(text)).strip()
        if not folded.isprintable():
            refuse_controls(folded)
    if not _SEEN.search(folded):
        empty = msg("Nothing can be seen in this text.") if folded else msg("This text is empty.")
        raise Wrong(empty, msg("Write it, or remove the key."))
    return folded


_SEEN = re.compile(
    r"[^\s\x00-\x1f\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    r"\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
"""Anything but what shows nothing: Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, and U+2800, a
pattern of Braille without a dot."""
_SPACE = re.compile(r"[\s\x85]+")


def text_of(text: str) -> str:
    """A text of any length, with its lines."""
    if "\0" in text:
        raise Wrong(msg("There is a NUL character in this text."), msg("Remove it."))
    return text


def refuse_controls(text: str) -> None:
    """Raise `Wrong` for a control character, which nobody can see."""
    for character in text:
        if unicodedata.category(character) == "Cc":
            code = f"U+{ord(character):04X}"
            raise Wrong(
                msg("There is an invisible control character ({code}) in this text.", code=code), msg("Remove it.")
            )


def name_of(text: str) -> str:
    """The id of something else, as it was written."""
    name = text.strip()
    if not name:
        raise Wrong(msg("This name is empty."), msg("Write it, or remove the key."))
    return intern(name)


def language_of(text: str) -> str:
    """The code of a language as pages write it: `pt_br` is pt-BR."""
    language, _, region = name_of(text).replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper()}" if region else language.lower()
