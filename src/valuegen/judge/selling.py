"""What a text sells of the writer's own: its signals, each in a passage that shows such an offer."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from valuegen.judge.parts import Ground, Hit, Piece, Writing
from valuegen.judge.readings import Reading
from valuegen.judge.readings import words_of as words_in
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_sentences import read_sentence
from valuegen.judge.selling_words import Products, Words, products_of, words_of
from valuegen.judge.texts import language_of, line_at

_PERCENT = frozenset("ciento percent cent".split())
_SIGNS = ("€", "$", "£", "S/")
REACH = 2
"""So many paragraphs around an offer may belong to it."""
_HOT = frozenset({"price", "discount", "product"})
ENOUGH = 2.5
"""So much evidence makes an offer (`_evidence`)."""


@dataclass(slots=True)
class _Paragraph:
    """A paragraph; `position`: its number, which headings share with the next, and cells with what stands before."""

    reading: Reading
    position: int
    sentences: list[Said] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)

    @property
    def piece(self) -> Piece:
        return self.reading.piece


def selling(writing: Writing, readings: Sequence[Reading], ground: Ground) -> tuple[Hit, ...]:
    """The signals of selling in a text, in its order, outside `::: pitch`; none where it offers nothing of its own."""
    chosen = [each for each in readings if _is_judged(each.piece)]
    if not chosen:
        return ()
    words = words_of(ground, language_of(words_in(chosen), ground.language))
    products = products_of(ground.products)
    links = list(_links(writing, products))
    paragraphs = list(_placed(chosen))
    _add_links(paragraphs, links)
    kinds = [(each, _kinds(each, words, products)) for each in paragraphs]
    hot = [(each, found) for each, found in kinds if found]
    if not hot:  # most texts are done with here
        return ()
    company = _accompanied(hot, paragraphs, words)
    for each, _ in hot:
        if each.position in company:
            _read(each, words, products)
    promising = _promising(paragraphs, words)
    reached = _around(promising, REACH)
    near = [each for each in paragraphs if each.position in reached]
    beside = _around(promising, 1)
    for each in near:
        if not each.sentences and each.piece.role != "cell" and (each.position in beside or _may_add(each, words)):
            _read(each, words, products)
    return tuple(_offered(near))


def _may_add(paragraph: _Paragraph, words: Words) -> bool:
    """Whether there may be a call, or something that runs out."""
    there = paragraph.reading.words
    return words.calls.may_be(there) or words.limits.may_be(there)


def _accompanied(hot: list[tuple[_Paragraph, set[str]]], paragraphs: Sequence[_Paragraph], words: Words) -> set[int]:
    """Where a second sort of signal may be near: one alone sells nothing."""
    kinds: dict[int, set[str]] = defaultdict(set)
    for each, found in hot:
        kinds[each.position] |= found
    near = _around(kinds, REACH)
    for each in paragraphs:
        if each.position in near:
            there = each.reading.words
            if _may_add(each, words):
                kinds[each.position].add("call")
            if not words.sets["possessive"].isdisjoint(there) and not words.sets["things"].isdisjoint(there):
                kinds[each.position].add("product")
    steps = range(-REACH, REACH + 1)
    return {at for at in near if len(set().union(*(kinds.get(at + step, ()) for step in steps))) > 1}


def _promising(paragraphs: Sequence[_Paragraph], words: Words) -> set[int]:
    """Where something may be offered: with two sorts of signal, or one and perhaps a call near by."""
    found: set[int] = set()
    single: set[int] = set()
    for each in paragraphs:
        sorts = {signal.sort for signal in each.signals}
        if each.hits or sorts & _HOT:
            (found if each.hits or len(sorts) > 1 else single).add(each.position)
    reached = _around(single, REACH)
    calling = {
        each.position for each in paragraphs if each.position in reached and words.calls.may_be(each.reading.words)
    }
    return found | (_around(calling, REACH) & single)


def _around(positions: Iterable[int], reach: int) -> set[int]:
    return {position + step for position in positions for step in range(-reach, reach + 1)}


def _is_judged(piece: Piece) -> bool:
    return piece.where == "text" and not piece.quoted and "pitch" not in piece.within


def _links(writing: Writing, products: Products) -> Iterator[Hit]:
    for link in writing.prose.links if writing.prose and products.addresses else ():
        if products.has(link.target):
            yield Hit("product", link.target, "text", link.line)


def _placed(readings: list[Reading]) -> Iterator[_Paragraph]:
    position, is_new = 0, False
    for reading in readings:
        role = reading.piece.role
        if role != "cell" and is_new:
            position += 1
        is_new = role != "heading"
        yield _Paragraph(reading, position)


def _add_links(all: list[_Paragraph], links: list[Hit]) -> None:
    by_line = sorted(all, key=lambda each: each.piece.line) if links else []
    lines = [each.piece.line for each in by_line]
    for hit in links:
        at = bisect_right(lines, hit.line)
        if at:
            by_line[at - 1].hits.append(hit)


def _kinds(paragraph: _Paragraph, words: Words, products: Products) -> set[str]:
    """Which there may be of a price, a gift and a product: nothing is sold without one of them."""
    there, text = paragraph.reading.words, paragraph.piece.text
    found = (
        {"product"}
        if paragraph.hits or products.named(there) or any(map(text.__contains__, products.addresses))
        else set()
    )
    if not words.amounts.isdisjoint(there) or any(map(text.__contains__, _SIGNS)):
        found.add("price")
    if words.hot.may_be(there):
        found.add("discount")
    if ("%" in text or not _PERCENT.isdisjoint(there)) and words.shared.may_be(there):
        found.add("discount")
    sets = words.sets
    if found != _HOT and (not sets["numbers"].isdisjoint(there) or any(map(str.isdigit, there))):
        if words.counted.may_be(there):
            found.add("discount")
        if not sets["costs"].isdisjoint(there) or (not sets["prices"].isdisjoint(there) and words.calls.may_be(there)):
            found.add("price")
    return found


def _read(paragraph: _Paragraph, words: Words, products: Products) -> None:
    """Read its sentences, and gather the signals that are the writer's as far as the paragraph says itself."""
    text, quoted = paragraph.piece.text, paragraph.reading.quotations
    starts = [start for start, _ in quoted]
    for sentence in paragraph.reading.sentences:
        said = read_sentence(text[sentence.start : sentence.end], sentence.start, words, products)
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


def _own_signals(read: _Paragraph) -> Iterator[Signal]:
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


def _offered(read: list[_Paragraph]) -> Iterator[Hit]:
    """The signals in and near the paragraphs in which the writer offers something."""
    shown = [each for each in read if each.signals or each.hits]
    places: dict[int, list[_Paragraph]] = defaultdict(list)
    for each in shown:
        places[each.position].append(each)
    anchors = {position for position in list(places) if _evidence(position, places) >= ENOUGH}
    reached = _around(anchors, REACH)
    for each in shown:
        if each.position in reached:
            signals = [one for one in each.signals if each.piece.role != "cell" or one.sort == "price"]
            found = [
                Hit(one.sort, each.piece.text[one.start : one.end], "text", line_at(each.piece, one.start))
                for one in _joined(signals)
            ]
            yield from sorted((*found, *each.hits), key=lambda hit: hit.line)


def _joined(signals: list[Signal]) -> list[Signal]:
    """Signals in their order; those of one sort that overlap are one: `cuesta 95` and `95 €`."""
    found: list[Signal] = []
    last: dict[str, Signal] = {}
    for one in sorted(signals, key=lambda one: (one.start, one.end)):
        held = last.get(one.sort)
        if held is not None and one.start < held.end:
            held.end = max(held.end, one.end)
        else:
            last[one.sort] = replace(one)
            found.append(last[one.sort])
    return found


def _evidence(position: int, places: Mapping[int, list[_Paragraph]]) -> float:
    """How much speaks for an offer of the writer's own around a paragraph."""
    near = [each for one in (position - 1, position, position + 1) for each in places.get(one, ())]
    said = [one for each in near for one in each.sentences]
    live = [one for one in said if not one.is_about]
    sorts = {signal.sort for each in near for signal in each.signals} | {hit.sort for each in near for hit in each.hits}
    own = max((one.own for one in live), default=0)
    return (
        (0, 1.5, 2.5, 2.5)[max(own, 2 if any(each.hits for each in near) else 0)]
        + any(one.first for one in live)
        + any(one.contact for one in live)
        + any(one.asks for one in live) / 2
        + any(one.news for one in said)
        + any(one.places for one in live) / 2
        + any(one.invites for one in live) / 2
        + 2 * any(one.here for one in live)
        + _calling(live, sorts)
        + max(0, len(sorts) - 3)
        - min(4, 2 * sum(one.foreign and one.own < 2 for one in said))
        - min(3, sum(one.lesson and one.own < 2 for one in said))
        - min(3, 1.5 * sum(one.mention and one.own < 2 for one in said))
        - min(1.5, 0.5 * sum(one.told and one.own < 3 for one in said))
    )


def _calling(live: list[Said], sorts: set[str]) -> float:
    """A call to take a place weighs most; one that says no object least."""
    if any(said.seat or said.joins for said in live):
        return 1.5
    alone = any(signal.sort == "call" and signal.alone for said in live for signal in said.signals)
    return 1 if alone or any(said.contact for said in live) else 0.5 if "call" in sorts else 0
