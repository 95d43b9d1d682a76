"""Whether a text is one that both engines are known to read alike: asked of the text alone, before either.

What stands here was found by giving both the same texts, made of pieces of Markdown (`tests/prose/test_fast.py`). When
in doubt it says no: a text that is turned away is read by the usual engine, and nothing is lost but time.
"""

import re
import string
from itertools import chain, pairwise

from valuegen.prose.blocks import DEPTH

LONGEST = 100_000
"""Characters."""
MARKS, BRACKETS, PIPES = 2_000, 500, 50_000
"""Of emphasis, of links, of tables (in the widest line, times the lines): where the other parser takes long or much."""

# White space that is none to that parser, but to ours, at the ends of a text; within it, it does no harm.
_WIDE = re.compile("[\x1c-\x1f\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff]")
_WIDE_WITHIN = re.compile(r"(?<=[^\s|>#*+-])[\xa0\u202f](?=[^\s|#])")
# (Two, since `re` finds what begins with one character thrice as soon.)
_EMPHASIS = (re.compile(r"\*[*_]*"), re.compile(r"_[*_]*"))
# What may stand beside a mark of emphasis, with letters and figures: what both know as punctuation. (Ours counts signs
# like "€" among it, and that parser doesn't; with white space on the other side, that decides nothing.)
_BESIDE = frozenset("¡¿«»“”‘’—–…" + string.punctuation)
_EDGE = frozenset(("", " ", "\n"))
_ITEM = r"(?:[-+*]|\d{1,9}[.)])"
# Each begins with a line's end, which is found soon: a list's item with nothing in it, a quote that goes on in a line
# without its mark, many marks in one line.
_EMPTY_ITEM = re.compile(rf"\n[ >]*(?:{_ITEM} +)*{_ITEM} *(?=\n)")
_LAZY = re.compile(rf"\n *(?:{_ITEM} +)*>[^\n]*\n(?! *[>\n])")
_DEEP = re.compile(r"\n *(?:(?:[>*+-]|\d{1,9}[.)]) *+){12}")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_IN_CODE = re.compile(r"[^`]*+(?:`[^`|]++`[^`]++)*+(?:`[^`|]++`)?")
_DELIMITERS = re.compile(r"[ >]*[-:|][-:| ]*")
_DELIMITER_ROW = re.compile(r"\|(?: *:?-+:? *\|)+")


def is_plain(text: str) -> bool:
    """Whether the engine `fast` may read it."""
    framed = f"\n{text}\n"
    return (
        len(text) <= LONGEST
        and "[^" not in text  # footnotes are ours
        and "\t" not in text
        and _spaces(text)
        and ("[" not in text or _brackets(text))
        and _emphasis(text)
        and _EMPTY_ITEM.search(framed) is None
        and (">" not in text or _LAZY.search(framed) is None)
        and _DEEP.search(framed) is None
        and ("`" not in text or _code(text))
        and ("|" not in text or _tables(text))
    )


def _spaces(text: str) -> bool:
    if text.isascii() or ("\xa0" not in text and _is_western(text)):
        return True
    wide = len(_WIDE.findall(text))
    return not wide or ("]:" not in text and wide == len(_WIDE_WITHIN.findall(text)))


def _is_western(text: str) -> bool:
    """Whether it has only characters among which no white space hides."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _brackets(text: str) -> bool:
    """Not many, and in no block so many that they may stand deeper in each other than is looked into."""
    many = text.count("[")
    return many <= DEPTH or (many <= BRACKETS and all(part.count("[") <= DEPTH for part in text.split("\n\n")))


def _emphasis(text: str) -> bool:
    if text.count("*") + text.count("_") > MARKS:
        return False
    for mark in chain(_EMPHASIS[0].finditer(text), _EMPHASIS[1].finditer(text)):
        start, end = mark.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        is_mixed = "*" in mark[0] and "_" in mark[0]
        if (before in _EDGE or after in _EDGE) and not is_mixed:
            continue
        if not _is_known(before) or not _is_known(after):
            return False
    return True


def _is_known(character: str) -> bool:
    return character in _EDGE or character in _BESIDE or character.isalnum()


def _code(text: str) -> bool:
    """Backticks in pairs, each in its line: that parser ends in a panic where one stays alone behind a bracket."""
    if "\\`" in text:
        return False
    for line in text.split("\n"):
        if "`" in line and not _FENCE.match(line) and _IN_CODE.fullmatch(line) is None:
            return False
    return True


def _tables(text: str) -> bool:
    """Tables as people write them, a bar at both ends of each line."""
    lines = text.split("\n")
    if max(line.count("|") for line in lines) * len(lines) > PIPES:
        return False
    for before, line in pairwise(lines):
        if ("|" in line or "|" in before) and _DELIMITERS.fullmatch(line):
            head, row = before.strip(" "), line.strip(" ")
            if not (head[:1] == head[-1:] == "|" and len(head) > 1 and _DELIMITER_ROW.fullmatch(row)):
                return False
    return True
