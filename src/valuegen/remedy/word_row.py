"""What a segment reads, made ready to be asked what a window would hold if one entry stood elsewhere.

Days are ordinals (`date.toordinal`). Making a row costs O(n log n), every question O(log n); only where entries with
one text mark different passages as selling, it looks through these.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Sequence
from datetime import date
from typing import NamedTuple

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.windows import Texts
from valuegen.plan.wordage import Worded, wordages_on, words_of_row


class Held(NamedTuple):
    """Words in a window: those that sell, and the others."""

    selling: int
    other: int


class WordRow:
    """The words of a row, for windows of one length. `sellers`: the entries that sell; `days`: the day of each."""

    __slots__ = ("_by_key", "_held", "_starts", "days", "sellers", "window")

    def __init__(self, row: Sequence[Occurrence], window: int, prose: Texts) -> None:
        words = words_of_row(row, prose)
        self.window = window
        self.sellers = [each.occurrence for each in words if each.selling]
        self.days = [each.order[0].toordinal() for each in self.sellers]
        self._by_key: dict[Hashable, _Same] = {}
        for each in words:
            if each.key is not None:
                self._by_key.setdefault(each.key, _Same()).add(each)
        come = {each.day.toordinal() for each in words}
        self._starts = sorted(come | {day + window for day in come})
        held = wordages_on(words, map(date.fromordinal, self._starts), window)
        self._held = [Held(0, 0), *(Held(one.selling, one.words - one.selling) for _, one in held)]

    def held(self, last: int) -> Held:
        """What the window that ends on `last` holds."""
        return self._held[bisect_right(self._starts, last)]

    def from_to(self, first: int, last: int) -> range:
        """The numbers of the sellers dated from `first` to `last`, both in."""
        return range(bisect_left(self.days, first), bisect_right(self.days, last))

    def best(self, key: Hashable, last: int, aside: Occurrence) -> int:
        """Of the entries that count once with this key, but for one: the most words in the window."""
        same = self._by_key.get(key)
        return same.best(last, self.window, aside) if same and len(same.days) > 1 else 0


class _Same:
    """Entries that count once as value, by their days."""

    __slots__ = ("days", "entries", "is_uniform")

    def __init__(self) -> None:
        self.days: list[int] = []
        self.entries: list[Worded] = []
        self.is_uniform = True

    def add(self, each: Worded) -> None:
        self.is_uniform = self.is_uniform and (not self.entries or self.entries[0].other == each.other)
        self.days.append(each.day.toordinal())
        self.entries.append(each)

    def best(self, last: int, window: int, aside: Occurrence) -> int:
        start, end = bisect_right(self.days, last - window), bisect_right(self.days, last)
        if self.is_uniform and end - start > 1:  # at most one of them is aside
            return self.entries[0].other
        return max((each.other for each in self.entries[start:end] if each.occurrence is not aside), default=0)
