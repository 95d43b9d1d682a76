"""A segment can never be offered anything: its limits leave no room for it.

# Why
A small share of what a segment receives may sell. Where it may receive so little that even one offer is more than that
share, the promise is kept by accident: it is better to know it, and to decide.

# Options
None. It puts together the segment's `cadence: {at_most: 1 per 30 days}` and its `pitch-share`: so many entries fit
into the window, at most, and one of them has to be within `max`. A `max` of 0% is taken as meant.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, cadence: {at_least: 40 days, at_most: 1 per 30 days}}  # here
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, cadence: {at_least: 40 days, at_most: 2 per 30 days}}
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from valuegen.finding import Mend
from valuegen.model.segment import Segment
from valuegen.model.values import Rate
from valuegen.plan.types import Plan
from valuegen.rules import pitch_share
from valuegen.rules.found import Found, Policy, Traits
from valuegen.rules.share import HIGHEST, LONGEST
from valuegen.words import Message, msg, nmsg

NAME = "pitch-unreachable"
TRAITS = Traits("note", of_segments=True)


@dataclass(frozen=True, slots=True)
class Room:
    """How many entries fit into a window, at most, and how many it takes for one pitch to be within the limit."""

    rate: Rate
    window: int
    limit: Fraction

    @property
    def spells(self) -> int:
        """How many of the rate's spans a window can touch: on the first day of each all its entries may stand."""
        return ceil(self.window / self.rate.days)

    @property
    def most(self) -> int:
        """The most entries in a window."""
        return self.rate.count * self.spells

    @property
    def needed(self) -> int:
        """The least number of entries of which one may be a pitch."""
        return ceil(1 / self.limit)

    @property
    def rate_needed(self) -> int:
        """The least number of entries a span with which there is room."""
        return ceil(self.needed / self.spells)

    @property
    def window_needed(self) -> int | None:
        """The least window with which there is room; None where no window may be so long."""
        days = (ceil(self.needed / self.rate.count) - 1) * self.rate.days + 1
        return days if days <= LONGEST else None

    @property
    def limit_needed(self) -> Fraction | None:
        """The least whole percentage with which there is room; None where no limit may be so high."""
        share = Fraction(ceil(Fraction(100, self.most)), 100)
        return share if share <= HIGHEST else None


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each segment that may receive less than it takes for one pitch."""
    for segment in plan.workspace.segments.values():
        options = policy.of(pitch_share.Options, pitch_share.NAME, segment.id)
        if options.max:
            room = Room(segment.at_most, options.window, options.max)
            if room.most < room.needed:
                yield _found(segment, room)


def _found(segment: Segment, room: Room) -> Found:
    values = {"segment": segment.name, "days": room.window, "limit": room.limit, "needed": room.needed}
    return Found(
        message=nmsg(
            "No offer to “{segment}” can stay within its limit ({limit}): it takes {needed} entries in {days} "
            "days, and at most {n} fits.",
            "No offer to “{segment}” can stay within its limit ({limit}): it takes {needed} entries in {days} "
            "days, and at most {n} fit.",
            room.most,
            **values,
        ),
        place=segment.place,
        mend=Mend(msg("Any of these would make room for one: {ways:or}.", ways=tuple(_ways(room)))),
        segment=segment.id,
        data={
            "most": room.most,
            "needed": room.needed,
            "at_most": [room.rate_needed, room.rate.days],
            "window": room.window_needed,
            "max": str(room.limit_needed) if room.limit_needed else None,
        },
    )


def _ways(room: Room) -> Iterator[Message]:
    yield msg("`at_most: {count} per {days} days`", count=room.rate_needed, days=room.rate.days)
    if room.window_needed:
        yield msg("a `window` of {days} days", days=room.window_needed)
    if room.limit_needed:
        yield msg("a `max` of {limit}", limit=room.limit_needed)
