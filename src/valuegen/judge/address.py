"""How a Spanish text speaks to its reader: forms of tú, of usted, of vos, and those that tú and vos share.

What is quoted, a line of dialogue and a client's question speak to somebody else. A form that the third person has too
(mire, mira) counts at the beginning of a sentence alone, where nothing but an order can stand.
"""

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.persons import FAMILIAR, TU, USTED, VOS, forms_of, verb_of
from valuegen.judge.readings import Reading, Readings
from valuegen.judge.texts import fold

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
# Forms that their ending alone gives away, of verbs that no list names.
_NO_VERBS = "m|adem|dem|jam|quiz|comp|est|tom|nicol|satan|anan"
_SHAPES = (
    (re.compile(r"\w*[áéíóú]\w*[ae]te"), TU),  # apúntate
    (re.compile(r"\w+(?:ándo|iéndo)(?:te|os)"), FAMILIAR),  # esperándote
    (re.compile(r"\w{2,}[aei]rás"), FAMILIAR),  # encontrarás
    (re.compile(r"\w{3,}[aei]rte(?<!parte)(?<!ierte)(?<!suerte)(?<!muerte)(?<!fuerte)(?<!ncarte)"), FAMILIAR),
    (re.compile(rf"(?!(?:{_NO_VERBS})ás)\w+[bcdfghjklmnñpqstvxz]i?ás"), VOS),  # pensás
    (re.compile(r"(?!diecis|veintis)\w{2,}[áé]is"), FAMILIAR),  # pensáis
)
_ENDS = ("ate", "ete", "dote", "arte", "erte", "irte", "doos", "ás", "áis", "éis")
_WORD = re.compile(r"\w+")
# Where a sentence begins; a condition before its main part.
_FIRST = re.compile(r"[\s¡¿*\-–•\d.)]*(?:(?:y|luego|después|primero|ahora|hoy|por favor)\s*,?\s+)?([^\W\d_]+)")
_CONDITION = re.compile(r"[\s¡¿]*(?:si|cuando|antes|después|para|al|cada|en|por|tras|con|una vez|aunque)\b")
# What a subjunctive hangs on; what stands before a noun, a person, or somebody's deed.
_ASKS_FOR_WISH = re.compile(
    r"\b(?:que|cuando|quien|quienes|donde|aunque|como|mientras|según|ojalá|quizás?|vez|posiblemente|probablemente|acaso|"
    r"cuanto|cuantos|cual|cualquier|cualquiera|hasta|nadie|nada|o)\b"
)
_BEFORE_NAME = re.compile(
    r"\b(?:el|la|los|las|un|una|del|al|de|su|mi|tu|este|esta|ese|esa|cada|otro|otra|sin|con|en|por|para|a|ella|yo)\s+$"
)
_AND = re.compile(r"\by ([^\W\d_]+)")
_CERTAIN = re.compile(r"\s+(?:que|si|bien|cómo|qué|cuál\w*|cuánt\w+|cuándo|dónde|siempre|antes de)\b")
_NOT_AN_ORDER = re.compile(
    r"pese a\b|descanse en paz|venga,|venga ya\b|pase de\b|vaya[,!]|haga (?:frío|calor|sol|viento|bueno|malo|falta)\b"
    r"|\w+ (?:se|o no|quien|como se|lo que)\b"
)
_LE = re.compile(r"(?:^|[.!?:;\n¡][\s¡]*|, )le ([^\W\d_]+)\b(?!(?: \w+){0,3} al? )")
_MADAM = re.compile(
    r"(?:, |^(?:Estimad[oa]|Apreciad[oa]|Buen[oa]s \w+),? |\bHola,? )"
    r"((?:señor|señora|señorita|don|doña|[Ss]ra?\.|D\.|D\.ª)(?: [A-ZÁÉÍÓÚÑ]\w+)*)\s*[.,:!?]"
)
_ASKED = re.compile(r"(¿(?:no )?le [^\W\d_]+)(?![^?]{0,200} al? )")
_WONDERED = re.compile(
    r"(¿(?:sabe|sabía|recuerda|conoce) (?:usted|que|cuánt\w+|cómo|qué|cuál\w*|dónde|si|por qué))\b"
    r"|(¿(?:no )?(?:quiere|desea|prefiere|necesita) \w+[aei]r(?:l[oae]s?|nos|me)?)\b"
    r"(?![^?]{0,80} (?:tu|mi|el|la|un|una) \w+\?)"
    r"|(?<!\w)(si (?:lo |la |así )?(?:desea|prefiere))\b(?! (?:el|la|los|las|un|una|tu|mi)\b)"
)
_TITLES = frozenset({"señor", "señora", "señorita", "don", "doña", "sr", "sra", "d"})
_TO_THEM = frozenset({"le", "sabe", "sabia", "recuerda", "conoce", "quiere", "desea", "prefiere", "necesita"})
_IF_THEY = frozenset({"desea", "prefiere"})
_ENOUGH_ORDERS = 2
_MOST_PLACES = 50
_NEAR = 400
"""So many characters before a word are looked at."""
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
        self.words = known.keys & readings.words
        self.has_shape = _has_shape(readings.text, self.wanted)

    def look(self, reading: Reading) -> None:
        """Look at a piece."""
        here = self.words & reading.words
        known = self._known
        count = len(self.found)
        places = _in(reading, known, here, self.wanted, self.found)
        for sort, start, end in sorted(places, key=lambda each: (each[1:], each[0])):
            hit = reading.hit(sort, start, end)
            self.found.setdefault((sort, hit.text.lower()), hit)
        if len(self.found) > count:
            self._narrow()
        if TU in self.wanted and len(self.orders) < _ENOUGH_ORDERS and not known.orders.isdisjoint(here):
            self.orders += (reading.hit(TU, start, end) for start, end in _orders(reading, known))

    def _narrow(self) -> None:
        held = [sort for sort, _ in self.found]
        wanted = frozenset(sort for sort in self.wanted if held.count(sort) < ENOUGH)
        if wanted != self.wanted:
            self.wanted = wanted
            self.has_shape = self.has_shape and _has_shape(self._readings.text, wanted)
        self.words = frozenset(word for word in self.words if self._may_tell(word))

    def _may_tell(self, word: str) -> bool:
        known, wanted = self._known, self.wanted
        return (
            (USTED in wanted and word in known.usted)
            or (TU in wanted and word in known.orders)
            or any(sort in wanted and (sort, form) not in self.found for form, sort in known.forms.get(word, ()))
        )


def address_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The first places of the forms with which a text speaks to its reader; `sort` is tú, usted, vos or tú/vos."""
    if "es" not in readings.languages:
        return ()
    search = _Search(readings, _known(ground.words.get(NAME)))
    for reading in readings:
        if search.words.isdisjoint(reading.words) and not (
            search.has_shape and _has_shape(reading.piece.text, search.wanted)
        ):
            continue
        if _speaks_to_the_reader(reading):
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
    reading: Reading, known: _Known, here: frozenset[str], wanted: frozenset[str], found: Container[tuple[str, str]]
) -> Iterator[tuple[str, int, int]]:
    """Forms that speak to somebody wherever they stand, and those that do where they are an order."""
    text = reading.piece.text.lower()
    for word, sort in (each for folded in here for each in known.forms.get(folded, ())):
        if sort in wanted and (sort, word) not in found:
            for start, end in _places(text, word):
                if not (reading.is_quoted(start, end) or _is_another(text, start, word, reading)):
                    yield sort, start, end
                    break
    if _has_shape(reading.piece.text, wanted):
        yield from _shaped(reading, text, known, wanted)
    if USTED in wanted and reading.piece.role != "cell" and not known.usted.isdisjoint(here):
        for start, end in (*_polite(reading, text, known.polite & here), *_told(reading, text, here, known.told)):
            if not reading.is_quoted(start, end):
                yield USTED, start, end


def _has_shape(text: str, wanted: frozenset[str]) -> bool:
    """Whether an ending stands there that may give a form away: cheaper than to look for the forms."""
    # spelled out, because it is asked of every paragraph
    return (
        text.count("ás") > text.count("más")
        or (
            FAMILIAR in wanted and ("áis" in text or "éis" in text or "rte" in text or "dote" in text or "doos" in text)
        )
        or (TU in wanted and ("ate" in text or "ete" in text))
    )


def _shaped(reading: Reading, text: str, known: _Known, wanted: frozenset[str]) -> Iterator[tuple[str, int, int]]:
    """Forms of verbs that no list names, neither quoted nor names."""
    for found in _WORD.finditer(text):
        word = found[0]
        if word.endswith(_ENDS) and word not in known.other and fold(word) not in known.forms:
            for shape, sort in _SHAPES:
                if sort in wanted and shape.fullmatch(word):
                    if not _is_name(reading, found.start()) and not reading.is_quoted(*found.span()):
                        yield sort, *found.span()
                    break


def _is_name(reading: Reading, start: int) -> bool:
    """Whether a word is written as a name, within a sentence: don Tomás."""
    return reading.piece.text[start].isupper() and start > reading.sentence(start).start + 2


def _places(text: str, word: str) -> Iterator[tuple[int, int]]:
    """The first places where a whole word stands."""
    start = text.find(word)
    for _ in range(_MOST_PLACES):
        if start < 0:
            return
        end = start + len(word)
        if not _is_letter(text[start - 1 : start]) and not _is_letter(text[end : end + 1]):
            yield start, end
        start = text.find(word, end)


def _is_letter(mark: str) -> bool:
    return mark.isalnum() or mark in ("-", "_")


def _polite(reading: Reading, text: str, polite: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Imperatives to usted. They are subjunctives too: those have a word before them in the sentence that asks for one,
    unless that is a condition and they come after its comma."""
    for word in polite:
        for start, end in _places(text, word):
            before = text[max(start - _NEAR, reading.sentence(start).start) : start]
            if "," in before and _CONDITION.match(before):
                before = before.rpartition(",")[2]
            if not _ASKS_FOR_WISH.search(before) and not _BEFORE_NAME.search(before) and _is_order(text, start, end):
                yield start, end
                break


def _is_order(text: str, start: int, end: int) -> bool:
    """Not "haga lo que haga", "mire como se mire", "pese a todo"."""
    again = rf"[^.,;]{{1,30}}\b{text[start:end]}\b"
    return not _NOT_AN_ORDER.match(text, start) and not re.match(again, text[end : end + 40])


def _told(reading: Reading, text: str, there: frozenset[str], told: frozenset[str]) -> Iterator[tuple[int, int]]:
    """What speaks to usted by other words alone: le recuerdo, ¿le interesa?, estimada señora."""
    if not _TITLES.isdisjoint(there):
        yield from (found.span(1) for found in _MADAM.finditer(reading.piece.text))
    if "le" in there:
        yield from (found.span(1) for found in _LE.finditer(text) if found[1] in told)
    is_asked = "¿" in text and not _TO_THEM.isdisjoint(there)
    if is_asked and "le" in there:
        yield from (found.span(1) for found in _ASKED.finditer(text))
    if is_asked or not _IF_THEY.isdisjoint(there):
        yield from (found.span() for found in _WONDERED.finditer(text))


def _orders(reading: Reading, known: _Known) -> Iterator[tuple[int, int]]:
    """Bare imperatives to tú at the beginning of sentences, and those that go on with "y"; twice what is certain."""
    text = reading.piece.text.lower()
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
    usted = polite | _TITLES | _TO_THEM
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
