"""What each channel takes and brings: minutes planned and logged, against what came back through it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from valuegen.model.log import LogLine
from valuegen.plan.types import Occurrence, Plan

OUTCOMES = ("reply", "inquiry", "sale", "referral", "helped", "meeting")
"""What counts as something that came back; the same as for `barren-channel`."""
NO_CHANNEL = ""
"""Where a line of the log names none, or one that is not known."""


@dataclass(slots=True)
class Spent:
    """One channel. `planned`: minutes of its entries up to the last day, `ahead`: of those after it; both exact.

    `echoes`: outcomes by another way whose line names an entry of this channel; they are counted there.
    """

    planned: Fraction = Fraction(0)
    ahead: Fraction = Fraction(0)
    logged: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    echoes: int = 0
    entries: list[Occurrence] = field(default_factory=list)
    """Those of the planned minutes, in their order."""

    @property
    def brought(self) -> int:
        """All outcomes together."""
        return self.outcomes.total()

    @property
    def per_hour(self) -> Fraction | None:
        """Outcomes an hour of those logged; None where no minutes were."""
        return Fraction(self.brought * 60, self.logged) if self.logged else None


def spent_by_channel(
    plan: Plan, first: date, last: date, end: date, meant: Callable[[LogLine], Occurrence | None]
) -> Mapping[str, Spent]:
    """By channel: what happened from `first` to `last`, and what is planned then and on to `end` (all in).

    `meant`: the entry that a line names. Every channel of the workspace is there, in its order, `NO_CHANNEL` last.
    """
    found = {channel: Spent() for channel in (*plan.workspace.channels, NO_CHANNEL)}
    for one in plan.occurrences:
        if one.is_planned and one.day is not None and first <= one.day <= end:
            for channel, minutes in minutes_of(plan, one):
                _add_entry(found[channel], one, minutes, one.day > last)
    for line in plan.workspace.log or ():
        if first <= line.date.day <= last:
            _add_line(found, line, meant)
    return found


def minutes_of(plan: Plan, occurrence: Occurrence) -> Iterator[tuple[str, Fraction]]:
    """An entry's minutes shared out over its channels, as theirs are to each other; equally where these have none."""
    channels = tuple(dict.fromkeys(occurrence.channels))
    weights = [plan.channel(channel).minutes for channel in channels]
    whole = sum(weights)
    for channel, weight in zip(channels, weights, strict=True):
        yield channel, occurrence.minutes * (Fraction(weight, whole) if whole else Fraction(1, len(channels)))


def _add_entry(spent: Spent, occurrence: Occurrence, minutes: Fraction, is_ahead: bool) -> None:
    spent.entries.append(occurrence)
    if is_ahead:
        spent.ahead += minutes
    else:
        spent.planned += minutes


def _add_line(found: Mapping[str, Spent], line: LogLine, meant: Callable[[LogLine], Occurrence | None]) -> None:
    channel = line.channel if line.channel in found and line.channel else NO_CHANNEL
    found[channel].logged += line.minutes or 0
    if line.what not in OUTCOMES:
        return
    found[channel].outcomes[line.what] += 1
    entry = meant(line)
    for other in dict.fromkeys(entry.channels if entry else ()):
        if other != channel:
            found[other].echoes += 1
