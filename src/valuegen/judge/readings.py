"""A writing read once for everybody who judges it: its pieces with their words, folded text and language."""

import re
from collections.abc import Iterator, Sequence, Set

from valuegen.judge.lazy import lazy
from valuegen.judge.letters import accented_in, folded
from valuegen.judge.parts import Hit, Sentence, Where, Writing
from valuegen.judge.phrases import Phrases
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
from valuegen.prose import Paragraph

# What no reader reads as words: addresses, names of files, @somebody, code in a line that is no Markdown.
_ADDRESS = re.compile(
    r"`[^`\n]*`|(?<!\S)\S*?(?:://|www\.|\w@\w)\S*|(?<!\w)@[\w.-]+|"
    r"(?<![\w./-])/?(?:[\w-]++(?:\.[\w-]+)*\.[a-z]{2,}(?:/\S*)?|(?:[\w.-]++/){2,}[\w.-]*)"
)
_EITHER = re.compile(r"(?<=\b\w)/(?=\w\b)")  # A/B
_MARKS = ("@", "/", "`", "www.")
_DOTTED = re.compile(r"\.[\w-]")
_QUOTES = '"«»“”'


class Reading:
    """A piece as those who judge it need it: `plain`, its text folded; the folded `words`; its language. What costs
    something is made when it is asked for."""

    def __init__(
        self, piece: Paragraph, plain: str, words: set[str], where: Where = "text", language: str = "es"
    ) -> None:
        self.piece, self.plain, self.words, self.where, self.language = piece, plain, words, where, language

    @lazy
    def folded(self) -> str:
        """The text folded, as long as it was; addresses and quotation marks are blanks."""
        folded = self.plain
        for mark in _QUOTES:
            folded = folded.replace(mark, " ")
        if "/" in folded:
            folded = _EITHER.sub(" ", folded)
        if any(mark in folded for mark in _MARKS) or _DOTTED.search(folded):
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
        return Hit(sort, text, self.where, line_at(self.piece, start))


class Readings:
    """All pieces of a writing, by number: read when somebody asks for one, since most words open nothing.

    What they have together: `words`, the folded words of all; the `language` of the whole, the `languages` of all
    pieces; `foreign`, the commonest words of another one; `text`, the texts of all; `wheres`, of what the first are
    part, that are not of the text.
    """

    def __init__(self, writing: Writing, default: str) -> None:
        self.wheres, self.pieces = pieces_of(writing)
        self._folded = folded([piece.text for piece in self.pieces])
        self._read: dict[int, Reading] = {}
        self.text = self._folded.whole
        self.words = set().union(*self._folded.words)
        self.language = language_of(self.words, default)
        self.foreign = foreign_in(self.words, self.language)
        self._others = dict(self._other_languages()) if self.foreign else {}
        self.languages = {self.language, *self._others.values()}

    def _other_languages(self) -> Iterator[tuple[int, str]]:
        """The pieces that are in another language than the whole."""
        for number, words in enumerate(self._folded.words):
            if is_long(words) and not self.foreign.isdisjoint(words):
                language = language_of(words, self.language)
                if language != self.language:
                    yield number, language

    def __len__(self) -> int:
        return len(self.pieces)

    def __getitem__(self, number: int) -> Reading:
        found = self._read.get(number)
        if found is None:
            piece, text = self.pieces[number], self._folded.texts[number]
            self._read[number] = found = Reading(
                piece if piece.text is text else piece._replace(text=text),
                self._folded.folded[number],
                self._folded.words[number],
                self.where(number),
                self.language_of(number),
            )
        return found

    def __iter__(self) -> Iterator[Reading]:
        return map(self.__getitem__, range(len(self.pieces)))

    def where(self, number: int) -> Where:
        """Of what a piece is part: of the text, or a line beside it."""
        return self.wheres[number] if number < len(self.wheres) else "text"

    def language_of(self, number: int) -> str:
        """The language of a piece: one that does not say so is in that of the whole."""
        return self._others.get(number, self.language)

    def having(self, keys: Set[str]) -> list[int]:
        """The pieces that have one of these folded words."""
        return [number for number, words in enumerate(self._folded.words) if not keys.isdisjoint(words)]

    def holding(self, *sought: Phrases) -> Sequence[int]:
        """The pieces that have a word without which none of these phrases can be there; in most texts none."""
        held = [each for each in sought if each.under]
        if not held:
            return ()
        if any("" in each.under for each in held):
            return range(len(self.pieces))
        return self.having(frozenset().union(*[each.keys for each in held]))

    @lazy
    def lows(self) -> list[str]:
        """Each text in lower case."""
        return self._folded.lows()

    @lazy
    def bare(self) -> str:
        """The words of all in lower case, blanks between and around; parts of `lows`, one blank further on."""
        return self._folded.bare()

    @lazy
    def accented(self) -> set[str]:
        """The words of all that have accents, in lower case."""
        return accented_in(self.bare)
