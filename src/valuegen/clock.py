"""What day it is, and how days are counted. Nothing else in the program asks the clock.

`SOURCE_DATE_EPOCH` is not read: the day of a build is its `as_of`, which is an argument.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate, islice, takewhile
from zoneinfo import ZoneInfo

FIRST, LAST = date(1900, 1, 1), date(2199, 12, 31)
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class AsOf:
    """The day that counts as today, in the site's time zone. `pinned` is what `site.as_of` fixes (pages say so)."""

    day: date
    zone: str = "UTC"
    pinned: bool = False


def today(zone: str) -> date:
    """Today in an IANA zone: the one place where the machine's clock is read."""
    return datetime.now(ZoneInfo(zone)).date()


def is_skipped(day: date, at: time, zone: str) -> bool:
    """Whether clocks jump over this local time (it never shows on a clock there)."""
    local = datetime.combine(day, at, ZoneInfo(zone))
    return local.astimezone(UTC).astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(tzinfo=None)


def instant(day: date, at: time, zone: str) -> datetime:
    """A local time as a UTC instant; of a doubled one, the first."""
    return datetime.combine(day, at, ZoneInfo(zone)).replace(fold=0).astimezone(UTC)


def yearly(month: int, day: int, year: int, leap_day: tuple[int, int] = (2, 28)) -> date:
    """The day of a yearly date in `year`; 29 February falls on `leap_day` (month, day) in common years."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, *(leap_day if leap_day != (2, 29) else (2, 28)))


def each_year(month: int, day: int, first: date, last: date, leap_day: tuple[int, int] = (2, 28)) -> Iterator[date]:
    """The days of a yearly date from `first` to `last`, both in."""
    for year in range(first.year, last.year + 1):
        found = yearly(month, day, year, leap_day)
        if first <= found <= last:
            yield found


@dataclass(frozen=True, slots=True)
class Rest:
    """Days from `first` to `last`, both in, that count as no silence (closed, a pause, away)."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> int:
        """How many days it holds."""
        return (self.last - self.first).days + 1


class Calendar:
    """Days on which silence counts: every day but those of the rests. Rests may overlap.

    All questions cost O(log r) in the number r of rests, and O(k) for a span that is lengthened by k of them.
    """

    __slots__ = ("_freed", "_starts", "rests")

    def __init__(self, rests: Iterable[Rest] = ()) -> None:
        self.rests = tuple(_merged(rests))
        self._starts = [rest.first for rest in self.rests]
        self._freed = [0, *accumulate(rest.days for rest in self.rests)]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Calendar) and self.rests == other.rests

    def __hash__(self) -> int:
        return hash(self.rests)

    def with_rests(self, rests: Iterable[Rest]) -> "Calendar":
        """This calendar with more rests."""
        return Calendar((*self.rests, *rests))

    def rest_on(self, day: date) -> Rest | None:
        """The rest that holds this day, if one does."""
        at = bisect_right(self._starts, day) - 1
        return self.rests[at] if at >= 0 and day in self.rests[at] else None

    def is_free(self, day: date) -> bool:
        """Whether nobody works, or writes, on this day."""
        return self.rest_on(day) is not None

    def next_working(self, day: date) -> date:
        """This day, or the first after its rest."""
        rest = self.rest_on(day)
        return rest.last + ONE_DAY if rest else day

    def free_between(self, first: date, last: date) -> int:
        """The number of free days strictly between two days."""
        if (last - first).days < 2:
            return 0
        return self._free_before(last) - self._free_before(first + ONE_DAY)

    def silence(self, first: date, last: date) -> int:
        """Days from `first` to `last`, less the free ones strictly between."""
        return (last - first).days - self.free_between(first, last)

    def ahead(self, day: date, days: int) -> date:
        """The day that lies `days` other days after `day`: the span is lengthened by the free days in it.

        It stops at `LAST` where fewer other days than that are left.
        """
        if days < 1:
            return day
        left = days
        for rest in self.rests[self._next(day) - self.is_free(day) :]:
            before = (rest.first - day).days - 1
            if left <= before:
                break
            left -= max(before, 0)
            day = rest.last
        return date.fromordinal(min(day.toordinal() + left, LAST.toordinal()))

    def back(self, day: date, days: int) -> date:
        """The day that lies `days` other days before `day`; it stops at `FIRST`."""
        if days < 1:
            return day
        left = days
        for rest in reversed(self.rests[: self._next(day)]):
            after = (day - rest.last).days - 1
            if left <= after:
                break
            left -= max(after, 0)
            day = rest.first
        return date.fromordinal(max(day.toordinal() - left, FIRST.toordinal()))

    def _next(self, day: date) -> int:
        """The number of rests that begin up to `day`."""
        return bisect_right(self._starts, day)

    def _free_before(self, day: date) -> int:
        at = bisect_left(self._starts, day)
        if at == 0:
            return 0
        overlap = (self.rests[at - 1].last - day).days + 1
        return self._freed[at] - max(overlap, 0)


def _merged(rests: Iterable[Rest]) -> Iterator[Rest]:
    held: Rest | None = None
    for rest in sorted(rests, key=lambda rest: (rest.first, rest.last)):
        if held is None:
            held = rest
        elif rest.first <= held.last + ONE_DAY:
            held = Rest(held.first, max(held.last, rest.last))
        else:
            yield held
            held = rest
    if held is not None:
        yield held


MOST = 1000
"""A repetition has at most so many occurrences."""
AHEAD = timedelta(days=366)
"""How long after `as_of` a repetition without an end goes on."""
_CYCLE = 400
"""After so many years the Gregorian calendar is the same again, weekdays too."""
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def recurrences(rule: str, first: date, last: date) -> tuple[date, ...]:
    """The days of a rule that begins on `first`, up to `last`, at most 1,000 (RFC 5545, RECUR; in capitals, no UNTIL).

    `first` itself is one of them only if the rule holds on it (the RFC leaves the other case open).
    """
    if "BYWEEKNO=" in rule and "BYDAY=" not in rule:
        rule += f";BYDAY={_WEEKDAYS[first.weekday()]}"  # as the RFC says; dateutil would take the whole week
    # dateutil looks for a day that never comes (30 February) until the year 9999. So it is asked about the last
    # cycle of the calendar before that, where it looks through 400 years at most.
    shift = (9999 - LAST.year) // _CYCLE * _CYCLE
    begin = datetime(first.year + shift, first.month, first.day)  # noqa: DTZ001 -- days have no zone
    from dateutil.rrule import rrulestr  # who asks what day it is needs no recurrences

    found = (moment.date().replace(year=moment.year - shift) for moment in rrulestr(rule, dtstart=begin))
    return tuple(islice(takewhile(lambda day: day <= last, found), MOST))


def last_recurrence(rule: str, until: date | None, as_of: date) -> date:
    """The day up to which a repetition goes: `until`; else LAST for one with COUNT, 366 days after `as_of` without."""
    return until or (LAST if "COUNT=" in rule else as_of + AHEAD)
