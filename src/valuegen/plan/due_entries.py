"""Reminders that come from entries: prepare, share, tell, refresh."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain

from valuegen.model.log import LogLine
from valuegen.plan.received import receives
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import link_to, way_to, written_by
from valuegen.words import Message, msg

Shared = set[tuple[str | None, str | None, date | None]]
UNWRITTEN = ("draft", "review")


def all_due(plan: Plan) -> Iterator[Reminder]:
    """Every reminder that an entry gives, whatever its day; what is done gives none."""
    shared: Shared = {
        (line.entry, line.channel, line.date.day) for line in plan.workspace.log or () if line.what == "work"
    }
    shared |= {(entry, channel, None) for entry, channel, _ in shared}
    for occurrence in plan.occurrences:
        if occurrence.day is None or occurrence.status == "idea":
            continue
        if occurrence.status != "done":
            yield from _prepare(plan, occurrence)
            yield from _share_wide(plan, occurrence, shared)
            yield from _share(plan, occurrence)
        yield from _tell(plan, occurrence)
        yield from _refresh(plan, occurrence)


def _uid(kind: str, occurrence: Occurrence, *more: str) -> str:
    number = (str(occurrence.ordinal + 1),) if occurrence.entry.repeat else ()
    return ".".join((kind, occurrence.entry.slug, *number, *more))


def _prepare(plan: Plan, occurrence: Occurrence) -> Iterator[Reminder]:
    if occurrence.status not in UNWRITTEN or occurrence.day is None:
        return
    entry = occurrence.entry
    labels = tuple(plan.channel(channel).label for channel in occurrence.channels)
    text = msg("Finish “{title}” ({channels}).", title=entry.title, channels=labels)
    if occurrence.status == "review":
        text = msg("Read “{title}” once more and approve it ({channels}).", title=entry.title, channels=labels)
    yield Reminder(
        uid=_uid("prepare", occurrence),
        kind="prepare",
        due=occurrence.day - timedelta(days=plan.workspace.settings.reminders.lead),
        at=None,
        owner=entry.writer or occurrence.author,
        text=text,
        why=msg("It is planned for {day}.", day=occurrence.day),
        segment=next(iter(occurrence.segments), None),
        entry=occurrence.id,
        delegable=entry.kind not in ("pitch", "courtesy"),
    )


def _share(plan: Plan, occurrence: Occurrence) -> Iterator[Reminder]:
    channels = [plan.channel(channel) for channel in occurrence.channels]
    personal = tuple(channel.id for channel in channels if channel.reach == "personal" and not channel.publishes)
    if not personal or occurrence.day is None:
        return
    for relation in recipients(plan, occurrence):
        way = way_to(relation, personal)
        if way is None or is_closed(relation, occurrence):
            continue
        yield Reminder(
            uid=_uid("share", occurrence, relation.id, way),
            kind="share",
            due=occurrence.day,
            at=occurrence.at,
            owner=occurrence.author,
            text=_to_contact(plan, occurrence, relation, way),
            why=_why_share(occurrence),
            contact=relation.id,
            entry=occurrence.id,
            channel=way,
            link=link_to(plan, relation, way),
        )


def recipients(plan: Plan, occurrence: Occurrence) -> Iterator[Relation]:
    """The contacts whom it reaches on its day: named by it, or of its segments, each once."""
    members = (plan.members.get(segment, ()) for segment in occurrence.segments)
    for contact in dict.fromkeys(chain(occurrence.contacts, *members)):
        relation = plan.relations.get(contact)
        if relation and receives(relation, occurrence) and _may_still(plan, occurrence, relation):
            yield relation


def _may_still(plan: Plan, occurrence: Occurrence, relation: Relation) -> bool:
    """What is late may have become unwelcome meanwhile."""
    today = plan.as_of.day
    return relation.takes_pitches(today) if occurrence.is_pitch else not relation.is_out(today)


def _share_wide(plan: Plan, occurrence: Occurrence, shared: Shared) -> Iterator[Reminder]:
    """One a channel for those that are not personal and do not publish."""
    for id in occurrence.channels:
        channel = plan.channel(id)
        if (
            channel.reach == "personal"
            or channel.publishes
            or occurrence.day is None
            or _names_of(occurrence, id) & shared
        ):
            continue
        yield Reminder(
            uid=_uid("share", occurrence, id),
            kind="share",
            due=occurrence.day,
            at=occurrence.at,
            owner=occurrence.author,
            text=msg("Share “{title}” ({channel}).", title=occurrence.entry.title, channel=channel.label),
            why=_why_share(occurrence),
            segment=next(iter(occurrence.segments), None),
            entry=occurrence.id,
            channel=id,
            delegable=occurrence.kind not in ("pitch", "courtesy"),
        )


def _names_of(occurrence: Occurrence, channel: str) -> Shared:
    """How a line of `work` on that channel may name it: of a repetition, by its id or by its day."""
    slug = occurrence.entry.slug
    return {(occurrence.id, channel, None), (slug, channel, occurrence.day if occurrence.entry.repeat else None)}


def is_closed(relation: Relation, occurrence: Occurrence) -> bool:
    """Whether a line of yours in the log says that this contact has had it already."""
    return any(_is_of(line, occurrence) for line in relation.log if line.by)


def _is_of(line: LogLine, occurrence: Occurrence) -> bool:
    if occurrence.entry.repeat and line.entry == occurrence.entry.slug:
        return line.date.day == occurrence.day
    return line.entry in (occurrence.entry.slug, occurrence.id)


def _to_contact(plan: Plan, occurrence: Occurrence, relation: Relation, way: str) -> Message:
    name, title, channel = relation.contact.name, occurrence.entry.title, plan.channel(way).label
    if way in ("call", "video-call"):
        return msg("Call {name} ({channel}): “{title}”.", name=name, channel=channel, title=title)
    if written_by(way):
        return msg("Write to {name} ({channel}): “{title}”.", name=name, channel=channel, title=title)
    return msg("Meet {name} ({channel}): “{title}”.", name=name, channel=channel, title=title)


def _why_share(occurrence: Occurrence) -> Message:
    if occurrence.entry.ask:
        return msg("Planned for {day}. Ask: {ask}", day=occurrence.day, ask=occurrence.entry.ask)
    return msg("Planned for {day}.", day=occurrence.day)


def _tell(plan: Plan, occurrence: Occurrence) -> Iterator[Reminder]:
    if occurrence.is_slipped or occurrence.day is None or plan.workspace.needs is None:
        return
    for id in occurrence.entry.answers:
        need = plan.workspace.needs.get(id)
        if need is None or need.status != "open" or need.sender is None:
            continue
        relation = plan.relations.get(need.sender)
        if relation is None or relation.is_out(occurrence.day) or relation.is_out(plan.as_of.day):
            continue
        if is_closed(relation, occurrence) or _hears_anyway(plan, occurrence, relation):
            continue
        yield Reminder(
            uid=_uid("tell", occurrence, id, relation.id),
            kind="tell",
            due=occurrence.day,
            at=None,
            owner=relation.owner,
            text=msg(
                "Tell {name} that “{title}” answers what they asked.",
                name=relation.contact.name,
                title=occurrence.entry.title,
            ),
            why=msg("They said on {day}: {needs}", day=need.heard, needs=need.asked or need.needs),
            contact=relation.id,
            entry=occurrence.id,
            need=id,
            channel=relation.channel,
            link=link_to(plan, relation, relation.channel),
        )


def _hears_anyway(plan: Plan, occurrence: Occurrence, relation: Relation) -> bool:
    """Whether it comes to that very contact by a personal channel anyway: a second message would be one too many."""
    personal = tuple(id for id in occurrence.channels if plan.channel(id).reach == "personal")
    return bool(way_to(relation, personal)) and occurrence.status != "done" and receives(relation, occurrence)


def _refresh(plan: Plan, occurrence: Occurrence) -> Iterator[Reminder]:
    entry = occurrence.entry
    if entry.review is None or occurrence.day is None or occurrence.is_slipped:
        return
    due = occurrence.day + timedelta(days=entry.review)
    if entry.expires and entry.expires <= due:
        return
    yield Reminder(
        uid=_uid("refresh", occurrence),
        kind="refresh",
        due=due,
        at=None,
        owner=entry.writer or occurrence.author,
        text=msg("Look through “{title}” again: does it still hold?", title=entry.title),
        why=msg(
            "It is of {day}, and asks to be looked at again by now. Change its date or its `review` when you have.",
            day=occurrence.day,
        ),
        entry=occurrence.id,
        delegable=True,
    )
