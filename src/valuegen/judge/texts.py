"""Readable text taken apart: pieces, words, sentences, quotations, and the language in which they are."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from unicodedata import is_normalized, normalize

from valuegen.judge.parts import Piece, Sentence, Where, Writing

WORD = re.compile(r"[^\W_]+")

# Accents go, ñ stays: it is a letter of its own (año, ano). One character for one, so that places hold.
_PLAIN = {
    ord(accented): plain for accented, plain in zip("áéíóúüàèìòùâêîôûäëïöç’‘ʼ", "aeiouuaeiouaeiouaeioc'''", strict=True)
}
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


def pieces_of(writing: Writing) -> list[Piece]:
    """What there is to read, in order: title, summary, ask, then the paragraphs of the text."""
    lines: tuple[tuple[Where, str], ...] = (
        ("title", writing.title),
        ("summary", writing.summary),
        ("ask", writing.ask),
    )
    found = [Piece(text, where) for where, text in lines if text]
    if writing.prose:
        found += [
            Piece(each.text, "text", each.line, each.role, each.quoted, each.within)
            for each in writing.prose.paragraphs
        ]
    return found


def fold(text: str) -> str:
    """`text` in lower case without accents (ñ stays), as long as it was."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):  # İ, and few others, grow
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate(_PLAIN)


_CHARSET = "cp1252"
"""All that Spanish and English are written with, a byte a character: what has a byte is NFC, and is read fast."""
_APART = "\x1f"
_ODD = re.compile(r"[^\w\x00-\xff]")


def _bare(mark: str) -> str:
    return mark if mark == _APART else fold(mark) if WORD.fullmatch(mark) else " "


_BARE = bytes.maketrans(
    bytes(range(256)),
    "".join(map(_bare, bytes(range(256)).decode(_CHARSET, "replace"))).encode(_CHARSET, "replace"),
)


def vocabulary(text: str) -> set[str]:
    """The words of a text, folded, each once."""
    return set(map(fold, WORD.findall(text.lower())))


def vocabularies(pieces: Sequence[Piece]) -> tuple[Sequence[Piece], list[set[str]]]:
    """Pieces in NFC (each letter with its accent one character), and the vocabulary of each. Most need no more than a
    look at their bytes."""
    whole = _APART.join([piece.text for piece in pieces])
    try:
        return pieces, _parted(whole, len(pieces))
    except UnicodeEncodeError:  # an arrow, a face, letters of other languages
        if not is_normalized("NFC", whole):
            pieces = [piece._replace(text=normalize("NFC", piece.text)) for piece in pieces]
            whole = _APART.join([piece.text for piece in pieces])
    try:
        return pieces, _parted(_ODD.sub(" ", whole), len(pieces))
    except UnicodeEncodeError:
        return pieces, [vocabulary(piece.text) for piece in pieces]


def _parted(whole: str, count: int) -> list[set[str]]:
    parts = whole.encode(_CHARSET).translate(_BARE).decode(_CHARSET).split(_APART)
    if len(parts) != count:
        raise UnicodeEncodeError(_CHARSET, whole, 0, 1, "the mark between pieces stands within one")
    return list(map(set, map(str.split, parts)))


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
    words = text[start : end - 1].translate(_OPENERS).split()
    if not words or (len(words[-1]) > 1 and words[-1].lower() not in _ABBREVIATED):
        return False
    return _ABBREVIATION.search(text, start, end) is not None


def sentence_at(all: list[Sentence], place: int) -> Sentence:
    """The sentence in which a place lies."""
    starts = [sentence.start for sentence in all]
    return all[max(0, bisect_right(starts, place) - 1)]


def quotations(text: str) -> list[tuple[int, int]]:
    """Where something is quoted: from and to, marks included."""
    return [found.span() for found in _QUOTED.finditer(text)] if any(mark in text for mark in "«“\"‘'") else []


def language_of(words: set[str], default: str) -> str:
    """The language of a text by its commonest words; `default` where that says nothing."""
    spanish, english = len(words & _ES), len(words & _EN)
    return default if spanish == english else "es" if spanish > english else "en"


def languages_of(vocabularies: Sequence[set[str]], together: set[str], default: str) -> list[str]:
    """The language of each of the pieces of a text; that of the whole for those that do not say so."""
    whole = language_of(together, default)
    foreign = (_EN if whole == "es" else _ES) & together
    if not foreign:  # most texts
        return [whole] * len(vocabularies)
    return [
        whole if len(words) <= _FEW or foreign.isdisjoint(words) else language_of(words, whole)
        for words in vocabularies
    ]


def line_at(piece: Piece, place: int) -> int:
    """The line of a place in a piece, within the text."""
    return piece.line + piece.text.count("\n", 0, place)
