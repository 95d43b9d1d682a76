"""A machine speaks where a person should.

# Why
Nothing is ever sent by the program: it reminds a person, and gives them the words. An automatic message to somebody you
have a relationship with says that nobody was there.

# Options
None. It is an error for a segment of personal treatment, and no more than a warning for any other. Each entry is
reported once, for the segment where it matters most.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, treatment: personal}
```
```yaml
# content/calendar/2026-12.yaml
- date: 2026-12-03
  title: Gracias por escribir
  segments: [panaderias]
  kind: conversation
  channels: [whatsapp, autoresponder]  # here
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, treatment: personal}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Gracias por escribir, segments: [panaderias], kind: conversation, channels: [whatsapp]}
```
"""

from collections.abc import Iterator

from valuegen.finding import LEVELS, Level, Mend
from valuegen.model.segment import Segment
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.policy import OFF
from valuegen.words import msg

NAME = "automated"
TRAITS = Traits("error", reach="entry", of_segments=True)
MOST: Level = "warning"
"""The level on segments of another treatment, at most."""


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry on an automated channel."""
    automated = {id for id, channel in plan.workspace.channels.items() if channel.automated}
    for occurrence in plan.occurrences:
        found = [channel for channel in occurrence.channels if channel in automated]
        if found and occurrence.is_planned:
            yield _found(occurrence, found[0], _weighs_most(plan, policy, occurrence))


def _weighs_most(plan: Plan, policy: Policy, occurrence: Occurrence) -> Segment | None:
    """Of its segments the first on which it is gravest; None: it names single clients alone."""
    order = (*LEVELS, OFF)

    def gravity(segment: Segment) -> int:
        level = order.index(policy.level(NAME, segment.id))
        return level if segment.treatment == "personal" else max(level, order.index(MOST))

    known = plan.workspace.segments
    return min((known[id] for id in occurrence.segments if id in known), key=gravity, default=None)


def _found(occurrence: Occurrence, channel: str, segment: Segment | None) -> Found:
    is_personal = segment is not None and segment.treatment == "personal"
    values = {"title": occurrence.entry.title, "channel": channel}
    written = occurrence.entry.channels
    return Found(
        message=msg(
            "“{title}” goes out by “{channel}”, where no person writes, but “{segment}” expect to hear from a person.",
            segment=segment.name,
            **values,
        )
        if segment is not None and is_personal
        else msg("“{title}” goes out by “{channel}”, where no person writes.", **values),
        place=occurrence.entry.where("channels", written.index(channel) if channel in written else 0),
        mend=Mend(msg("Remove “{channel}”, and have a person say it by a channel of their own.", channel=channel)),
        occurrence=occurrence,
        segment=segment.id if segment else None,
        data={"channel": channel, "personal": is_personal},
        cap=None if is_personal else MOST,
    )
