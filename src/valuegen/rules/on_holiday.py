"""A message, a call or a meeting falls on a holiday.

# Why
On a day off a message from a firm is in the way, and nobody comes to a meeting. What is published, or sent to
everybody, may wait there until it is read.

# Options
None. It checks entries by a personal or a group channel, on public holidays of `site.country` and on `closed` days.
Holidays are known by the extra `holidays` (`pip install "valuegen[holidays]"`).

# Fails
```yaml
# valuegen.yaml
site:
  title: Taller Levadura
  url: https://levadura.example
  timezone: America/Bogota
  country: CO
  as_of: 2026-12-01
closed: [{from: 12-24, to: 01-02, why: Vacaciones}]
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-08, title: Una visita, segments: [panaderias], kind: conversation, channels: [visit]}  # here
- {date: 2026-12-24, title: ¿Qué tal el año?, segments: [panaderias], kind: conversation, channels: [whatsapp]}  # here
```

# Passes
```yaml
# valuegen.yaml
site:
  title: Taller Levadura
  url: https://levadura.example
  timezone: America/Bogota
  country: CO
  as_of: 2026-12-01
closed: [{from: 12-24, to: 01-02, why: Vacaciones}]
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-08, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, channels: [blog]}
- {date: 2026-12-09, title: Una visita, segments: [panaderias], kind: conversation, channels: [visit]}
```
"""

from collections.abc import Iterator
from datetime import date

from valuegen.clock import ONE_DAY
from valuegen.finding import Mend
from valuegen.plan.holidays import holiday_on
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import near
from valuegen.words import msg

NAME = "on-holiday"
TRAITS = Traits("note", gentle=False, reach="entry")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry by which somebody is met or written to on a day off."""
    close = {id for id, channel in plan.workspace.channels.items() if channel.reach != "broadcast"}
    for occurrence in plan.occurrences:
        if occurrence.is_planned and occurrence.day is not None and not close.isdisjoint(occurrence.channels):
            holiday = _holiday(plan, occurrence.day)
            if holiday is not None or plan.closed.is_free(occurrence.day):
                yield _found(plan, occurrence, occurrence.day, holiday)


def _holiday(plan: Plan, day: date) -> str | None:
    site = plan.workspace.settings.site
    return holiday_on(day, site.country, site.language)


def _found(plan: Plan, occurrence: Occurrence, day: date, holiday: str | None) -> Found:
    values = {"title": occurrence.entry.title, "day": day}
    after = _next_working(plan, day)
    return Found(
        message=msg("“{title}” falls on a day when you are closed, {day}.", **values)
        if holiday is None
        else msg("“{title}” falls on a holiday: {day}, {holiday}.", holiday=holiday, **values),
        place=occurrence.entry.where("date"),
        mend=Mend(
            msg(
                "If it can wait, move it: the next day that is neither a holiday nor closed is {day}.",
                day=near(after, day),
            )
        ),
        occurrence=occurrence,
        data={"holiday": holiday, "closed": plan.closed.is_free(day), "next": after.isoformat()},
    )


def _next_working(plan: Plan, day: date) -> date:
    """The first later day that is neither a holiday nor closed."""
    day = plan.closed.next_working(day + ONE_DAY)
    while _holiday(plan, day) is not None:
        day = plan.closed.next_working(day + ONE_DAY)
    return day
