"""Words of the selling trade, told from the other senses that many of them have.

A word of the list `jargon` counts unless what stands around it speaks for another sense (`senses`); one of the list
`doubtful` counts only where the company that it keeps (`company`, and other jargon) speaks for the trade. What stands
in its own sentence weighs twice as much as what stands elsewhere in the text; a phrase of another sense that holds the
word itself settles it.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from valuegen.judge.inflections import inflected
from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground, Hit, Piece, Writing
from valuegen.judge.phrases import Match, Phrases, phrases
from valuegen.judge.readings import Reading, readings_of, words_of
from valuegen.judge.texts import vocabulary

SURE, DOUBTFUL, SENSES, COMPANY = "jargon", "jargon-doubtful", "jargon-senses", "jargon-company"
LISTS = (SURE, DOUBTFUL, SENSES, COMPANY)
NEAR, FAR = 2, 1
"""What a word of company in the same sentence counts, and one elsewhere in the text."""

_Said = tuple[Added | None, ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """Phrases in all their forms. `lemma`: of a phrase as it is sought; `capitals`: those sought in capitals alone."""

    sought: Phrases
    lemma: Mapping[str, str]
    capitals: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    sure: _Table
    doubtful: _Table
    company: _Table
    senses: Mapping[str, _Table]


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """Some words found: in which reading, from where to where, of which lemma."""

    reading: int
    start: int
    end: int
    lemma: str = field(compare=False)
    is_sure: bool = field(default=True, compare=False)


def jargon_of(readings: Sequence[Reading], ground: Ground) -> tuple[Hit, ...]:
    """The words of the selling trade in a writing, in order; `sort` is the group of the list that each belongs to."""
    words = words_of(readings)
    said = tuple(ground.words.get(name) for name in LISTS)
    spoken = {reading.language for reading in readings}
    lexicons = {language: _lexicon(language, said) for language in spoken}
    if not any(table.sought.may_be(words) for each in lexicons.values() for table in (each.sure, each.doubtful)):
        return ()
    spots = sorted({spot for number, reading in enumerate(readings) for spot in _spots(number, reading, lexicons)})
    if not spots:
        return ()
    scene = _Scene(readings, lexicons, spots)
    found = [spot for spot in _widest(spots) if scene.is_of_the_trade(spot)]
    return tuple(readings[spot.reading].hit(spot.lemma, spot.start, spot.end) for spot in found)


def own_jargon(writing: Writing, words: tuple[str, ...]) -> tuple[Hit, ...]:
    """The places of words that somebody names beside the lists, in any inflection of either language."""
    table = _own(words)
    return tuple(
        reading.hit(table.lemma[match.phrase], match.start, match.end)
        for reading in readings_of(writing, "es")
        for match in sorted(_matches(table, reading), key=lambda match: (match.start, -match.end))
    )


def is_one_of(hit: Hit, words: tuple[str, ...]) -> bool:
    """Whether a word that was found is, or holds, one of these, in any inflection."""
    table = _own((*words, *(word[:-1] for word in words if len(word) > 3 and word.endswith("s"))))
    return any(_matches(table, Reading(Piece(text), vocabulary(text))) for text in (hit.text, hit.sort))


def _spots(number: int, reading: Reading, lexicons: Mapping[str, _Lexicon]) -> Iterator[_Spot]:
    lexicon = lexicons[reading.language]
    for table, is_sure in ((lexicon.sure, True), (lexicon.doubtful, False)):
        for match in _matches(table, reading):
            yield _Spot(number, match.start, match.end, table.lemma[match.phrase], is_sure)


def _widest(spots: Iterable[_Spot]) -> Iterator[_Spot]:
    """Those that lie in no other of the same word: a hot lead is one find, not two."""
    last: dict[tuple[int, str], int] = {}
    for spot in sorted(spots, key=lambda spot: (spot.reading, spot.start, -spot.end, not spot.is_sure)):
        key = (spot.reading, spot.lemma)
        if spot.end > last.get(key, -1):
            last[key] = spot.end
            yield spot


class _Scene:
    """A whole writing, asked what it is about."""

    def __init__(self, readings: Sequence[Reading], lexicons: Mapping[str, _Lexicon], spots: Sequence[_Spot]) -> None:
        self._readings, self._lexicons, self._spots = readings, lexicons, spots
        self._seen: dict[str, list[_Spot]] = {}

    def is_of_the_trade(self, spot: _Spot) -> bool:
        """Whether a word stands there in the sense of the selling trade."""
        senses = self._found(f"senses {spot.lemma}")
        if any(_overlap(spot, sense) for sense in senses):
            return False
        against = self._weight(spot, senses)
        if not against and spot.is_sure:
            return True
        others = [other for other in self._spots if other.is_sure and other.lemma != spot.lemma]
        company = self._weight(spot, [*self._found(COMPANY), *others])
        return company > against and (spot.is_sure or company >= NEAR)

    def _weight(self, spot: _Spot, company: Iterable[_Spot]) -> int:
        """How much different words speak, by how near they stand."""
        sentence = self._readings[spot.reading].sentence(spot.start)
        weights: dict[str, int] = {}
        for other in company:
            if not _overlap(spot, other):
                near = other.reading == spot.reading and sentence.start <= other.start < sentence.end
                weights[other.lemma] = max(weights.get(other.lemma, 0), NEAR if near else FAR)
        return sum(weights.values())

    def _found(self, name: str) -> list[_Spot]:
        if name not in self._seen:
            self._seen[name] = list(self._look_for(name))
        return self._seen[name]

    def _look_for(self, name: str) -> Iterator[_Spot]:
        for number, reading in enumerate(self._readings):
            lexicon = self._lexicons[reading.language]
            table = lexicon.company if name == COMPANY else lexicon.senses.get(name.removeprefix("senses "))
            if table is not None:
                for match in _matches(table, reading):
                    yield _Spot(number, match.start, match.end, match.phrase)


def _overlap(one: _Spot, other: _Spot) -> bool:
    return one.reading == other.reading and one.start < other.end and other.start < one.end


def _matches(table: _Table, reading: Reading) -> list[Match]:
    if not table.sought.may_be(reading.words):
        return []
    found = table.sought.find(reading.folded, reading.words)
    text = reading.piece.text
    return [
        match for match in found if match.phrase not in table.capitals or _is_capital(text[match.start : match.end])
    ]


def _is_capital(text: str) -> bool:
    return text.removesuffix("s").isupper()


def _table(groups: Iterable[tuple[str, Iterable[str]]], *languages: str) -> _Table:
    """Phrases by lemma, inflected in some languages. One written in capitals is no word, and has its plural alone."""
    lemma: dict[str, str] = {}
    capitals = set()
    for name, written in groups:
        for phrase in written:
            for language in languages:
                forms = f"{phrase}/{phrase}s" if phrase.isupper() and " " not in phrase else inflected(phrase, language)
                lemma.setdefault(forms, phrase if name == OWN else name)
                capitals.update([forms] if phrase.isupper() else [])
    return _Table(phrases(lemma), lemma, frozenset(capitals))


@cache
def _own(words: tuple[str, ...]) -> _Table:
    return _table([(OWN, words)], "es", "en")


@cache
def _lexicon(language: str, said: _Said) -> _Lexicon:
    """What is known in a language. A Spanish text speaks English jargon too."""
    ground = Ground(words={name: one for name, one in zip(LISTS, said, strict=True) if one is not None})
    known = {name: groups_in(ground, name, language) for name in LISTS}
    sure = _table(known[SURE].items(), language)
    if language == "es":
        foreign = _table(groups_in(ground, SURE, "en").items(), "en")
        lemma = {**foreign.lemma, **sure.lemma}
        sure = _Table(phrases(lemma), lemma, sure.capitals | foreign.capitals)
    doubtful = _table(known[DOUBTFUL].items(), language)
    company = _table(known[COMPANY].items(), language)
    names = {*known[SENSES], *(groups_in(ground, SENSES, "en") if language == "es" else ())}
    senses = {name: _senses(ground, name, language) for name in names}
    return _Lexicon(sure, doubtful, company, senses)


def _senses(ground: Ground, name: str, language: str) -> _Table:
    """What speaks for another sense of a word; in a Spanish text, what does so in English too."""
    spoken = ("es", "en") if language == "es" else ("en",)
    tables = [_table([(name, groups_in(ground, SENSES, each).get(name, ()))], each) for each in spoken]
    lemma = {phrase: name for table in tables for phrase in table.lemma}
    return _Table(phrases(lemma), lemma, frozenset().union(*(table.capitals for table in tables)))
