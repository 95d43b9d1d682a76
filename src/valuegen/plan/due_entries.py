"""Reminders that come from entries: prepare, share, refresh."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from valuegen.plan.closed_by import Closings
from valuegen.plan.received import receives
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import manner_of, unknown_for, way_to
from valuegen.words import Message, msg

UNWRITTEN = ("draft", "review")
PERSONAL_KINDS = ("pitch", "courtesy")
"""Kinds that whoever has the relation does not leave to others."""


def all_due(plan: Plan, closings: Closings, last: date) -> Iterator[Reminder]:
    """Every reminder that an entry gives and that may be due up to `last`; what is done gives none."""
    lead = timedelta(days=plan.workspace.settings.reminders.lead)
    for occurrence in plan.occurrences:
        if occurrence.day is None or occurrence.status == "idea":
            continue
        if occurrence.status in UNWRITTEN:
            yield _prepare(occurrence, occurrence.day - lead, _labels(plan, occurrence))
        if occurrence.status != "done" and occurrence.day <= last:
            yield from _share_wide(plan, occurrence, closings)
            yield from _share(plan, occurrence, closings)
        yield from _refresh(plan, occurrence)


def uid_of(kind: str, occurrence: Occurrence, *more: str) -> str:
    """Of a repetition the occurrence is named by its number, which stays when its day moves."""
    number = (str(occurrence.ordinal + 1),) if occurrence.entry.repeat else ()
    return ".".join((kind, occurrence.entry.slug, *number, *more))


def _labels(plan: Plan, occurrence: Occurrence) -> tuple[Message | str, ...]:
    return tuple(plan.channel(channel).label for channel in occurrence.channels)


def _prepare(occurrence: Occurrence, due: date, labels: tuple[Message | str, ...]) -> Reminder:
    entry, is_written = occurrence.entry, occurrence.status == "review"
    return Reminder(
        uid=uid_of("prepare", occurrence),
        kind="prepare",
        due=due,
        at=None,
        owner=occurrence.author if is_written else entry.writer or occurrence.author,
        text=msg("Read “{title}” once more and approve it ({channels}).", title=entry.title, channels=labels)
        if is_written
        else msg("Prepare “{title}” ({channels}).", title=entry.title, channels=labels),
        why=msg("It was planned for {day}.", day=occurrence.day)
        if occurrence.is_slipped
        else msg("It is planned for {day}.", day=occurrence.day),
        segment=next(iter(occurrence.segments), None),
        entry=occurrence.id,
        delegable=not is_written and entry.kind not in PERSONAL_KINDS,
    )


def _share(plan: Plan, occurrence: Occurrence, closings: Closings) -> Iterator[Reminder]:
    """One a contact by personal channels."""
    for relation, way in personal_ways(plan, occurrence):
        if closings.has_told(relation.id, occurrence) or occurrence.day is None:
            continue
        yield Reminder(
            uid=uid_of("share", occurrence, relation.id, way),
            kind="share",
            due=occurrence.day,
            at=occurrence.at,
            owner=occurrence.author,
            text=_to_contact(plan, occurrence, relation, way),
            why=_why(plan, occurrence, relation, way),
            contact=relation.id,
            entry=occurrence.id,
            channel=way,
        )


def personal_ways(plan: Plan, occurrence: Occurrence) -> Iterator[tuple[Relation, str]]:
    """Who is reached by one of its personal channels, and by which: each once."""
    channels = (plan.channel(channel) for channel in occurrence.channels)
    personal = tuple(channel.id for channel in channels if channel.reach == "personal" and not channel.publishes)
    for relation in recipients(plan, occurrence) if personal else ():
        way = way_to(plan, relation, personal)
        if way is not None:
            yield relation, way


def recipients(plan: Plan, occurrence: Occurrence) -> Iterator[Relation]:
    """The contacts whom it reaches on its day: named by it, or of its segments, each once."""
    members = (plan.members.get(segment, ()) for segment in occurrence.segments)
    for contact in dict.fromkeys(chain(occurrence.contacts, *members)):
        relation = plan.relations.get(contact)
        if relation and receives(relation, occurrence) and may_still(plan, occurrence, relation):
            yield relation


def may_still(plan: Plan, occurrence: Occurrence, relation: Relation) -> bool:
    """Whether they may hear of it today: what is late may have become unwelcome meanwhile."""
    today = plan.as_of.day
    return relation.takes_pitches(today) if occurrence.is_pitch else not relation.is_out(today)


def _share_wide(plan: Plan, occurrence: Occurrence, closings: Closings) -> Iterator[Reminder]:
    """One a channel for those that are not personal and do not publish."""
    for id in occurrence.channels:
        channel = plan.channel(id)
        if channel.reach == "personal" or channel.publishes or occurrence.day is None:
            continue
        if closings.has_shared(id, occurrence):
            continue
        yield Reminder(
            uid=uid_of("share", occurrence, id),
            kind="share",
            due=occurrence.day,
            at=occurrence.at,
            owner=occurrence.author,
            text=msg("Share “{title}” ({channel}).", title=occurrence.entry.title, channel=channel.label),
            why=_planned(occurrence),
            segment=next(iter(occurrence.segments), None),
            entry=occurrence.id,
            channel=id,
            delegable=occurrence.kind not in PERSONAL_KINDS,
        )


def _to_contact(plan: Plan, occurrence: Occurrence, relation: Relation, way: str) -> Message:
    values = {"name": relation.contact.name, "title": occurrence.entry.title, "channel": plan.channel(way).label}
    if way == "call":
        return msg("Call {name}: “{title}”.", name=relation.contact.name, title=occurrence.entry.title)
    match manner_of(plan, way):
        case "call":
            return msg("Call {name} ({channel}): “{title}”.", **values)
        case "meet":
            return msg("Meet {name} ({channel}): “{title}”.", **values)
        case "bring":
            return msg("Bring it to {name} ({channel}): “{title}”.", **values)
        case _:
            return msg("Write to {name} ({channel}): “{title}”.", **values)


def _why(plan: Plan, occurrence: Occurrence, relation: Relation, way: str) -> Message:
    """When it was planned, what to ask, whether it answers something they said themselves, and what is not known of
    them to reach them so."""
    why, unknown = _reason(plan, occurrence, relation), unknown_for(plan, relation, way)
    return msg("{why} {unknown}", why=why, unknown=unknown) if unknown else why


def _reason(plan: Plan, occurrence: Occurrence, relation: Relation) -> Message:
    needs = plan.workspace.needs or {}
    asked = (needs[id] for id in occurrence.entry.answers if id in needs)
    need = next((one for one in asked if one.sender == relation.id and one.status == "open"), None)
    if need is None:
        return _planned(occurrence)
    return msg(
        "{planned} It answers what they said on {day}: {needs}",
        planned=_planned(occurrence),
        day=need.heard,
        needs=need.asked or need.needs,
    )


def _planned(occurrence: Occurrence) -> Message:
    if occurrence.entry.ask:
        return msg("Planned for {day}. Ask: {ask}", day=occurrence.day, ask=occurrence.entry.ask)
    return msg("Planned for {day}.", day=occurrence.day)


def _refresh(plan: Plan, occurrence: Occurrence) -> Iterator[Reminder]:
    """When its time to be looked at again has come; not what has left the site by then, or has left it already."""
    entry = occurrence.entry
    if entry.review is None or occurrence.day is None or occurrence.is_slipped:
        return
    changed = max(occurrence.day, entry.updated or occurrence.day)
    due = changed + timedelta(days=entry.review)
    if entry.expires and entry.expires <= max(due, plan.as_of.day):
        return
    yield Reminder(
        uid=uid_of("refresh", occurrence),
        kind="refresh",
        due=due,
        at=None,
        owner=entry.writer or occurrence.author,
        text=msg("Look through “{title}” again: does it still hold?", title=entry.title),
        why=msg(
            "It is of {day}, and asks to be looked at again by now. Write the day in `updated` when you have.",
            day=changed,
        ),
        segment=next(iter(occurrence.segments), None),
        entry=occurrence.id,
        delegable=True,
    )
