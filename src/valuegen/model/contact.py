"""Contacts: one client each, or one who may become one."""

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator

from valuegen.model.base import (
    Day,
    Flag,
    Id,
    Line,
    Lines,
    Name,
    Names,
    Reasons,
    Record,
    SomeNames,
    Text,
    choice,
    one,
    single,
)
from valuegen.model.contact_ways import Email, Phone
from valuegen.model.log import STAGES
from valuegen.model.segment import Cadence, Cadenced, Dates, Pauses
from valuegen.model.values import NO, YES, Wrong, read_day
from valuegen.words import msg

Since = date | Literal[True] | None
"""A wish that holds from a day on; True: from `as_of` on; None: not said."""


def read_since(text: str) -> Since:
    """A day, true or false."""
    if text.lower() in YES:
        return True
    if text.lower() in NO:
        return None
    try:
        return read_day(text)
    except Wrong as wrong:
        mend = msg("Write the day, for example 2026-12-03, or true if you don't know it.")
        raise Wrong(wrong.message, mend, wrong.bare) from None


SinceField = Annotated[Since, one(read_since)]


class Agreed(Record):
    """When and how they agreed to be written to."""

    on: Day
    how: Line | None = None


class Contact(Record):
    """A client. What the log says later wins over these fields: see `plan/relations`."""

    id: Id
    name: Line
    named: Flag = False
    segments: SomeNames
    stage: Annotated[str, choice(*STAGES)] = "prospect"
    owner: Name | None = None
    channel: Name | None = None
    phone: Phone | None = None
    email: Email | None = None
    about: Text | None = None
    cares_about: Lines = ()
    dates: Dates = {}
    cadence: Cadenced = Cadence()
    pauses: Pauses = ()
    agreed: Annotated[Agreed, BeforeValidator(single)] | None = None
    opted_out: SinceField = None
    no_pitches: SinceField = None
    not_by: Names = ()
    came_by: Line | None = None
    allow: Reasons = {}
    status: Annotated[str, choice("active", "gone")] = "active"
