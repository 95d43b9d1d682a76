"""A paragraph, read for what it sells: only as far as there may be something."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.judge.parts import Hit, Piece
from valuegen.judge.readings import Reading
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_sentences import Reader as SentenceReader
from valuegen.judge.selling_words import Products, Words


@dataclass(slots=True, eq=False)
class Paragraph:
    """A paragraph; `position`: its number, which headings share with the next, and cells with what stands before."""

    reading: Reading
    position: int
    kinds: set[str] = field(default_factory=set)
    """What of a price, a gift and a product there may be, by its words alone."""
    readers: list[SentenceReader] = field(default_factory=list)
    is_hot: bool = False
    sentences: list[Said] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    @property
    def piece(self) -> Piece:
        return self.reading.piece


def begin(paragraph: Paragraph, words: Words, products: Products) -> None:
    """Look for a price, a discount, a product in the sentences that have a word of one."""
    text, folded, there = paragraph.piece.text, paragraph.reading.plain, paragraph.reading.words
    hints = [*(words.hints & there), *(products.keys & there), *filter(folded.__contains__, words.odd_hints)]
    for one in paragraph.reading.sentences:
        reader = SentenceReader(text[one.start : one.end], folded[one.start : one.end], one.start, words, products)
        paragraph.readers.append(reader)
        if reader.has(hints) and reader.is_hot():
            paragraph.is_hot = True


def read(paragraph: Paragraph) -> None:
    """Read its sentences, and gather the signals that are the writer's as far as the paragraph says itself."""
    may_signal = [each.may_signal() for each in paragraph.readers]
    if not (any(may_signal) or paragraph.is_hot or paragraph.hits):
        return
    quoted = paragraph.reading.quotations
    starts = [start for start, _ in quoted]
    for reader in paragraph.readers:
        said = reader.read()
        if quoted:
            said.signals = [one for one in said.signals if one.named or not _lies_in(one, quoted, starts)]
            if said.own == 2 and not any(one.sort == "product" for one in said.signals):
                said.own = 0
        paragraph.sentences.append(said)
    if any(said.asks for said in paragraph.sentences):  # who asks to be written to speaks of what is theirs
        for said in paragraph.sentences:
            said.own = 2 if said.own == 1 else said.own
    paragraph.signals = list(_own_signals(paragraph))


def _lies_in(signal: Signal, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    at = bisect_right(starts, signal.start)
    return at > 0 and signal.start < spans[at - 1][1]


def _own_signals(read: Paragraph) -> Iterator[Signal]:
    """The signals of a paragraph that are about nobody else; a weak one needs one of another sort beside it."""
    live = [
        signal
        for said in read.sentences
        for signal in said.signals
        if not said.is_about or (signal.sort == "product" and said.own == 2)
    ]
    alone = {signal.sort for signal in live if signal.alone} - {"product"}
    for signal in live:
        if signal.alone or alone - {signal.sort}:
            yield signal
