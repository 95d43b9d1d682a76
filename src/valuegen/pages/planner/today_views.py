"""What the template of Today sees. Addresses as in `views`."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import BalanceLine, EntryLine, FindingLine, ReminderLine
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Tasks:
    """Reminders, the first of them open, the `rest` folded; `left`: how many more are on their own page, in words."""

    shown: tuple[ReminderLine, ...]
    rest: tuple[ReminderLine, ...]
    count: int
    left: str


@dataclass(frozen=True, slots=True)
class WeekDay:
    """A day of the week ahead, as lines: why it is no day like others, what goes out, who is greeted, what to do."""

    day: date
    is_today: bool
    notes: tuple[str, ...]
    entries: tuple[EntryLine, ...]
    feasts: tuple[Link, ...]
    tasks: tuple[ReminderLine, ...]
    more: str
    month: str


@dataclass(frozen=True, slots=True)
class Coming:
    """What comes later, in a sentence; `place`: what of it is a link, if anything."""

    text: str
    place: Link | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number, and what it counts."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page that is opened in the morning. `owed`: what no reminder on the page says already.

    `after`, `next_task`: told where the week, or the day, is empty.
    """

    title: str
    root: str
    place: str
    verdict: str
    is_kept: bool
    checks: Link
    figures: tuple[Figure, ...]
    broken: tuple[FindingLine, ...]
    broken_left: str
    waiting: Tasks
    due: Tasks
    next_task: Coming | None
    late: Tasks
    week: tuple[WeekDay, ...]
    after: Coming
    balances: tuple[BalanceLine, ...]
    balances_left: str
    owed: tuple[FindingLine, ...]
