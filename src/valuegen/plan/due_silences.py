"""Reminders that come from silence: reconnect (with a contact), plan (for a segment). They know what else is due."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from valuegen.model.need import Need
from valuegen.plan.due_needs import needs_by_sender
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import own_way
from valuegen.words import Message, msg, nmsg

TALKS = frozenset({"answer", "share", "greet", "tell", "follow-up"})
"""What ends a contact's silence when it is done: nobody is told to get in touch besides."""
NEVER = msg("You have never been in touch.")


def all_due(plan: Plan, others: Iterable[Reminder]) -> Iterator[Reminder]:
    """Every reminder that a silence gives. `others`: all reminders but these."""
    if plan.workspace.log is not None:  # without it nobody can tell when they were last in touch
        yield from _reconnections(plan, others)
    for segment in plan.workspace.segments:
        yield _plan_ahead(plan, segment)


def _reconnections(plan: Plan, others: Iterable[Reminder]) -> Iterator[Reminder]:
    talks: dict[str, list[date]] = {}
    for reminder in others:
        if reminder.contact and reminder.kind in TALKS:
            talks.setdefault(reminder.contact, []).append(max(reminder.due, plan.as_of.day))
    received: dict[int, list[date]] = {}
    heard = needs_by_sender(plan)
    for relation in plan.relations.values():
        if _is_broadcast(plan, relation):
            continue
        group = plan.receipts.group_of.get(relation.id)
        if group is not None and id(group) not in received:
            row = plan.received_by(relation.id)
            received[id(group)] = [one.day for one in row if one.day and is_touch(plan, one, group.not_by)]
        yield _reconnect(
            plan, relation, received.get(id(group), []), talks.get(relation.id, []), heard.get(relation.id, ())
        )


def _is_broadcast(plan: Plan, relation: Relation) -> bool:
    segments = plan.workspace.segments
    named = [segments[segment] for segment in relation.contact.segments if segment in segments]
    return bool(named) and all(segment.treatment == "broadcast" for segment in named)


def is_touch(plan: Plan, occurrence: Occurrence, not_by: Iterable[str] = ()) -> bool:
    """Whether it breaks a contact's silence: something by a personal or a group channel that they bear."""
    channels = (plan.channel(id) for id in occurrence.channels if id not in not_by)
    return any(channel.reach != "broadcast" for channel in channels)


def _reconnect(
    plan: Plan, relation: Relation, received: list[date], talks: list[date], needs: Iterable[Need]
) -> Reminder:
    """When the silence since the last time, or since what is planned or due before, reaches what is borne.

    With whom you were never in touch you are today, unless something is planned for them before a silence is over.
    """
    today = plan.as_of.day
    last = _last_time(relation, received, needs, today)
    limit = relation.calendar.ahead(last or today, relation.at_least)
    due = limit if last else today
    planned: date | None = None
    for day in sorted([*(day for day in received if day > today), *talks]):
        if day > max(limit, today):
            break
        planned, limit = day, relation.calendar.ahead(day, relation.at_least)
        due = limit
    return Reminder(
        uid=f"reconnect.{relation.id}",
        kind="reconnect",
        due=due,
        at=None,
        owner=relation.owner,
        text=msg("Get in touch with {name}: just to ask how things are going.", name=relation.contact.name),
        why=_since(last, planned, today),
        contact=relation.id,
        channel=own_way(plan, relation),
    )


def _last_time(relation: Relation, received: Iterable[date], needs: Iterable[Need], today: date) -> date | None:
    """The last of what the log knows and of what they received; without any, of when they agreed or told a need."""
    known = [*(line.date.day for line in relation.log), *received]
    agreed = [relation.contact.agreed.on] if relation.contact.agreed else []
    told = [*agreed, *(need.heard for need in needs)]
    last = max((day for day in known if day <= today), default=None)
    return last or max((day for day in told if day <= today), default=None)


def _since(last: date | None, planned: date | None, today: date) -> Message:
    if planned == today:
        return msg("If you do today what is due with them, by then they will not have heard from you again.")
    if planned:
        return msg("By then they will not have heard from you since {day}.", day=planned)
    return msg("The last time was on {day}.", day=last) if last else NEVER


def _plan_ahead(plan: Plan, segment: str) -> Reminder:
    """On the day of the last entry: from then on nothing is ahead. A segment that never had one: today."""
    record, today = plan.workspace.segments[segment], plan.as_of.day
    last = max((one.day for one in plan.received.get(segment, ()) if one.day), default=None)
    values: Mapping[str, date | None] = {"day": last}
    return Reminder(
        uid=f"plan.{segment}",
        kind="plan",
        due=last or today,
        at=None,
        owner=plan.defaults.segments[segment].owner,
        text=msg("Plan what “{segment}” will receive next.", segment=record.name),
        why=nmsg(
            "After {day} nothing is planned; you promised something at least every {n} day.",
            "After {day} nothing is planned; you promised something at least every {n} days.",
            record.at_least,
            **values,
        )
        if last
        else nmsg(
            "Nothing is planned; you promised something at least every {n} day.",
            "Nothing is planned; you promised something at least every {n} days.",
            record.at_least,
        ),
        segment=segment,
        delegable=True,
    )
