"""What windows say of one entry more: sooner than a check, and never stricter than it about what is not silenced.

The rows of a segment, and of the clients in it, are counted with the new entry in them: too much that sells, and too
many entries in too few days.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.types import Plan
from valuegen.remedy.missing import GRAVE, Missing, Share, groups_in, missing, shares_of
from valuegen.remedy.row import CrowdRow, within
from valuegen.rules import client_too_often, too_often
from valuegen.rules.policy import Policy


@dataclass(frozen=True, slots=True)
class _Crowd:
    """A row of which no more than a rate may come."""

    rule: str
    row: CrowdRow
    rate: Rate
    group: Group | None = None

    def takes(self, entry: Occurrence) -> bool:
        """Whether the entry comes into the row."""
        return self.group is None or self.group.takes(entry)

    def is_over(self, day: int) -> bool:
        """Whether it makes too many, up to that day or up to a later one."""
        ends = {day, *self.row.dates(day, day + self.rate.days - 1)}
        return any(within(self.row.days, end, self.rate.days) + 1 > self.rate.count for end in ends)


class Rows:
    """The rows that an entry to one segment comes into. `plan` may hold no more than the clients of that segment."""

    def __init__(self, plan: Plan, policy: Policy, segment: str) -> None:
        self._shares = list(shares_of(plan, policy, segment))
        self._crowds = list(_crowds(plan, policy, segment))

    def broken_by(self, occurrence: Occurrence, *, lifted: bool = False) -> str | None:
        """The first rule of which the entry, standing there, makes an error or a warning; `lifted`: but for shares."""
        assert occurrence.day is not None
        day = occurrence.day.toordinal()
        tried: Sequence[Share | _Crowd] = (
            *(self._shares if occurrence.is_pitch and not lifted else ()),
            *self._crowds,
        )
        return next((one.rule for one in tried if one.takes(occurrence) and one.is_over(day)), None)

    def missing(self, pitch: Occurrence) -> Missing | None:
        """How much value is missing for it on its day."""
        return missing(self._shares, pitch)


def _crowds(plan: Plan, policy: Policy, segment: str) -> Iterator[_Crowd]:
    if policy.level(too_often.NAME, segment) in GRAVE:
        rate = plan.workspace.segments[segment].at_most
        yield _Crowd(too_often.NAME, CrowdRow(plan.received.get(segment, ())), rate)
    if policy.level(client_too_often.NAME) in GRAVE:
        for group in groups_in(plan, segment):
            row = CrowdRow(plan.receipts.of_group(group))
            for held in client_too_often.held_of(plan, group):
                if not held.allowed:
                    yield from (_Crowd(client_too_often.NAME, row, rate, group) for rate in held.rates)
