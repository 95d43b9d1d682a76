"""Reminders that come from what contacts did, by the log: answer, follow-up."""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from valuegen.model.log import ANSWERS, THEIRS, LogLine
from valuegen.plan.types import Occurrence, Plan, Relation, Reminder
from valuegen.plan.ways import own_way
from valuegen.words import msg

Entries = Mapping[str, list[Occurrence]]
HELPED = frozenset({"helped", "testimonial", "lost"})


def all_due(plan: Plan) -> Iterator[Reminder]:
    """Every reminder that a line about a contact gives."""
    entries = _by_name(plan)
    for relation in plan.relations.values():
        yield from _answer(plan, relation, entries)
        yield from _follow_up(plan, relation)


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


def unanswered(relation: Relation, today: date) -> LogLine | None:
    """The oldest reply or inquiry of a contact that no later line of yours follows (3-rules.md, `unanswered`)."""
    waiting: LogLine | None = None
    for line in relation.log:
        if line.date.day > today:
            break
        if line.what in THEIRS and not line.settled:
            waiting = waiting or line
        elif line.what in ANSWERS and line.by:
            waiting = None
    return waiting


def _answer(plan: Plan, relation: Relation, entries: Entries) -> Iterator[Reminder]:
    line = unanswered(relation, plan.as_of.day)
    if line is None:
        return
    name, day, channel = relation.contact.name, line.date.day, line.channel or own_way(plan, relation)
    yield Reminder(
        uid=f"answer.{relation.id}.{line_id(line)}",
        kind="answer",
        due=day,
        at=None,
        owner=relation.owner,
        text=msg("Answer {name}, who asked to buy on {day}.", name=name, day=day)
        if line.what == "inquiry"
        else msg("Answer {name}, who wrote to you on {day}.", name=name, day=day),
        why=msg("What you noted: {note}", note=line.note) if line.note else msg("Nobody has answered since."),
        contact=relation.id,
        entry=_entry_of(line, entries),
        channel=channel,
    )


def _by_name(plan: Plan) -> Entries:
    """The occurrences that lines of the log may name, by id and by slug."""
    named = {line.entry for line in plan.workspace.log or () if line.entry}
    found: dict[str, list[Occurrence]] = {}
    for one in plan.occurrences:
        for name in {one.id, one.entry.slug} & named:
            found.setdefault(name, []).append(one)
    return found


def _entry_of(line: LogLine, entries: Entries) -> str | None:
    """What a line belongs to: of a repetition named by its slug, the latest up to the line's day."""
    named = entries.get(line.entry or "", [])
    before = [one for one in named if one.day and one.day <= line.date.day]
    return next((one.id for one in (*reversed(before), *named)), None)


def _follow_up(plan: Plan, relation: Relation) -> Iterator[Reminder]:
    """After each sale of which nobody has said yet whether it helped; two on one day are two."""
    after = timedelta(days=plan.workspace.settings.reminders.follow_up)
    seen: Counter[str] = Counter()
    for line in relation.log:
        if line.what != "sale" or line.date.day > plan.as_of.day:
            continue
        id = line_id(line)
        seen[id] += 1
        if not _followed(relation, line, line.date.day + after):
            number = f".{seen[id]}" if seen[id] > 1 else ""
            yield _did_it_help(plan, relation, line, f"follow-up.{relation.id}.{id}{number}", line.date.day + after)


def _did_it_help(plan: Plan, relation: Relation, sale: LogLine, uid: str, due: date) -> Reminder:
    product = next((one for one in plan.workspace.settings.products if one.id == sale.product), None)
    name = relation.contact.name
    return Reminder(
        uid=uid,
        kind="follow-up",
        due=due,
        at=None,
        owner=relation.owner,
        text=msg("Ask {name} whether “{product}” has helped.", name=name, product=product.name)
        if product
        else msg("Ask {name} whether what they bought has helped.", name=name),
        why=msg("They bought it on {day}. If it helped nobody, it was only a line in your books.", day=sale.date.day),
        contact=relation.id,
        channel=own_way(plan, relation),
    )


def _followed(relation: Relation, sale: LogLine, due: date) -> bool:
    """Whether they said how it went, or you spoke with them when it was time to ask."""
    return any(
        (line.what in HELPED and line.date.day >= sale.date.day)
        or (line.what in ANSWERS and line.by and line.date.day >= due)
        for line in relation.log
    )
