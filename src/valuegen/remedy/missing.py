"""How much value is missing for offers to a segment: counted here alone, for all who say it.

What the segment receives is looked at, and what each of its clients does.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally
from valuegen.remedy.row import ShareRow
from valuegen.rules import client_pitch_share, pitch_share
from valuegen.rules.policy import Policy

GRAVE = ("error", "warning")


@dataclass(frozen=True, slots=True)
class Share:
    """A row whose share of pitches is limited, and the rule that says so. `group`: of clients, with their wishes."""

    rule: str
    row: ShareRow
    limit: Fraction
    group: Group | None = None

    def takes(self, pitch: Occurrence) -> bool:
        """Whether the pitch comes into the row."""
        return self.group is None or self.group.takes(pitch)

    def is_over(self, day: int) -> bool:
        """Whether a pitch on that day, or a later one because of it, is one too many."""
        return any(tally.is_over(self.limit) for _, tally in self._tallies(day, 1))

    def missing(self, day: int, offers: int) -> "Missing | None":
        """The least number of value entries, on that day, with which so many more pitches on it and those planned in
        its window would not be too many; None: none would do."""
        most = Missing(0)
        for end, tally in self._tallies(day, offers):
            needed = tally.value_needed(self.limit)
            if needed is None:
                return None
            if needed > most.value:
                later = self.row.valued(end + 1, end + self.row.window)
                span = Span(self.row.window, date.fromordinal(end), tally, later)
                most = Missing(needed, self.group is not None, span)
        return most

    def _tallies(self, day: int, offers: int) -> Iterator[tuple[int, Tally]]:
        """What the windows hold that pitches on that day come into, and in which a pitch is judged, by their ends."""
        later = self.row.pitches_from(day, day + self.row.window - 1)
        for end in sorted({*([day] if offers else ()), *(pitch.day.toordinal() for pitch in later if pitch.day)}):
            yield end, Tally(self.row.pitched(end) + offers, self.row.value(end))


@dataclass(frozen=True, slots=True)
class Span:
    """So many days up to the last one, and what they hold with the offers that are asked for.

    `later`: the value that stands in as many days after them, and that counts for none of these offers.
    """

    days: int
    last: date
    tally: Tally
    later: int = 0


@dataclass(frozen=True, slots=True)
class Missing:
    """So many value entries; `for_clients`: the segment itself would need fewer, and some of its clients need these.

    `span`: where the most are missing, the first such; it holds all that the number is counted from.
    """

    value: int
    for_clients: bool = False
    span: Span | None = None


def missing(shares: Iterable[Share], pitch: Occurrence, offers: int = 1) -> Missing | None:
    """What is missing on the day of a pitch for so many like it, and for those planned; None: nothing would do."""
    assert pitch.day is not None
    day, most = pitch.day.toordinal(), Missing(0)
    for share in shares:
        if not share.takes(pitch):
            continue
        needed = share.missing(day, offers)
        if needed is None:
            return None
        if needed.value > most.value:
            most = needed
    return most


def shares_of(plan: Plan, policy: Policy, segment: str) -> Iterator[Share]:
    """The rows that a pitch to a segment comes into, its own first."""
    options = policy.of(pitch_share.Options, pitch_share.NAME, segment)
    if policy.level(pitch_share.NAME, segment) in GRAVE:
        yield Share(pitch_share.NAME, ShareRow(plan.received.get(segment, ()), options.window, plan.prose), options.max)
    theirs = policy.of(client_pitch_share.Options, client_pitch_share.NAME)
    if policy.level(client_pitch_share.NAME) in GRAVE:
        for group in groups_in(plan, segment):
            row = ShareRow(plan.receipts.of_group(group), theirs.window, plan.prose)
            yield Share(client_pitch_share.NAME, row, theirs.max, group)


def groups_in(plan: Plan, segment: str) -> Iterator[Group]:
    """The clients of a segment, by groups of those who receive the same."""
    return (group for group in plan.receipts.groups if segment in group.segments)
