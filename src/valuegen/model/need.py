"""Needs: what clients told you."""

from typing import Annotated

from pydantic import Field

from valuegen.model.base import Day, Flag, Id, Name, Reasons, Record, Text, choice


class Need(Record):
    """What was asked, and what is needed. `sender` is the contact it was heard from, `channel` the key `where`.

    `status` answered: otherwise than by an entry.
    """

    id: Id
    heard: Day
    sender: Name | None = Field(default=None, alias="from")
    channel: Name | None = Field(default=None, alias="where")
    segment: Name | None = None
    asked: Text | None = None
    needs: Text
    status: Annotated[str, choice("open", "answered", "dropped")] = "open"
    quotable: Flag = False
    allow: Reasons = {}
