"""Readable text taken apart: pieces, words, sentences, quotations, and the language in which they are."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from itertools import chain

from valuegen.judge.parts import Piece, Sentence, Where, Writing

WORD = re.compile(r"[^\W_]+")

# Accents go, ñ stays: it is a letter of its own (año, ano). One character for one, so that places hold.
_PLAIN = {
    ord(accented): plain for accented, plain in zip("áéíóúüàèìòùâêîôûäëïöç’‘ʼ", "aeiouuaeiouaeiouaeioc'''", strict=True)
}
# Sentences end at their marks before white space, and at a line that ends with a colon or stands in a list.
_END = re.compile(r"[.!?…]++[)\]}»”’\"']*+(?=\s|$)|\n(?=\s*\n)")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(«“\"])(?:[A-ZÁÉÍÓÚÑ]|[Ss]ra?s?|[Dd]ra?s?|[Dd]ña|[Dd]|[Uu]ds?|[Vv]ds?|p\.\s?ej|ej|etc|aprox|[Aa]rt|[Nn]úm|[Pp]ág|"
    r"[Tt]el|[Aa]v|[Mm]r|[Mm]rs|[Mm]s|[Ss]t|e\.g|i\.e|vs|[Nn]o|EE|UU)\.$"
)
_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|(?<![\w\"])\"[^\"\n]*\"(?!\w)|(?<!\w)‘[^’]*’(?!\w)|(?<!\w)'[^'\n]{2,}'(?!\w)")

_ES = frozenset(
    "el la los las un una unos unas de del que y o en con por para se su sus tu tus te lo le les es son como mas pero "
    "si ya esta este esto al muy cuando donde hay ser nos nuestro nuestra mi me ha he has sin sobre hasta desde".split()
)
_EN = frozenset(
    "the of and to in is you that it for on are with as your this be at have from or by we can not will if our an "
    "what when which how was they do has but their his her its my so than then there these i".split()
)


def pieces_of(writing: Writing) -> Iterator[Piece]:
    """What there is to read, in order: title, summary, ask, then the paragraphs of the text."""
    lines: tuple[tuple[Where, str], ...] = (
        ("title", writing.title),
        ("summary", writing.summary),
        ("ask", writing.ask),
    )
    for where, text in lines:
        if text:
            yield Piece(unicodedata.normalize("NFC", text), where)
    for paragraph in writing.prose.paragraphs if writing.prose else ():
        text = paragraph.text if paragraph.text.isascii() else unicodedata.normalize("NFC", paragraph.text)
        yield Piece(text, "text", paragraph.line, paragraph.role, paragraph.quoted, paragraph.within)


def fold(text: str) -> str:
    """`text` in lower case without accents (ñ stays), as long as it was."""
    low = text.lower()
    if low.isascii():
        return low
    if len(low) != len(text):  # İ, and few others, grow
        low = "".join(one.lower() if len(one.lower()) == 1 else one for one in text)
    return low.translate(_PLAIN)


class _Words(dict[str, tuple[str, ...]]):
    """What stands between two spaces -> its folded words. A memo: most are common words, and come again and again."""

    def __missing__(self, token: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        words = self[token] = tuple(map(fold, WORD.findall(token)))
        return words


_MOST = 1 << 16
_words_in = _Words().__getitem__


def vocabulary(text: str) -> set[str]:
    """The words of a text, folded, each once."""
    return set(chain.from_iterable(map(_words_in, text.lower().split())))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a piece, in order; together they cover it."""
    found, start = [], 0
    for end in _END.finditer(text):
        if end[0] == "." and _ABBREVIATION.search(text, start, end.end()):
            continue
        found.append(Sentence(start, end.end(), "?" in end[0]))
        start = end.end()
    if text[start:].strip():
        found.append(Sentence(start, len(text)))
    return found


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


def line_at(piece: Piece, place: int) -> int:
    """The line of a place in a piece, within the text."""
    return piece.line + piece.text.count("\n", 0, place)
