"""How a Spanish text speaks to its reader: forms of tú, of usted, of vos, and those that tú and vos share.

What is quoted, a line of dialogue and a client's question speak to somebody else. A form that the third person has too
(mire, mira) counts at the beginning of a sentence alone, where nothing but an order can stand.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.persons import FAMILIAR, TU, USTED, VOS, forms_of, verb_of
from valuegen.judge.readings import Reading

NAME = "address"
_GROUPS = {"tu": TU, "vos": VOS, "usted": USTED, "familiar": FAMILIAR}
_WORD = re.compile(r"[^\W\d_]+")
# Talk of the forms themselves: to speak of tú, the usted.
_OF_FORMS = re.compile(
    r"\b(?:trat|tute|vose|ustede|habl\w+ de|llam\w+ de|el|un|al|del|palabra|pronombre|de tú a)\w*\W+(?:\w+\W+){0,2}$"
)
_BEFORE_NOUN = re.compile(
    r"\b(?:l[ao]s|un[ao]s|[st]us|mis|nuestr[ao]s|est[ao]s|es[ao]s|much[ao]s|poc[ao]s|otr[ao]s|vari[ao]s|algun[ao]s|dos|tres|"
    r"cuatro|cinco|seis|diez|de|en|con|entre|más|tant[ao]s)\s$"
)
_PLURAL = re.compile(r"(?<!\w)(?!diecis|veintis)\w{2,}[áé]is(?!\w)")
# Where a sentence begins, and where its main part does after a condition.
_FIRST = re.compile(r"[\s¡¿*\-–•\d.)]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?([^\W\d_]+)")
_AFTER_CONDITION = re.compile(
    r"[\s¡¿]*(?:si|cuando|antes|después|para|al|cada|en|por|tras|con|una vez)\b[^,]{3,120},\s*"
    r"(?:por favor,\s*)?([^\W\d_]+)"
)
_NO = re.compile(r"(?:^|[.!?:;,¿¡\n]\s*)(?:no|nunca|jamás) (?:se |lo |la |los |las |le |les |me |nos )?([^\W\d_]+)")
_AND = re.compile(r"\by ([^\W\d_]+)")
_NOT_AN_ORDER = re.compile(
    r"pese a\b|haga (?:frío|calor|sol|viento|bueno|malo|falta)\b|\w+ (?:se|o no|quien|como se|lo que)\b"
)
_LE = re.compile(r"[\s¡]*les? ([^\W\d_]+)\b(?!(?: \w+){0,3} al? )")
_ASKED = re.compile(r"[\s]*¿(?:no )?le [^\W\d_]+(?![^?]* al? )")
_ENOUGH_ORDERS = 2


@dataclass(frozen=True, slots=True)
class _Known:
    """Forms and how they speak; the bare imperatives to usted and to tú."""

    forms: dict[str, str]
    polite: frozenset[str]
    orders: frozenset[str]
    told: frozenset[str]


def address_of(readings: Sequence[Reading], ground: Ground) -> tuple[Hit, ...]:
    """The first place of each form with which a text speaks to its reader; `sort` is tú, usted, vos or tú/vos."""
    known = _known(ground.words.get(NAME))
    found: dict[tuple[str, str], Hit] = {}
    orders: list[Hit] = []
    for reading in readings:
        if _speaks_to_the_reader(reading):
            for sort, start, end in sorted(_in(reading, known), key=lambda each: each[1]):
                hit = reading.hit(sort, start, end)
                found.setdefault((sort, hit.text.lower()), hit)
            orders += (reading.hit(TU, start, end) for start, end in _orders(reading, known.orders))
    if len(orders) >= _ENOUGH_ORDERS:
        for hit in orders:
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


def _in(reading: Reading, known: _Known) -> Iterator[tuple[str, int, int]]:
    """Forms that speak to somebody wherever they stand, and those that do at the beginning of a sentence."""
    text = reading.piece.text.lower()
    for word in known.forms.keys() & set(_WORD.findall(text)):
        for found in re.finditer(rf"(?<![\w-]){word}(?![\w-])", text):
            if not reading.is_quoted(*found.span()) and not _is_another(text, found.start(), word, reading):
                yield known.forms[word], *found.span()
                break
    for plural in _PLURAL.finditer(text):
        if not reading.is_quoted(*plural.span()):
            yield FAMILIAR, *plural.span()
    if reading.piece.role == "cell":
        return
    for found in _polite(reading, text):
        start, end = found.span(1)
        if found[1] in known.polite and not reading.is_quoted(start, end) and _is_order(text, start, end):
            yield USTED, start, end
    for start, end in _told(reading, text, known.told):
        if not reading.is_quoted(start, end):
            yield USTED, start, end


def _polite(reading: Reading, text: str) -> Iterator[re.Match[str]]:
    for sentence in reading.sentences:
        for pattern in (_FIRST, _AFTER_CONDITION):
            found = pattern.match(text, sentence.start, sentence.end)
            if found:
                yield found
    yield from _NO.finditer(text)


def _is_order(text: str, start: int, end: int) -> bool:
    """Not "haga lo que haga", "mire como se mire", "pese a todo"."""
    again = rf"[^.,;]{{1,30}}\b{text[start:end]}\b"
    return not _NOT_AN_ORDER.match(text, start) and not re.match(again, text[end : end + 40])


def _told(reading: Reading, text: str, told: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Sentences that speak to usted by "le" alone: le recuerdo, ¿le interesa?"""
    for sentence in reading.sentences:
        found = _LE.match(text, sentence.start, sentence.end)
        if found and found[1] in told:
            yield found.span(1)
        asked = _ASKED.match(text, sentence.start, sentence.end)
        if asked:
            yield asked.span()


def _orders(reading: Reading, orders: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Bare imperatives to tú at the beginning of sentences, and those that go on with "y"."""
    text = reading.piece.text.lower()
    for sentence in reading.sentences:
        first = _FIRST.match(text, sentence.start, sentence.end)
        if not first or first[1] not in orders or reading.is_quoted(*first.span(1)) or _is_someone(text, first.end(1)):
            continue
        yield first.span(1)
        yield from (more.span(1) for more in _AND.finditer(text, first.end(), sentence.end) if more[1] in orders)


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
    return word.endswith(("as", "es")) and _BEFORE_NOUN.search(before) is not None


@cache
def _known(said: Added | None) -> _Known:
    groups = groups_in(Ground(words={NAME: said} if said else {}), NAME, "es")
    verbs = [verb_of(written) for name in ("verbs", "orders", OWN) for written in groups.get(name, ())]
    forms = dict(_later_wins(form for verb in verbs for form in forms_of(verb)))
    forms.update({word: sort for name, sort in _GROUPS.items() for word in groups.get(name, ())})
    for word in groups.get("other_words", ()):
        forms.pop(word, None)
    orders = frozenset(verb_of(written).order for written in groups.get("orders", ()))
    polite = frozenset(verb.polite for verb in verbs) - set(groups.get("not_orders", ()))
    return _Known(forms, polite, orders, frozenset(groups.get("le", ())))


def _later_wins(forms: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """One sort for a form: what is shared is told from neither, so it wins over tú and vos."""
    held: dict[str, str] = {}
    for form, sort in forms:
        if form in held and held[form] != sort:
            sort = FAMILIAR if USTED not in (held[form], sort) else ""
        held[form] = sort
    yield from ((form, sort) for form, sort in held.items() if sort)
