"""A segment that is to be treated personally hears from you only by broadcast.

# Why
Followers are not clients. Somebody who was promised personal treatment, and finds you only on a page, in a newsletter
or on a network, is one of a crowd.

# Options
`window`: within how many days of today, before and after. Default 90 days; 7 to 366. A segment may have its own.

One entry by a personal or a group channel is enough, planned or done.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, treatment: personal, channels: [blog, whatsapp, visit]}  # here
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, channels: [blog]}
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, treatment: personal, channels: [blog, whatsapp, visit]}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas de la merma, segments: [panaderias], kind: industry, channels: [blog]}
- {date: 2026-12-10, title: Una visita, segments: [panaderias], kind: conversation, channels: [visit]}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from valuegen.clock import LAST
from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits, read_by
from valuegen.rules.mends import near
from valuegen.rules.rows import rows_of
from valuegen.rules.share import read_window
from valuegen.words import Message, msg, nmsg

NAME = "broadcast-only"


@dataclass(frozen=True, slots=True)
class Options:
    """`window`: so many days before today and after it."""

    window: int = field(default=90, metadata=read_by(read_window))


TRAITS = Traits("warning", Options, reach="segments", of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each segment of personal treatment that gets nothing but broadcast."""
    today = plan.as_of.day
    for segment, received in rows_of(plan):
        if segment.treatment != "personal":
            continue
        window = policy.of(Options, NAME, segment.id).window
        near_today = [each for each in received if each.day is not None and abs((each.day - today).days) <= window]
        channels = {channel for each in near_today for channel in each.channels}
        if near_today and all(plan.channel(channel).reach == "broadcast" for channel in channels):
            yield Found(
                message=nmsg(
                    "“{segment}” is to be treated personally, but the only entry within {days} days of {day} is "
                    "broadcast.",
                    "“{segment}” is to be treated personally, but the {n} entries within {days} days of {day} "
                    "are all broadcast.",
                    len(near_today),
                    segment=segment.name,
                    days=window,
                    day=today,
                ),
                place=segment.place,
                mend=Mend(_mend(plan, segment, window)),
                segment=segment.id,
                data={"entries": len(near_today), "window": window, "channels": sorted(channels)},
            )


def _mend(plan: Plan, segment: Segment, window: int) -> Message:
    """Where they are and a person speaks to them; by when it would still count."""
    today = plan.as_of.day
    last = near(min(today + timedelta(days=window), LAST), today)
    known = plan.workspace.channels
    theirs = [id for id in segment.channels if id in known and known[id].reach != "broadcast"]
    if theirs:
        names = tuple(msg("“{channel}”", channel=channel) for channel in theirs)
        return msg("Plan something for them by {channels:or}, by {day} at the latest.", channels=names, day=last)
    return msg(
        "Plan something for them by a channel on which a person speaks (a call, a visit, WhatsApp), by {day} at "
        "the latest.",
        day=last,
    )
