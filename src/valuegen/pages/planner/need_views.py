"""What the template of the needs sees."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import Mark, ReminderLine
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """An entry that answers a need; `state` says how far it is, `day` when (None: no date yet)."""

    entry: Link
    mark: Mark
    state: str
    day: date | None


@dataclass(frozen=True, slots=True)
class NeedCard:
    """A need on the board. `about`: segment and channel; `waits`: how long it has waited, where nothing answers it."""

    id: str
    text: str
    asked: str
    heard: date
    by: Link | None
    about: tuple[Link, ...]
    answers: tuple[AnswerLine, ...]
    reminders: tuple[ReminderLine, ...]
    waits: str
    is_quotable: bool
    is_found: bool


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the board: `cards` whole, `rest` one line each; `leaves`: pages of those that have no room there."""

    id: str
    name: str
    hint: str
    nothing: str
    count: int
    cards: tuple[NeedCard, ...]
    rest: tuple[NeedCard, ...]
    leaves: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NeedsView:
    """The board of needs."""

    title: str
    root: str
    place: str
    count: str
    columns: tuple[Column, ...]
    dropped: tuple[NeedCard, ...]
    dropped_count: int
    dropped_leaves: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class NeedLeafView:
    """A page (`leaf`, of `leaves`) of needs in a line each, for which the board has no room."""

    title: str
    root: str
    place: str
    count: str
    board: Link
    leaves: tuple[Link, ...]
    leaf: str
    cards: tuple[NeedCard, ...]
