"""A segment received a lot and never said a word.

# Why
A conversation has two sides. Where many entries brought no reply, no question and no need, either nothing was asked, or
it was said where they are not, or it did not matter to them.

# Options
`entries`: after how many entries silence counts. Default 6.

`window`: in how many days up to today. Default 180 days; 7 to 366.

A word is a line of the log that is a client's own doing (a `reply`, an `inquiry`, or any without `by`), or a need that
came from them or from somebody of the segment. A segment may have options of its own. What is found keeps its level
even in the past.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, rules: {nobody-answers: {entries: 2}}}  # here
```
```yaml
# content/calendar/2026-11.yaml
- {date: 2026-11-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, status: done}
- {date: 2026-11-17, title: Cómo guardar la harina, segments: [panaderias], kind: industry, status: done}
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, rules: {nobody-answers: {entries: 2}}}
```
```yaml
# content/calendar/2026-11.yaml
- {date: 2026-11-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, status: done}
- {date: 2026-11-17, title: Cómo guardar la harina, segments: [panaderias], kind: industry, status: done}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias]}
```
```yaml
# content/private/log.yaml
- {date: 2026-11-18, contact: rosa, channel: whatsapp, what: reply, note: La guarda en sacos, settled: true}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from valuegen.finding import Mend
from valuegen.model.log import THEIRS
from valuegen.model.values import Wrong, read_count
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.rows import rows_of
from valuegen.rules.share import read_window
from valuegen.words import msg, nmsg

NAME = "nobody-answers"


def read_some(text: str) -> int:
    """A whole number, 1 or more."""
    count = read_count(text)
    if count < 1:
        raise Wrong(msg("At least 1 is expected here."), msg("Write a number of entries, for example 6."))
    return count


@dataclass(frozen=True, slots=True)
class Options:
    """`entries`: so many received without a word; `window`: in so many days."""

    entries: int = field(default=6, metadata=read_by(read_some))
    window: int = field(default=180, metadata=read_by(read_window))


TRAITS = Traits(
    "todo",
    Options,
    keeps_level=True,
    gentle=False,
    needs=("contacts", "needs", "log"),
    reach="segments",
    of_segments=True,
)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each segment that received so much and said nothing."""
    today = plan.as_of.day
    spoke = _last_words(plan)
    for segment, received in rows_of(plan):
        options = policy.of(Options, NAME, segment.id)
        edge = today - timedelta(days=options.window)
        count = sum(1 for each in received if each.day is not None and edge < each.day <= today)
        if count < options.entries or spoke.get(segment.id, date.min) > edge:
            continue
        yield Found(
            message=nmsg(
                "“{segment}” received {n} entry in the {days} days to {day}, and nobody said a word.",
                "“{segment}” received {n} entries in the {days} days to {day}, and nobody said a word.",
                count,
                segment=segment.name,
                days=options.window,
                day=today,
            ),
            place=segment.place,
            mend=Mend(msg("Ask one of them in person what they need, and note down what they say.")),
            segment=segment.id,
            data={"received": count, "entries": options.entries, "window": options.window},
            past=True,
        )


def _last_words(plan: Plan) -> dict[str, date]:
    """Segment's id -> the last day, up to today, on which somebody of it said something."""
    by_contact: dict[str, date] = {}
    by_segment: dict[str, date] = {}

    def said(row: dict[str, date], id: str | None, day: date) -> None:
        if id is not None and day <= plan.as_of.day:
            row[id] = max(day, row.get(id, day))

    for line in plan.workspace.log or ():
        if line.by is None or line.what in THEIRS:
            said(by_contact, line.contact, line.date.day)
    for need in (plan.workspace.needs or {}).values():
        said(by_contact, need.sender, need.heard)
        said(by_segment, need.segment, need.heard)
    for segment, contacts in plan.members.items():
        for contact in contacts:
            if contact in by_contact:
                said(by_segment, segment, by_contact[contact])
    return by_segment
