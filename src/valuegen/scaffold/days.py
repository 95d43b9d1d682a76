"""The days of a first month: real ones, on which somebody works, whatever day it is today."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

_TUESDAY, _THURSDAY = 1, 3
_FEASTS = frozenset({(12, 24), (12, 25), (12, 26), (12, 31), (1, 1), (1, 2), (1, 6), (5, 1)})
"""Days on which hardly anybody wants to be called or written to, wherever they live."""


@dataclass(frozen=True, slots=True)
class Days:
    """When the entries of the first month are, and what the example of a client tells."""

    welcome: date
    today: date
    call: date
    second: date
    third: date
    pitch: date
    heard: date
    agreed: date
    birthday: date

    def written(self) -> Mapping[str, str]:
        """As they stand in the files."""
        found = {name: getattr(self, name).isoformat() for name in self.__slots__}
        return found | {"birthday": f"{self.birthday:%m-%d}"}


def days_from(today: date) -> Days:
    """Posts some days ago, today, and on the Tuesdays of the second and third week; the call and the offer on quiet
    days of work."""
    second = _next(today + timedelta(7), _TUESDAY)
    third = _next(second + timedelta(1), _TUESDAY)
    return Days(
        welcome=today - timedelta(4),
        today=today,
        call=_working(_next(today + timedelta(3), _THURSDAY)),
        second=second,
        third=third,
        pitch=_working(_next(third + timedelta(2), _THURSDAY)),
        heard=_working(today - timedelta(6), back=True),
        agreed=today - timedelta(60),
        birthday=today + timedelta(25),
    )


def _next(day: date, weekday: int) -> date:
    """The first such weekday, that day itself too."""
    return day + timedelta((weekday - day.weekday()) % 7)


def _working(day: date, back: bool = False) -> date:
    """That day, or the next one (the one before) on which people work."""
    while day.weekday() > 4 or (day.month, day.day) in _FEASTS:
        day += timedelta(-1 if back else 1)
    return day
