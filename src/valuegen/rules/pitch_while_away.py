"""An offer goes out while nobody is there to answer it.

# Why
Somebody who is interested writes back the same day, or the day after. If the person behind the offer is away then, they
knock at a closed door.

# Options
None. It checks the author and `reply_to` of the offer, on its day and in the three days after it: `away` in
content/people.yaml without a `cover`.

# Fails
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: irene@levadura.example, away: [{from: 2026-12-06, to: 2026-12-20}]}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Curso de costos, segments: [panaderias], kind: pitch}  # here
```

# Passes
```yaml
# content/people.yaml
irene: {name: Irene Vidal, email: irene@levadura.example, away: [{from: 2026-12-06, to: 2026-12-20, cover: tomas}]}
tomas: {name: Tomás Rey, email: tomas@levadura.example}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Curso de costos, segments: [panaderias], kind: pitch}
```
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta

from valuegen.clock import ONE_DAY, Calendar, Rest
from valuegen.finding import Mend
from valuegen.model.person import Person
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import near
from valuegen.words import msg, nmsg

NAME = "pitch-while-away"
TRAITS = Traits("warning", reach="entry")
AFTER = timedelta(days=3)
"""So long after an offer somebody has to be there."""


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each pitch whose person is away on its day or soon after."""
    calendars = {id: _uncovered(person) for id, person in plan.workspace.people.items()}
    for each in plan.occurrences:
        if each.is_pitch and each.is_planned and each.day is not None:
            away = {id: rest for id, rest in _away(each, each.day, calendars) if rest is not None}
            if away:
                yield _found(plan, each, each.day, away, calendars)


def _uncovered(person: Person) -> Calendar:
    """When somebody is away, and nobody stands in for them."""
    return Calendar(Rest(away.first, away.last) for away in person.away if not away.cover and away.first <= away.last)


def _away(pitch: Occurrence, day: date, calendars: Mapping[str, Calendar]) -> Iterator[tuple[str, Rest | None]]:
    """Who speaks and who answers, each with the absence that the days from `day` on touch."""
    for id in dict.fromkeys((pitch.author, pitch.reply_to)):
        if id in calendars:
            yield id, _touched(calendars[id], day)


def _touched(calendar: Calendar, day: date) -> Rest | None:
    rests = (calendar.rest_on(day + ONE_DAY * days) for days in range(AFTER.days + 1))
    return next((rest for rest in rests if rest is not None), None)


def _found(
    plan: Plan, pitch: Occurrence, day: date, away: Mapping[str, Rest], calendars: Mapping[str, Calendar]
) -> Found:
    first, last = min(rest.first for rest in away.values()), max(rest.last for rest in away.values())
    back = _back(day, [calendars[id] for id in dict.fromkeys((pitch.author, pitch.reply_to)) if id in calendars])
    return Found(
        message=nmsg(
            "{who} is away from {first} to {last}, and nobody covers: who will answer about this offer?",
            "{who} are away between {first} and {last}, and nobody covers: who will answer about this offer?",
            len(away),
            who=tuple(plan.workspace.people[id].name for id in away),
            first=near(first, last),
            last=last,
        ),
        place=pitch.place,
        mend=None
        if pitch.is_past
        else Mend(msg("Name a `cover` for those days, or move the offer to {day}.", day=near(back, day))),
        occurrence=pitch,
        data={"people": list(away), "from": first.isoformat(), "to": last.isoformat(), "back": back.isoformat()},
    )


def _back(day: date, calendars: Iterable[Calendar]) -> date:
    """The first day from `day` on that, with the days after it, nobody of them is away on."""
    held = tuple(calendars)
    while True:
        touched = [rest for rest in (_touched(calendar, day) for calendar in held) if rest is not None]
        if not touched:
            return day
        day = max(rest.last for rest in touched) + ONE_DAY
