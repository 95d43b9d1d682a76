"""Closed days and pauses → calendars of the days on which silence counts."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from valuegen.clock import FIRST, LAST, Calendar, Rest
from valuegen.model.settings import Closed
from valuegen.model.values import MAX_SPAN, YearlyDate
from valuegen.model.workspace import Workspace

_REACH = timedelta(days=2 * MAX_SPAN)
"""Yearly closed days are laid out so far before the first date and after the last: beyond any span."""


def reach_of(first: date, last: date) -> Rest:
    """How far anything can look from dates between `first` and `last`."""
    begin = FIRST if first - FIRST < _REACH else first - _REACH
    return Rest(begin, LAST if LAST - last < _REACH else last + _REACH)


def rests_in(closed: Closed, first: date, last: date) -> Iterator[Rest]:
    """The rests of a `closed` or a pause: once, or every year. MM-DD to MM-DD may run over New Year.

    29 February falls on the 28th in common years. Where `from` has a year and `to` has none, or the other way
    round, the year that is there says which of them is meant.
    """
    begin, end = closed.first, closed.last
    if begin.year is not None or end.year is not None:
        start = begin.on(begin.year if begin.year is not None else _year_before(begin, end))
        stop = end.on(end.year) if end.year is not None else _next(end, start)
        if start <= stop:
            yield Rest(start, stop)
        return
    for year in range(max(first.year - 1, 1), last.year + 1):
        start = begin.on(year)
        yield Rest(start, _next(end, start))


def _next(yearly: YearlyDate, day: date) -> date:
    """Its first day from `day` on."""
    found = yearly.on(day.year)
    return found if found >= day else yearly.on(day.year + 1)


def _year_before(begin: YearlyDate, end: YearlyDate) -> int:
    assert end.year is not None
    return end.year if begin.on(end.year) <= end.on(end.year) else end.year - 1


def rests_of(spells: Iterable[Closed], reach: Rest) -> list[Rest]:
    """All rests of closed days or pauses; one that ends before it begins is none."""
    return [rest for one in spells for rest in rests_in(one, reach.first, reach.last)]


def segment_calendars(workspace: Workspace, closed: Calendar, reach: Rest) -> Mapping[str, Calendar]:
    """By segment: closed days and its own pauses."""
    return {
        id: closed.with_rests(rests_of(segment.pauses, reach)) if segment.pauses else closed
        for id, segment in workspace.segments.items()
    }
