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
from valuegen.judge.letters import APART, fold
from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.orders import bare_orders, may_begin_somewhere
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

    @property
    def is_idle(self) -> bool:
        """Whether it says nothing but where it is an order."""
        return self.is_order and not (self.sort or self.shape or self.is_polite)


class _Known:
    """How words in lower case speak; most don't. It remembers: texts use the same words again and again.

    `forms`: form -> how it speaks. `polite`, `orders`: bare imperatives to usted, to tú. `told`: what the writer does
    after "le". `other`: no forms.
    """

    def __init__(
        self, forms: Mapping[str, str], polite: Set[str], orders: Set[str], told: Set[str], other: Set[str]
    ) -> None:
        self.forms, self.polite, self.orders, self.told = forms, polite, orders, told
        self._usted = polite | TITLES | TO_THEM
        self._no_shapes = {*other, *forms}
        self._folded = frozenset(map(fold, forms))
        self._silent: set[str] = set()
        self._speaking: dict[str, Told] = {}

    def speaking(self, words: Set[str]) -> dict[str, Told]:
        """Those of some words that speak to somebody, each with how it does."""
        found: dict[str, Told] = {}
        for word in words - self._silent:
            told = self._speaking.get(word) or self._told(word)
            if told is None:
                self._silent.add(word)
            else:
                found[word] = self._speaking[word] = told
        if len(self._silent) + len(self._speaking) >= _MOST:
            self._silent.clear()
            self._speaking.clear()
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
        self.words = known.speaking(readings.words | readings.accented)
        self._forget_idle()
        self._folded: dict[str, list[str]] = {}
        for word, told in self.words.items():
            self._folded.setdefault(told.folded, []).append(word)

    def _forget_idle(self) -> None:
        """Most words that may be orders begin no sentence of a text."""
        orders = [word for word, told in self.words.items() if told.is_idle]
        low = APART.join(self._readings.lows) if orders else ""
        for word in orders:
            if not may_begin_somewhere(low, self._readings.bare, word):
                del self.words[word]

    def places(self) -> list[int]:
        """The pieces that have a word to look at."""
        return self._readings.having(set(self._folded)) if self._folded else []

    def look(self, number: int) -> None:
        """Look at a piece."""
        reading, text = self._readings[number], self._readings.lows[number]
        words, folded = self.words, self._folded
        here = {
            word: words[word]
            for one in folded.keys() & reading.words
            for word in folded[one]
            if word in words and word in text
        }
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
                self.orders += (
                    reading.hit(TU, *place)
                    for place in bare_orders(reading, text, orders, self._known.orders, self._known.polite)
                )

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
        if not search.words:
            break
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
