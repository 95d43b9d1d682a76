"""Readable text taken apart: pieces, words, sentences, quotations, and the language in which they are."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from operator import attrgetter

from valuegen.judge.parts import Sentence, Where, Writing
from valuegen.prose import Paragraph

# Sentences end at their marks before white space, and at a line that ends with a colon or stands in a list.
# (One set of marks stands first, so that `re` goes from mark to mark.)
_END = re.compile(r"[.!?…\n](?:(?<=\n)(?=\s*\n)|(?<!\n)[.!?…]*+[)\]}»”’\"']*+(?=\s|$))")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"])(?:[A-ZÁÉÍÓÚÑ]|[Ss]ra?s?|[Dd]ra?s?|[Dd]ña|[Dd]|[Uu]ds?|[Vv]ds?|p\.\s?ej|ej|etc|aprox|[Aa]rt|[Nn]úm|[Pp]ág|"
    r"[Tt]el|[Aa]v|[Mm]r|[Mm]rs|[Mm]s|[Ss]t|e\.g|i\.e|vs|[Nn]o|EE|UU)\.$"
)
_LONGEST = 8
"""No abbreviation has more letters."""
# How those end, or the words they are: a look at these is cheaper.
_ABBREVIATED = frozenset(
    "sr sra srs sras dr dra drs dras dña d ud uds vd vds ej p.ej etc aprox art núm pág tel av mr mrs ms st e.g i.e vs "
    "no ee uu".split()
)
_OPENERS = str.maketrans(dict.fromkeys('(«“"', " "))
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|(?<![\w\"])\"[^\"\n]*\"(?!\w)|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^'\n]{2,}'(?!\w)")

# The commonest words of both languages: grammar, by which alone a text is told to be in one of them.
_ES = frozenset(
    "el la los las un una unos unas de del que y o en con por para se su sus tu tus te lo le les es son como mas pero "
    "si ya esta este esto al muy cuando donde hay ser nos nuestro nuestra mi me ha he has sin sobre hasta desde".split()
)
_EN = frozenset(
    "the of and to in is you that it for on are with as your this be at have from or by we can not will if our an "
    "what when which how was they do has but their his her its my so than then there these i".split()
)
_FEW = 3
"""A piece of so many words is in the language of what stands around it."""

_START = attrgetter("start")


def pieces_of(writing: Writing) -> tuple[list[Where], Sequence[Paragraph]]:
    """What there is to read, in order: title, summary, ask, then the paragraphs of the text; and what of it the first
    are."""
    paragraphs = writing.prose.paragraphs if writing.prose else ()
    lines: tuple[tuple[Where, str], ...] = (
        ("title", writing.title),
        ("summary", writing.summary),
        ("ask", writing.ask),
    )
    said = [(where, text) for where, text in lines if text]
    return [where for where, _ in said], [*(Paragraph(text, 1, 0) for _, text in said), *paragraphs]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a piece, in order; together they cover it."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[0] == "." and _is_abbreviated(text, max(start, end.start() - _LONGEST), end.end()):
            continue
        found.append(Sentence(start, end.end(), "?" in end[0]))
        start = end.end()
    if text[start:].strip():
        found.append(Sentence(start, len(text)))
    return found


def _is_abbreviated(text: str, start: int, end: int) -> bool:
    last = text[max(start, text.rfind(" ", start, end) + 1) : end - 1]
    if len(last) >= _LONGEST or (len(last) > 1 and last.isalpha() and last.lower() not in _ABBREVIATED):
        return False  # most sentences end with longer words
    words = text[start : end - 1].translate(_OPENERS).split()
    if not words or (len(words[-1]) > 1 and words[-1].lower() not in _ABBREVIATED):
        return False
    return _ABBREVIATION.search(text, start, end) is not None


def sentence_at(all: list[Sentence], place: int) -> Sentence:
    """The sentence in which a place lies."""
    return all[max(0, bisect_right(all, place, key=_START) - 1)]


def quotations(text: str) -> list[tuple[int, int]]:
    """Where something is quoted: from and to, marks included."""
    # spelled out, because it is asked of many paragraphs
    if "«" in text or "“" in text or '"' in text or "‘" in text or "'" in text:
        return [found.span() for found in _QUOTED.finditer(text)]
    return []


def language_of(words: set[str], default: str) -> str:
    """The language of a text by its commonest words; `default` where that says nothing."""
    spanish, english = len(words & _ES), len(words & _EN)
    return default if spanish == english else "es" if spanish > english else "en"


def foreign_in(words: set[str], language: str) -> set[str]:
    """The commonest words of the other language that are among these: in most texts none."""
    return words & (_EN if language == "es" else _ES)


def is_long(words: set[str]) -> bool:
    """Whether a piece has enough words to be in a language of its own."""
    return len(words) > _FEW


def line_at(piece: Paragraph, place: int) -> int:
    """The line of a place in a piece, within the text."""
    return piece.line + piece.text.count("\n", 0, place)
