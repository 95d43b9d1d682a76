"""What a text sells of the writer's own: its signals, each in a passage that shows such an offer."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from valuegen.judge.parts import Ground, Hit, Writing
from valuegen.judge.readings import Readings
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_company import REACH, Company, may_add
from valuegen.judge.selling_paragraphs import Paragraph, begin, may_be_hot
from valuegen.judge.selling_places import HOT, telling_of
from valuegen.judge.selling_sentences import Reader as SentenceReader
from valuegen.judge.selling_words import Products, Words, products_of, words_of
from valuegen.judge.texts import language_of, line_at
from valuegen.judge.tone import AGAINST, tone_of
from valuegen.prose import Paragraph as Piece

ENOUGH = 2.5
"""So much evidence makes an offer (`_evidence`), with what the tone adds or takes away."""
LEAST = 1
"""Without so much evidence no tone makes an offer."""
TONE = 2
"""What a tone weighs beside evidence."""


def selling(writing: Writing, readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The signals of selling in a text, in its order, outside `::: pitch`; none where it offers nothing of its own."""
    words = words_of(ground, _language_of(readings, ground))
    products = products_of(ground.products)
    links = list(_links(writing, products))
    kinds = telling_of(readings, words, products).kinds(readings)
    begun = {
        number: begin(readings[number], words, products)
        for number in kinds
        if _is_judged(readings.pieces[number]) and may_be_hot(readings[number], words, products)
    }
    if not links and not any(each.sorts for readers in begun.values() for each in readers):
        return ()  # most texts are done with here
    paragraphs = _placed(readings, kinds, begun, is_whole=bool(links))
    _add_links(paragraphs, links)
    for each in paragraphs:
        if each.hits:
            each.kinds.add("product")
            each.begin(words, products)
    if not any(each.is_hot or each.hits for each in paragraphs):
        return ()
    company = Company(paragraphs, words)
    for each in paragraphs:
        if each.is_hot and company.is_at(each.position):
            each.read()
    promising = _promising(paragraphs, words)
    reached = _around(promising, REACH)
    near = [each for each in paragraphs if each.position in reached]
    beside = _around(promising, 1)
    for each in near:
        if not each.sentences and (_is_beside(each, beside, words) or (each.kinds and company.is_at(each.position))):
            each.begin(words, products)
            each.read()
    return tuple(_offered(near, words, products))


def _language_of(readings: Readings, ground: Ground) -> str:
    """The language of the pieces that are judged: mostly that of all."""
    if not readings.foreign and readings.language == ground.language:
        return ground.language
    chosen = [reading.words for reading in readings if _is_judged(reading.piece)]
    return language_of(set().union(*chosen), ground.language)


def _is_beside(paragraph: Paragraph, beside: set[int], words: Words) -> bool:
    """Whether a paragraph near an offer may belong to it."""
    return paragraph.piece.role != "cell" and (paragraph.position in beside or may_add(paragraph, words))


def _promising(paragraphs: Sequence[Paragraph], words: Words) -> set[int]:
    """Where something may be offered: with two sorts of signal, or one and perhaps a call near by."""
    found: set[int] = set()
    single: set[int] = set()
    for each in paragraphs:
        sorts = {signal.sort for signal in each.signals}
        if each.hits or sorts & HOT:
            (found if each.hits or len(sorts) > 1 else single).add(each.position)
    reached = _around(single, REACH)
    calling = {
        each.position
        for each in paragraphs
        if each.position in reached and words.calls.may_be(each.reading.words, each.reading.words)
    }
    return found | (_around(calling, REACH) & single)


def _around(positions: Iterable[int], reach: int) -> set[int]:
    return {position + step for position in positions for step in range(-reach, reach + 1)}


def _is_judged(piece: Piece) -> bool:
    return not piece.quoted and "pitch" not in piece.within


def _links(writing: Writing, products: Products) -> Iterator[Hit]:
    for link in writing.prose.links if writing.prose and products.addresses else ():
        if products.has(link.target):
            yield Hit("product", link.target, "text", link.line)


def _placed(
    readings: Readings, kinds: Mapping[int, set[str]], begun: Mapping[int, list[SentenceReader]], is_whole: bool
) -> list[Paragraph]:
    """The paragraphs, all or those that are near what is hot."""
    position, is_new, places = 0, False, {}
    beside = {number: where for number, where in enumerate(readings.wheres) if where in ("title", "ask")}
    judged = [number for number, piece in enumerate(readings.pieces) if _is_judged(piece)]
    for number in sorted(judged, key=lambda number: beside.get(number) == "ask") if beside else judged:
        role = readings.pieces[number].role
        if is_new and role != "cell":
            position += 1
        is_new = role != "heading" and beside.get(number) != "title"
        places[number] = position
    hot = {places[number] for number, readers in begun.items() if any(each.sorts for each in readers)}
    reached = _around(hot, 2 * REACH)  # what is near an offer may have something near by itself
    return [
        Paragraph(readings[number], position, kinds.get(number, set()), begun.get(number, ()))
        for number, position in places.items()
        if is_whole or position in reached
    ]


def _add_links(all: list[Paragraph], links: list[Hit]) -> None:
    text = [each for each in all if each.reading.where == "text"] if links else []
    by_line = sorted(text, key=lambda each: each.piece.line)
    lines = [each.piece.line for each in by_line]
    for hit in links:
        at = bisect_right(lines, hit.line)
        if at:
            by_line[at - 1].hits.append(hit)


def passage_of(readings: Readings) -> list[str]:
    """What is judged of a writing, folded, as its tone is heard."""
    return [each.plain for each in readings if _is_judged(each.piece)]


def _offered(near: list[Paragraph], words: Words, products: Products) -> Iterator[Hit]:
    """The signals in and near the paragraphs in which the writer offers something."""
    shown = [each for each in near if each.is_shown]
    places: dict[int, list[Paragraph]] = defaultdict(list)
    for each in near:
        places[each.position].append(each)
    anchors = set()
    for position in {each.position for each in shown}:
        evidence = _evidence(position, places)
        if evidence >= LEAST:
            around = [each.reading.plain for each in near if abs(each.position - position) <= REACH]
            is_sure = evidence >= ENOUGH + TONE * AGAINST  # no tone takes that away
            if is_sure or evidence + TONE * tone_of(around, products.names, words.language) >= ENOUGH:
                anchors.add(position)
    reached = _around(anchors, REACH)
    for each in shown:
        if each.position in reached:
            signals = [one for one in each.signals if each.piece.role != "cell" or one.sort == "price" or one.named]
            found = [
                Hit(one.sort, each.piece.text[one.start : one.end], each.reading.where, line_at(each.piece, one.start))
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


def _evidence(position: int, places: Mapping[int, list[Paragraph]]) -> float:
    """How much speaks for an offer of the writer's own around a paragraph."""
    around = [each for one in (position - 1, position, position + 1) for each in places.get(one, ())]
    near = [each for each in around if each.is_shown]
    said = [one for each in near for one in each.sentences]
    others = [one for each in near for one in each.sentences if one.foreign]
    beside = [one for each in around if not each.is_shown for one in each.sentences if one.foreign and one.signals]
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
        - min(4, 2 * sum(one.own < 2 for one in others) + sum(one.own < 2 for one in beside))
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
