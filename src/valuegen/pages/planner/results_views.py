"""What the page of results shows."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.planner.figure_views import Figure
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class AimView:
    """A goal: what it asks for, how it stands in its own days, and month by month."""

    name: str
    about: Link | None
    stands: str
    is_reached: bool
    figure: Figure


@dataclass(frozen=True, slots=True)
class ProductView:
    """What a product brought: `said` in a sentence, `more` beside it; `offers`: the entries that offered it."""

    id: str
    name: str
    url: str
    said: str
    more: tuple[str, ...]
    offers: tuple[Link, ...]
    is_still: bool


@dataclass(frozen=True, slots=True)
class SaleLine:
    """A sale: when, to whom, of what, for how much."""

    day: date
    contact: Link
    product: Link
    amount: str
    entry: Link | None


@dataclass(frozen=True, slots=True)
class LossLine:
    """Something lost: when, with whom, of what, why, and the silence before it."""

    day: date
    contact: Link
    product: str
    why: str
    silence: str
    note: str
    is_long: bool


@dataclass(frozen=True, slots=True)
class LossesView:
    """What was lost: `said` in a sentence, drawn where there is something to draw, and line by line."""

    said: str
    figure: Figure | None
    lines: tuple[LossLine, ...]


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What it brings. `empty`: what to write down, and a line to begin with, where there is no log."""

    title: str
    root: str
    place: str
    said: str
    sums: str
    empty: tuple[str, str] | None
    sales: Figure | None
    talks: Figure | None
    aims: tuple[AimView, ...]
    no_aims: str
    still: tuple[ProductView, ...]
    moving: tuple[ProductView, ...]
    lines: tuple[SaleLine, ...]
    losses: LossesView
