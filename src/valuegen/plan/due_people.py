"""Reminders that come from people: answer, greet, reconnect, listen, follow-up, plan."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from valuegen.clock import each_year
from valuegen.model.log import ANSWERS, THEIRS, LogLine
from valuegen.model.need import Need
from valuegen.model.slug import slug_of
from valuegen.model.values import YearlyDate
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import link_to
from valuegen.words import Message, msg, nmsg

NEED_WAITS = timedelta(days=30)
"""So long after a need was heard, somebody is reminded to write something for it."""
BELATED = timedelta(days=7)
"""A greeting that was missed can still be given so long; after that it is let go."""
NOTES = 3
"""So many of a contact's latest notes go with a greeting."""
HELPED = frozenset({"helped", "testimonial", "lost"})


def all_due(plan: Plan) -> Iterator[Reminder]:
    """Every reminder that a relation, a need or a segment gives; none for who opted out or is gone."""
    for relation in plan.relations.values():
        if not relation.is_out(plan.as_of.day):
            yield from _answer(plan, relation)
            yield from _greet(plan, relation)
            yield from _reconnect(plan, relation)
            yield from _follow_up(plan, relation)
    answered = {need for entry in plan.workspace.entries for need in entry.answers}
    for need in (plan.workspace.needs or {}).values():
        if need.id not in answered:
            yield from _listen(plan, need)
    for segment in plan.workspace.segments:
        yield from _plan_ahead(plan, segment)


def line_id(line: LogLine) -> str:
    """What a line of the log is known by: its own words, never its place in the file."""
    parts = (
        line.date.day.isoformat(),
        str(line.date.at),
        line.what,
        line.contact or "",
        line.product or "",
        line.entry or "",
    )
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:10]


def unanswered(relation: Relation) -> LogLine | None:
    """The oldest reply or inquiry of a contact that no later line of yours follows (3-rules.md, `unanswered`)."""
    waiting: LogLine | None = None
    for line in relation.log:
        if line.what in THEIRS and not line.settled:
            waiting = waiting or line
        elif line.what in ANSWERS and line.by:
            waiting = None
    return waiting


def _answer(plan: Plan, relation: Relation) -> Iterator[Reminder]:
    line = unanswered(relation)
    if line is None or line.date.day > plan.as_of.day:
        return
    name, day = relation.contact.name, line.date.day
    yield Reminder(
        uid=f"answer.{relation.id}.{line_id(line)}",
        kind="answer",
        due=day,
        at=None,
        owner=relation.owner,
        text=msg("Answer {name}, who asked to buy on {day}.", name=name, day=day)
        if line.what == "inquiry"
        else msg("Answer {name}, who wrote to you on {day}.", name=name, day=day),
        why=msg("They said: {note}", note=line.note) if line.note else msg("Nobody has answered since."),
        contact=relation.id,
        entry=next((one.id for one in plan.occurrences if line.entry in (one.entry.slug, one.id)), None),
        channel=line.channel or relation.channel,
        link=link_to(plan, relation, line.channel or relation.channel),
    )


@dataclass(frozen=True, slots=True)
class _Feast:
    label: str
    on: YearlyDate


def _greet(plan: Plan, relation: Relation) -> Iterator[Reminder]:
    settings = plan.workspace.settings.reminders
    leap_day = (settings.leap_day.month, settings.leap_day.day)
    first, last = plan.as_of.day - BELATED, plan.as_of.day + timedelta(days=settings.horizon)
    for feast in _feasts(plan, relation):
        for day in each_year(feast.on.month, feast.on.day, first, last, leap_day):
            begun = feast.on.year is None or day.year >= feast.on.year
            if not begun or relation.is_out(day) or _greeted(relation, day, settings.greet):
                continue
            yield Reminder(
                uid=f"greet.{slug_of(feast.label) or 'date'}.{relation.id}.{day.year}",
                kind="greet",
                due=day,
                at=None,
                owner=relation.owner,
                text=_greeting(relation.contact.name, feast, day),
                why=_last_notes(relation),
                contact=relation.id,
                channel=relation.channel,
                link=link_to(plan, relation, relation.channel),
                notice=settings.greet,
            )


def _feasts(plan: Plan, relation: Relation) -> Iterator[_Feast]:
    """A contact's own dates, and those of their segments; the same one in two segments is one."""
    seen: set[tuple[str, int, int]] = set()
    of_segments = (plan.workspace.segments[segment].dates.items() for segment in relation.contact.segments)
    for label, on in chain(relation.contact.dates.items(), *of_segments):
        if (label, on.month, on.day) not in seen:
            seen.add((label, on.month, on.day))
            yield _Feast(label, on)


def _greeted(relation: Relation, day: date, notice: int) -> bool:
    """Whether somebody of yours has spoken with them about then."""
    start = day - timedelta(days=notice)
    return any(line.by and line.what in ANSWERS and start <= line.date.day <= day + BELATED for line in relation.log)


def feast_name(label: str) -> Message | str:
    """What a date is called: the names that the format knows, else the user's own."""
    known = {
        "birthday": msg("birthday"),
        "wedding": msg("wedding day"),
        "birth": msg("birth"),
        "anniversary": msg("anniversary"),
    }
    return known.get(label, label)


def _greeting(name: str, feast: _Feast, day: date) -> Message:
    years = day.year - feast.on.year if feast.on.year else 0
    if feast.label == "birthday":
        if years > 0:
            return nmsg(
                "{name} turns {n} on {day:MMMMd}.", "{name} turns {n} on {day:MMMMd}.", years, name=name, day=day
            )
        return msg("{name} has their birthday on {day:MMMMd}.", name=name, day=day)
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


def _last_notes(relation: Relation) -> Message:
    notes = [line for line in relation.log if line.note][-NOTES:]
    if not notes:
        return msg("A sincere word is enough; you have no notes about them yet.")
    said = tuple(msg("{day:short} · {note}", day=line.date.day, note=line.note) for line in reversed(notes))
    return msg("The latest you know: {notes:unit}", notes=said)


def is_touch(plan: Plan, occurrence: Occurrence) -> bool:
    """Whether it breaks a contact's silence: something by a personal or a group channel."""
    return any(plan.channel(id).reach != "broadcast" for id in occurrence.channels)


def _reconnect(plan: Plan, relation: Relation) -> Iterator[Reminder]:
    segments = (plan.workspace.segments[segment] for segment in relation.contact.segments)
    if all(segment.treatment == "broadcast" for segment in segments):
        return
    heard = [line.date.day for line in relation.log if line.date.day <= plan.as_of.day]
    written = [one.day for one in plan.received_by(relation.id) if one.day and is_touch(plan, one)]
    touches = sorted({*heard, *written})
    before = [day for day in touches if day <= plan.as_of.day]
    last = before[-1] if before else None
    due = relation.calendar.ahead(last, relation.at_least) if last else plan.as_of.day
    for day in (day for day in touches if day > plan.as_of.day):
        if day > due:
            break
        last, due = day, relation.calendar.ahead(day, relation.at_least)
    name = relation.contact.name
    yield Reminder(
        uid=f"reconnect.{relation.id}",
        kind="reconnect",
        due=due,
        at=None,
        owner=relation.owner,
        text=msg("Get in touch with {name}: just to ask how things are going.", name=name),
        why=msg("The last time was on {day}.", day=last) if last else msg("You have never been in touch."),
        contact=relation.id,
        channel=relation.channel,
        link=link_to(plan, relation, relation.channel),
    )


def _follow_up(plan: Plan, relation: Relation) -> Iterator[Reminder]:
    after = timedelta(days=plan.workspace.settings.reminders.follow_up)
    for line in relation.log:
        if line.what != "sale" or _followed(relation, line, line.date.day + after):
            continue
        product = next((one for one in plan.workspace.settings.products if one.id == line.product), None)
        name = relation.contact.name
        yield Reminder(
            uid=f"follow-up.{relation.id}.{line_id(line)}",
            kind="follow-up",
            due=line.date.day + after,
            at=None,
            owner=relation.owner,
            text=msg("Ask {name} whether “{product}” has helped.", name=name, product=product.name)
            if product
            else msg("Ask {name} whether what they bought has helped.", name=name),
            why=msg(
                "They bought it on {day}. If it helped nobody, it was only a line in your books.", day=line.date.day
            ),
            contact=relation.id,
            channel=relation.channel,
            link=link_to(plan, relation, relation.channel),
        )


def _followed(relation: Relation, sale: LogLine, due: date) -> bool:
    """Whether they said how it went, or you spoke with them when it was time to ask."""
    return any(
        (line.what in HELPED and line.date >= sale.date) or (line.what in ANSWERS and line.by and line.date.day >= due)
        for line in relation.log
    )


def _listen(plan: Plan, need: Need) -> Iterator[Reminder]:
    relation = plan.relations.get(need.sender) if need.sender else None
    if need.status != "open" or (relation and relation.is_out(plan.as_of.day)):
        return
    yield Reminder(
        uid=f"listen.{need.id}",
        kind="listen",
        due=need.heard + NEED_WAITS,
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


def _plan_ahead(plan: Plan, segment: str) -> Iterator[Reminder]:
    """On the day of the last entry ahead: from then on nothing is. Where nothing is ahead already, today."""
    ahead = [one.day for one in plan.received.get(segment, ()) if one.day and one.day >= plan.as_of.day]
    record = plan.workspace.segments[segment]
    yield Reminder(
        uid=f"plan.{segment}",
        kind="plan",
        due=ahead[-1] if ahead else plan.as_of.day,
        at=None,
        owner=plan.defaults.segments[segment].owner,
        text=msg("Plan what “{segment}” will receive next.", segment=record.name),
        why=nmsg(
            "After that day nothing is planned; you promised something at least every {n} day.",
            "After that day nothing is planned; you promised something at least every {n} days.",
            record.at_least,
        ),
        segment=segment,
        delegable=True,
    )
