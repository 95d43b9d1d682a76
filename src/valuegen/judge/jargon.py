"""Words of the selling trade, told from the other senses that many of them have.

A word of the list `jargon` counts unless what stands around it speaks for another sense (`senses`); one of the list
`doubtful` counts only where the company that it keeps (`company`, and other jargon) speaks for the trade. What stands
in its own sentence weighs twice as much as what stands elsewhere in the text; a phrase of another sense that holds the
word itself settles it. A word means in a text what it means elsewhere in it: one that nothing speaks for goes with the
others of its kind.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from valuegen.judge.inflections import inflected
from valuegen.judge.lazy import lazy
from valuegen.judge.letters import fold, words_of
from valuegen.judge.lists import OWN, Groups, groups_in
from valuegen.judge.parts import Added, Ground, Hit, Writing
from valuegen.judge.phrases import NO_PHRASES, Match, Phrases, phrases
from valuegen.judge.readings import Reading, Readings
from valuegen.prose import Paragraph

SURE, DOUBTFUL, SENSES, COMPANY = "jargon", "jargon-doubtful", "jargon-senses", "jargon-company"
NEAR, FAR = 4, 2
"""What a word of company in the same sentence counts, and one elsewhere in the text."""
ENOUGH = 2
"""The company that a doubtful word needs: one word of the trade anywhere, or a weak one in its sentence."""
WEAK = "weak"
"""The group of company that a shop's own words keep too: each counts half."""
MOST_WEAK = 1
"""What all weak words elsewhere in a text count at most: in a shop's text there are many, whatever it is about."""
_POINTED_AT = re.compile(
    r"(?:[\d.,]+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|fifteen|twenty|thirty|forty|fifty|sixty|"
    r"hundreds?|a|each|every|another|my|your|our|their|its|the|un|cada|otro|este|ese|mi|tu|su|nuestro)\s\w+$"
)


class _Table(NamedTuple):
    """Phrases in all their forms. `lemma`: of a phrase as it is sought; `capitals`: those sought in capitals alone."""

    sought: Phrases
    lemma: Mapping[str, str]
    capitals: frozenset[str]

    def within(self, words: Set[str], among: Set[str] | None = None) -> "_Table":
        """What these words leave of it."""
        sought = self.sought.within(words, among)
        return _Table(sought, self.lemma, self.capitals) if sought.under else _NONE


_NONE = _Table(NO_PHRASES, {}, frozenset())


class _Lexicon(NamedTuple):
    sure: _Table
    doubtful: _Table
    keys: frozenset[str]

    def within(self, words: Set[str]) -> tuple[_Table, _Table]:
        """What these words leave of both."""
        among = self.keys & words
        return self.sure.within(words, among), self.doubtful.within(words, among)


@dataclass(frozen=True, slots=True, order=True)
class _Spot:
    """Some words found: in which reading, from where to where, of which lemma."""

    reading: int
    start: int
    end: int
    lemma: str
    is_sure: bool = True


class _Verdict(NamedTuple):
    """How much speaks for the trade, and for another sense; and whether it is held to be of the trade."""

    company: int
    against: int
    holds: bool


def jargon_of(readings: Readings, ground: Ground) -> tuple[Hit, ...]:
    """The words of the selling trade in a writing, in order; `sort` is the group of the list that each belongs to."""
    said = ground.words.get(SURE), _of_doubtful(ground)
    lexicons = {language: _lexicon(language, *said).within(readings.words) for language in readings.languages}
    places = readings.holding(*[table.sought for tables in lexicons.values() for table in tables])
    spots = sorted({spot for number in places for spot in _spots(number, readings[number], lexicons)})
    if not spots:
        return ()
    found = _each_once(_Scene(readings, spots, ground).of_the_trade(list(_widest(spots))))
    return tuple(readings[spot.reading].hit(spot.lemma, spot.start, spot.end) for spot in found)


def _of_doubtful(ground: Ground) -> Added | None:
    """What a workspace says of the doubtful words. Who takes a word out of `jargon` means it wherever it stands."""
    sure, doubtful = ground.words.get(SURE), ground.words.get(DOUBTFUL)
    if not sure or not sure.without:
        return doubtful
    doubtful = doubtful or Added()
    return Added(doubtful.add, (*doubtful.without, *sure.without))


def own_jargon(writing: Writing, words: tuple[str, ...]) -> tuple[Hit, ...]:
    """The places of words that somebody names beside the lists, in any inflection of either language."""
    table = _own(words)
    return tuple(
        reading.hit(table.lemma[match.phrase], match.start, match.end)
        for reading in Readings(writing, "es")
        for match in sorted(_matches(table, reading), key=lambda match: (match.start, -match.end, match.phrase))
    )


def is_one_of(hit: Hit, words: tuple[str, ...]) -> bool:
    """Whether a word that was found is, or holds, one of these, in any inflection."""
    table = _own((*words, *(word[:-1] for word in words if len(word) > 3 and word.endswith("s"))))
    return any(
        _matches(table, Reading(Paragraph(text, 1, 0), fold(text), set(words_of(text))))
        for text in (hit.text, hit.sort)
    )


def _spots(number: int, reading: Reading, lexicons: Mapping[str, tuple[_Table, _Table]]) -> Iterator[_Spot]:
    for table, is_sure in zip(lexicons[reading.language], (True, False), strict=True):
        for match in _matches(table, reading):
            yield _Spot(number, match.start, match.end, table.lemma[match.phrase], is_sure)


def _widest(spots: Iterable[_Spot]) -> Iterator[_Spot]:
    """Those that lie in no other: hot leads are one find, not two."""
    reading, end = -1, -1
    for spot in sorted(spots, key=lambda spot: (spot.reading, spot.start, -spot.end, not spot.is_sure, spot.lemma)):
        if spot.reading != reading or spot.end > end:
            reading, end = spot.reading, spot.end
            yield spot


def _each_once(spots: Iterable[_Spot]) -> Iterator[_Spot]:
    """Without those that say the same word again: `un prospecto` and `prospecto interesado` are one find."""
    last: _Spot | None = None
    for spot in spots:
        if last is None or spot.lemma != last.lemma or not _overlap(spot, last):
            yield spot
            last = spot


class _Scene:
    """A whole writing, asked what it is about."""

    def __init__(self, readings: Readings, spots: Iterable[_Spot], ground: Ground) -> None:
        self._readings, self._spots = readings, spots
        self._company, self._senses = ground.words.get(COMPANY), ground.words.get(SENSES)
        self._seen: dict[str | None, list[_Spot]] = {}

    def of_the_trade(self, spots: Sequence[_Spot]) -> Iterator[_Spot]:
        """Those that stand there in the sense of the selling trade. What nothing speaks for is meant as the same word
        is elsewhere in the text."""
        verdicts = {spot: self._verdict(spot) for spot in spots if not self._is_settled(spot)}
        others = [spot for spot, verdict in verdicts.items() if not verdict.holds and verdict.against > 0]
        for spot, verdict in verdicts.items():
            if verdict.holds and (verdict.company >= FAR or not any(_is_same_elsewhere(spot, each) for each in others)):
                yield spot

    def _is_settled(self, spot: _Spot) -> bool:
        """Whether it stands in a phrase of another sense."""
        return any(_overlap(spot, sense) for sense in self._found(spot.lemma))

    def _verdict(self, spot: _Spot) -> _Verdict:
        if spot.is_sure and not self._found(spot.lemma):
            return _Verdict(FAR, 0, True)
        against = self._against(spot)
        others = [other for other in self._likely if other.lemma != spot.lemma]
        company = self._weight(spot, [*self._found(None), *others])
        holds = against <= 0 or company > against if spot.is_sure else company > against and company >= ENOUGH
        return _Verdict(company, against, holds)

    @lazy
    def _likely(self) -> list[_Spot]:
        """The words that keep others company: those of which nothing speaks for another sense."""
        sure = [spot for spot in self._spots if spot.is_sure]
        return [spot for spot in sure if not self._is_settled(spot) and self._against(spot) <= 0]

    def _against(self, spot: _Spot) -> int:
        """How much speaks for another sense."""
        senses = self._found(spot.lemma)
        against = self._weight(spot, senses)
        if against and spot.is_sure and _is_several(self._readings[spot.reading].folded[spot.start : spot.end]):
            # One word elsewhere says no other sense of several words; one beside them none of "sales funnel".
            if any(word.is_sure and _overlap(spot, word) for word in self._found(None)):
                return against - min(NEAR, against)
            against -= min(FAR, against - self._weight(spot, senses, 0))
        return against

    def _weight(self, spot: _Spot, company: Iterable[_Spot], far: int = FAR) -> int:
        """How much different words speak, by how near they stand."""
        sentence = self._readings[spot.reading].sentence(spot.start)
        heard: dict[str, int] = {}
        weak: dict[str, int] = {}
        for other in company:
            if not _overlap(spot, other):
                near = other.reading == spot.reading and sentence.start <= other.start < sentence.end
                weights, weight = (heard, NEAR if near else far) if near or other.is_sure else (weak, far)
                weight = weight if other.is_sure else weight // 2
                weights[other.lemma] = max(weights.get(other.lemma, 0), weight)
        return sum(heard.values()) + min(MOST_WEAK, sum(weak[lemma] for lemma in weak.keys() - heard.keys()))

    def _found(self, lemma: str | None) -> list[_Spot]:
        """What speaks for another sense of a word; of none: the company of the trade."""
        if lemma not in self._seen:
            self._seen[lemma] = list(self._look_for(lemma))
        return self._seen[lemma]

    def _look_for(self, lemma: str | None) -> Iterator[_Spot]:
        readings, tables = self._readings, {}
        for language in readings.languages:
            known = _company(language, self._company) if lemma is None else _senses(lemma, language, self._senses)
            tables[language] = known.within(readings.words)
        for number in readings.holding(*[table.sought for table in tables.values()]):
            table = tables[readings[number].language]
            for match in _matches(table, readings[number]):
                yield _Spot(number, match.start, match.end, match.phrase, table.lemma[match.phrase] != WEAK)


def _is_several(said: str) -> bool:
    return " " in said and not _POINTED_AT.match(said)


def _is_same_elsewhere(one: _Spot, other: _Spot) -> bool:
    return one.lemma == other.lemma and not _overlap(one, other)


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


@lru_cache(maxsize=64)
def _own(words: tuple[str, ...]) -> _Table:
    return _table([(OWN, words)], "es", "en")


def _listed(name: str, language: str, said: Added | None) -> Groups:
    return groups_in(Ground(words={name: said} if said else {}), name, language)


@lru_cache(maxsize=32)
def _lexicon(language: str, of_sure: Added | None, of_doubtful: Added | None) -> _Lexicon:
    """What is known in a language. A Spanish text speaks English jargon too."""
    sure = _table(_listed(SURE, language, of_sure).items(), language)
    if language == "es":
        foreign = _table(_listed(SURE, "en", of_sure).items(), "en")
        lemma = {**foreign.lemma, **sure.lemma}
        sure = _Table(phrases(lemma), lemma, sure.capitals | foreign.capitals)
    doubtful = _table(_listed(DOUBTFUL, language, of_doubtful).items(), language)
    return _Lexicon(sure, doubtful, sure.sought.keys | doubtful.sought.keys)


@lru_cache(maxsize=32)
def _company(language: str, said: Added | None) -> _Table:
    return _table(_listed(COMPANY, language, said).items(), language)


@lru_cache(maxsize=512)
def _senses(lemma: str, language: str, said: Added | None) -> _Table:
    """What speaks for another sense of a word; in a Spanish text, what does so in English too."""
    found: dict[str, str] = {}
    for spoken in ("es", "en") if language == "es" else ("en",):
        groups = _listed(SENSES, spoken, said)
        found |= _table([(lemma, (*groups.get(lemma, ()), *groups.get(OWN, ())))], spoken).lemma
    return _Table(phrases(found), found, frozenset())
