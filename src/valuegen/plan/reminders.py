"""Reminders: what a person has to do on a day (4-output.md, "Reminders").

Each kind is made by a function of its own, in the `due_*` modules; here they get their place in the calendar, their
owner of that day (the cover while that person is away), the link to act and their whole uid, are cut at the horizon,
and put in order.
Nothing here sends anything.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import chain
from urllib.parse import urlsplit

from valuegen.plan import due_entries, due_feasts, due_needs, due_people, due_silences
from valuegen.plan.closed_by import Closings
from valuegen.plan.resting import Resting
from valuegen.plan.types import Plan, Reminder
from valuegen.plan.ways import link_to

KINDS = (
    "answer", "prepare", "share", "greet", "reconnect", "tell", "listen", "follow-up", "refresh", "plan",
)  # fmt: skip


def reminders_of(plan: Plan) -> tuple[Reminder, ...]:
    """All reminders due up to the horizon, late ones too, by day, time, kind and uid. Uids are unique."""
    last = plan.as_of.day + timedelta(days=plan.workspace.settings.reminders.horizon)
    closings, resting = Closings(plan), Resting(plan)
    made = chain(
        due_entries.all_due(plan, closings, last),
        due_needs.all_due(plan, closings, last),
        due_people.all_due(plan),
        due_feasts.all_due(plan, last),
    )
    talks = list(_settled(plan, made, resting))
    silences = _settled(plan, due_silences.all_due(plan, talks), resting)
    found = {one.uid: one for one in chain(talks, silences) if one.due <= last}
    return tuple(sorted(found.values(), key=_order))


def _order(reminder: Reminder) -> tuple[date, bool, time, int, str]:
    return (reminder.due, reminder.at is not None, reminder.at or time.min, KINDS.index(reminder.kind), reminder.uid)


def _settled(plan: Plan, made: Iterable[Reminder], resting: Resting) -> Iterator[Reminder]:
    """Each with its day, owner, link and whole uid; without those that fall away."""
    host = urlsplit(plan.workspace.settings.site.url).hostname
    for reminder in made:
        due = _day_of(plan, reminder, resting)
        if due is None or _is_out(plan, reminder, due):
            continue
        relation = plan.relations.get(reminder.contact or "")
        yield replace(
            reminder,
            uid=f"{reminder.uid}@{host}",
            due=due,
            at=reminder.at if due == reminder.due else None,
            owner=_there(plan, reminder.owner, max(due, plan.as_of.day)),
            late=due < plan.as_of.day,
            link=link_to(plan, relation, reminder.channel) if relation else None,
        )


def _is_out(plan: Plan, reminder: Reminder, due: date) -> bool:
    relation = plan.relations.get(reminder.contact or "")
    return relation is not None and relation.is_out(max(due, plan.as_of.day))


def _day_of(plan: Plan, reminder: Reminder, resting: Resting) -> date | None:
    """Its day, out of every rest: what has to be ready goes before it, a greeting falls away, all else waits.

    In a rest nothing is late either: it waits for the end.
    """
    today, is_greeting = plan.as_of.day, reminder.kind == "greet"
    if is_greeting and resting.rests(reminder, reminder.due):
        return None
    moved = resting.before if reminder.kind == "prepare" else resting.after
    due = moved(reminder, reminder.due)
    if due >= today or not resting.rests(reminder, today):
        return due
    return None if is_greeting else resting.after(reminder, today)


def _there(plan: Plan, owner: str, day: date) -> str:
    """The owner, or who stands in for them on that day. A cover who is away too has one of their own."""
    asked: set[str] = set()
    while owner not in asked:
        asked.add(owner)
        away = next((away for away in plan.workspace.people[owner].away if away.first <= day <= away.last), None)
        if away is None or away.cover is None:
            return owner
        owner = away.cover
    return owner
