"""A segment gets more than it wants.

# Why
Sip by sip: somebody who writes every day is a nuisance, however good the texts are. Each segment says how many entries
it can take in so many days, courtesy included.

# Options
None: the limit is the segment's own `cadence: {at_most: 2 per 7 days}` (3 per 7 days where it says none). Each date is
reported once, at its last entry.

# Fails
```yaml
# content/calendar/2026-12.yaml
defaults: {segments: [panaderias], kind: industry}
entries:
  - {date: 2026-12-03, title: Tres cuentas de la merma}
  - {date: 2026-12-04, title: Cómo guardar la harina}
  - {date: 2026-12-05, title: Turnos que dejan dormir}
  - {date: 2026-12-09, title: El horno en verano}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
defaults: {segments: [panaderias], kind: industry}
entries:
  - {date: 2026-12-03, title: Tres cuentas de la merma}
  - {date: 2026-12-04, title: Cómo guardar la harina}
  - {date: 2026-12-05, title: Turnos que dejan dormir}
  - {date: 2026-12-10, title: El horno en verano}
```
"""

from collections.abc import Iterator
from datetime import date

from valuegen.model.values import Rate
from valuegen.plan.cadence import Crowd
from valuegen.plan.types import Plan
from valuegen.rules.crowd import crowds_of
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import crowd_mend
from valuegen.rules.policy import OFF
from valuegen.rules.rows import rows_of
from valuegen.words import Message, nmsg

NAME = "too-often"
TRAITS = Traits("error", reach="segments", of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """On each date with which a segment gets more than its `at_most`."""
    for segment, received in rows_of(plan):
        for last, crowd in crowds_of(received, segment.at_most):
            yield Found(
                message=_message(segment.name, crowd, segment.at_most),
                place=last.place,
                mend=None if last.is_history else crowd_mend(crowd.count - segment.at_most.count, last),
                occurrence=last,
                segment=segment.id,
                data={"received": crowd.count, "limit": segment.at_most.count, "days": segment.at_most.days},
            )


def reported(plan: Plan, policy: Policy) -> frozenset[tuple[str, date]]:
    """The segments and dates of what is found, where the rule is on."""
    return frozenset(
        (segment.id, crowd.last)
        for segment, received in rows_of(plan)
        if policy.level(NAME, segment.id) != OFF
        for _, crowd in crowds_of(received, segment.at_most)
    )


def _message(name: str, crowd: Crowd, rate: Rate) -> Message:
    values = {"segment": name, "day": crowd.last, "count": crowd.count, "limit": rate.count}
    return nmsg(
        "“{segment}” receives {count} entries on {day} alone; its limit is {limit} a day.",
        "“{segment}” receives {count} entries in the {n} days to {day}; its limit is {limit}.",
        rate.days,
        **values,
    )
