"""What the templates of segments see. Addresses as in `views`."""

from dataclasses import dataclass

from valuegen.pages.planner.drawn import BalancePicture, PacePicture
from valuegen.pages.planner.views import BalanceLine, EntryLine, Fact, FindingLine, Mark, NeedLine
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class StageLine:
    """Who stands at a stage, and what reached any of them lately: entries by kind, and conversations."""

    name: str
    count: int
    people: tuple[Link, ...]
    received: tuple[tuple[Mark, int], ...]
    talks: int


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment: its balance and its pace, drawn; who is in it; what is planned; what it asked for."""

    title: str
    root: str
    place: str
    about: str
    balance: BalanceLine
    picture: BalancePicture | None
    pace: PacePicture | None
    facts: tuple[Fact, ...]
    stages: tuple[StageLine, ...]
    needs: tuple[NeedLine, ...]
    ahead: tuple[EntryLine, ...]
    ahead_left: str
    past: tuple[EntryLine, ...]
    findings: tuple[FindingLine, ...]
    findings_left: str


@dataclass(frozen=True, slots=True)
class SegmentsView:
    """All segments."""

    title: str
    root: str
    place: str
    balances: tuple[BalanceLine, ...]
    leaves: tuple[Link, ...] = ()
    leaf: str = ""
