"""A client wrote, and nobody answered.

# Why
A conversation has two sides. Somebody who writes to you and hears nothing has had their answer: so this is shown before
all else.

# Options
`after`: how many days an answer may take. Default 2 days.

Anything of yours to that client counts as an answer (`answer`, `message`, `call`, `coffee`, `visit`, `meeting`);
`settled: true` on a line says that it needs none. The oldest line without an answer is shown, one for each client, and
keeps its level even in the past.

# Fails
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```
```yaml
# content/private/log.yaml
- {date: 2026-11-05, contact: rosa, channel: whatsapp, what: reply, note: Preguntó por el horno}  # here
```

# Passes
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```
```yaml
# content/private/log.yaml
- {date: 2026-11-05, contact: rosa, channel: whatsapp, what: reply, note: Preguntó por el horno}
- {date: 2026-11-06, contact: rosa, channel: call, what: call, by: irene}
- {date: 2026-11-29, contact: rosa, channel: whatsapp, what: inquiry}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.model.log import LogLine
from valuegen.model.values import read_span
from valuegen.plan.due_people import unanswered
from valuegen.plan.relation import Relation
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.words import msg, nmsg

NAME = "unanswered"


@dataclass(frozen=True, slots=True)
class Options:
    """`after`: so many days may pass."""

    after: int = field(default=2, metadata=read_by(read_span))


TRAITS = Traits("todo", Options, keeps_level=True, needs=("contacts", "log"))


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At the oldest line of each client that waits for an answer too long."""
    after = policy.of(Options, NAME).after
    for relation in plan.relations.values():
        if relation.is_out(plan.as_of.day):
            continue
        line = unanswered(relation, plan.as_of.day)
        days = (plan.as_of.day - line.date.day).days if line else 0
        if line is not None and days > after:
            yield _found(relation, line, days, after)


def _found(relation: Relation, line: LogLine, days: int, after: int) -> Found:
    asks_to_buy = line.what == "inquiry"
    values = {"contact": relation.id, "day": line.date.day}
    return Found(
        message=nmsg(
            "“{contact}” asked to buy on {day}, {n} day ago, and is still waiting for an answer.",
            "“{contact}” asked to buy on {day}, {n} days ago, and is still waiting for an answer.",
            days,
            **values,
        )
        if asks_to_buy
        else nmsg(
            "“{contact}” wrote on {day}, {n} day ago, and is still waiting for an answer.",
            "“{contact}” wrote on {day}, {n} days ago, and is still waiting for an answer.",
            days,
            **values,
        ),
        place=line.place,
        mend=Mend(
            msg(
                "Answer and note it down: `valuegen add log --what answer --contact {contact}`. If it needs no answer, "
                "write `settled: true` in this line.",
                contact=relation.id,
            )
        ),
        contact=relation.id,
        data={"what": line.what, "days": days, "after": after},
        past=True,
    )
