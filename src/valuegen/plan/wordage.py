"""Words that sell, and all words, in the windows of what somebody receives (3-rules.md, `pitch-words`).

A pitch sells with its whole body, any other entry with its `::: pitch` passages. As entries count, so do their words:
those that sell each time; those of value once for all occurrences of one repetition and entries with the same text
(the most of them, where such entries differ in what they mark as selling); those of courtesy each time.
"""

from collections import deque
from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.windows import Texts, value_key


@dataclass(frozen=True, slots=True)
class Wordage:
    """What the bodies in a window come to: how many words, and how many of them sell."""

    selling: int = 0
    words: int = 0

    @property
    def share(self) -> Fraction:
        """How much of it sells; 0 of nothing."""
        return Fraction(self.selling, self.words) if self.words else Fraction(0)

    def is_over(self, limit: Fraction) -> bool:
        """Whether more of it sells than `limit`, compared exactly."""
        return self.selling * limit.denominator > limit.numerator * self.words

    def to_add(self, limit: Fraction) -> int | None:
        """The least number of words of value to add so that it is within `limit`; None where none would do."""
        if not self.is_over(limit):
            return 0
        return ceil(self.selling / limit) - self.words if limit else None

    def to_cut(self, limit: Fraction, times: int = 1) -> int:
        """The least number of selling words to take out of a text that stands in it so many times."""
        over = self.selling * limit.denominator - limit.numerator * self.words
        return max(0, ceil(Fraction(over, times * (limit.denominator - limit.numerator))))


@dataclass(frozen=True, slots=True)
class Worded:
    """An entry with a text: how many of its words sell, how many do not, and what these count once with (None:
    nothing, they count each time)."""

    occurrence: Occurrence
    selling: int
    other: int
    key: Hashable | None

    @property
    def day(self) -> date:
        """Its day."""
        return self.occurrence.order[0]


def worded(occurrence: Occurrence, prose: Texts) -> Worded | None:
    """The words of an entry; None where it has none."""
    text = prose.get(occurrence.entry.slug)
    if text is None or not text.words:
        return None
    selling = text.words if occurrence.is_pitch else text.pitch_words
    key = value_key(occurrence, prose) if occurrence.is_value else None
    return Worded(occurrence, selling, text.words - selling, key)


def words_of_row(row: Iterable[Occurrence], prose: Texts) -> list[Worded]:
    """The entries of a row that have words, in its order."""
    return [found for found in (worded(each, prose) for each in row) if found is not None]


def wordages(row: Sequence[Worded], window: int) -> Iterator[tuple[date, Wordage]]:
    """For each date of a row, what the window that ends on it holds."""
    return wordages_on(row, (day for day, _ in groupby(row, key=lambda each: each.day)), window)


def wordages_on(row: Sequence[Worded], days: Iterable[date], window: int) -> Iterator[tuple[date, Wordage]]:
    """For each of several days in order, what the window that ends on it holds. O(n)."""
    held = _Held()
    coming = leaving = 0
    for day in days:
        edge = day - timedelta(days=min(window, (day - date.min).days))
        while coming < len(row) and row[coming].day <= day:
            held.come(coming, row[coming])
            coming += 1
        while leaving < coming and row[leaving].day <= edge:
            held.leave(leaving, row[leaving])
            leaving += 1
        yield day, Wordage(held.selling, held.selling + held.other)


class _Held:
    """What a window holds while it slides over a row; of each key the most words count, as in a sliding maximum."""

    def __init__(self) -> None:
        self.selling = self.other = 0
        self._best: dict[Hashable, deque[tuple[int, int]]] = {}

    def come(self, number: int, each: Worded) -> None:
        self.selling += each.selling
        if each.key is None:
            self.other += each.other
            return
        best = self._best.setdefault(each.key, deque())
        before = best[0][1] if best else 0
        while best and best[-1][1] <= each.other:
            best.pop()
        best.append((number, each.other))
        self.other += best[0][1] - before

    def leave(self, number: int, each: Worded) -> None:
        self.selling -= each.selling
        if each.key is None:
            self.other -= each.other
            return
        best = self._best[each.key]
        if best and best[0][0] == number:
            best.popleft()
            self.other -= each.other - (best[0][1] if best else 0)
        if not best:
            del self._best[each.key]
