"""A writing read once for everybody who judges it: its pieces with their words, folded text and language."""

import re
from collections.abc import Sequence

from valuegen.judge.lazy import lazy
from valuegen.judge.letters import folded, lower
from valuegen.judge.parts import Hit, Piece, Sentence, Writing
from valuegen.judge.texts import (
    foreign_in,
    is_long,
    language_of,
    line_at,
    pieces_of,
    quotations,
    sentence_at,
    sentences,
)

# What no reader reads as words: addresses, names of files, @somebody, code in a line that is no Markdown.
_ADDRESS = re.compile(
    r"`[^`\n]*`|(?<!\S)\S*?(?:://|www\.|\w@\w)\S*|(?<!\w)@[\w.-]+|"
    r"(?<![\w./-])/?(?:[\w-]++(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|(?:[\w.-]++/){2,}[\w.-]*)"
)
_EITHER = re.compile(r"(?<=\b\w)/(?=\w\b)")  # A/B
_MARKS = re.compile(r"[@/`]|\.[\w-]|www\.")
_QUOTES = '"«»“”'


class Reading:
    """A piece as those who judge it need it: `plain`, its text folded, and the folded `words`, in their `sequence` too;
    its language. What costs something is made when it is asked for."""

    language = "es"

    def __init__(self, piece: Piece, plain: str, sequence: list[str]) -> None:
        self.piece, self.plain, self.sequence, self.words = piece, plain, sequence, set(sequence)

    @lazy
    def folded(self) -> str:
        """The text folded, as long as it was; addresses and quotation marks are blanks."""
        folded = self.plain
        for mark in _QUOTES:
            folded = folded.replace(mark, " ")
        if "/" in folded:
            folded = _EITHER.sub(" ", folded)
        if _MARKS.search(folded):
            folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
        return folded

    @lazy
    def low(self) -> str:
        """The text in lower case."""
        return lower(self.piece.text)

    @lazy
    def sentences(self) -> list[Sentence]:
        """Its sentences."""
        return sentences(self.piece.text)

    @lazy
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
    """All pieces of a writing, in order, and what they have together: `words`, the folded words of all, the `language`
    of the whole, the `languages` of all pieces, `foreign`, the commonest words of another one, and `text`, the texts of
    all, parted by line ends."""

    def __init__(self, pieces: Sequence[Piece], default: str) -> None:
        texts, plain, words = folded([piece.text for piece in pieces])
        made = [
            piece if piece.text is text else piece._replace(text=text)
            for piece, text in zip(pieces, texts, strict=True)
        ]
        super().__init__(map(Reading, made, plain, words))
        self.words = set().union(*[reading.words for reading in self])
        self.language = language_of(self.words, default)
        self.languages = {self.language}
        self.foreign = foreign_in(self.words, self.language)
        for reading in self:
            reading.language = self.language
            if self.foreign and is_long(reading.words) and not self.foreign.isdisjoint(reading.words):
                reading.language = language_of(reading.words, self.language)
                self.languages.add(reading.language)
        self.text = "\n".join(texts)


def readings_of(writing: Writing, default: str) -> Readings:
    """Every piece of a writing, in order. A piece that does not say so is in the language of the whole."""
    return Readings(pieces_of(writing), default)
