"""A segment hears nothing for longer than it should.

# Why
A client who is left alone finds somebody else. Each segment says after how many days of silence it is forgotten.

# Options
None: the limit is the segment's own `cadence: {at_least: 21 days}` (30 days where it says none). Closed days and the
segment's pauses don't count as silence. Two things are found: two neighbouring dates that lie too far apart, the later
one not past; and a segment that gets nothing from today on for that many days.

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

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from valuegen.clock import Calendar
from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.plan.cadence import Gap, days_of, gaps, silent_until
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.mends import near
from valuegen.rules.rows import rows_of
from valuegen.words import Message, msg, nmsg

NAME = "too-quiet"
TRAITS = Traits("warning", reach="segments", of_segments=True)
MOST_TOLD = 3
"""So many days to plan something on are told one by one."""


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """Silences between the dates of each segment, and ahead of today."""
    for segment, received in rows_of(plan):
        calendar = plan.calendars[segment.id]
        days = days_of(received)
        first_of = {day: next(group) for day, group in groupby(received, key=lambda each: each.day)}
        for gap in gaps(days, segment.at_least, calendar):
            if gap.last >= plan.as_of.day:
                yield Found(
                    message=_between(segment, gap),
                    place=first_of[gap.last].place,
                    mend=Mend(_mend(list(_breaks(gap, segment.at_least, calendar, plan.as_of.day)), segment, gap.last)),
                    occurrence=first_of[gap.last],
                    segment=segment.id,
                    data={"days": gap.days, "at_least": segment.at_least, "from": gap.first.isoformat()},
                )
        end = silent_until(days, plan.as_of.day, segment.at_least, calendar)
        if end is not None:
            by = _next_by(days, end, segment.at_least, calendar, plan.as_of.day)
            yield Found(
                message=_ahead(segment, end),
                place=segment.place,
                mend=Mend(msg("Plan something for them by {day}.", day=near(by, plan.as_of.day))),
                segment=segment.id,
                data={"at_least": segment.at_least, "until": end.isoformat()},
            )


def _breaks(gap: Gap, at_least: int, calendar: Calendar, today: date) -> Iterator[date]:
    """The fewest days, each as late as may be, on which an entry leaves no silence that is too long (a few of them).

    What has been silent too long already ends at the soonest today.
    """
    held = gap.first
    for _ in range(MOST_TOLD + 1):
        day = max(calendar.ahead(held, at_least), today)
        if day >= gap.last or calendar.silence(held, gap.last) <= at_least:
            return
        yield day
        held = day


def _next_by(days: Sequence[date], end: date, at_least: int, calendar: Calendar, today: date) -> date:
    """The latest day for an entry that leaves neither the days ahead empty, nor those since the last one."""
    before = bisect_left(days, today)
    if not before:
        return end
    return min(end, calendar.next_working(max(today, calendar.ahead(days[before - 1], at_least))))


def _mend(breaks: Sequence[date], segment: Segment, last: date) -> Message:
    if not breaks:
        return msg(
            "It ends today. If they got something in between, add it with `status: done`; "
            "if not, say why with `allow: {{too-quiet: …}}`."
        )
    if len(breaks) == 1:
        return msg("Plan something for them by {day}.", day=near(breaks[0], last))
    if len(breaks) > MOST_TOLD:
        return nmsg(
            "Plan something for them at least every {n} day, the first by {day}.",
            "Plan something for them at least every {n} days, the first by {day}.",
            segment.at_least,
            day=near(breaks[0], last),
        )
    shown = tuple(near(day, last) for day in breaks)
    return nmsg("Plan {n} entry for them, by {days}.", "Plan {n} entries for them, by {days}.", len(breaks), days=shown)


def _between(segment: Segment, gap: Gap) -> Message:
    values = {"segment": segment.name, "days": gap.days, "first": gap.first, "last": gap.last}
    if (gap.last - gap.first).days == gap.days:
        return msg(
            "“{segment}” receives nothing for {days} days, from {first} to {last}; its limit is {limit}.",
            limit=segment.at_least,
            **values,
        )
    return msg(
        "“{segment}” receives nothing for {days} days (not counting closed days and pauses), from {first} to "
        "{last}; its limit is {limit}.",
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
