"""What the page of channels shows."""

from dataclasses import dataclass

from valuegen.pages.planner.figure_views import Figure
from valuegen.pages.planner.views import EntryLine, Fact, FindingLine


@dataclass(frozen=True, slots=True)
class ChannelCard:
    """A channel: what it is, what it took and brought, what comes by it."""

    id: str
    name: str
    reach: str
    facts: tuple[Fact, ...]
    next: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class ChannelsView:
    """Where you meet. `empty`: what to write down, and a line to begin with, where there is no log."""

    title: str
    root: str
    place: str
    said: str
    about: str
    empty: tuple[str, str] | None
    figure: Figure | None
    findings: tuple[FindingLine, ...]
    cards: tuple[ChannelCard, ...]
    others: tuple[ChannelCard, ...]
