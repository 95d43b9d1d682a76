"""Phrases of false closeness, told from warm words to a person who is meant, and from those who quote them.

What is quoted is nobody's own; what is forbidden or mocked in its own sentence is not said; a text that begins with
somebody's name, no merge field, is written to them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from valuegen.judge.inflections import inflected
from valuegen.judge.letters import fold
from valuegen.judge.lists import LANGUAGES, groups_in
from valuegen.judge.parts import Added, Ground, Hit
from valuegen.judge.phrases import Match, Phrases, phrases
from valuegen.judge.readings import Reading, Readings

NAME, CRITICS, OPENERS, RELATIVES, GREETING = "closeness", "critics", "openers", "relatives", "greeting"

# A name, perhaps after a greeting, before the first comma or colon: letters to a person begin so.
_TO_SOMEBODY = re.compile(
    r"(?:(?:Hola|Querid[oa]|Estimad[oa]|Queridísim[oa]|Buen[oa]s \w+|(?:My )?[Dd]ear(?:est)?|Hi|Hello|Hey|Good \w+),? "
    r"(?:[Dd]oña |[Dd]on |Mrs?\.? |Ms\.? )?)?"
    r"(?P<name>[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{1,20})(?: (?:querid|queridísim|mí)[oa]"
    r"| [A-ZÁÉÍÓÚÑ][a-záéíóúñü]+| y [A-ZÁÉÍÓÚÑ]\w+| and [A-Z]\w+)?\s*[,:]"
)
_NAME = r"(?:querid[oa] |dear |don |doña )?[A-ZÁÉÍÓÚÑ][a-záéíóúñü]{2,20}"
# "As big as you like" compares nobody: verbs of wishing after "you", a closed class.
_WISHED = re.compile(
    r"\s+(?:quier[ae]s?|pued[ae]s|prefier[ae]s?|desees?|necesites?|mism[oa]|like|want|wish|can|need|please|prefer)\b"
)
_SHORT = re.compile(r"(\w+)'(re|ve|m)\b")
_LONG = {"re": "are", "ve": "have", "m": "am"}
_AFTER_GREETING = re.compile(r"\s*(?:[,:!.\n]|$)")
_IF = re.compile(r"\b(?:if|whether|unless|si)\s+$")


@dataclass(frozen=True, slots=True)
class _Known:
    closeness: Phrases
    group: dict[str, str]
    critics: Phrases
    called: re.Pattern[str]
    """Somebody, called by their name or by what they are to the writer."""


def closeness_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The phrases that feign closeness in a text, in order; `sort` is what is feigned."""
    said = ground.words.get(NAME), ground.words.get(CRITICS), ground.words.get(RELATIVES)
    known = {language: _known(language, *said) for language in readings.languages}
    sought = {language: each.closeness.within(readings.words) for language, each in known.items()}
    places = readings.holding(*sought.values())
    if not places or is_to_somebody(readings, ground):
        return ()
    found: list[Hit] = []
    for number in places:
        reading = readings[number]
        if reading.where == "text" and sought[reading.language].may_be(reading.words):
            found += _in(reading, sought[reading.language], known[reading.language])
    return tuple(found)


def is_to_somebody(readings: Readings, ground: Ground) -> bool:
    """Whether a text begins with the name of the person to whom it is written."""
    pieces = enumerate(readings.pieces)
    first = next((at for at, piece in pieces if piece.role == "text" and readings.where(at) == "text"), None)
    found = _TO_SOMEBODY.match(readings[first].piece.text) if first is not None else None
    if found is None:
        return False
    name = fold(found["name"])
    return name not in _openers(ground.words.get(OPENERS)) and not name.endswith(("mente", "ly"))


def _in(reading: Reading, sought: Phrases, known: _Known) -> Iterator[Hit]:
    found = sorted(
        sought.find(reading.folded, reading.words), key=lambda match: (match.start, -match.end, match.phrase)
    )
    end = -1
    for match in found:
        if match.start < end or not _is_meant(reading, match, known):
            continue
        end = match.end
        yield reading.hit(known.group[match.phrase], match.start, match.end)


def _is_meant(reading: Reading, match: Match, known: _Known) -> bool:
    text = reading.folded
    if reading.is_quoted(match.start, match.end) or _IF.search(text, max(0, match.start - 12), match.start):
        return False
    if known.group[match.phrase] == "like_you" and _WISHED.match(text, match.end):
        return False
    if known.group[match.phrase] == GREETING:
        return (
            text[: match.start].rstrip("¡ ")[-1:] in ("", ",", ".", "!", "\n")
            and _AFTER_GREETING.match(text, match.end) is not None
        )
    return not is_criticised(reading, match.start, known.critics) and not _names_somebody(reading, match, known.called)


def _names_somebody(reading: Reading, match: Match, called: re.Pattern[str]) -> bool:
    """Whether its sentence, or the one before it, calls somebody by name: they are who is meant."""
    sentence = reading.sentence(match.start)
    before = reading.sentence(max(0, sentence.start - 1))
    return called.search(reading.piece.text, before.start, sentence.end) is not None


def is_criticised(reading: Reading, place: int, critics: Phrases) -> bool:
    """Whether the sentence in which something stands speaks of it as of a phrase, before it does."""
    sentence = reading.sentence(place)
    cues = critics.find(reading.folded, reading.words) if critics.keys & reading.words else ()
    return any(sentence.start <= cue.start < place for cue in cues)


def critics_of(language: str, said: Added | None) -> Phrases:
    """What gives away who names a phrase to criticise it."""
    return _known(language, None, said, None).critics


@lru_cache(maxsize=32)
def _openers(said: Added | None) -> frozenset[str]:
    """Words of both languages that begin a text, and are nobody's name."""
    ground = Ground(words={OPENERS: said} if said else {})
    return frozenset(
        fold(word) for language in LANGUAGES for word in _all(groups_in(ground, OPENERS, language).values())
    )


@lru_cache(maxsize=32)
def _known(language: str, said: Added | None, of_critics: Added | None, of_relatives: Added | None) -> _Known:
    changed = {NAME: said, CRITICS: of_critics, RELATIVES: of_relatives}
    ground = Ground(words={name: one for name, one in changed.items() if one})
    groups = groups_in(ground, NAME, language)
    group = {spelled: name for name, each in groups.items() for one in each for spelled in _spelled_out(one)}
    cues = [inflected(phrase, language) for phrase in _all(groups_in(ground, CRITICS, language).values())]
    spoken = [_all(groups_in(ground, RELATIVES, each).values()) for each in LANGUAGES]
    called = re.compile(f", (?:{'|'.join([_NAME, *map(re.escape, _all(spoken))])})[,.:!?]")
    return _Known(phrases(group), group, phrases(cues), called)


def _spelled_out(phrase: str) -> Iterator[str]:
    """A phrase, and the same without short forms: you're, you are."""
    yield phrase
    if _SHORT.search(phrase):
        yield " ".join(_long(token) for token in phrase.split())


def _long(token: str) -> str:
    short = _SHORT.findall(token)
    if not short:
        return token
    return f"{'/'.join(dict.fromkeys(pronoun for pronoun, _ in short))} {'/'.join({_LONG[end]: 0 for _, end in short})}"


def _all(groups: Iterable[Iterable[str]]) -> list[str]:
    return [phrase for group in groups for phrase in group]
