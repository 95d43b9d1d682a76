"""A client gets greetings, and nothing else.

# Why
Courtesy is warm, but it is not enough by itself. Somebody who hears from you on their birthday, and never when
something would help them, knows that they are on a list.

# Options
`window`: in how many days up to today. Default 180 days; 7 to 366.

It reports a client with a date in them (their own, or one of their segment's) or a courtesy that they received, and
neither an entry of value that reached them nor a line about them in the log.

# Fails
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], dates: {birthday: 1980-10-20}}  # here
```

# Passes
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], dates: {birthday: 1980-10-20}}
```
```yaml
# content/private/log.yaml
- {date: 2026-10-20, contact: rosa, by: irene, what: call}
```
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import chain

from valuegen.clock import each_year
from valuegen.finding import Mend
from valuegen.model.values import YearlyDate
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.relation import Relation
from valuegen.plan.types import Plan
from valuegen.plan.windows import in_window
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.share import read_window
from valuegen.words import msg

NAME = "courtesy-alone"


@dataclass(frozen=True, slots=True)
class Options:
    """`window`: in so many days up to today."""

    window: int = field(default=180, metadata=read_by(read_window))


TRAITS = Traits("todo", Options, needs=("contacts", "log"), reach="plan")


@dataclass(frozen=True, slots=True)
class Span:
    """The days from `first` to `last`, both in."""

    first: date
    last: date
    leap_day: tuple[int, int]

    def holds(self, on: YearlyDate) -> bool:
        """Whether a yearly date falls into it; one with a year is kept from that year on."""
        begin = on.on(on.year, self.leap_day) if on.year is not None else self.first
        return any(day >= begin for day in each_year(on.month, on.day, self.first, self.last, self.leap_day))


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each client who got courtesy, and neither value nor a word."""
    window = policy.of(Options, NAME).window
    span = _span(plan, window)
    feasts = {id: any(map(span.holds, one.dates.values())) for id, one in plan.workspace.segments.items()}
    for audience in plan.audiences:
        received = in_window(audience.received, plan.as_of.day, window)
        if any(each.is_value for each in received):
            continue
        for id in audience.contacts:
            relation = plan.relations[id]
            is_spoken_with = any(span.first <= line.date.day <= span.last for line in relation.log)
            if not (is_spoken_with or relation.is_out(plan.as_of.day)) and _is_greeted(
                relation, received, span, feasts
            ):
                yield _found(relation, window)


def _span(plan: Plan, window: int) -> Span:
    leap_day = plan.workspace.settings.reminders.leap_day
    first = plan.as_of.day - timedelta(days=window - 1)
    return Span(first, plan.as_of.day, (leap_day.month, leap_day.day))


def _is_greeted(relation: Relation, received: Sequence[Occurrence], span: Span, feasts: dict[str, bool]) -> bool:
    """Whether a date of theirs, or an entry of courtesy, is in the span."""
    if any(each.kind == "courtesy" for each in received):
        return True
    theirs = (feasts.get(segment, False) for segment in relation.contact.segments)
    return any(chain(theirs, map(span.holds, relation.contact.dates.values())))


def _found(relation: Relation, window: int) -> Found:
    return Found(
        message=msg(
            "In the last {days} days “{contact}” has only had greetings: nothing that helps, and no conversation.",
            contact=relation.id,
            days=window,
        ),
        place=relation.contact.place,
        mend=Mend(
            msg(
                "Call or visit them and note it down (`valuegen add log --contact {contact}`), or write something that "
                "helps them.",
                contact=relation.id,
            )
        ),
        contact=relation.id,
        data={"window": window},
    )
