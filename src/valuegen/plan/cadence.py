"""How often, and how seldom: the silences and the crowds of a sequence of dates.

Dates come in order, one for each entry, so a day with two entries is there twice. Closed days and pauses are no
silence: between two dates the free days strictly between are taken off, and a span that looks ahead is lengthened.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from valuegen.clock import Calendar
from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence


@dataclass(frozen=True, slots=True)
class Gap:
    """A silence of `days` other days between two neighbouring dates."""

    first: date
    last: date
    days: int


@dataclass(frozen=True, slots=True)
class Crowd:
    """So many entries (`count`) in the days from `first` to `last`, both in: more than the rate allows."""

    first: date
    last: date
    count: int


def days_of(row: Iterable[Occurrence]) -> list[date]:
    """The dates of a row, one for each entry."""
    return [occurrence.day for occurrence in row if occurrence.day is not None]


def gaps(days: Iterable[date], at_least: int, calendar: Calendar) -> Iterator[Gap]:
    """Neighbouring dates that lie more than `at_least` days apart, the free ones between them taken off."""
    for first, last in pairwise(days):
        silence = calendar.silence(first, last)
        if silence > at_least:
            yield Gap(first, last, silence)


def crowds(days: Sequence[date], at_most: Rate) -> Iterator[Crowd]:
    """Each date on which more than `at_most.count` lie in the `at_most.days` days that end on it."""
    start = 0
    for number, day in enumerate(days):
        if number + 1 < len(days) and days[number + 1] == day:
            continue
        edge = day - timedelta(days=min(at_most.days, (day - date.min).days))
        while days[start] <= edge:
            start += 1
        if number + 1 - start > at_most.count:
            yield Crowd(edge + timedelta(days=1), day, number + 1 - start)


def silent_until(days: Sequence[date], start: date, at_least: int, calendar: Calendar) -> date | None:
    """The end of the span that looks `at_least` days ahead of `start`, where no date lies in it (both ends in)."""
    end = calendar.ahead(start, at_least)
    at = bisect_left(days, start)
    return end if at == len(days) or days[at] > end else None


def silent_since(days: Sequence[date], end: date, span: int, calendar: Calendar) -> date | None:
    """The first day of the window of `span` days that ends on `end`, where no date lies in it (both ends in)."""
    first = calendar.back(end + timedelta(days=1), span)
    at = bisect_left(days, first)
    return first if at == len(days) or days[at] > end else None
