"""What a workspace comes to on a day: the data that rules, reminders and pages look at."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, time

from valuegen.clock import AsOf, Calendar
from valuegen.finding import Place
from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.workspace import Workspace
from valuegen.prose import Prose
from valuegen.words import Message


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An entry as it stands in the plan: one occurrence of it, with the defaults in force.

    `id` is DATE-SLUG, or the slug alone in the backlog; `day` None is the backlog. `first_day` is the day
    that the repetition gives it (its identity). `is_past`: dated before `as_of`. `is_slipped`, `is_planned`
    and `is_history` as 3-rules.md uses the words. `segments` and `contacts` are the entry's own, in order.
    """

    entry: Entry
    id: str
    day: date | None
    at: time | None
    status: str
    channels: tuple[str, ...]
    author: str
    reply_to: str
    minutes: int
    publishes: bool
    is_past: bool
    is_slipped: bool
    is_planned: bool
    ordinal: int = 0
    """Its number, from 0, in its repetition, counted before `except`: what uids are made of, since it never moves."""

    @property
    def kind(self) -> str:
        """Its kind, one of model.entry.KINDS."""
        return self.entry.kind

    @property
    def is_pitch(self) -> bool:
        """Whether it sells."""
        return self.entry.kind == "pitch"

    @property
    def is_value(self) -> bool:
        """Whether it gives: neither a pitch nor a courtesy."""
        return self.entry.kind not in ("pitch", "courtesy")

    @property
    def segments(self) -> tuple[str, ...]:
        """The segments that it names."""
        return self.entry.segments

    @property
    def contacts(self) -> tuple[str, ...]:
        """The single contacts that it names."""
        return self.entry.contacts

    @property
    def place(self) -> Place:
        """Where its entry begins."""
        return self.entry.place

    @property
    def order(self) -> tuple[date, bool, time, str, int, int]:
        """Entries stand by date, time (none first), file, line. The backlog stands last."""
        place = self.entry.place
        return (self.day or date.max, self.at is not None, self.at or time.min, place.file, place.line, place.column)


@dataclass(frozen=True, slots=True)
class Relation:
    """A contact as they stand: their fields, the defaults in force, and the log's latest lines over them.

    `opted_out` and `no_pitches` are the day from which the wish holds (None: no such wish).
    `log` is every line about them, in order of date, lines of one day in the order of the file.
    `at_least`: the days of silence that are borne: their own, else the least of their segments'.
    """

    contact: Contact
    stage: str
    owner: str
    channel: str
    opted_out: date | None
    no_pitches: date | None
    is_gone: bool
    at_least: int
    calendar: Calendar
    log: tuple[LogLine, ...] = ()

    @property
    def id(self) -> str:
        """The contact's id."""
        return self.contact.id

    def is_out(self, day: date) -> bool:
        """Whether nothing may be written to them on `day`."""
        return self.is_gone or (self.opted_out is not None and day >= self.opted_out)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything derived, nothing judged.

    `occurrences`: all, in their order, backlog last. `received` gives what each segment receives (planned entries
    that name it), by date. `relations` is empty where contacts are absent. What a contact receives is asked of
    `received_by`, so that contacts × segments is never built. `prose` by slug, of the entries that have a text;
    `calendars` by segment: closed days and its pauses; `closed` those of everybody.
    """

    workspace: Workspace
    as_of: AsOf
    occurrences: tuple[Occurrence, ...]
    received: Mapping[str, tuple[Occurrence, ...]]
    relations: Mapping[str, Relation]
    prose: Mapping[str, Prose]
    calendars: Mapping[str, Calendar]
    closed: Calendar
    received_by: Callable[[str], tuple[Occurrence, ...]]
    """Contact's id -> the planned entries that this contact receives, by date, each once."""
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Segment's id -> ids of its contacts."""

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
