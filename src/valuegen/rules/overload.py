"""A week holds more work than a person has time for.

# Why
Time is the hidden cost. What does not fit into a week is done in a hurry, or not at all, and a promise to somebody is
broken.

# Options
None. A person's limit is their `minutes_per_week`; without one they are left out. Weeks go from Monday to Sunday; this
week counts, past ones don't. The minutes of an entry (its own, or those of its channels) are its author's.

# Fails
```yaml
# content/people.yaml
irene:
  name: Irene Vidal
  email: irene@levadura.example
  minutes_per_week: 100  # here
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-07, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, minutes: 60}
- {date: 2026-12-13, title: Cómo guardar la harina, segments: [panaderias], kind: industry, minutes: 50}
```

# Passes
```yaml
# content/people.yaml
irene:
  name: Irene Vidal
  email: irene@levadura.example
  minutes_per_week: 100
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-07, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, minutes: 60}
- {date: 2026-12-14, title: Cómo guardar la harina, segments: [panaderias], kind: industry, minutes: 50}
```
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from valuegen.finding import Mend
from valuegen.model.person import Person
from valuegen.plan.load import weeks_of
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg, nmsg

NAME = "overload"
TRAITS = Traits("warning", gentle=False, reach="plan")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each person, for each week that is too much for them."""
    for (author, monday), row in weeks_of(plan.occurrences).items():
        person = plan.workspace.people.get(author)
        if person is None or person.minutes_per_week is None or monday + timedelta(days=6) < plan.as_of.day:
            continue
        minutes = sum(each.minutes for each in row)
        if minutes > person.minutes_per_week:
            yield _found(plan, person, monday, row, minutes)


def _found(plan: Plan, person: Person, monday: date, row: Sequence[Occurrence], minutes: int) -> Found:
    limit = person.minutes_per_week or 0
    return Found(
        message=msg(
            "“{name}” has {minutes} minutes planned in the week from {monday} to {sunday}; the limit is {limit}.",
            monday=monday,
            sunday=monday + timedelta(days=6),
            name=person.name,
            minutes=minutes,
            limit=limit,
        ),
        place=person.where("minutes_per_week"),
        mend=Mend(_mend([each for each in row if not each.is_past], minutes - limit)),
        data={"person": person.id, "week": monday.isoformat(), "minutes": minutes, "limit": limit},
    )


def _mend(row: Sequence[Occurrence], over: int) -> Message:
    """How much has to go; and the shortest entry, if there is one, that is enough."""
    enough = min(
        (each for each in row if each.minutes >= over), key=lambda each: (each.minutes, each.order), default=None
    )
    if enough is None:
        return nmsg("Move or cut {n} minute of work.", "Move or cut {n} minutes of work.", over)
    return nmsg(
        "Move or cut {n} minute of work: “{title}” ({day:MMMMd}) alone is enough.",
        "Move or cut {n} minutes of work: “{title}” ({day:MMMMd}) alone is enough.",
        over,
        title=enough.entry.title,
        day=enough.day,
    )
