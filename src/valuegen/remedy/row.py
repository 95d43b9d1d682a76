"""What somebody receives, made ready to be asked what a window would hold if one entry stood elsewhere.

Days are ordinals (`date.toordinal`). Every question costs O(log n); making a row costs O(n log n).
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Sequence
from itertools import accumulate

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.windows import Texts, value_key


def ordinals(row: Iterable[Occurrence]) -> list[int]:
    """The days of a row, one for each entry."""
    return [each.day.toordinal() for each in row if each.day is not None]


def within(days: Sequence[int], last: int, window: int) -> int:
    """How many of some sorted days lie in the window that ends on `last`."""
    return bisect_right(days, last) - bisect_right(days, last - window)


class ShareRow:
    """Pitches and value of a row, for windows of one length. Value of one key counts once in a window."""

    __slots__ = ("_counts", "_ids", "_starts", "counts", "key_days", "pitch_days", "pitches", "window")

    def __init__(self, row: Sequence[Occurrence], window: int, prose: Texts) -> None:
        self.window = window
        self.pitches = [each for each in row if each.is_pitch]
        self.pitch_days = ordinals(self.pitches)
        self.key_days: dict[Hashable, list[int]] = {}
        for each in row:
            if each.is_value and each.day is not None:
                self.key_days.setdefault(value_key(each, prose), []).append(each.day.toordinal())
        self._starts, self._counts = _steps(self.key_days.values(), window)
        self._ids = {each.id for each in self.pitches}
        # Of each pitch: the pitches and the value in its window.
        self.counts = [(self.pitched(day), self.value(day)) for day in self.pitch_days]

    def pitched(self, last: int) -> int:
        """The pitches in the window that ends on `last`."""
        return within(self.pitch_days, last, self.window)

    def value(self, last: int) -> int:
        """What counts as value in it."""
        return self._counts[bisect_right(self._starts, last)]

    def valued(self, first: int, last: int) -> int:
        """How much value is dated from `first` to `last`, of each key once."""
        return sum(bisect_right(days, last) > bisect_left(days, first) for days in self.key_days.values())

    def holding(self, key: Hashable, last: int) -> int:
        """How many entries of one key are in it."""
        return within(self.key_days.get(key, ()), last, self.window)

    def has(self, pitch: Occurrence) -> bool:
        """Whether a pitch is in the row."""
        return pitch.id in self._ids

    def pitches_from(self, first: int, last: int) -> list[Occurrence]:
        """The pitches dated from `first` to `last`, both in."""
        numbers = self.numbers_from(first, last)
        return self.pitches[numbers.start : numbers.stop]

    def numbers_from(self, first: int, last: int) -> range:
        """Which of the pitches these are."""
        return range(bisect_left(self.pitch_days, first), bisect_right(self.pitch_days, last))


def _steps(keys: Iterable[Sequence[int]], window: int) -> tuple[list[int], list[int]]:
    """The days on which the number of keys in the window changes; and that number, before the first and from each on.

    An entry is in the windows that end from its day to `window` - 1 days after.
    """
    change: dict[int, int] = {}
    for days in keys:
        covered = days[0]
        for day in days:
            start = max(day, covered)
            change[start] = change.get(start, 0) + 1
            covered = day + window
            change[covered] = change.get(covered, 0) - 1
    starts = sorted(change)
    return starts, [0, *accumulate(change[day] for day in starts)]


class CrowdRow:
    """The days of a row, and its last entry of each."""

    __slots__ = ("days", "row")

    def __init__(self, row: Sequence[Occurrence]) -> None:
        self.row = row
        self.days = ordinals(row)

    def on(self, day: int) -> Sequence[Occurrence]:
        """The entries of a day, in order."""
        return self.row[bisect_left(self.days, day) : bisect_right(self.days, day)]

    def dates(self, first: int, last: int) -> set[int]:
        """The days with an entry, from `first` to `last`, both in."""
        return set(self.days[bisect_left(self.days, first) : bisect_right(self.days, last)])
