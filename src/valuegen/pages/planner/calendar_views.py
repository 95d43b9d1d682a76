"""What the templates of the calendar see: days, months, years, the backlog. Addresses as in `views`."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import EntryLine, Mark
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Spell:
    """What lasts for several days (closed days, a pause), and `until` when, in words; a pause is `about` a segment.

    `is_first`: its first day, or the first of the month; `is_new`: that, or the first of a row, where it is said again.
    """

    text: str
    until: str
    is_first: bool
    is_new: bool
    about: Link | None = None


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the calendar. `more`: to the page of a day with more on it than there is room for here.

    `holiday`: its name; `rest`: nobody works; `pauses`: of segments that are not written to; `feasts`: who is greeted.
    """

    day: date
    is_inside: bool
    is_today: bool
    entries: tuple[EntryLine, ...]
    feasts: tuple[Link, ...]
    more: Link | None
    holiday: str
    rest: Spell | None
    pauses: tuple[Spell, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: `weeks` for the desk's grid, `days` (those with something) for the phone's list. `note`: on holidays.

    `gone`: of the month of today, the days before it, which the list folds.
    """

    title: str
    root: str
    place: str
    previous: Link | None
    following: Link | None
    today: Link
    year: Link
    backlog: Link
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[DayCell, ...], ...]
    gone: tuple[DayCell, ...]
    days: tuple[DayCell, ...]
    note: str


@dataclass(frozen=True, slots=True)
class DayView:
    """All of a day that is too full for its month's page. `left`: how many entries did not fit here either."""

    title: str
    root: str
    place: str
    month: Link
    cell: DayCell
    left: str


@dataclass(frozen=True, slots=True)
class HeatDay:
    """A day of a small month, in the picture's own units. `heat`: 0 (nothing) to 4; `dots` where they are few."""

    x: str
    y: str
    number: str
    count: int
    heat: int
    dots: tuple[str, ...]
    is_today: bool
    is_rest: bool


@dataclass(frozen=True, slots=True)
class SmallMonth:
    """A month of the year's picture. `summary` is read out; `counts`: entries of each kind."""

    link: Link
    summary: str
    height: int
    weekdays: tuple[tuple[str, str], ...]
    days: tuple[HeatDay, ...]
    counts: tuple[tuple[Mark, int], ...]
    total: int
    is_now: bool


@dataclass(frozen=True, slots=True)
class YearDay:
    """A day of the year that holds something: a row of the table."""

    day: date
    count: int
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """A year at a glance: twelve small months, with the same as a table."""

    title: str
    root: str
    place: str
    previous: Link | None
    following: Link | None
    today: Link
    backlog: Link
    summary: str
    months: tuple[SmallMonth, ...]
    rows: tuple[YearDay, ...]


@dataclass(frozen=True, slots=True)
class Answered:
    """A need that an idea would answer, and how long it has waited."""

    need: Link
    since: str


@dataclass(frozen=True, slots=True)
class IdeaLine:
    """An entry of the backlog, and the needs that it would answer. `meant`: the day that an idea was written for."""

    line: EntryLine
    needs: tuple[Answered, ...]
    meant: str


@dataclass(frozen=True, slots=True)
class BacklogView:
    """Ideas and entries without a date, by whom they are for. `counts`: how many of each kind."""

    title: str
    root: str
    place: str
    previous: Link | None
    following: Link | None
    today: Link
    year: Link
    summary: str
    counts: tuple[tuple[Mark, int], ...]
    groups: tuple[tuple[Link, tuple[IdeaLine, ...]], ...]
