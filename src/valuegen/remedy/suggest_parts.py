"""What a suggestion is: days, why the days before are none, and the entry that would stand there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from valuegen.remedy.missing import Missing
from valuegen.words import Message

Keys = Mapping[str, str | tuple[str, ...]]
"""The keys of an entry as they are written, the date aside."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a day is none: the rule that would find something, or closed, pause, holiday or away; and in words."""

    name: str
    text: Message


@dataclass(frozen=True, slots=True)
class Wait:
    """Days from `first` to `last`, both in, that are none for one reason; days left free anyway may be among them."""

    first: date
    last: date
    reason: Reason


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The next days for an entry of a kind to a segment; none fits within a year where `days` is empty.

    `waits`: the days before the last of them that are none. `keys`: the entry for the first day, ready to be written.
    `needs`: open needs that nobody thought of yet, the oldest first; `topics`: what the segment cares about and has
    heard nothing of. `mends`: the rules of which the first day mends something. `give`: with so much value more, before
    it, nothing of its share would speak against an offer (None where nothing does, or none would do). `even_so`: what
    speaks against the most days where that would not be enough.
    """

    segment: str
    kind: str
    days: tuple[date, ...] = ()
    waits: tuple[Wait, ...] = ()
    keys: Keys = field(default_factory=dict)
    needs: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    mends: tuple[str, ...] = ()
    give: Missing | None = None
    even_so: tuple[Reason, ...] = ()
