"""A contact as they stand."""

from dataclasses import dataclass
from datetime import date

from valuegen.clock import Calendar
from valuegen.model.contact import Contact
from valuegen.model.log import LogLine


@dataclass(frozen=True, slots=True)
class Relation:
    """A contact as they stand: their fields, the defaults in force, and the log's latest lines over them.

    `opted_out` and `no_pitches` are the day from which the wish holds (None: no such wish).
    `log` is every line about them, in order of date, lines of one day in the order of the file.
    `at_least`: the days of silence that are borne: their own, else the least of their segments'.
    `calendar`: closed days, their own pauses and those of their segments.
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

    def takes_pitches(self, day: date) -> bool:
        """Whether they may be offered something on `day`."""
        return not self.is_out(day) and (self.no_pitches is None or day < self.no_pitches)
