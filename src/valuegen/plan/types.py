"""What a workspace comes to on a day: the data that rules, reminders and pages look at."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from functools import cached_property

from valuegen.clock import AsOf, Calendar
from valuegen.judge import Judgement
from valuegen.model.channel import Channel
from valuegen.model.workspace import Workspace
from valuegen.plan.defaults import Defaults
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Audience, Receipts
from valuegen.plan.relation import Relation
from valuegen.prose import Prose
from valuegen.words import Message

__all__ = ["Audience", "Occurrence", "Plan", "Receipts", "Relation", "Reminder"]


@dataclass(frozen=True)
class Plan:
    """Everything derived, nothing judged.

    `occurrences`: all, in their order, backlog last. `relations` is empty where contacts are absent. `prose` by slug,
    of the entries that have a text; `judged` by slug, of every entry: what its words do. `calendars` by segment:
    closed days and its pauses; `closed` those of everybody; `members`: each segment's contacts.
    """

    workspace: Workspace
    as_of: AsOf
    defaults: Defaults
    occurrences: tuple[Occurrence, ...]
    receipts: Receipts
    relations: Mapping[str, Relation]
    prose: Mapping[str, Prose]
    judged: Mapping[str, Judgement]
    calendars: Mapping[str, Calendar]
    closed: Calendar
    members: Mapping[str, tuple[str, ...]]

    @cached_property
    def each_once(self) -> tuple[Occurrence, ...]:
        """One occurrence of each planned entry: the first that is not past, else the last. For what is found in a
        text or in keys, which are the same in all occurrences."""
        found: dict[str, Occurrence] = {}
        for each in self.occurrences:
            if each.is_planned and each.day is not None:
                held = found.get(each.entry.slug)
                if held is None or held.is_past:
                    found[each.entry.slug] = each
        return tuple(found.values())

    @property
    def received(self) -> Mapping[str, tuple[Occurrence, ...]]:
        """Segment's id -> the planned entries that name it, by date."""
        return self.receipts.by_segment

    def received_by(self, contact: str) -> tuple[Occurrence, ...]:
        """The planned entries that a contact receives, by date, each once; gathered each time that it is asked."""
        return self.receipts.of(contact)

    @property
    def audiences(self) -> Iterator[Audience]:
        """Contacts grouped by what they receive, so that each such row is looked at once; who is gone is in none."""
        return self.receipts.audiences()

    def channel(self, id: str) -> Channel:
        """A channel by its id."""
        return self.workspace.channels[id]


@dataclass(frozen=True, slots=True)
class Reminder:
    """Something that a person has to do on a day (4-output.md). `notice`: days of warning before `due`.

    `text` and `why` are messages; `link` is an address to act on, or None. `id` fields are ids of the workspace.
    """

    uid: str
    kind: str
    due: date
    at: time | None
    owner: str
    text: Message
    why: Message
    contact: str | None = None
    segment: str | None = None
    entry: str | None = None
    need: str | None = None
    channel: str | None = None
    link: str | None = None
    delegable: bool = False
    late: bool = False
    notice: int = 0
