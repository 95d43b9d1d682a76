"""Contacts as they stand: the log's latest line wins over what their fields said."""

from collections.abc import Iterable, Mapping
from datetime import date

from valuegen.clock import AsOf, Calendar, Rest
from valuegen.model.contact import Contact, Since
from valuegen.model.log import LogLine
from valuegen.model.segment import DEFAULT_AT_LEAST, Segment
from valuegen.model.workspace import Workspace
from valuegen.plan.defaults import Defaults
from valuegen.plan.relation import Relation
from valuegen.plan.rests import rests_of


def relations_of(
    workspace: Workspace,
    defaults: Defaults,
    calendars: Mapping[str, Calendar],
    closed: Calendar,
    reach: Rest,
    as_of: AsOf,
) -> dict[str, Relation]:
    """Every contact as they stand, in the order of the file; none where the contacts are not there."""
    logs = log_by_contact(workspace.log or ())
    shared: dict[object, Calendar] = {}
    relations = {}
    for id, contact in (workspace.contacts or {}).items():
        key = (contact.segments, tuple((pause.first, pause.last) for pause in contact.pauses))
        if key not in shared:
            shared[key] = contact_calendar(contact, calendars, closed, reach)
        relations[id] = relation_of(contact, workspace.segments, defaults, shared[key], logs.get(id, ()), as_of)
    return relations


def relation_of(
    contact: Contact,
    segments: Mapping[str, Segment],
    defaults: Defaults,
    calendar: Calendar,
    log: tuple[LogLine, ...],
    as_of: AsOf,
) -> Relation:
    """One contact as they stand. `log`: the lines about them, in order."""
    side = defaults.contacts[contact.id]
    return Relation(
        contact=contact,
        stage=stage_of(contact, log, as_of),
        owner=side.owner,
        channel=side.channel,
        opted_out=opted_out_on(contact, log, as_of),
        no_pitches=since(contact.no_pitches, as_of),
        is_gone=contact.status == "gone",
        at_least=at_least_of(contact, segments),
        calendar=calendar,
        log=log,
    )


def log_by_contact(log: Iterable[LogLine]) -> dict[str, tuple[LogLine, ...]]:
    """The lines about each contact by date; lines of one day stay in the order of the file."""
    found: dict[str, list[LogLine]] = {}
    for line in log:
        if line.contact is not None:
            found.setdefault(line.contact, []).append(line)
    return {contact: tuple(sorted(lines, key=lambda line: line.date.day)) for contact, lines in found.items()}


def stage_of(contact: Contact, log: Iterable[LogLine], as_of: AsOf) -> str:
    """The stage that the latest `stage` line up to `as_of` gives, else where they began."""
    stage = contact.stage
    for line in log:
        if line.what == "stage" and line.stage and line.date.day <= as_of.day:
            stage = line.stage
    return stage


def opted_out_on(contact: Contact, log: Iterable[LogLine], as_of: AsOf) -> date | None:
    """The first day on which they asked not to be written to, by their field or by a line of the log."""
    asked = [line.date.day for line in log if line.what == "opt-out"]
    field = since(contact.opted_out, as_of)
    return min([*asked, field] if field else asked, default=None)


def since(wish: Since, as_of: AsOf) -> date | None:
    """The day from which a wish holds: `true` is from `as_of` on."""
    return as_of.day if wish is True else wish or None


def at_least_of(contact: Contact, segments: Mapping[str, Segment]) -> int:
    """Days of silence that are borne: their own, else the least of their segments'."""
    if contact.cadence.at_least:
        return contact.cadence.at_least
    theirs = (segments[segment].at_least for segment in contact.segments if segment in segments)
    return min(theirs, default=DEFAULT_AT_LEAST)


def contact_calendar(contact: Contact, calendars: Mapping[str, Calendar], closed: Calendar, reach: Rest) -> Calendar:
    """Closed days, the pauses of each of their segments (which are for its people), and their own."""
    theirs = [calendars[segment] for segment in contact.segments if segment in calendars]
    if not contact.pauses and len(theirs) == 1:
        return theirs[0]
    if not contact.pauses and all(calendar is closed for calendar in theirs):
        return closed
    rests = [rest for calendar in theirs for rest in calendar.rests]
    return closed.with_rests([*rests, *rests_of(contact.pauses, reach)])
