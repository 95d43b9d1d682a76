"""Windows of days over what somebody receives, and what they hold (3-rules.md, "Words used below").

A window of W days that ends on d holds the dates > d − W days and ≤ d. All entries of one day count together. Each
pitch counts; of value, the occurrences of one repetition, and entries with the same text, count once in a window.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby, takewhile
from math import ceil

from valuegen.plan.occurrence import Occurrence
from valuegen.prose import Prose

Texts = Mapping[str, Prose]
"""By slug, as `Plan.prose`."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What a window holds, as the share rules count. Courtesy counts on neither side."""

    pitches: int = 0
    value: int = 0

    @property
    def posts(self) -> int:
        """Both sides together."""
        return self.pitches + self.value

    @property
    def share(self) -> Fraction:
        """How much of it sells; 0 of nothing."""
        return Fraction(self.pitches, self.posts) if self.posts else Fraction(0)

    def is_over(self, limit: Fraction) -> bool:
        """Whether more of it sells than `limit`, compared exactly."""
        return self.pitches * limit.denominator > limit.numerator * self.posts

    def value_needed(self, limit: Fraction) -> int | None:
        """The least number of value entries to add so that it is within `limit`; None where none would do."""
        if not self.is_over(limit):
            return 0
        return max(0, ceil(self.pitches / limit) - self.posts) if limit else None


def value_key(occurrence: Occurrence, prose: Texts) -> Hashable:
    """What is the same for entries that count once as value: their text; without one, the entry that repeats."""
    text = prose.get(occurrence.entry.slug)
    if text is not None and text.fingerprint:
        return ("text", text.fingerprint)
    moved_out = occurrence.entry.repeat is not None and not occurrence.repeats
    return ("moved", occurrence.id) if moved_out else ("entry", occurrence.entry.slug)


def in_window(row: Sequence[Occurrence], last: date, window: int) -> Sequence[Occurrence]:
    """What of a row, in its order, lies in the window of so many days that ends on `last`."""
    start = bisect_right(row, _before(last, window), key=_day)
    return row[start : bisect_right(row, last, key=_day)]


def tally_of(entries: Sequence[Occurrence], prose: Texts) -> Tally:
    """What these entries come to."""
    value = {value_key(occurrence, prose) for occurrence in entries if occurrence.is_value}
    return Tally(sum(occurrence.is_pitch for occurrence in entries), len(value))


def tally_on(row: Sequence[Occurrence], last: date, window: int, prose: Texts) -> Tally:
    """What the window that ends on `last` holds, there being an entry on that day or not."""
    return tally_of(in_window(row, last, window), prose)


def tallies(
    row: Sequence[Occurrence], window: int, prose: Texts, first: date = date.min, last: date = date.max
) -> Iterator[tuple[date, Tally]]:
    """For each date of a row from `first` to `last`, what the window that ends on it holds."""
    dates = (day for day, _ in groupby(row[bisect_left(row, first, key=_day) :], key=_day))
    return tallies_on(row, takewhile(lambda day: day <= last, dates), window, prose)


def tallies_on(
    row: Sequence[Occurrence], days: Iterable[date], window: int, prose: Texts
) -> Iterator[tuple[date, Tally]]:
    """For each of several days in order, what the window that ends on it holds. O(n) in the entries from there on."""
    counts: list[tuple[date, Hashable]] = []  # of those that came in: their day, and as what they count
    value: dict[Hashable, int] = {}
    pitches = leaving = 0
    coming = -1
    end = len(row)
    for day in days:
        edge = _before(day, window)
        if coming < 0:
            coming = bisect_right(row, edge, key=_day)
        while coming < end and (on := row[coming].order[0]) <= day:
            key = _count_key(row[coming], prose)
            counts.append((on, key))
            pitches += key is _PITCH
            value[key] = value.get(key, 0) + 1
            coming += 1
        while leaving < len(counts) and counts[leaving][0] <= edge:
            key = counts[leaving][1]
            pitches -= key is _PITCH
            value[key] -= 1
            if not value[key]:
                del value[key]
            leaving += 1
        yield day, Tally(pitches, len(value) - (_PITCH in value) - (_COURTESY in value))


_PITCH, _COURTESY = "pitch", "courtesy"


def _count_key(occurrence: Occurrence, prose: Texts) -> Hashable:
    kind = occurrence.kind
    if kind == _PITCH:
        return _PITCH
    return _COURTESY if kind == _COURTESY else value_key(occurrence, prose)


def _day(occurrence: Occurrence) -> date:
    return occurrence.order[0]


def _before(day: date, days: int) -> date:
    """So many days before; the first day there is where there are no more."""
    return day - timedelta(days=min(days, (day - date.min).days))
