"""A writing read once for everybody who judges it: its pieces with their words, folded text and language."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from valuegen.judge.parts import Hit, Piece, Sentence, Writing
from valuegen.judge.texts import (
    fold,
    languages_of,
    line_at,
    pieces_of,
    quotations,
    sentence_at,
    sentences,
    vocabularies,
)

# What no reader reads as words: addresses, names of files, @somebody, code in a line that is no Markdown.
_ADDRESS = re.compile(
    r"`[^`\n]*`|(?<!\S)\S*?(?:://|www\.|\w@\w)\S*|(?<!\w)@[\w.-]+|"
    r"(?<![\w./-])/?(?:[\w-]++(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|(?:[\w.-]++/){2,}[\w.-]*)"
)
_EITHER = re.compile(r"(?<=\b\w)/(?=\w\b)")  # A/B
_MARKS = re.compile(r"[@/`]|\.[\w-]|www\.")
_QUOTES = str.maketrans(dict.fromkeys('"«»“”', " "))


@dataclass
class Reading:
    """A piece as those who judge it need it. What costs something is made when it is asked for."""

    piece: Piece
    words: set[str] = field(default_factory=set)
    language: str = "es"

    @cached_property
    def folded(self) -> str:
        """The text folded, as long as it was; addresses and quotation marks are blanks."""
        folded = fold(self.piece.text).translate(_QUOTES)
        if "/" in folded:
            folded = _EITHER.sub(" ", folded)
        if _MARKS.search(folded):
            folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
        return folded

    @cached_property
    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        return sentences(self.piece.text)

    @cached_property
    def quotations(self) -> list[tuple[int, int]]:
        """Where something is quoted."""
        return quotations(self.piece.text)

    def sentence(self, place: int) -> Sentence:
        """The sentence in which a place lies."""
        return sentence_at(self.sentences, place) if self.sentences else Sentence(0, len(self.piece.text))

    def is_quoted(self, start: int, end: int) -> bool:
        """Whether what stands there is somebody else's: between quotation marks, or in a block quote."""
        return self.piece.quoted or any(first <= start and end <= last for first, last in self.quotations)

    def hit(self, sort: str, start: int, end: int) -> Hit:
        """What stands there, found to be of that sort."""
        text = " ".join(self.piece.text[start:end].split())
        return Hit(sort, text, self.piece.where, line_at(self.piece, start))


class Readings(list[Reading]):
    """All pieces of a writing, in order, and what they have together: `words`, the folded words of all."""

    def __init__(self, readings: Iterable[Reading], words: set[str]) -> None:
        super().__init__(readings)
        self.words = words

    @cached_property
    def text(self) -> str:
        """The texts of all, parted by line ends."""
        return "\n".join([reading.piece.text for reading in self])

    @cached_property
    def languages(self) -> set[str]:
        """The languages of all."""
        return {reading.language for reading in self}


def readings_of(writing: Writing, default: str) -> Readings:
    """Every piece of a writing, in order. A piece that does not say so is in the language of the whole."""
    pieces, words = vocabularies(pieces_of(writing))
    together = set().union(*words)
    return Readings(map(Reading, pieces, words, languages_of(words, together, default)), together)


def words_of(readings: Iterable[Reading]) -> set[str]:
    """The folded words of some pieces."""
    return set().union(*(reading.words for reading in readings))
