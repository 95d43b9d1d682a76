"""People: your own team."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from valuegen.model.base import Count, Day, Id, Line, Lines, Name, Record, choice, several
from valuegen.model.contact_ways import Email, Phone


class Away(Record):
    """Days, both in, on which a person is not there, and who stands in for them."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    cover: Name | None = None


class Person(Record):
    """Somebody of your team. `photo` is relative to `content/static/`."""

    id: Id
    name: Line
    role: Annotated[str, choice("principal", "specialist", "assistant")] = "specialist"
    knows: Lines = ()
    email: Email | None = None
    phone: Phone | None = None
    photo: Line | None = None
    minutes_per_week: Count | None = None
    away: Annotated[tuple[Away, ...], BeforeValidator(several)] = ()
