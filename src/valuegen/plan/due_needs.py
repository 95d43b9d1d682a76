"""Reminders that come from needs: tell, listen."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from valuegen.model.need import Need
from valuegen.plan.closed_by import Closings
from valuegen.plan.due_entries import may_still, personal_ways, uid_of
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import own_way
from valuegen.words import msg

WAITS = timedelta(days=30)
"""So long after a need was heard, somebody is reminded to write something for it."""


def all_due(plan: Plan, closings: Closings, last: date) -> Iterator[Reminder]:
    """Every reminder that an open need gives: to whoever asked, when an entry answers it; else to think of one."""
    needs = {id: need for id, need in (plan.workspace.needs or {}).items() if need.status == "open"}
    thought_of: set[str] = set()
    for occurrence in plan.occurrences:
        thought_of.update(occurrence.entry.answers)
        for id in dict.fromkeys(occurrence.entry.answers):
            if id in needs and occurrence.is_planned and occurrence.day and occurrence.day <= last:
                yield from _tell(plan, occurrence, needs[id], closings)
    for need in needs.values():
        if need.id not in thought_of:
            yield from _listen(plan, need)


def needs_by_sender(plan: Plan) -> Mapping[str, Sequence[Need]]:
    """What each client told you, in the order of the file."""
    found: dict[str, list[Need]] = {}
    for need in (plan.workspace.needs or {}).values():
        if need.sender:
            found.setdefault(need.sender, []).append(need)
    return found


def _tell(plan: Plan, occurrence: Occurrence, need: Need, closings: Closings) -> Iterator[Reminder]:
    relation = plan.relations.get(need.sender or "")
    if relation is None or occurrence.day is None or not may_still(plan, occurrence, relation):
        return
    if closings.has_told(relation.id, occurrence) or _hears_it(plan, occurrence, relation):
        return
    yield Reminder(
        uid=uid_of("tell", occurrence, need.id, relation.id),
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
        need=need.id,
        channel=own_way(plan, relation),
    )


def _hears_it(plan: Plan, occurrence: Occurrence, relation: Relation) -> bool:
    """Whether it is brought to that very contact by a personal channel: a second message would be one too many."""
    return any(reached is relation for reached, _ in personal_ways(plan, occurrence))


def _listen(plan: Plan, need: Need) -> Iterator[Reminder]:
    relation = plan.relations.get(need.sender or "")
    yield Reminder(
        uid=f"listen.{need.id}",
        kind="listen",
        due=need.heard + WAITS,
        at=None,
        owner=_owner_of(plan, need, relation),
        text=msg("Think of something that helps with this: {needs}", needs=need.needs),
        why=msg("It was said on {day}, and nothing in the calendar answers it.", day=need.heard),
        contact=relation.id if relation else None,
        segment=need.segment,
        need=need.id,
        delegable=True,
    )


def _owner_of(plan: Plan, need: Need, relation: Relation | None) -> str:
    if relation:
        return relation.owner
    return plan.defaults.segments[need.segment].owner if need.segment else plan.defaults.first_person
