"""Reminders that come from yearly dates, of contacts and of their segments: greet."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from valuegen.clock import each_year
from valuegen.model.log import ANSWERS
from valuegen.model.slug import slug_of
from valuegen.model.values import YearlyDate
from valuegen.plan.due_entries import personal_ways
from valuegen.plan.resting import last_working
from valuegen.plan.types import Plan, Relation, Reminder
from valuegen.plan.ways import own_way
from valuegen.words import Message, msg, nmsg

BELATED = timedelta(days=7)
"""A greeting that was missed can still be given so long; after that it is let go."""
NOTES = 3
"""So many of a contact's latest notes go with a greeting."""

Greeted = set[tuple[str, date]]
"""Contact and day: an entry of courtesy is brought to them then, and stands for the greeting."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A yearly date of a contact. `name` tells it apart from their others, in a uid."""

    name: str
    label: str
    on: YearlyDate


def all_due(plan: Plan, last: date) -> Iterator[Reminder]:
    """Every greeting from a week ago to `last`. On closed days it is reminded on the last day before them."""
    settings, first = plan.workspace.settings.reminders, plan.as_of.day - BELATED
    leap_day = (settings.leap_day.month, settings.leap_day.day)
    greeted = _by_courtesy(plan, first, last)
    for relation in plan.relations.values():
        for feast in _feasts(plan, relation):
            for day in each_year(feast.on.month, feast.on.day, first, last, leap_day):
                has_begun = feast.on.year is None or day >= feast.on.on(feast.on.year, leap_day)
                if has_begun and (relation.id, day) not in greeted:
                    yield from _greet(plan, relation, feast, day)


def _by_courtesy(plan: Plan, first: date, last: date) -> Greeted:
    courtesies = (one for one in plan.occurrences if one.kind == "courtesy" and one.status != "idea" and one.day)
    return {
        (relation.id, one.day)
        for one in courtesies
        if one.day and first <= one.day <= last
        for relation, _ in personal_ways(plan, one)
    }


def _feasts(plan: Plan, relation: Relation) -> Iterator[Feast]:
    """A contact's own dates, and those of their segments; the same one in two segments is one."""
    named = (plan.workspace.segments.get(segment) for segment in relation.contact.segments)
    of_segments = (segment.dates.items() for segment in named if segment)
    names: Counter[str] = Counter()
    seen: set[tuple[str, int, int]] = set()
    for label, on in chain(relation.contact.dates.items(), *of_segments):
        if (label, on.month, on.day) not in seen:
            seen.add((label, on.month, on.day))
            name = slug_of(label)
            names[name] += 1
            yield Feast(f"{name}-{names[name]}" if names[name] > 1 else name, label, on)


def _greet(plan: Plan, relation: Relation, feast: Feast, day: date) -> Iterator[Reminder]:
    notice = plan.workspace.settings.reminders.greet
    due = last_working(plan.closed, day)
    if relation.calendar.is_free(day) and not plan.closed.is_free(day):
        return
    if _greeted(relation, min(due, day - timedelta(days=notice)), day + BELATED):
        return
    yield Reminder(
        uid=f"greet.{feast.name}.{relation.id}.{day.year}",
        kind="greet",
        due=due,
        at=None,
        owner=relation.owner,
        text=_greeting(relation.contact.name, feast, day, is_past=day < plan.as_of.day),
        why=_last_notes(plan, relation),
        contact=relation.id,
        channel=own_way(plan, relation),
        notice=notice,
    )


def _greeted(relation: Relation, first: date, last: date) -> bool:
    """Whether somebody of yours has spoken with them about then."""
    return any(line.by and line.what in ANSWERS and first <= line.date.day <= last for line in relation.log)


def feast_name(label: str) -> Message | str:
    """What a date is called: the names that the format knows, else the user's own."""
    known = {
        "birthday": msg("birthday"),
        "wedding": msg("wedding day"),
        "birth": msg("birth"),
        "anniversary": msg("anniversary"),
    }
    return known.get(label, label)


def _greeting(name: str, feast: Feast, day: date, *, is_past: bool) -> Message:
    years = day.year - feast.on.year if feast.on.year else 0
    if feast.label == "birthday":
        if is_past:
            return _belated(name, years, day)
        if years > 0:
            return nmsg(
                "Congratulate {name}, who turns {n} on {day:MMMMd}.",
                "Congratulate {name}, who turns {n} on {day:MMMMd}.",
                years,
                name=name,
                day=day,
            )
        return msg("Congratulate {name}, whose birthday is on {day:MMMMd}.", name=name, day=day)
    said = feast_name(feast.label)
    if years > 0:
        return nmsg(
            "Greet {name} on {day:MMMMd}: {feast} ({n} year).",
            "Greet {name} on {day:MMMMd}: {feast} ({n} years).",
            years,
            name=name,
            day=day,
            feast=said,
        )
    return msg("Greet {name} on {day:MMMMd}: {feast}.", name=name, day=day, feast=said)


def _belated(name: str, years: int, day: date) -> Message:
    if years <= 0:
        return msg("Congratulate {name}, whose birthday was on {day:MMMMd}.", name=name, day=day)
    return nmsg(
        "Congratulate {name}, who turned {n} on {day:MMMMd}.",
        "Congratulate {name}, who turned {n} on {day:MMMMd}.",
        years,
        name=name,
        day=day,
    )


def _last_notes(plan: Plan, relation: Relation) -> Message:
    """The latest notes about a contact, newest first."""
    lines = [line for line in relation.log if line.note and line.date.day <= plan.as_of.day][-NOTES:]
    notes = [msg("{day:yMMMd} · {note}", day=line.date.day, note=line.note) for line in reversed(lines)]
    match notes:
        case []:
            return msg("A sincere word is enough; you have no notes about them yet.")
        case [one]:
            return msg("The latest you know: {one}", one=one)
        case [one, two]:
            return msg("The latest you know: {one} | {two}", one=one, two=two)
        case _:
            return msg("The latest you know: {one} | {two} | {three}", one=notes[0], two=notes[1], three=notes[2])
