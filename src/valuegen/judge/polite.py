"""What speaks to usted by where it stands: orders that are subjunctives too, and what is said with other words."""

import re
from collections.abc import Iterable, Iterator, Set

from valuegen.judge.readings import Reading

# A condition before the main part of a sentence.
_CONDITION = re.compile(r"[\s¡¿]*(?:si|cuando|antes|después|para|al|cada|en|por|tras|con|una vez|aunque)\b")
# What a subjunctive hangs on; what stands before a noun, a person, or somebody's deed.
_ASKS_FOR_WISH = re.compile(
    r"\b(?:que|cuando|quien|quienes|donde|aunque|como|mientras|según|ojalá|quizás?|vez|posiblemente|probablemente|acaso|"
    r"cuanto|cuantos|cual|cualquier|cualquiera|hasta|nadie|nada|o)\b"
)
_BEFORE_NAME = re.compile(
    r"\b(?:el|la|los|las|un|una|del|al|de|su|mi|tu|este|esta|ese|esa|cada|otro|otra|sin|con|en|por|para|a|ella|yo)\s+$"
)
# The commonest words of both, right before it: a look at that one is cheaper.
_HUNG_ON = frozenset(
    "que cuando donde como aunque quien hasta nadie nada o el la los las un una al de su mi tu".split()
)
_WORD = 12
"""No longer than that is such a word between its blanks."""
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
TITLES = frozenset({"señor", "señora", "señorita", "don", "doña", "sr", "sra", "d"})
TO_THEM = frozenset({"le", "sabe", "sabía", "recuerda", "conoce", "quiere", "desea", "prefiere", "necesita"})
IF_THEY = frozenset({"desea", "prefiere"})
_MOST_PLACES = 50
_CLAUSE = re.compile(r"[^.,;]+")
_WORDS = re.compile(r"\w+")
_AGAIN = 40
"""So many characters after an order are looked at for the same word: haga lo que haga."""
_NEAR = 400
"""So many characters before a word are looked at."""


def polite_orders(reading: Reading, text: str, orders: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Imperatives to usted. They are subjunctives too: those have a word before them in the sentence that asks for one,
    unless that is a condition and they come after its comma."""
    for word in orders:
        for start, end in places(text, word):
            near = text[max(start - _WORD, 0) : start]
            if near[-1:] == " " and near[:-1].rpartition(" ")[2] in _HUNG_ON:
                continue
            before = text[max(start - _NEAR, reading.sentence(start).start) : start]
            if "," in before and _CONDITION.match(before):
                before = before.rpartition(",")[2]
            if not _ASKS_FOR_WISH.search(before) and not _BEFORE_NAME.search(before) and _is_order(text, start, end):
                yield start, end
                break


def _is_order(text: str, start: int, end: int) -> bool:
    """Not "haga lo que haga", "mire como se mire", "pese a todo"."""
    if _NOT_AN_ORDER.match(text, start):
        return False
    after = _CLAUSE.match(text, end, min(len(text), end + _AGAIN))
    return after is None or text[start:end] not in _WORDS.findall(after[0])


def told_to_them(reading: Reading, text: str, there: Set[str], told: Set[str]) -> Iterator[tuple[int, int]]:
    """What speaks to usted by other words alone: le recuerdo, ¿le interesa?, estimada señora."""
    if not TITLES.isdisjoint(there):
        yield from (found.span(1) for found in _MADAM.finditer(reading.piece.text))
    if "le" in there:
        yield from (found.span(1) for found in _LE.finditer(text) if found[1] in told)
    is_asked = "¿" in text and not TO_THEM.isdisjoint(there)
    if is_asked and "le" in there:
        yield from (found.span(1) for found in _ASKED.finditer(text))
    if is_asked or not IF_THEY.isdisjoint(there):
        yield from (found.span() for found in _WONDERED.finditer(text))


def places(text: str, word: str) -> Iterator[tuple[int, int]]:
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
