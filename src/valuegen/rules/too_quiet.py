"""A segment hears nothing for longer than it should.

# Why
Who is left alone finds somebody else. Each segment says after how many days of silence it is forgotten.

# Options
None: the limit is the segment's own `cadence: {at_least: 21 days}` (30 days where it says none). Closed days and the
segment's pauses are no silence. Two things are found: two neighbouring dates that lie too far apart, the later one not
past; and a segment that gets nothing from today on for that many days.

# Fails
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2027-01-10, title: Cómo guardar la harina, segments: [panaderias], kind: industry}  # here
```

# Passes
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry}
- {date: 2027-01-02, title: Cómo guardar la harina, segments: [panaderias], kind: industry}
```
"""

from collections.abc import Iterator
from datetime import date
from itertools import groupby

from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.plan.cadence import Gap, days_of, gaps, silent_until
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import near
from valuegen.rules.rows import rows_of
from valuegen.words import Message, msg, nmsg

NAME = "too-quiet"
TRAITS = Traits("warning", reach="segments")


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """Silences between the dates of each segment, and ahead of today."""
    for segment, received in rows_of(plan):
        calendar = plan.calendars[segment.id]
        days = days_of(received)
        first_of = {day: next(group) for day, group in groupby(received, key=lambda each: each.day)}
        for gap in gaps(days, segment.at_least, calendar):
            if gap.last >= plan.as_of.day:
                until = max(calendar.ahead(gap.first, segment.at_least), plan.as_of.day)
                yield Found(
                    message=_between(segment, gap),
                    place=first_of[gap.last].place,
                    mend=Mend(msg("Plan something for them by {day}.", day=near(until, gap.last))),
                    occurrence=first_of[gap.last],
                    segment=segment.id,
                    data={"days": gap.days, "at_least": segment.at_least, "from": gap.first.isoformat()},
                )
        end = silent_until(days, plan.as_of.day, segment.at_least, calendar)
        if end is not None:
            yield Found(
                message=_ahead(segment, end),
                place=segment.place,
                mend=Mend(msg("Plan something for them by {day}.", day=near(end, plan.as_of.day))),
                segment=segment.id,
                data={"at_least": segment.at_least, "until": end.isoformat()},
            )


def _between(segment: Segment, gap: Gap) -> Message:
    values = {"segment": segment.name, "days": gap.days, "first": gap.first, "last": gap.last}
    if (gap.last - gap.first).days == gap.days:
        return msg(
            "“{segment}” receives nothing for {days} days, from {first} to {last}; its limit is {limit}.",
            limit=segment.at_least,
            **values,
        )
    return msg(
        "“{segment}” receives nothing for {days} days (closed days and pauses aside), from {first} to {last}; "
        "its limit is {limit}.",
        limit=segment.at_least,
        **values,
    )


def _ahead(segment: Segment, end: date) -> Message:
    return nmsg(
        "Nothing is planned for “{segment}” up to {day}; its limit is {n} day of silence.",
        "Nothing is planned for “{segment}” up to {day}; its limit is {n} days of silence.",
        segment.at_least,
        segment=segment.name,
        day=end,
    )
