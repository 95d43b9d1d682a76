"""A single client gets more than they want.

# Why
Somebody in two segments gets what both receive, and what is meant for them alone as well. Each segment may be within
its limit while one person finds your name in their mail every day.

# Options
None: the limit is the client's own `cadence: {at_most: 1 per 7 days}`, else that of each of their segments. Each date
is reported once, with all the clients it concerns, but not for clients of a segment that `too-often` reports on that
date. A client's `allow` leaves them out.

# Fails
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2026-12-05, title: Una visita, contacts: [rosa], kind: conversation, channels: [visit]}  # here
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], cadence: {at_most: 1 per 7 days}}
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2026-12-10, title: Una visita, contacts: [rosa], kind: conversation, channels: [visit]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], cadence: {at_most: 1 per 7 days}}
```
"""

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.types import Plan
from valuegen.rules import too_often
from valuegen.rules.crowd import crowds_of, rates_of
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import crowd_mend, named
from valuegen.words import Message, nmsg

NAME = "client-too-often"
TRAITS = Traits("error", needs=("contacts",), reach="segments")


@dataclass(frozen=True, slots=True)
class Held:
    """Clients who receive the same and are held to the same rates. `allowed`: they have an `allow` for this rule."""

    group: Group
    contacts: tuple[str, ...]
    rates: tuple[Rate, ...]
    allowed: bool


@dataclass(frozen=True, slots=True)
class Crowded:
    """Clients who get too much on a date: the last entry that they get that day, how many, and of which rate."""

    held: Held
    last: Occurrence
    count: int
    rate: Rate

    @property
    def extra(self) -> int:
        """How many are too many."""
        return self.count - self.rate.count


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """On each date with which clients get more than a rate that they are held to."""
    position = {id: number for number, id in enumerate(plan.relations)}
    for day, concerned in reported(plan, too_often.reported(plan, policy)).items():
        open_to = [each for each in concerned if not each.held.allowed]
        if open_to:
            yield _found(day, open_to, position)
        for each in concerned:
            if each.held.allowed:  # one by one, so that each silence is seen to be used
                yield from (_found(day, [each], position, [contact]) for contact in each.held.contacts)


def reported(plan: Plan, said: Container[tuple[str, date]]) -> dict[date, list[Crowded]]:
    """By date, the clients who get too much; not where one of their segments, on that date, is `said` already."""
    found: dict[date, list[Crowded]] = {}
    for audience in plan.audiences:
        received = audience.received
        for held in held_of(plan, audience.group):
            for day, crowded in _worst(held, received):
                if not any((segment, day) in said for segment in audience.segments):
                    found.setdefault(day, []).append(crowded)
    return found


def held_of(plan: Plan, group: Group) -> Iterator[Held]:
    """A group, parted by the rates its clients are held to, and by their silences."""
    parts: dict[tuple[tuple[Rate, ...], bool], list[str]] = {}
    for id in group.contacts:
        contact = plan.relations[id].contact
        parts.setdefault((rates_of(plan, contact), NAME in contact.allow), []).append(id)
    for (rates, allowed), contacts in parts.items():
        yield Held(group, tuple(contacts), rates, allowed)


def _worst(held: Held, received: Sequence[Occurrence]) -> Iterable[tuple[date, Crowded]]:
    """Each date once, with the rate that is broken most."""
    found: dict[date, Crowded] = {}
    for rate in held.rates:
        for last, crowd in crowds_of(received, rate):
            new = Crowded(held, last, crowd.count, rate)
            if crowd.last not in found or new.extra > found[crowd.last].extra:
                found[crowd.last] = new
    return found.items()


def _found(day: date, crowded: Sequence[Crowded], position: dict[str, int], contacts: list[str] | None = None) -> Found:
    last = max((each.last for each in crowded), key=lambda last: last.order)
    worst = max(crowded, key=lambda each: each.extra)
    contacts = contacts or sorted((id for each in crowded for id in each.held.contacts), key=position.__getitem__)
    return Found(
        message=_message(contacts, day, worst),
        place=last.place,
        mend=None if last.is_history else crowd_mend(worst.extra, last),
        occurrence=last,
        contact=contacts[0] if len(contacts) == 1 else None,
        data={"received": worst.count, "limit": worst.rate.count, "days": worst.rate.days, "contacts": contacts},
    )


def _message(contacts: list[str], day: date, worst: Crowded) -> Message:
    values = {"who": named(contacts), "day": day, "count": worst.count, "limit": worst.rate.count}
    if len(contacts) == 1:
        return nmsg(
            "{who} receives {count} entries on {day} alone; the limit is {limit} a day.",
            "{who} receives {count} entries in the {n} days to {day}; the limit is {limit}.",
            worst.rate.days,
            **values,
        )
    return nmsg(
        "{who} receive up to {count} entries on {day} alone; the limit is {limit} a day.",
        "{who} receive up to {count} entries in the {n} days to {day}; the limit is {limit}.",
        worst.rate.days,
        **values,
    )
