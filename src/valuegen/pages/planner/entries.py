"""A page an entry: everything known of it."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal

from valuegen.pages.planner.frame import Desk, entry_file, month_file, planner_page, root_of, segment_file
from valuegen.pages.planner.lines import entry_line, finding_line, reminder_lines
from valuegen.pages.planner.views import EntryView, Fact
from valuegen.pages.types import Html, Page
from valuegen.pages.views import NO_HTML, Link
from valuegen.plan.due_entries import recipients
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg, written

NAMED = 12
"""So many recipients are named; the rest are counted."""
_IMAGE = re.compile(r'<img src="#" alt="([^"]*)"[^>]*>')


def entry_pages(desk: Desk) -> Iterator[Page]:
    """Every entry, those of the backlog too."""
    for occurrence in desk.plan.occurrences:
        yield planner_page(entry_file(occurrence.id), "entry", _entry(desk, occurrence), desk.site)


def _entry(desk: Desk, occurrence: Occurrence) -> EntryView:
    entry = occurrence.entry
    findings = desk.by_entry.get(occurrence.id, [])
    return EntryView(
        title=entry.title,
        root=root_of(entry_file(occurrence.id)),
        place="",
        line=entry_line(desk, occurrence),
        ask=entry.ask or "",
        summary=entry.summary or "",
        facts=tuple(_facts(desk, occurrence)),
        findings=tuple(finding_line(desk, finding) for finding in findings),
        reminders=reminder_lines(desk, desk.by_reminder.get(occurrence.id, ())),
        body=_body(desk, occurrence),
        source=f"{entry.place.file}:{entry.place.line}",
    )


def _body(desk: Desk, occurrence: Occurrence) -> Html:
    """Its text, to read. A link to another entry leads to that entry's page; a picture stays a word."""
    prose = desk.plan.prose.get(occurrence.entry.slug)
    if prose is None:
        return NO_HTML
    by_slug = desk.by_slug

    def resolve(target: str, kind: Literal["link", "image"]) -> str:
        scheme, _, slug = target.partition(":")
        if scheme == "entry":
            found = by_slug.get(slug.partition("#")[0])
            return f"{root_of(entry_file(''))}{entry_file(found)}" if found else "#"
        if scheme in ("http", "https", "mailto", "tel") and kind == "link":
            return target
        return target if target.startswith("#") else "#"

    return Html(_IMAGE.sub(r'<span class="image">\1</span>', prose.html_with(resolve)))


def _facts(desk: Desk, occurrence: Occurrence) -> Iterator[Fact]:
    yield from _when_and_who(desk, occurrence)
    yield from _what_for(desk, occurrence)
    yield from _afterwards(desk, occurrence)


def _when_and_who(desk: Desk, occurrence: Occurrence) -> Iterator[Fact]:
    people, entry = desk.plan.workspace.people, occurrence.entry
    if occurrence.day:
        day = msg("{day:full}", day=occurrence.day)
        yield _fact(desk, msg("Day"), (desk.say(day), month_file(occurrence.day)))
    yield _fact(desk, msg("Who speaks"), (people[occurrence.author].name, ""))
    if entry.writer and entry.writer in people:
        yield _fact(desk, msg("Who writes it"), (people[entry.writer].name, ""))
    if occurrence.reply_to in people and occurrence.reply_to != occurrence.author:
        yield _fact(desk, msg("Who is answered to"), (people[occurrence.reply_to].name, ""))
    segments = [(desk.plan.workspace.segments[id].name, segment_file(id)) for id in occurrence.segments]
    if segments:
        yield _fact(desk, msg("For"), *segments)
    reached = [relation.contact.name for relation in recipients(desk.plan, occurrence)]
    if reached:
        more = len(reached) - NAMED
        names = [(name, "") for name in reached[:NAMED]]
        rest = [(desk.say(nmsg("and {n} more", "and {n} more", more)), "")] if more > 0 else []
        yield _fact(desk, msg("Who receives it"), *names, *rest)


def _what_for(desk: Desk, occurrence: Occurrence) -> Iterator[Fact]:
    entry, workspace = occurrence.entry, desk.plan.workspace
    labels = [(desk.say(desk.plan.channel(id).label), "") for id in occurrence.channels]
    yield _fact(desk, msg("Where"), *labels)
    minutes = nmsg("{n} minute", "{n} minutes", occurrence.minutes)
    yield _fact(desk, msg("Time it takes"), (desk.say(minutes), ""))
    if entry.topics:
        yield _fact(desk, msg("Topics"), *((topic, "") for topic in entry.topics))
    needs = [workspace.needs[id] for id in entry.answers if id in workspace.needs] if workspace.needs else []
    if needs:
        yield _fact(desk, msg("Need it answers"), *((need.needs, "") for need in needs))
    product = next((one for one in workspace.settings.products if one.id == entry.product), None)
    if product:
        yield _fact(desk, msg("What it offers"), (product.name, product.url or ""))
    if entry.sources:
        yield _fact(desk, msg("Sources"), *((source, source) for source in entry.sources))


def _afterwards(desk: Desk, occurrence: Occurrence) -> Iterator[Fact]:
    entry, people = occurrence.entry, desk.plan.workspace.people
    if entry.question:
        yield _fact(desk, msg("Question it answers"), (entry.question, ""))
    if entry.image:
        yield _fact(desk, msg("Its picture"), (entry.image.alt or entry.image.src, ""))
    if entry.read_next:
        yield _fact(desk, msg("To read next"), *(_next(desk, name) for name in entry.read_next))
    if entry.approved:
        name = people[entry.approved.by].name if entry.approved.by in people else entry.approved.by
        said = msg("{name}, on {day}", name=name, day=entry.approved.on)
        yield _fact(desk, msg("Who approved it"), (desk.say(said), ""))
    days: list[tuple[Message, date | None]] = [
        (msg("To be looked at again"), _review(occurrence)),
        (msg("Leaves the site"), entry.expires),
        (msg("Repeats until"), entry.repeat.until if entry.repeat else None),
    ]
    yield from (_fact(desk, name, (written(day, desk.language), "")) for name, day in days if day)
    if entry.allow:
        silences = ((f"{rule}: {reason}", "") for rule, reason in entry.allow.items())
        yield _fact(desk, msg("What you chose not to be told"), *silences)


def _next(desk: Desk, name: str) -> tuple[str, str]:
    found = desk.by_slug.get(name)
    return (desk.entries[found].entry.title, entry_file(found)) if found else (name, name if "://" in name else "")


def _review(occurrence: Occurrence) -> date | None:
    span = occurrence.entry.review
    return occurrence.day + timedelta(days=span) if span and occurrence.day else None


def _fact(desk: Desk, name: Message, *values: tuple[str, str]) -> Fact:
    return Fact(desk.say(name), tuple(Link(text, href) for text, href in values))
