"""What windows say of one entry more: sooner than a check, and never stricter than it about what is not silenced.

The rows of a segment, and of the clients in it, are counted with the new entry in them: too much that sells, and too
many entries in too few days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally
from valuegen.remedy.row import CrowdRow, ShareRow, within
from valuegen.rules import client_pitch_share, client_too_often, pitch_share, too_often
from valuegen.rules.policy import Policy

GRAVE = ("error", "warning")
"""Levels that a suggestion must not bring about."""


@dataclass(frozen=True, slots=True)
class _Share:
    """A row whose share of pitches is limited, and the rule that says so. `group`: of clients, with their wishes."""

    rule: str
    row: ShareRow
    limit: Fraction
    group: Group | None = None

    def is_over(self, day: int) -> bool:
        """Whether a pitch on that day, or a later one because of it, is one too many."""
        return any(tally.is_over(self.limit) for tally in self._tallies(day))

    def missing(self, day: int) -> int | None:
        """The least number of value entries, before that day, with which it would not be; None: none would do."""
        needed = [tally.value_needed(self.limit) for tally in self._tallies(day)]
        return None if None in needed else max(number for number in needed if number is not None)

    def _tallies(self, day: int) -> Iterator[Tally]:
        """What the windows hold that a pitch on that day comes into, and in which a pitch is judged."""
        later = self.row.pitches_from(day, day + self.row.window - 1)
        for end in {day, *(pitch.day.toordinal() for pitch in later if pitch.day)}:
            yield Tally(self.row.pitched(end) + 1, self.row.value(end))


@dataclass(frozen=True, slots=True)
class _Crowd:
    """A row of which no more than a rate may come."""

    rule: str
    row: CrowdRow
    rate: Rate
    group: Group | None = None

    def is_over(self, day: int) -> bool:
        """Whether it makes too many, up to that day or up to a later one."""
        ends = {day, *self.row.dates(day, day + self.rate.days - 1)}
        return any(within(self.row.days, end, self.rate.days) + 1 > self.rate.count for end in ends)


class Rows:
    """The rows that an entry to one segment comes into. `plan` may hold no more than the clients of that segment."""

    def __init__(self, plan: Plan, policy: Policy, segment: str) -> None:
        self._shares = list(_shares(plan, policy, segment))
        self._crowds = list(_crowds(plan, policy, segment))

    def broken_by(self, occurrence: Occurrence) -> str | None:
        """The first rule of which the entry, standing there, makes an error or a warning."""
        assert occurrence.day is not None
        day = occurrence.day.toordinal()
        tried: Sequence[_Share | _Crowd] = (*(self._shares if occurrence.is_pitch else ()), *self._crowds)
        reached = (one for one in tried if one.group is None or one.group.takes(occurrence))
        return next((one.rule for one in reached if one.is_over(day)), None)

    def missing(self, pitch: Occurrence) -> int | None:
        """The least number of value entries, before it, with which no share would be too large; None: none would do."""
        assert pitch.day is not None
        day = pitch.day.toordinal()
        needed = [one.missing(day) for one in self._shares if one.group is None or one.group.takes(pitch)]
        return None if None in needed else max((number for number in needed if number is not None), default=0)


def _shares(plan: Plan, policy: Policy, segment: str) -> Iterator[_Share]:
    options = policy.of(pitch_share.Options, pitch_share.NAME, segment)
    if policy.level(pitch_share.NAME, segment) in GRAVE:
        row = ShareRow(plan.received.get(segment, ()), options.window, plan.prose)
        yield _Share(pitch_share.NAME, row, options.max)
    theirs = policy.of(client_pitch_share.Options, client_pitch_share.NAME)
    if policy.level(client_pitch_share.NAME) in GRAVE:
        for group in _groups(plan, segment):
            row = ShareRow(plan.receipts.of_group(group), theirs.window, plan.prose)
            yield _Share(client_pitch_share.NAME, row, theirs.max, group)


def _crowds(plan: Plan, policy: Policy, segment: str) -> Iterator[_Crowd]:
    if policy.level(too_often.NAME, segment) in GRAVE:
        rate = plan.workspace.segments[segment].at_most
        yield _Crowd(too_often.NAME, CrowdRow(plan.received.get(segment, ())), rate)
    if policy.level(client_too_often.NAME) in GRAVE:
        for group in _groups(plan, segment):
            row = CrowdRow(plan.receipts.of_group(group))
            for held in client_too_often.held_of(plan, group):
                if not held.allowed:
                    yield from (_Crowd(client_too_often.NAME, row, rate, group) for rate in held.rates)


def _groups(plan: Plan, segment: str) -> Iterator[Group]:
    return (group for group in plan.receipts.groups if segment in group.segments)
