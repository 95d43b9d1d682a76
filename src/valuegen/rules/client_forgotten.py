"""A client has heard nothing from a person for a long time.

# Why
A client who is left alone finds somebody else. A page that everybody can read is not company: what counts is a word
with you, or an invitation to something.

# Options
`after`: after how many days a client is forgotten. Default 90 days. Closed days and pauses (their own, and those of
their segments) lengthen it.

What counts is every line of the log about them, and every entry that they received by a personal or a group channel.
Clients who opted out or are gone are left out, and so are those of broadcast segments alone. What is found keeps its
level even in the past.

# Fails
```yaml
# content/private/contacts.yaml
- id: rosa  # here
  name: Rosa Díaz
  segments: [panaderias]
```
```yaml
# content/private/log.yaml
- {date: 2026-09-02, contact: rosa, by: irene, channel: visit, what: visit}
```

# Passes
```yaml
# content/private/contacts.yaml
- id: rosa
  name: Rosa Díaz
  segments: [panaderias]
```
```yaml
# content/private/log.yaml
- {date: 2026-09-03, contact: rosa, by: irene, channel: visit, what: visit}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from valuegen.finding import Mend
from valuegen.model.values import read_span
from valuegen.plan.cadence import silent_since
from valuegen.plan.received import Group
from valuegen.plan.types import Plan, Relation
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.words import Message, msg, nmsg

NAME = "client-forgotten"


@dataclass(frozen=True, slots=True)
class Options:
    """`after`: so many days of silence."""

    after: int = field(default=90, metadata=read_by(read_span))


TRAITS = Traits("todo", Options, keeps_level=True, needs=("contacts", "log"), reach="plan")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each client with whom nobody was in touch for so long."""
    after, today = policy.of(Options, NAME).after, plan.as_of.day
    received: dict[int, list[date]] = {}  # by group: those of one receive the same
    for relation in plan.relations.values():
        if relation.is_out(today) or not _is_close(plan, relation):
            continue
        lines = [line.date.day for line in relation.log if line.date.day <= today]
        if silent_since(lines, today, after, relation.calendar) is None:
            continue
        group = plan.receipts.group_of.get(relation.id)
        if group is not None and id(group) not in received:
            received[id(group)] = _touches(plan, group)
        touches = received[id(group)] if group is not None else []
        if silent_since(touches, today, after, relation.calendar) is not None:
            yield _found(plan, relation, max([*lines[-1:], *touches[-1:]], default=None), after)


def _is_close(plan: Plan, relation: Relation) -> bool:
    """Whether they are of a segment whose treatment is not broadcast."""
    segments = plan.workspace.segments
    return any(segments[id].treatment != "broadcast" for id in relation.contact.segments if id in segments)


def _touches(plan: Plan, group: Group) -> list[date]:
    """The days, up to today, on which a group receives something by a personal or group channel that they bear."""
    close = {id for id, channel in plan.workspace.channels.items() if channel.reach != "broadcast"} - group.not_by
    row = plan.receipts.of_group(group)
    return [each.day for each in row if each.day and each.day <= plan.as_of.day and not close.isdisjoint(each.channels)]


def _found(plan: Plan, relation: Relation, last: date | None, after: int) -> Found:
    days = (plan.as_of.day - last).days if last else None
    return Found(
        message=msg("There is no record yet of anybody being in touch with “{contact}”.", contact=relation.id)
        if last is None
        else nmsg(
            "Nobody has been in touch with “{contact}” since {day}, {n} day ago.",
            "Nobody has been in touch with “{contact}” since {day}, {n} days ago.",
            days or 0,
            contact=relation.id,
            day=last,
        ),
        place=relation.contact.place,
        mend=Mend(_mend(relation.id, last)),
        contact=relation.id,
        data={"days": days, "after": after},
        past=True,
    )


def _mend(contact: str, last: date | None) -> Message:
    if last is None:
        return msg(
            "If you have spoken lately, note it down: `valuegen add log --contact {contact}`. If not, write or call, "
            "just to ask how things are going.",
            contact=contact,
        )
    return msg(
        "Write or call, just to ask how things are going, and note it down: `valuegen add log --contact {contact}`.",
        contact=contact,
    )
