"""What the page of the team shows."""

from dataclasses import dataclass

from valuegen.pages.planner.figure_views import Figure
from valuegen.pages.planner.views import Fact
from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class PersonCard:
    """One of the team: who they are, what they have, and their weeks."""

    id: str
    name: str
    role: str
    said: str
    is_over: bool
    facts: tuple[Fact, ...]
    figure: Figure


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The team, or the part of it on one of its pages (`leaf`, of `leaves`)."""

    title: str
    root: str
    place: str
    said: str
    about: str
    people: tuple[PersonCard, ...]
    leaves: tuple[Link, ...] = ()
    leaf: str = ""
