"""Bare imperatives to tú, which are other words too: only where a sentence begins with one, or goes on with it."""

import re
from collections.abc import Iterable, Iterator, Set

from valuegen.judge.letters import APART
from valuegen.judge.polite import places
from valuegen.judge.readings import Reading

# Where a sentence begins.
_FIRST = re.compile(r"[\s¡¿*\-–•\d.)]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?([^\W\d_]+)")
# What stands before an order, roughly: cheaper than to part a text into sentences.
_MAY_BEGIN = re.compile(
    rf"(?:^|[.!?…\n{APART}])[\W\d_]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?$|\by $"
)
_LEADING = frozenset("y luego después primero ahora hoy favor".split())
_BEFORE = 30
_AND = re.compile(r"\by ([^\W\d_]+)")
_CERTAIN = re.compile(r"\s+(?:que|si|bien|cómo|qué|cuál\w*|cuánt\w+|cuándo|dónde|siempre|antes de)\b")


def bare_orders(
    reading: Reading, text: str, here: Iterable[str], orders: Set[str], polite: Set[str]
) -> Iterator[tuple[int, int]]:
    """Bare imperatives to tú at the beginning of sentences, and those that go on with "y"; twice what is certain.
    `here`: those that the piece has."""
    begun = [start for order in here for start, _ in places(text, order) if _may_begin(text, start)]
    for sentence in dict.fromkeys(map(reading.sentence, sorted(begun))):
        first = _FIRST.match(text, sentence.start, sentence.end)
        if not first or not (first[1] in orders or first[1] in polite) or reading.is_quoted(*first.span(1)):
            continue
        more = [each.span(1) for each in _AND.finditer(text, first.end(), sentence.end) if each[1] in orders]
        if first[1] in orders and not _is_someone(text, first.end(1)):
            yield first.span(1)
            yield from more
            if _CERTAIN.match(text, first.end(1)):
                yield first.span(1)
        elif first[1] in polite:  # "pese la masa y mira si crece" is an order with an order
            yield from (more * 2)[:2]


def may_begin_somewhere(texts: str, bare: str, word: str) -> bool:
    """Whether a sentence may begin with a word, or go on with it after "y"; `texts`: parted by APART; `bare`: the same
    with nothing but words, one blank further on."""
    word = f" {word} "
    place = bare.find(word)
    while place >= 0 and not _may_begin(texts, place):
        place = bare.find(word, place + 1)
    return place >= 0


def _may_begin(text: str, place: int) -> bool:
    """Whether a sentence may begin there, or go on after "y"."""
    at = max(0, place - _BEFORE)
    at = max(at, text.rfind(APART, at, place))
    before = text[at:place].split()
    if before and before[-1].isalpha() and before[-1] not in _LEADING:
        return False
    return _MAY_BEGIN.search(text, at, place) is not None


def _is_someone(text: str, end: int) -> bool:
    """Whether "mira" is what somebody does: "mira quien puede", "llama la atención"."""
    return (
        re.match(r"\s+(?:se|quien|la atención|la leyenda|huella|el que|relación)\b", text[end : end + 16]) is not None
    )
