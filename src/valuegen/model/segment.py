"""Segments: groups of clients with something in common."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from valuegen.model.base import (
    Id,
    Line,
    Lines,
    Name,
    Names,
    RateOf,
    Record,
    Span,
    Text,
    Yearly,
    choice,
    several,
    single,
)
from valuegen.model.contact_ways import Url
from valuegen.model.settings import Closed, RuleSettings
from valuegen.model.values import Rate

DEFAULT_AT_LEAST = 30
DEFAULT_AT_MOST = Rate(3, 7)


class Cadence(Record):
    """How seldom and how often: `at_least` days between two, `at_most` so many in so many days. None: not said."""

    at_least: Span | None = None
    at_most: RateOf | None = None


class Pause(Closed):
    """Days, both in, on which one of them is left in peace; written as closed days are, every year's too."""


class Meet(Record):
    """The invitation to meet a person, on a segment's hub."""

    text: Line
    by: Name | None = None
    hours: Line | None = None
    link: Url | None = None


Cadenced = Annotated[Cadence, BeforeValidator(single)]
Pauses = Annotated[tuple[Pause, ...], BeforeValidator(several)]
Dates = Annotated[Mapping[Line, Yearly], BeforeValidator(single)]
Treatment = Annotated[str, choice("personal", "group", "broadcast")]
Address = Annotated[str, choice("tú", "usted", "vos")]


class Segment(Record):
    """A group of clients. `channels`: where they are; `dates`: a greeting to each of them on each."""

    id: Id
    name: Line
    about: Text | None = None
    area: Line | None = None
    cares_about: Lines = ()
    channels: Names = ()
    treatment: Treatment = "group"
    address: Address | None = None
    cadence: Cadenced = Cadence()
    pauses: Pauses = ()
    dates: Dates = {}
    owner: Name | None = None
    meet: Annotated[Meet, BeforeValidator(single)] | None = None
    rules: RuleSettings = {}

    @property
    def at_least(self) -> int:
        """Days: longer than that without an entry is too quiet."""
        return self.cadence.at_least or DEFAULT_AT_LEAST

    @property
    def at_most(self) -> Rate:
        """More than that is too often."""
        return self.cadence.at_most or DEFAULT_AT_MOST
