"""Somebody who asked not to be written to is written to.

# Why
Whoever says “no more” says it once and for all. After that no entry names them, and no offer names those who want none;
and nobody writes to them or calls them, unless they come back by themselves.

Somebody else in the list with the same email or phone gets a warning, after a wish for no offers too: it may be the
same person under another id.

# Options
None. It can't be silenced or set below `error`. What was done in the past is a note.

# Fails
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Una visita
  contacts: [rosa]  # here
  kind: conversation
  channels: [visit]
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], opted_out: 2026-10-02}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Una visita, contacts: [rosa], kind: conversation, channels: [visit]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], no_pitches: 2026-10-02}
```
"""

from collections.abc import Iterator, Mapping
from datetime import date

from valuegen.finding import Mend
from valuegen.model.contact_ways import digits_of
from valuegen.model.log import THEIRS, LogLine
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.relation import Relation
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "opted-out"
TRAITS = Traits("error", locked=True, needs=("contacts",), reach="entry")

WRITTEN = frozenset({"message", "answer"})
CALLED = frozenset({"call"})
WRITTEN_OR_CALLED = WRITTEN | CALLED
SILENT = frozenset({"opt-out", "stage", "lost", "work", "answer"})
"""Lines without `by` with which nobody comes back."""
FEWEST, LAST = 7, 9
"""So many digits tell a phone, and so many of its last ones, whether its country is written or not."""


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry that names them against their wish, and each line of the log with which you did not heed it."""
    for occurrence in plan.occurrences:
        if occurrence.contacts and occurrence.is_planned and occurrence.day is not None:
            yield from _named(plan, occurrence, occurrence.day)
    for relation in plan.relations.values():
        if relation.opted_out is not None:
            yield from _approached(plan, relation, relation.opted_out)
    yield from _again(plan)


def _named(plan: Plan, occurrence: Occurrence, day: date) -> Iterator[Found]:
    for position, id in enumerate(occurrence.contacts):
        relation = plan.relations.get(id)
        if relation is None or id in occurrence.contacts[:position]:
            continue
        if relation.opted_out is not None and day >= relation.opted_out:
            since = relation.opted_out
            message = msg("“{contact}” asked on {since} not to be written to any more.", contact=id, since=since)
        elif occurrence.is_pitch and relation.no_pitches is not None and day >= relation.no_pitches:
            since = relation.no_pitches
            message = msg("“{contact}” asked on {since} for no more offers.", contact=id, since=since)
        else:
            continue
        yield Found(
            message=message,
            place=occurrence.entry.where("contacts", position),
            mend=Mend(_without(occurrence, id)),
            occurrence=occurrence,
            contact=id,
            data={"since": since.isoformat()},
        )


def _without(occurrence: Occurrence, id: str) -> Message:
    if set(occurrence.contacts) == {id} and not occurrence.segments:
        return msg("Remove the entry: it is only for “{contact}”.", contact=id)
    return msg("Remove “{contact}” from `contacts`.", contact=id)


def _approached(plan: Plan, relation: Relation, since: date) -> Iterator[Found]:
    # A line of the day on which they asked, but before the line that says so, was not against their wish.
    asked = next((line for line in relation.log if line.what == "opt-out" and line.date.day == since), None)
    is_asked = asked is None or _wish_is_written(relation, since, plan)
    again = _wish_is_written_later(relation, since)
    came_back = False
    for line in relation.log:
        is_asked = is_asked or line is asked
        if line.date.day < since or not is_asked:
            continue
        if again is not None and line.date.day >= again:
            came_back, again = False, None
        if line.what in THEIRS or (line.by is None and line.what not in SILENT):
            came_back = True
        elif line.what == "opt-out":
            came_back = False
        elif line.by is not None and line.what in WRITTEN_OR_CALLED and not came_back:
            yield _line(plan, relation, line, since)


def _wish_is_written(relation: Relation, since: date, plan: Plan) -> bool:
    """Whether their own field says it too, for the whole of that day."""
    wish = relation.contact.opted_out
    return (plan.as_of.day if wish is True else wish) == since


def _wish_is_written_later(relation: Relation, since: date) -> date | None:
    """The day on which they asked once more, as their own field says: whoever came back before it does not count."""
    wish = relation.contact.opted_out
    return wish if isinstance(wish, date) and wish > since else None


def _line(plan: Plan, relation: Relation, line: LogLine, since: date) -> Found:
    values = {"contact": relation.id, "day": line.date.day, "since": since}
    if line.what in CALLED:
        message = msg("On {day} somebody called “{contact}”, who had asked on {since} not to be called.", **values)
    else:
        message = msg(
            "On {day} somebody wrote to “{contact}”, who had asked on {since} not to be written to.", **values
        )
    return Found(
        message=message,
        place=line.place,
        mend=Mend(
            msg("If they had written first, note it down (`what: reply`); otherwise leave them alone from now on.")
        ),
        contact=relation.id,
        data={"since": since.isoformat()},
        past=line.date.day < plan.as_of.day,
    )


def _again(plan: Plan) -> Iterator[Found]:
    """Clients at an address of somebody who asked to be left alone: under another id they would be written to; and
    those at one of somebody who wants no offers."""
    silent = [one for one in plan.relations.values() if one.opted_out is not None]
    unpitched = [one for one in plan.relations.values() if one.no_pitches is not None and one.opted_out is None]
    left_alone, offered_nothing = _by_address(silent), _by_address(unpitched)
    for relation in plan.relations.values():
        if relation.opted_out is not None or relation.is_gone:
            continue
        other = _same(relation, left_alone)
        if other is not None:
            message = msg(
                "“{contact}” has the same address as “{other}”, who asked not to be written to.",
                contact=relation.id,
                other=other.id,
            )
            yield _twice(relation, other, message)
        elif relation.no_pitches is None and (other := _same(relation, offered_nothing)) is not None:
            values = {"contact": relation.id, "other": other.id}
            yield _twice(
                relation, other, msg("“{contact}” has the same address as “{other}”, who wants no offers.", **values)
            )


def _by_address(relations: list[Relation]) -> dict[str, Relation]:
    """Each address with whose it is; of several, the first."""
    return {address: one for one in reversed(relations) for address in _addresses(one)}


def _same(relation: Relation, others: Mapping[str, Relation]) -> Relation | None:
    return next((others[one] for one in _addresses(relation) if one in others), None)


def _twice(relation: Relation, other: Relation, message: Message) -> Found:
    return Found(
        message=message,
        place=relation.contact.place,
        mend=Mend(
            msg("If they are the same person, remove one of the two; if not, write down an address of their own.")
        ),
        contact=relation.id,
        data={"other": other.id},
        cap="warning",
    )


def _addresses(relation: Relation) -> Iterator[str]:
    """An email whatever its case and its mark (`leo+blog@`), a phone by its last digits."""
    contact = relation.contact
    if contact.email:
        box, _, host = contact.email.casefold().rpartition("@")
        yield f"{box.partition('+')[0]}@{host}"
    if contact.phone and len(digits := digits_of(contact.phone)[0]) >= FEWEST:
        yield digits[-LAST:]
