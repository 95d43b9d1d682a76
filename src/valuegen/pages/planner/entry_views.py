"""What the template of an entry sees."""

from dataclasses import dataclass

from valuegen.pages.planner.contact_views import Event
from valuegen.pages.planner.outbox_short import OutboxShort
from valuegen.pages.planner.views import EntryLine, Fact, FindingLine, ReminderLine
from valuegen.pages.types import Html


@dataclass(frozen=True, slots=True)
class EntryView:
    """Everything known of an entry. `happened`: the lines of the log that belong to it, the newest first."""

    title: str
    root: str
    place: str
    line: EntryLine
    ask: str
    summary: str
    facts: tuple[Fact, ...]
    findings: tuple[FindingLine, ...]
    reminders: tuple[ReminderLine, ...]
    happened: tuple[Event, ...]
    before: int
    body: Html
    outbox: OutboxShort | None
    source: str
