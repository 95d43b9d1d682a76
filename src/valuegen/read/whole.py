"""What can be judged only when all is read: names, slugs, dates, and whether there is anything to build."""

from collections.abc import Iterator

from valuegen.clock import AsOf
from valuegen.finding import Finding, Place
from valuegen.model.contact import Contact
from valuegen.model.log import LogLine
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Goal, Settings
from valuegen.model.workspace import Workspace
from valuegen.read import dates, names, phones, translations
from valuegen.read.collections import Collections
from valuegen.read.in_force import InForce
from valuegen.read.names import Known
from valuegen.read.settings import SettingsRead
from valuegen.read.told import about, told
from valuegen.words import msg


def judged(
    workspace: Workspace, found: Collections, settings: SettingsRead, as_of: AsOf, repeated: dates.Repeated
) -> Iterator[Finding]:
    """All findings about the whole. `repeated` counts what repeats."""
    known, site = _known(workspace, found, settings), workspace.settings.site
    yield from names.same_slugs(found.made)
    yield from _empty(found)
    yield from _of_settings(workspace.settings, known)
    for segment in found.segments.judged:
        yield from about(_of_segment(segment, known), segment=segment.id)
    for person in found.people.judged:
        yield from _of_person(person, known)
    segments = {one.id: one for one in found.segments.judged}
    for contact in found.contacts.judged:
        yield from about(_of_contact(contact, known, as_of), contact=contact.id)
        yield from about(phones.of_contact(contact, segments, workspace.channels, site), contact=contact.id)
    for need in found.needs.judged:
        yield from about(names.of_record(need, names.NEED, known), need=need.id)
    for line in found.log.judged:
        who = line.contact if line.contact in found.contacts.records else None
        yield from about(_of_log(line, known, as_of.zone), contact=who)
    yield from dates.to_come(found.needs.judged, found.log.judged, as_of)
    in_force = InForce(
        segments,
        {one.id: one for one in found.contacts.judged},
        workspace.channels,
    )
    entries = [one.partial for one in found.made if one.partial is not None]
    yield from translations.of_entries(entries, site.language, workspace.languages)
    for entry, unknown in names.of_entries(entries, known):
        yield from unknown
        if dates.may_be_wrong(entry):
            yield from dates.of_entry(entry, in_force.publishes(entry), as_of, repeated)


def _known(workspace: Workspace, found: Collections, settings: SettingsRead) -> Known:
    people = {**dict.fromkeys(workspace.people), **found.people.known}
    channels = {**dict.fromkeys(workspace.channels), **found.channels.known}
    return Known(
        segments=found.segments.known if found.segments.whole else None,
        people=people if found.people.whole and settings.whole else None,
        channels=channels if found.channels.whole and settings.whole else None,
        products=settings.products if settings.whole else None,
        contacts=found.contacts.known if found.contacts.whole and not found.contacts.absent else None,
        needs=found.needs.known if found.needs.whole and not found.needs.absent else None,
        entries={one.slug: None for one in found.made if one.slug} if found.slugs_whole else None,
    )


def _empty(found: Collections) -> Iterator[Finding]:
    if not found.segments.known and found.segments.whole:
        message = msg("There is no segment yet, so there is nobody to write to.")
        mend = msg("Write one in content/segments.yaml, for example: corner-bakeries: {{name: Corner bakeries}}")
        yield told(message, Place("content/segments.yaml", 1, 1), mend)
    if not found.made and found.slugs_whole:
        message = msg("There is no entry yet, so there is nothing to build.")
        mend = msg("Write one in content/calendar/, with `title`, `kind` and `segments`.")
        yield told(message, Place("content/calendar", 1, 1), mend)


def _of_settings(settings: Settings, known: Known) -> Iterator[Finding]:
    for number, goal in enumerate(settings.goals):
        wrong = list(_of_goal(settings, number, goal, known))
        if not wrong and goal.sales is None and goal.conversations is None:
            message = msg("This goal has no number, so there is nothing to compare it with.")
            mend = msg("Write how many: sales: 4 per 30 days, or conversations: 2 per 30 days.")
            wrong = [told(message, settings.where("goals", number), mend)]
        yield from wrong


def _of_goal(settings: Settings, number: int, goal: Goal, known: Known) -> Iterator[Finding]:
    if goal.product is not None:
        yield from names.unknown(goal.product, "products", known, settings.where("goals", number, "product"))
    if goal.segment is not None:
        yield from names.unknown(goal.segment, "segments", known, settings.where("goals", number, "segment"))


def _of_segment(segment: Segment, known: Known) -> Iterator[Finding]:
    yield from names.of_record(segment, names.SEGMENT, known)
    if segment.meet is not None and segment.meet.by is not None:
        yield from names.unknown(segment.meet.by, "people", known, segment.where("meet", "by"))
    yield from dates.ends(segment, segment.pauses, "pauses")


def _of_person(person: Person, known: Known) -> Iterator[Finding]:
    for number, away in enumerate(person.away):
        if away.cover is not None:
            yield from names.unknown(away.cover, "people", known, person.where("away", number, "cover"))
    yield from dates.ends(person, person.away, "away")


def _of_contact(contact: Contact, known: Known, as_of: AsOf) -> Iterator[Finding]:
    yield from names.of_record(contact, names.CONTACT, known)
    yield from dates.of_contact(contact, as_of)


def _of_log(line: LogLine, known: Known, zone: str) -> Iterator[Finding]:
    yield from names.of_record(line, names.LOG, known)
    yield from dates.skipped(line, line.date, zone)
    if line.entry is not None:
        yield from names.unknown(names.slug_in(line.entry), "entries", known, line.where("entry"))
    if line.what == "stage" and not line.says("stage"):
        message = msg("This line does not say which stage was reached.")
        yield told(message, line.where("what"), msg("Write, for example: stage: friend"))
