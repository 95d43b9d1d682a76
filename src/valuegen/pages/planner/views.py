"""What the templates of the planner see: plain frozen data. Addresses are relative to `planner/`: `root` leads there.

`place` of a page is the address in the menu that it belongs to.
"""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.drawn import BalancePicture
from valuegen.pages.types import Html
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class PlannerSite:
    """What every page of the planner shows. `pinned`: the day is fixed by `site.as_of`, which pages say.

    `search` is the file with what the search box looks through.
    """

    title: str
    language: str
    styles: tuple[str, ...]
    scripts: tuple[str, ...]
    search: str
    menu: tuple[Link, ...]
    as_of: date
    pinned: bool
    marks: tuple["Mark", ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of entry: a shape beside its colour, and its name."""

    kind: str
    shape: str
    label: str


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry in a list. `status` is a word of model.entry.STATUSES; `state` says it in words (slipped ones too).

    `to`: segments and clients that it names; a long list ends with how many more there are.
    """

    href: str
    title: str
    day: date | None
    at: str
    mark: Mark
    status: str
    state: str
    channels: tuple[Link, ...]
    to: tuple[Link, ...]
    author: Link
    is_slipped: bool
    worst: str


@dataclass(frozen=True, slots=True)
class Way:
    """A client, and the link by which they are reached ("" where there is none)."""

    contact: Link
    link: str


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """A reminder: what to do, why, who, and where to act (`link`) or read on (`href`).

    `about`: what else it speaks of. One that brings the same entry to several people is one line: `ways` has each.
    """

    uid: str
    kind: str
    label: str
    text: str
    why: str
    due: date
    at: str
    owner: Link
    link: str
    act: str
    href: str
    about: tuple[Link, ...]
    is_late: bool
    is_personal: bool
    ways: tuple[Way, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A finding: `place` as path:line:column; `level` is the word, `label` says it; `about`: what else it speaks of."""

    rule: str
    level: str
    label: str
    message: str
    mend: str
    place: str
    href: str
    about: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class BalanceLine:
    """How a segment stands: pitches against the limit, and the credit, in words; shares in whole percents."""

    href: str
    name: str
    balance: str
    credit: str
    share: int
    limit: int
    is_over: bool


@dataclass(frozen=True, slots=True)
class DayCell:
    """A day of the calendar. `rest`: why nobody works, or writes, on it; `feasts`: what is greeted."""

    day: date
    is_inside: bool
    is_today: bool
    entries: tuple[EntryLine, ...]
    feasts: tuple[Link, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A name and what it holds; each value perhaps a link (href "" where not)."""

    name: str
    values: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class TodayView:
    """The page that is opened in the morning."""

    title: str
    root: str
    place: str
    verdict: str
    is_kept: bool
    broken: tuple[FindingLine, ...]
    todos: tuple[FindingLine, ...]
    waiting: tuple[ReminderLine, ...]
    due: tuple[ReminderLine, ...]
    late: tuple[ReminderLine, ...]
    late_count: int
    balances: tuple[BalanceLine, ...]
    week: tuple[DayCell, ...]
    soon: tuple[ReminderLine, ...]
    talks: str


@dataclass(frozen=True, slots=True)
class MonthView:
    """A month: `weeks` for the desk's grid, `days` (those with something) for the phone's list."""

    title: str
    root: str
    place: str
    previous: Link | None
    following: Link | None
    today: Link
    year: Link
    weekdays: tuple[tuple[str, str], ...]
    weeks: tuple[tuple[DayCell, ...], ...]
    days: tuple[DayCell, ...]


@dataclass(frozen=True, slots=True)
class MonthCard:
    """A month at a glance: how many entries of each kind."""

    link: Link
    counts: tuple[tuple[Mark, int], ...]
    total: int
    is_now: bool


@dataclass(frozen=True, slots=True)
class YearView:
    """All months that hold something, and the backlog."""

    title: str
    root: str
    place: str
    today: Link
    years: tuple[tuple[str, tuple[MonthCard, ...]], ...]
    backlog: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class NeedLine:
    """A need: what helps, what was asked, who said it and when, and the entries that answer it."""

    text: str
    href: str
    asked: str
    heard: date
    by: Link | None
    answers: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment: its balance (with a picture), its pace, who is in it, what is planned, what it asked for."""

    title: str
    root: str
    place: str
    about: str
    balance: BalanceLine
    picture: BalancePicture | None
    facts: tuple[Fact, ...]
    stages: tuple[tuple[str, int], ...]
    needs: tuple[NeedLine, ...]
    ahead: tuple[EntryLine, ...]
    past: tuple[EntryLine, ...]
    findings: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class SegmentsView:
    """All segments."""

    title: str
    root: str
    place: str
    balances: tuple[BalanceLine, ...]


@dataclass(frozen=True, slots=True)
class EntryView:
    """Everything known of an entry."""

    title: str
    root: str
    place: str
    line: EntryLine
    ask: str
    summary: str
    facts: tuple[Fact, ...]
    findings: tuple[FindingLine, ...]
    reminders: tuple[ReminderLine, ...]
    body: Html
    source: str


@dataclass(frozen=True, slots=True)
class RemindersView:
    """All reminders, by day; late ones first. `files`: to subscribe to or to take away."""

    title: str
    root: str
    place: str
    groups: tuple[tuple[str, tuple[ReminderLine, ...]], ...]
    count: str
    files: tuple[Link, ...]
    calendars: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SilenceLine:
    """An `allow`, and its reason."""

    rule: str
    reason: str
    place: str
    about: str


@dataclass(frozen=True, slots=True)
class ChecksView:
    """Findings by rule and by file, and every silence with its reason."""

    title: str
    root: str
    place: str
    verdict: str
    by_rule: tuple[tuple[str, tuple[FindingLine, ...]], ...]
    by_file: tuple[tuple[str, tuple[FindingLine, ...]], ...]
    silences: tuple[SilenceLine, ...]
