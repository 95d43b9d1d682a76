"""How a Spanish text speaks to its reader: forms of tú, of usted, of vos, and those that tú and vos share.

What is quoted, a line of dialogue and a client's question speak to somebody else. A form that the third person has too
(mire, mira) counts at the beginning of a sentence alone, where nothing but an order can stand.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from valuegen.judge.endings import forms_by_ending
from valuegen.judge.letters import fold, lower
from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.persons import FAMILIAR, TU, USTED, VOS, forms_of, verb_of
from valuegen.judge.polite import IF_THEY, TITLES, TO_THEM, places, polite_orders, told_to_them
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
_BEFORE = 30
_AND = re.compile(r"\by ([^\W\d_]+)")
_CERTAIN = re.compile(r"\s+(?:que|si|bien|cómo|qué|cuál\w*|cuánt\w+|cuándo|dónde|siempre|antes de)\b")
_ENOUGH_ORDERS = 2
ENOUGH = 3
"""When a text has so many words of a form, no more are looked for."""


@dataclass(frozen=True, slots=True)
class _Known:
    """`forms`: folded form -> the forms with their accents, and how they speak. `polite`, `orders`: bare imperatives to
    usted, to tú. `told`: what the writer does after "le". `keys`: the words to look at; `usted`: those that may
    speak to usted by what stands around them; `other`: no forms."""

    forms: dict[str, tuple[tuple[str, str], ...]]
    polite: frozenset[str]
    orders: frozenset[str]
    told: frozenset[str]
    keys: frozenset[str]
    usted: frozenset[str]
    other: frozenset[str]


class _Search:
    """What has been found of a text's address, and what is still looked for. A text speaks to its reader again and
    again in the same few words: what was found once is not looked for again, nor a form of which there is enough."""

    def __init__(self, readings: Readings, known: _Known) -> None:
        self._readings, self._known = readings, known
        self.found: dict[tuple[str, str], Hit] = {}
        self.orders: list[Hit] = []
        self.wanted = frozenset(_SORTS)
        text = lower(readings.text)
        self.words = frozenset([word for word in known.keys & readings.words if _is_in(text, word, known)])
        self.shaped = [
            each
            for each in forms_by_ending(readings.text)
            if each[0] not in known.other and fold(each[0]) not in known.forms
        ]

    def may_be_in(self, reading: Reading) -> bool:
        """Whether a piece holds anything to look at."""
        if not self.words.isdisjoint(reading.words):
            return True
        return bool(self.shaped) and any(word[1:] in reading.piece.text for word, _ in self.shaped)

    def look(self, reading: Reading) -> None:
        """Look at a piece."""
        here = self.words & reading.words
        known = self._known
        count = len(self.found)
        shaped = [each for each in self.shaped if each[0][1:] in reading.piece.text]
        places = _in(reading, known, here, shaped, self.wanted, self.found)
        for sort, start, end in sorted(places, key=lambda each: (each[1:], each[0])):
            hit = reading.hit(sort, start, end)
            self.found.setdefault((sort, hit.text.lower()), hit)
        if len(self.found) > count:
            self._narrow(here)
        if TU in self.wanted and len(self.orders) < _ENOUGH_ORDERS and not known.orders.isdisjoint(here):
            self.orders += (reading.hit(TU, start, end) for start, end in _orders(reading, known))

    def _narrow(self, here: frozenset[str]) -> None:
        held = [sort for sort, _ in self.found]
        wanted = frozenset(sort for sort in self.wanted if held.count(sort) < ENOUGH)
        if wanted != self.wanted:
            self.wanted, here = wanted, self.words
            self.shaped = [each for each in self.shaped if each[1] in wanted]
        self.words -= {word for word in here if not self._may_tell(word)}

    def _may_tell(self, word: str) -> bool:
        known, wanted = self._known, self.wanted
        return (
            (USTED in wanted and word in known.usted)
            or (TU in wanted and word in known.orders)
            or any(sort in wanted and (sort, form) not in self.found for form, sort in known.forms.get(word, ()))
        )


def _is_in(text: str, word: str, known: _Known) -> bool:
    """Whether one of the forms that a folded word may be is there (pasa is no pasá), or what may make one of it."""
    if word in known.orders or word in known.polite or word in TITLES:
        return True
    if word in TO_THEM and ("¿" in text or word in IF_THEY or word == "le"):
        return True
    return any(form == word or form in text for form, _ in known.forms.get(word, ()))


def address_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The first places of the forms with which a text speaks to its reader; `sort` is tú, usted, vos or tú/vos."""
    if "es" not in readings.languages:
        return ()
    search = _Search(readings, _known(ground.words.get(NAME)))
    if not search.words and not search.shaped:
        return ()
    for reading in readings:
        if search.may_be_in(reading) and _speaks_to_the_reader(reading):
            search.look(reading)
    found = search.found
    if len(search.orders) >= _ENOUGH_ORDERS:
        for hit in search.orders:
            found.setdefault((TU, hit.text.lower()), hit)
    return tuple(sorted(found.values(), key=lambda hit: hit.line))


def _speaks_to_the_reader(reading: Reading) -> bool:
    piece = reading.piece
    return (
        piece.where in ("ask", "text")
        and reading.language == "es"
        and not piece.quoted
        and "question" not in piece.within
        and not piece.text.startswith(("—", "–"))
    )


def _in(
    reading: Reading,
    known: _Known,
    here: frozenset[str],
    shaped: Iterable[tuple[str, str]],
    wanted: frozenset[str],
    found: Container[tuple[str, str]],
) -> Iterator[tuple[str, int, int]]:
    """Forms that speak to somebody wherever they stand, and those that do where they are an order."""
    text = reading.low
    for word, sort in (each for folded in here for each in known.forms.get(folded, ())):
        if sort in wanted and (sort, word) not in found:
            for start, end in places(text, word):
                if not (reading.is_quoted(start, end) or _is_another(text, start, word, reading)):
                    yield sort, start, end
                    break
    for word, sort in shaped:
        for start, end in places(text, word):
            if not _is_name(reading, start) and not reading.is_quoted(start, end):
                yield sort, start, end
    if USTED in wanted and reading.piece.role != "cell" and not known.usted.isdisjoint(here):
        for start, end in (
            *polite_orders(reading, text, known.polite & here),
            *told_to_them(reading, text, here, known.told),
        ):
            if not reading.is_quoted(start, end):
                yield USTED, start, end


def _is_name(reading: Reading, start: int) -> bool:
    """Whether a word is written as a name, within a sentence: don Tomás."""
    return reading.piece.text[start].isupper() and start > reading.sentence(start).start + 2


def _orders(reading: Reading, known: _Known) -> Iterator[tuple[int, int]]:
    """Bare imperatives to tú at the beginning of sentences, and those that go on with "y"; twice what is certain."""
    text = reading.low
    if not any(
        _MAY_BEGIN.search(text, max(0, start - _BEFORE), start)
        for order in known.orders & reading.words
        for start, _ in places(text, order)
    ):
        return
    for sentence in reading.sentences:
        first = _FIRST.match(text, sentence.start, sentence.end)
        if not first or reading.is_quoted(*first.span(1)):
            continue
        more = [each.span(1) for each in _AND.finditer(text, first.end(), sentence.end) if each[1] in known.orders]
        if first[1] in known.orders and not _is_someone(text, first.end(1)):
            yield first.span(1)
            yield from more
            if _CERTAIN.match(text, first.end(1)):
                yield first.span(1)
        elif first[1] in known.polite:  # "pese la masa y mira si crece" is an order with an order
            yield from (more * 2)[:2]


def _is_someone(text: str, end: int) -> bool:
    """Whether "mira" is what somebody does: "mira quien puede", "llama la atención"."""
    return (
        re.match(r"\s+(?:se|quien|la atención|la leyenda|huella|el que|relación)\b", text[end : end + 16]) is not None
    )


def _is_another(text: str, start: int, word: str, reading: Reading) -> bool:
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
    by_folded: dict[str, tuple[tuple[str, str], ...]] = {}
    for form, sort in forms.items():
        by_folded[fold(form)] = (*by_folded.get(fold(form), ()), (form, sort))
    other = frozenset(groups.get("other_words", ()))
    usted = polite | TITLES | TO_THEM
    return _Known(
        by_folded, polite, orders, frozenset(groups.get("le", ())), orders | usted | set(by_folded), usted, other
    )


def _later_wins(forms: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """One sort for a form: what is shared is told from neither, so it wins over tú and vos."""
    held: dict[str, str] = {}
    for form, sort in forms:
        if form in held and held[form] != sort:
            sort = FAMILIAR if USTED not in (held[form], sort) else ""
        held[form] = sort
    yield from ((form, sort) for form, sort in held.items() if sort)
