"""What the templates of the pictures see: geometry in the picture's own units, and the same in words."""

from dataclasses import dataclass
from datetime import date


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
    is_over: bool


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on an axis."""

    at: str
    label: str


@dataclass(frozen=True, slots=True)
class BalancePicture:
    """The balance of a segment over time against its limit; `width` × `height` units. `title`, `summary`: read out."""

    title: str
    summary: str
    width: int
    height: int
    left: int
    right: str
    base: str
    steps: tuple[Step, ...]
    limit_y: str
    limit_label: str
    today_x: str
    today_label: str
    months: tuple[Tick, ...]
    shares: tuple[Tick, ...]
    pitches: tuple[Tick, ...]
