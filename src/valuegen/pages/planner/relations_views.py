"""What the page of relations shows."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.figure_views import Figure
from valuegen.pages.planner.results_views import LossesView
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class StageCount:
    """How many are at a stage now; `id` is that of YAML. `named`: some of them."""

    id: str
    name: str
    count: int
    named: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Before:
    """Something that was there before a move: what was done, by whom of the team, and the entry that it was about."""

    day: date
    shape: str
    text: str
    by: Link | None
    entry: Link | None
    note: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """Who moved, when, from where to where; `before`: what reached them or was said in the weeks before."""

    day: date
    contact: Link
    said: str
    is_up: bool
    before: tuple[Before, ...]
    more: str


@dataclass(frozen=True, slots=True)
class RelationsView:
    """How near your clients are. `empty`: what to write down where there are no clients, or no log."""

    title: str
    root: str
    place: str
    said: str
    counted: str
    empty: tuple[str, str] | None
    stages: tuple[StageCount, ...]
    out: str
    flow: Figure | None
    followed: Figure | None
    moves: tuple[MoveView, ...]
    older: str
    losses: LossesView
