"""Many phrases looked for at once: each stands under its rarest token and one beside it, without which it can't be.

Two words side by side are met far more seldom than each of them: what is left to be tried is next to nothing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from valuegen.judge.sequences import IS_NUMBER, MONEY, NUMBER, Element, Tokens, Wording, match, rarity

_MOST = 4000
"""Under more pairs no phrase is filed."""

_A_NUMBER = 5
"""Numbers are met as seldom as words of so many letters."""

Filed = tuple[Wording, int]
"""A phrase, and how many tokens of it stand before the one under which it is filed; -1 where that may vary."""
Beside = dict[str, list[Filed]]


class Under(NamedTuple):
    """The phrases that stand under a token: whatever is beside it, and with a certain one (NUMBER: any number) after
    or before it."""

    alone: list[Filed]
    after: Beside
    before: Beside


class Index(NamedTuple):
    """Phrases ready to be looked for: `under` a token (NUMBER: any number), the `mark` of such tokens, and `loose`
    ones, of which no token is certain."""

    under: Mapping[str, Under]
    mark: int
    loose: Sequence[Wording]


class _Place(NamedTuple):
    """Two neighbours in a phrase: how many tokens stand before, what the one is, and what the other ("" for any)."""

    at: int
    key: frozenset[str]
    beside: frozenset[str]
    is_before: bool = False

    @property
    def rarity(self) -> tuple[int, int]:
        """Whether there are two, how seldom they are met, and how seldom the one by which they are looked for."""
        key = min(_A_NUMBER if word == NUMBER else rarity((word,)) for word in self.key)
        return key + (rarity(self.beside) if self.beside else 0), key


def index_of(wordings: Iterable[Wording], mark: int) -> Index:
    """The index of these phrases."""
    under: dict[str, Under] = {}
    loose = []
    for wording in wordings:
        places = list(_places(wording.elements))
        if not wording.needs:
            loose.append(wording)
            continue
        place = max(places, key=lambda each: each.rarity)
        for key in place.key:
            held = under.setdefault(key, Under([], {}, {}))
            beside = held.before if place.is_before else held.after
            for each in place.beside:
                beside.setdefault(each, []).append((wording, place.at))
            if not place.beside:
                held.alone.append((wording, place.at))
    return Index(under, mark, loose)


def _places(elements: Sequence[Element]) -> Iterator[_Place]:
    """By which tokens, and pairs of tokens, a phrase may be looked for."""
    at = 0
    for number, element in enumerate(elements):
        key = _keys_of(element)
        if key and not element.optional:
            yield _Place(at, key, frozenset())
            if (after := _beside(elements[number + 1 :])) and len(key) * len(after) <= _MOST:
                yield _Place(at, key, after)
            if (before := _beside(elements[:number][::-1])) and len(key) * len(before) <= _MOST:
                yield _Place(at, key, before, True)
        at = at + 1 if at >= 0 and not element.optional and element.kind not in ("gap", "money") else -1


def _beside(elements: Sequence[Element]) -> frozenset[str]:
    """What stands beside a token where these do; none where it may be anything."""
    found: frozenset[str] = frozenset()
    for element in elements:
        key = _keys_of(element)
        found |= key
        if not key or not element.optional:
            return found if key else key
    return frozenset()


def _keys_of(element: Element) -> frozenset[str]:
    """The tokens that an element may be; none where it may be any."""
    if element.kind == "word":
        return element.words
    return element.words | {NUMBER} if element.kind in ("number", "digits or word") else frozenset()


def found_in(tokens: Tokens, index: Index) -> list[tuple[str, int, int]]:
    """Every phrase: its sort, and from which token to which."""
    found: dict[tuple[str, int, int], None] = {}
    sought = index.mark | IS_NUMBER
    if tokens.together & sought:
        words, marks, under = tokens.words, tokens.marks, index.under
        for at in tokens.marked(sought):
            if (held := under.get(words[at])) is not None:
                _try_filed(tokens, held, at, found)
            if marks[at] & IS_NUMBER and (held := under.get(NUMBER)) is not None:
                _try_filed(tokens, held, at, found)
    for wording in index.loose:
        _try(tokens, wording, 0, -1, found)
    return list(found)


def _try_filed(tokens: Tokens, held: Under, at: int, found: dict[tuple[str, int, int], None]) -> None:
    """Try the phrases that stand under a token, by what stands beside it."""
    alone, after, before = held
    words, marks = tokens.words, tokens.marks
    for wording, place in alone:
        _try(tokens, wording, at, place, found)
    if after and at + 1 < len(words):
        for wording, place in after.get(words[at + 1], ()):
            _try(tokens, wording, at, place, found)
        if marks[at + 1] & IS_NUMBER:
            for wording, place in after.get(NUMBER, ()):
                _try(tokens, wording, at, place, found)
    if before and at:
        for wording, place in before.get(words[at - 1], ()):
            _try(tokens, wording, at, place, found)
        if marks[at - 1] & IS_NUMBER:
            for wording, place in before.get(NUMBER, ()):
                _try(tokens, wording, at, place, found)


def _try(tokens: Tokens, wording: Wording, at: int, place: int, found: dict[tuple[str, int, int], None]) -> None:
    there = tokens.there
    for need in wording.needs:
        if need.isdisjoint(there):
            return
    for begin in (at - place,) if 0 <= place <= at else _starts(tokens, wording) if place < 0 else ():
        end = match(tokens, begin, wording.elements)
        if end > begin:
            found[wording.sort, begin, end] = None


def _starts(tokens: Tokens, wording: Wording) -> list[int]:
    """Where a phrase may begin."""
    starts = wording.starts
    number, money = IS_NUMBER if NUMBER in starts else 0, tokens.money if MONEY in starts else ()
    return [
        at
        for at, (word, mark) in enumerate(zip(tokens.words, tokens.marks, strict=True))
        if word in starts or mark & number or at in money
    ]
