"""A paragraph, read for what it sells: only as far as there may be something."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from valuegen.judge.parts import Hit
from valuegen.judge.readings import Reading
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_sentences import Reader as SentenceReader
from valuegen.judge.selling_words import Products, Words
from valuegen.prose import Paragraph as ProseParagraph


def begin(reading: Reading, words: Words, products: Products) -> list[SentenceReader]:
    """Look for a price, a discount, a product in the sentences that have a word of one."""
    text, folded, there = reading.piece.text, reading.plain, reading.words
    hints = [*(words.hints & there), *(products.keys & there), *filter(folded.__contains__, words.odd_hints)]
    readers = []
    for one in reading.sentences:
        reader = SentenceReader(text[one.start : one.end], folded[one.start : one.end], one.start, words, products)
        readers.append(reader)
        if reader.has(hints):
            reader.look()
    return readers


def may_be_hot(reading: Reading, words: Words, products: Products) -> bool:
    """Whether there may be a price, a discount, a product in one of its sentences: cheaper than to look at each."""
    return SentenceReader(reading.piece.text, reading.plain, 0, words, products).may_be_hot()


class Paragraph:
    """A paragraph; `position`: its number, which headings share with the next, and cells with what stands before;
    `kinds`: what of a price, a gift and a product there may be, by its words alone; `hits`: links to products."""

    def __init__(self, reading: Reading, position: int, kinds: set[str], readers: Sequence[SentenceReader]) -> None:
        self.reading, self.position, self.kinds, self.readers = reading, position, kinds, readers
        self.is_hot = any(each.sorts for each in readers)
        self.sentences: list[Said] = []
        self.signals: list[Signal] = []
        self.hits: list[Hit] = []

    @property
    def piece(self) -> ProseParagraph:
        return self.reading.piece

    @property
    def is_shown(self) -> bool:
        """Whether something here may be the writer's offer."""
        return bool(self.signals or self.hits)

    def begin(self, words: Words, products: Products) -> None:
        """Look for what is hot, where nobody has."""
        if not self.readers:
            self.readers = begin(self.reading, words, products)
            self.is_hot = any(each.sorts for each in self.readers)

    def read(self) -> None:
        """Read its sentences, and gather the signals that are the writer's as far as the paragraph says itself."""
        may_signal = [each.may_signal() for each in self.readers]
        if not (any(may_signal) or self.is_hot or self.hits):
            return
        quoted = self.reading.quotations
        starts = [start for start, _ in quoted]
        for reader in self.readers:
            said = reader.read()
            if quoted:
                said.signals = [one for one in said.signals if one.named or not _lies_in(one, quoted, starts)]
                if said.own == 2 and not any(one.sort == "product" for one in said.signals):
                    said.own = 0
            self.sentences.append(said)
        if any(said.asks for said in self.sentences):  # who asks to be written to speaks of what is theirs
            for said in self.sentences:
                said.own = 2 if said.own == 1 and not said.lesson else said.own
        _follow(self.sentences)
        self.signals = list(_own_signals(self.sentences))


def _follow(sentences: Sequence[Said]) -> None:
    """After a sentence about somebody else, those in which the writer isn't go on about them."""
    is_theirs = False
    for said in sentences:
        is_mine = said.own > 0 or said.first or said.contact
        is_theirs = (said.foreign and said.own < 2) or (is_theirs and not is_mine)
        said.follows = is_theirs and not said.foreign


def _lies_in(signal: Signal, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, signal.start)
    return at > 0 and signal.start < spans[at - 1][1]


def _own_signals(sentences: list[Said]) -> Iterator[Signal]:
    """The signals of a paragraph that are about nobody else; a weak one needs one of another sort beside it."""
    live = [
        signal
        for said in sentences
        for signal in said.signals
        if not said.is_about or (signal.sort == "product" and said.own == 2)
    ]
    alone = {signal.sort for signal in live if signal.alone} - {"product"}
    for signal in live:
        if signal.alone or alone - {signal.sort}:
            yield signal
