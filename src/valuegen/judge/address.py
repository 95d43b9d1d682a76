"""How a Spanish text speaks to its reader: forms of tú, of usted, of vos, and those that tú and vos share.

What is quoted, a line of dialogue and a client's question speak to somebody else. A form that the third person has too
(mire, mira) counts at the beginning of a sentence alone, where nothing but an order can stand.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from valuegen.judge.endings import sort_of
from valuegen.judge.letters import fold
from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.persons import FAMILIAR, TU, USTED, VOS, forms_of, verb_of
from valuegen.judge.polite import TITLES, TO_THEM, places, polite_orders, told_to_them
from valuegen.judge.readings import Reading, Readings

NAME = "address"
_SORTS = (TU, VOS, USTED, FAMILIAR)
_GROUPS = {"tu": TU, "vos": VOS, "usted": USTED, "familiar": FAMILIAR}
# Talk of the forms themselves: to speak of tú, the usted.
_OF_FORMS = re.compile(
    r"\b(?:trat|tute|vose|ustede|habl\w+ de|llam\w+ de|el|un|al|del|palabra|pronombre|de tú a)\w*\W+(?:\w+\W+){0,2}$"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:l[ao]s|un[ao]s|[st]us|mis|nuestr[ao]s|est[ao]s|es[ao]s|much[ao]s|poc[ao]s|otr[ao]s|vari[ao]s|algun[ao]s|dos|tres|"
    r"cuatro|cinco|seis|diez|de|en|con|entre|más|tant[ao]s)\s$"
)
# Where a sentence begins.
_FIRST = re.compile(r"[\s¡¿*\-–•\d.)]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?([^\W\d_]+)")
# What stands before an order, roughly: cheaper than to part a text into sentences.
_MAY_BEGIN = re.compile(r"(?:^|[.!?…\n])[\W\d_]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?$|\by $")
_LEADING = frozenset("y luego después primero ahora hoy favor".split())
_BEFORE = 30
_AND = re.compile(r"\by ([^\W\d_]+)")
_CERTAIN = re.compile(r"\s+(?:que|si|bien|cómo|qué|cuál\w*|cuánt\w+|cuándo|dónde|siempre|antes de)\b")
_ENOUGH_ORDERS = 2
_MOST = 1 << 15
"""So many words are remembered at once."""
ENOUGH = 3
"""When a text has so many words of a form, no more are looked for."""


class Told(NamedTuple):
    """How a word in lower case speaks to somebody: by itself (`sort`), by its ending alone (`shape`), or by what stands
    around it, to usted (`is_polite`) or to tú (`is_order`). `folded`: the same word, folded."""

    folded: str
    sort: str
    shape: str
    is_polite: bool
    is_order: bool


class _Known(dict[str, Told | None]):
    """Word in lower case -> how it speaks; None for most. A memo: texts use the same words again and again.

    `forms`: form -> how it speaks. `polite`, `orders`: bare imperatives to usted, to tú. `told`: what the writer does
    after "le". `other`: no forms.
    """

    def __init__(
        self, forms: Mapping[str, str], polite: Set[str], orders: Set[str], told: Set[str], other: Set[str]
    ) -> None:
        super().__init__()
        self.forms, self.polite, self.orders, self.told = forms, polite, orders, told
        self._usted = polite | TITLES | TO_THEM
        self._no_shapes = {*other, *forms}
        self._folded = frozenset(map(fold, forms))

    def __missing__(self, word: str) -> Told | None:
        if len(self) >= _MOST:
            self.clear()
        self[word] = found = self._told(word)
        return found

    def _told(self, word: str) -> Told | None:
        folded = fold(word)
        sort, is_polite, is_order = self.forms.get(word, ""), word in self._usted, word in self.orders
        shape = "" if word in self._no_shapes or folded in self._folded else sort_of(word)
        return Told(folded, sort, shape, is_polite, is_order) if sort or shape or is_polite or is_order else None


class _Search:
    """What has been found of a text's address, and what is still looked for. A text speaks to its reader again and
    again in the same few words: what was found once is not looked for again, nor a form of which there is enough."""

    def __init__(self, readings: Readings, known: _Known) -> None:
        self._readings, self._known = readings, known
        self.found: dict[tuple[str, str], Hit] = {}
        self.orders: list[Hit] = []
        self.wanted = frozenset(_SORTS)
        there = (*readings.words, *readings.accented)
        self.words = {word: told for word in there if (told := known[word])}

    def places(self) -> list[int]:
        """The pieces that have a word to look at."""
        return self._readings.having({told.folded for told in self.words.values()}) if self.words else []

    def look(self, number: int) -> None:
        """Look at a piece."""
        reading, text = self._readings[number], self._readings.lows[number]
        here = {word: told for word, told in self.words.items() if told.folded in reading.words and word in text}
        if not here:
            return
        count = len(self.found)
        for sort, start, end in sorted(self._spoken(reading, text, here), key=itemgetter(1, 2, 0)):
            hit = reading.hit(sort, start, end)
            self.found.setdefault((sort, hit.text.lower()), hit)
        if len(self.found) > count:
            self._narrow(here)
        if TU in self.wanted and len(self.orders) < _ENOUGH_ORDERS:
            orders = [word for word, told in here.items() if told.is_order]
            if orders:
                self.orders += (reading.hit(TU, *place) for place in _orders(reading, text, orders, self._known))

    def _spoken(self, reading: Reading, text: str, here: Mapping[str, Told]) -> Iterator[tuple[str, int, int]]:
        """Forms that speak to somebody wherever they stand, and those that do where they are an order."""
        for word, told in here.items():
            if told.sort in self.wanted and (told.sort, word) not in self.found:
                for start, end in places(text, word):
                    if not (reading.is_quoted(start, end) or _is_another(reading, text, start, word)):
                        yield told.sort, start, end
                        break
            if told.shape in self.wanted:
                for start, end in places(text, word):
                    if not _is_name(reading, start) and not reading.is_quoted(start, end):
                        yield told.shape, start, end
        polite = frozenset([word for word, told in here.items() if told.is_polite])
        if polite and USTED in self.wanted and reading.piece.role != "cell":
            for start, end in (
                *polite_orders(reading, text, self._known.polite & polite),
                *told_to_them(reading, text, polite, self._known.told),
            ):
                if not reading.is_quoted(start, end):
                    yield USTED, start, end

    def _narrow(self, here: Iterable[str]) -> None:
        if len(self.found) >= ENOUGH:
            held = [sort for sort, _ in self.found]
            wanted = frozenset([sort for sort in self.wanted if held.count(sort) < ENOUGH])
            if wanted != self.wanted:
                self.wanted, here = wanted, list(self.words)
        for word in here:
            if not self._may_tell(word, self.words[word]):
                del self.words[word]

    def _may_tell(self, word: str, told: Told) -> bool:
        wanted = self.wanted
        return (
            (told.sort in wanted and (told.sort, word) not in self.found)
            or told.shape in wanted
            or (told.is_polite and USTED in wanted)
            or (told.is_order and TU in wanted)
        )


def address_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The first places of the forms with which a text speaks to its reader; `sort` is tú, usted, vos or tú/vos."""
    if "es" not in readings.languages:
        return ()
    search = _Search(readings, _known(ground.words.get(NAME)))
    for number in search.places():
        if _speaks_to_the_reader(readings, number):
            search.look(number)
    found = search.found
    if len(search.orders) >= _ENOUGH_ORDERS:
        for hit in search.orders:
            found.setdefault((TU, hit.text.lower()), hit)
    return tuple(sorted(found.values(), key=lambda hit: hit.line))


def _speaks_to_the_reader(readings: Readings, number: int) -> bool:
    piece = readings.pieces[number]
    return (
        not piece.quoted
        and "question" not in piece.within
        and not piece.text.startswith(("—", "–"))
        and readings.where(number) in ("ask", "text")
        and readings.language_of(number) == "es"
    )


def _is_name(reading: Reading, start: int) -> bool:
    """Whether a word is written as a name, within a sentence: don Tomás."""
    return reading.piece.text[start].isupper() and start > reading.sentence(start).start + 2


def _orders(reading: Reading, text: str, here: Iterable[str], known: _Known) -> Iterator[tuple[int, int]]:
    """Bare imperatives to tú at the beginning of sentences, and those that go on with "y"; twice what is certain.
    `here`: those that the piece has."""
    begun = [start for order in here for start, _ in places(text, order) if _may_begin(text, start)]
    for sentence in dict.fromkeys(map(reading.sentence, sorted(begun))):
        first = _FIRST.match(text, sentence.start, sentence.end)
        if not first or not (first[1] in known.orders or first[1] in known.polite) or reading.is_quoted(*first.span(1)):
            continue
        more = [each.span(1) for each in _AND.finditer(text, first.end(), sentence.end) if each[1] in known.orders]
        if first[1] in known.orders and not _is_someone(text, first.end(1)):
            yield first.span(1)
            yield from more
            if _CERTAIN.match(text, first.end(1)):
                yield first.span(1)
        elif first[1] in known.polite:  # "pese la masa y mira si crece" is an order with an order
            yield from (more * 2)[:2]


def _may_begin(text: str, place: int) -> bool:
    """Whether a sentence may begin there, or go on after "y"."""
    at = max(0, place - _BEFORE)
    before = text[at:place].split()
    if before and before[-1].isalpha() and before[-1] not in _LEADING:
        return False
    return _MAY_BEGIN.search(text, at, place) is not None


def _is_someone(text: str, end: int) -> bool:
    """Whether "mira" is what somebody does: "mira quien puede", "llama la atención"."""
    return (
        re.match(r"\s+(?:se|quien|la atención|la leyenda|huella|el que|relación)\b", text[end : end + 16]) is not None
    )


def _is_another(reading: Reading, text: str, start: int, word: str) -> bool:
    """Whether a form is another word here: a pronoun that is spoken of (to call somebody tú), a letter (una te), a
    noun (con dos llaves)."""
    before = text[max(0, start - 30) : start]
    if word == "te":
        return re.search(r"\b(?:una|la|las|en)\s$", before) is not None
    if word == "os":
        return reading.piece.text[start : start + 2].isupper()
    if word in ("tú", "usted", "vos"):
        return _OF_FORMS.search(before) is not None
    if word.endswith("s") and _is_name(reading, start):
        return True
    return word.endswith(("as", "es")) and _BEFORE_NOUN.search(before) is not None


@lru_cache(maxsize=32)
def _known(said: Added | None) -> _Known:
    groups = groups_in(Ground(words={NAME: said} if said else {}), NAME, "es")
    verbs = [verb_of(written) for name in ("verbs", "orders", OWN) for written in groups.get(name, ())]
    forms = dict(_later_wins(form for verb in verbs for form in forms_of(verb)))
    forms.update({word: sort for name, sort in _GROUPS.items() for word in groups.get(name, ())})
    for word in groups.get("other_words", ()):
        forms.pop(word, None)
    orders = frozenset(verb_of(written).order for written in groups.get("orders", ()))
    polite = frozenset(verb.polite for verb in verbs) - set(groups.get("not_orders", ()))
    return _Known(forms, polite, orders, frozenset(groups.get("le", ())), frozenset(groups.get("other_words", ())))


def _later_wins(forms: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """One sort for a form: what is shared is told from neither, so it wins over tú and vos."""
    held: dict[str, str] = {}
    for form, sort in forms:
        if form in held and held[form] != sort:
            sort = FAMILIAR if USTED not in (held[form], sort) else ""
        held[form] = sort
    yield from ((form, sort) for form, sort in held.items() if sort)
