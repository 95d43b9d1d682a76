"""A page an entry: everything known of it."""

from collections.abc import Iterator
from dataclasses import replace

from valuegen.pages.planner.contact_views import Event
from valuegen.pages.planner.entry_body import Bodies
from valuegen.pages.planner.entry_facts import EntryFacts
from valuegen.pages.planner.entry_views import EntryView
from valuegen.pages.planner.frame import (
    Desk,
    entry_file,
    month_file,
    outbox_file,
    planner_page,
    root_of,
    sending_place,
)
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.lines import entry_line, finding_line, reminder_lines
from valuegen.pages.planner.mentions import contact_link
from valuegen.pages.planner.outbox_short import OutboxShort
from valuegen.pages.planner.story import line_event
from valuegen.pages.reminder_groups import once
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.plan.outbox import waits
from valuegen.plan.types import Occurrence

HAPPENED = 60
"""So many lines of the log are shown on an entry's page; the rest are counted."""


def entry_pages(desk: Desk, ledger: Ledger) -> Iterator[Page]:
    """Every entry, those of the backlog too."""
    facts, bodies = EntryFacts(desk, ledger), Bodies(desk)
    for occurrence in desk.plan.occurrences:
        view = Later(_entry, desk, ledger, facts, bodies, occurrence)
        yield planner_page(entry_file(occurrence.id), "entry", view, desk.site)


def _entry(desk: Desk, ledger: Ledger, facts: EntryFacts, bodies: Bodies, occurrence: Occurrence) -> EntryView:
    entry = occurrence.entry
    findings = desk.by_entry.get(occurrence.id, [])
    happened = _happened(desk, ledger, occurrence)
    return EntryView(
        title=entry.title,
        root=root_of(entry_file(occurrence.id)),
        place=month_file(desk.plan.as_of.day),
        line=entry_line(desk, occurrence),
        ask=entry.ask or "",
        summary=entry.summary or "",
        facts=facts.of(occurrence),
        findings=tuple(finding_line(desk, finding) for finding in findings),
        reminders=reminder_lines(desk, once(desk.by_reminder.get(occurrence.id, ()))),
        happened=happened[:HAPPENED],
        before=max(0, len(happened) - HAPPENED),
        body=bodies.html(occurrence),
        outbox=_outbox(desk, occurrence),
        source=f"{entry.place.file}:{entry.place.line}",
    )


def _happened(desk: Desk, ledger: Ledger, occurrence: Occurrence) -> tuple[Event, ...]:
    """What the log says of it, the newest first; each with its client."""
    lines = sorted(ledger.lines_of(occurrence.id), key=lambda line: line.date, reverse=True)
    events = []
    for line in lines:
        event = line_event(desk, ledger, line)
        about = tuple(link for link in event.about if link.href != entry_file(occurrence.id))
        events.append(replace(event, about=about, who=contact_link(desk, line.contact) if line.contact else None))
    return tuple(events)


def _outbox(desk: Desk, occurrence: Occurrence) -> OutboxShort | None:
    """Where its words stand, channel by channel; None where nothing of it waits to be sent."""
    if not waits(desk.plan, occurrence):
        return None
    labels = {id: desk.say(desk.plan.channel(id).label) for id in dict.fromkeys(occurrence.channels)}
    return OutboxShort(
        href=outbox_file(occurrence.id),
        channels=tuple(Link(label, sending_place(occurrence.id, id)) for id, label in labels.items()),
    )
