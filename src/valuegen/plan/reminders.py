"""Reminders: what a person has to do on a day (4-output.md, "Reminders").

Each kind is made by a function of its own, in `due_entries` and `due_people`; here they are given their owner
(the cover while that person is away), kept out of pauses and closed days, cut at the horizon, and put in order.
Nothing here sends anything.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import chain
from urllib.parse import urlsplit

from valuegen.clock import Calendar
from valuegen.plan import due_entries, due_people
from valuegen.plan.types import Plan, Reminder

KINDS = (
    "answer", "prepare", "share", "greet", "reconnect", "tell", "listen", "follow-up", "refresh", "plan",
)  # fmt: skip
ON_THEIR_DAY = frozenset({"greet"})
"""Kinds that mean nothing on another day: in a pause they are let go. All others wait for its end."""


def reminders_of(plan: Plan) -> tuple[Reminder, ...]:
    """All reminders due up to the horizon, late ones too, by day, time, kind and uid. Uids are unique."""
    last = plan.as_of.day + timedelta(days=plan.workspace.settings.reminders.horizon)
    found = (_settled(plan, reminder) for reminder in chain(due_entries.all_due(plan), due_people.all_due(plan)))
    kept = {reminder.uid: reminder for reminder in found if reminder is not None and reminder.due <= last}
    return tuple(sorted(kept.values(), key=_order))


def _order(reminder: Reminder) -> tuple[date, bool, time, int, str]:
    return (reminder.due, reminder.at is not None, reminder.at or time.min, KINDS.index(reminder.kind), reminder.uid)


def _settled(plan: Plan, reminder: Reminder) -> Reminder | None:
    """With its place in the calendar, its owner of that day, and its whole uid; None where it falls away."""
    due = reminder.due
    rests = list(_calendars(plan, reminder))
    while resting := next((calendar for calendar in rests if calendar.is_free(due)), None):
        if reminder.kind in ON_THEIR_DAY:
            return None
        due = resting.ahead(due, 1)
    host = urlsplit(plan.workspace.settings.site.url).hostname
    return replace(
        reminder,
        uid=f"{reminder.uid}@{host}",
        due=due,
        at=reminder.at if due == reminder.due else None,
        owner=_there(plan, reminder.owner, reminder),
        late=due < plan.as_of.day,
    )


def _calendars(plan: Plan, reminder: Reminder) -> Iterator[Calendar]:
    yield plan.closed
    relation = plan.relations.get(reminder.contact or "")
    if relation:
        yield relation.calendar
    segment = plan.calendars.get(reminder.segment or "")
    if segment:
        yield segment


def _there(plan: Plan, owner: str, reminder: Reminder) -> str:
    """The owner, or who stands in for them on that day. A cover who is away too has one of their own."""
    day = max(reminder.due, plan.as_of.day)
    asked: set[str] = set()
    while owner not in asked:
        asked.add(owner)
        away = next((away for away in plan.workspace.people[owner].away if away.first <= day <= away.last), None)
        if away is None or away.cover is None:
            return owner
        owner = away.cover
    return owner
