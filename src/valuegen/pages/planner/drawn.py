"""What the templates of the pictures see: geometry in the picture's own units, and the same in words."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.views import Mark
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What pictures over time share: `width` × `height` units, the axis of months, the line of today.

    `title`, `summary`: read out, and written below.
    """

    title: str
    summary: str
    width: int
    height: int
    left: int
    right: str
    base: str
    today_x: str
    today_label: str
    months: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """A part of a step picture: the balance from `first` to `last`, in the picture's own units and in words."""

    first: date
    last: date
    pitches: int
    posts: int
    share: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class PitchDay:
    """A day with an offer: how much of the window that ends on it sells, the offer included."""

    day: date
    offers: tuple[Link, ...]
    share: str
    verdict: str
    x: str
    y: str
    is_over: bool


@dataclass(frozen=True, slots=True)
class BalancePicture:
    """The balance of a segment on the day of each offer against its limit, and between them, muted, over time."""

    frame: Frame
    steps: tuple[Step, ...]
    limit_y: str
    limit_label: str
    shares: tuple[Tick, ...]
    pitches: tuple[PitchDay, ...]
    hint: str


@dataclass(frozen=True, slots=True)
class DayMarks:
    """What went out on a day: a shape for each entry, one above the other (`ys`); `more` where they are too many."""

    x: str
    shapes: tuple[tuple[str, Mark], ...]
    more: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of days, shaded: `sort` is silence, crowd, rest or empty."""

    sort: str
    x: str
    width: str
    label: str
    label_x: str
    label_y: str


@dataclass(frozen=True, slots=True)
class PaceRow:
    """A row of the table: a day with what went out on it, or a stretch of days."""

    first: date
    last: date | None
    sort: str
    name: str
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class PacePicture:
    """When a segment hears from you: every entry on its day, silences and crowds shaded."""

    frame: Frame
    marks: tuple[DayMarks, ...]
    spans: tuple[Span, ...]
    rows: tuple[PaceRow, ...]
