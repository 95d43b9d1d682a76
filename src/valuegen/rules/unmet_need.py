"""A client said what they need, and no entry answers it.

# Why
Somebody who tells you what they need has done half of your work. A need that nobody answers was heard for nothing.

# Options
`after`: for how many days a need may wait until somebody thinks of an answer. Default 30 days; a segment may have its
own.

An entry of any kind answers it by naming it in `answers`: ideas, the backlog and what slipped count, since somebody
thought of it. What is found keeps its level even in the past.

# Fails
```yaml
# content/private/needs.yaml
- {id: merma-diciembre, heard: 2026-10-12, segment: panaderias, needs: Saber cuánta harina tira.}  # here
```

# Passes
```yaml
# content/private/needs.yaml
- {id: merma-diciembre, heard: 2026-10-12, segment: panaderias, needs: Saber cuánta harina tira.}
- {id: horno-lento, heard: 2026-11-20, segment: panaderias, needs: Cocer más en menos tiempo.}
- {id: turnos-largos, heard: 2026-10-02, segment: panaderias, needs: Dormir., status: answered}
```
```yaml
# content/calendar/ideas.yaml
- title: Tres cuentas de la merma
  segments: [panaderias]
  kind: industry
  status: idea
  answers: [merma-diciembre]
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Mend
from valuegen.model.need import Need
from valuegen.model.values import read_span
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.words import msg, nmsg

NAME = "unmet-need"


@dataclass(frozen=True, slots=True)
class Options:
    """`after`: so many days a need may wait."""

    after: int = field(default=30, metadata=read_by(read_span))


TRAITS = Traits("todo", Options, keeps_level=True, needs=("needs",), of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each open need that waits too long."""
    thought_of = {need for entry in plan.workspace.entries for need in entry.answers}
    for need in (plan.workspace.needs or {}).values():
        days = (plan.as_of.day - need.heard).days
        after = policy.of(Options, NAME, need.segment).after
        if need.status == "open" and days > after and need.id not in thought_of:
            yield _found(need, days, after)


def _found(need: Need, days: int, after: int) -> Found:
    return Found(
        message=nmsg(
            "“{need}” was heard on {day}, {n} day ago, and no entry answers it.",
            "“{need}” was heard on {day}, {n} days ago, and no entry answers it.",
            days,
            need=need.id,
            day=need.heard,
        ),
        place=need.place,
        mend=Mend(
            msg(
                "Write an entry for it, or just an idea for one: `valuegen add entry --answers {need} --status idea`. "
                "If it was answered another way, or is no longer needed, "
                "say so in its `status`: `answered` or `dropped`.",
                need=need.id,
            )
        ),
        segment=need.segment,
        contact=need.sender,
        need=need.id,
        data={"days": days, "after": after},
        past=True,
    )
