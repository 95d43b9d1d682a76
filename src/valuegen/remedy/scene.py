"""What stands before anything moves: the rows of segments and clients, what is found in them, and the errors.

Each row is made ready once, when an entry of it is first moved.
"""

from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date

from valuegen.clock import LAST
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Group, Row
from valuegen.plan.receivers import Receivers
from valuegen.plan.types import Plan
from valuegen.plan.windows import value_key
from valuegen.remedy.row import CrowdRow, ShareRow
from valuegen.remedy.same import Key, key_of
from valuegen.remedy.word_row import WordRow
from valuegen.rules import client_pitch_share, client_too_often, pitch_share, too_often
from valuegen.rules.policy import Policy

AHEAD = 365
"""So many days after its own, a later one is looked for."""


@dataclass(frozen=True, slots=True)
class Moving:
    """An entry that is about to move from `day` to one of `first` to `last` (ordinals, both in).

    `key`: what it counts as in a window, if it is value; `new_key` the same once it has moved: None where nothing
    else counts as that (one that is taken out of its repetition).
    """

    entry: Occurrence
    day: int
    first: int
    last: int
    key: object = None
    new_key: object = None

    def bad(self) -> bytearray:
        """A mark a day, none set yet."""
        return bytearray(max(0, self.last - self.first + 1))


def moving(plan: Plan, entry: Occurrence) -> Moving:
    """Where an entry may go: later, not before `as_of`."""
    assert entry.day is not None
    day = entry.day.toordinal()
    key = value_key(entry, plan.prose) if entry.is_value else None
    prose = plan.prose.get(entry.entry.slug)
    is_alone = entry.repeats and not (prose and prose.fingerprint)
    first = max(day + 1, plan.as_of.day.toordinal())
    last = min(day + AHEAD, LAST.toordinal())
    return Moving(entry, day, first, last, key, None if is_alone else key)


class Scene:
    """A plan, its policy, and all that is found in it."""

    def __init__(self, plan: Plan, policy: Policy, findings: Sequence[Finding]) -> None:
        self.plan, self.policy = plan, policy
        self.before: frozenset[Key] = frozenset(key_of(each) for each in findings if each.level == "error")
        self.notes: Mapping[str, Sequence[Finding]] = _notes(findings)
        self.sold = _by_pitch(plan, policy)
        self.client_sold = client_pitch_share.over(plan, policy)
        self.crowded = too_often.reported(plan, policy)
        self.client_reported = {
            day: [each for each in crowded if not each.held.allowed]
            for day, crowded in client_too_often.reported(plan, self.crowded).items()
        }
        self._receivers = Receivers(plan.receipts)
        self._received: dict[int, Row] = {}
        self._shares: dict[tuple[int, int], ShareRow] = {}
        self._crowds: dict[int, CrowdRow] = {}
        self._words: dict[tuple[int, int], WordRow] = {}

    def mending(self, entry: Occurrence) -> "Scene":
        """The same, in which what is found of one entry, and on its day, is to be gone too."""
        day = entry.day.isoformat() if entry.day else None
        other = copy(self)
        other.before = frozenset(key for key in self.before if key[2] not in (entry.id, day))
        return other

    def receivers(self, entry: Occurrence) -> list[Group]:
        """The groups of clients who receive an entry."""
        return self._receivers.of(entry)

    def beside(self, entry: Occurrence) -> list[Group]:
        """All groups of the segments that an entry names, whether they receive it or not."""
        return self._receivers.beside(entry)

    def received(self, group: Group) -> Row:
        """What a group of clients receives."""
        held = self._received.get(id(group))
        if held is None:
            held = self._received[id(group)] = self.plan.receipts.of_group(group)
        return held

    def share_row(self, row: Row, window: int) -> ShareRow:
        """A row, ready for windows of so many days."""
        held = self._shares.get((id(row), window))
        if held is None:
            held = self._shares[id(row), window] = ShareRow(row, window, self.plan.prose)
        return held

    def word_row(self, row: Row, window: int) -> WordRow:
        """A row, its words ready for windows of so many days."""
        held = self._words.get((id(row), window))
        if held is None:
            held = self._words[id(row), window] = WordRow(row, window, self.plan.prose)
        return held

    def crowd_row(self, row: Row) -> CrowdRow:
        """A row, ready to be counted."""
        held = self._crowds.get(id(row))
        if held is None:
            held = self._crowds[id(row)] = CrowdRow(row)
        return held

    def until(self, group: Group, entry: Occurrence) -> int:
        """The day (ordinal) from which this entry would not reach them any more."""
        wishes = [group.opted_out, group.no_pitches if entry.is_pitch else None]
        return min((wish.toordinal() for wish in wishes if wish is not None), default=date.max.toordinal())


def _notes(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    notes: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.level == "note" and finding.entry is not None:
            notes.setdefault(finding.entry, []).append(finding)
    return notes


def _by_pitch(plan: Plan, policy: Policy) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for segment, breach in pitch_share.reported(plan, policy):
        found.setdefault(breach.pitch.id, set()).add(segment)
    return found
