"""What day it is, and how days are counted. Nothing else in the program asks the clock.

`SOURCE_DATE_EPOCH` is not read: the day of a build is its `as_of`, which is an argument.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
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
        return date(year, *leap_day)


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


class Calendar:
    """Days on which silence counts: every day but those of the rests. Rests may overlap.

    All questions cost O(log r) or O(r) in the number r of rests.
    """

    __slots__ = ("rests",)

    def __init__(self, rests: Sequence[Rest] = ()) -> None:
        self.rests = tuple(_merged(rests))

    def is_free(self, day: date) -> bool:
        """Whether nobody works, or writes, on this day."""
        return any(day in rest for rest in self.rests)

    def free_between(self, first: date, last: date) -> int:
        """The number of free days strictly between two days."""
        count = 0
        for rest in self.rests:
            start, end = max(rest.first, first + ONE_DAY), min(rest.last, last - ONE_DAY)
            count += max(0, (end - start).days + 1)
        return count

    def silence(self, first: date, last: date) -> int:
        """Days from `first` to `last`, less the free ones strictly between."""
        return (last - first).days - self.free_between(first, last)

    def ahead(self, day: date, days: int) -> date:
        """The day that lies `days` other days after `day`: the span is lengthened by the free days in it."""
        return self._walk(day, days, 1)

    def back(self, day: date, days: int) -> date:
        """The day that lies `days` other days before `day`."""
        return self._walk(day, days, -1)

    def _walk(self, day: date, days: int, step: int) -> date:
        left = days
        while left > 0:
            if not FIRST < day < LAST:
                return day
            day += step * ONE_DAY
            rest = next((rest for rest in self.rests if day in rest), None)
            if rest is None:
                left -= 1
            else:
                day = rest.last if step > 0 else rest.first
        return day


def _merged(rests: Sequence[Rest]) -> Iterator[Rest]:
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
