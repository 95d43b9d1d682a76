"""A writing read once for everybody who judges it: its pieces with their words, folded text and language."""

import re
from collections.abc import Iterable, Sequence

from valuegen.judge.lazy import lazy
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


class Reading:
    """A piece as those who judge it need it: its folded words, its language. What costs something is made when it is
    asked for."""

    def __init__(self, piece: Piece, words: set[str], language: str = "es") -> None:
        self.piece, self.words, self.language = piece, words, language

    @lazy
    def folded(self) -> str:
        """The text folded, as long as it was; addresses and quotation marks are blanks."""
        folded = fold(self.piece.text).translate(_QUOTES)
        if "/" in folded:
            folded = _EITHER.sub(" ", folded)
        if _MARKS.search(folded):
            folded = _ADDRESS.sub(lambda found: " " * len(found[0]), folded)
        return folded

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
    """All pieces of a writing, in order, and what they have together: `words`, the folded words of all, `languages`,
    and `text`, the texts of all, parted by line ends."""

    def __init__(self, pieces: Sequence[Piece], words: list[set[str]], default: str) -> None:
        self.words = set().union(*words)
        languages = languages_of(words, self.words, default)
        super().__init__(map(Reading, pieces, words, languages))
        self.languages = set(languages)
        self.text = "\n".join([piece.text for piece in pieces])


def readings_of(writing: Writing, default: str) -> Readings:
    """Every piece of a writing, in order. A piece that does not say so is in the language of the whole."""
    return Readings(*vocabularies(pieces_of(writing)), default)


def words_of(readings: Iterable[Reading]) -> set[str]:
    """The folded words of some pieces."""
    return set().union(*(reading.words for reading in readings))
