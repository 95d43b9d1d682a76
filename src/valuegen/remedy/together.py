"""Where neither a later day nor value before it mends an offer too many: both at once.

The days are proposed by what windows hold, and each is then checked with all rules over what its segment receives.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from valuegen.check import check
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import Row
from valuegen.plan.replan import moved, with_changed
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally
from valuegen.remedy.room import Room, Whom, value_on
from valuegen.remedy.same import Key, Move, key_of, may_stand
from valuegen.remedy.scene import Scene, moving
from valuegen.remedy.suggest_ground import OF_TEXTS, part_of
from valuegen.rules import ALL, client_pitch_share, pitch_share
from valuegen.rules.mends import Both
from valuegen.rules.share import ShareOptions

TRIED = 3
"""So many days that windows propose are checked in full."""


@dataclass(frozen=True, slots=True)
class _Case:
    """Whom an offer is for, and what they receive; the segment around which all that it can touch lies."""

    segment: str
    whom: Whom
    row: Row
    options: ShareOptions


class Together:
    """Looks for later days with value before them; the part of a plan that matters to a segment is made once."""

    def __init__(self, scene: Scene, room: Room) -> None:
        self._scene, self._room = scene, room
        self._parts: dict[str, Plan] = {}

    def of(self, finding: Finding, entry: Occurrence) -> Both | None:
        """The first day that holds, of an offer to one segment alone, or to one client."""
        case = self._case(finding, entry)
        for number, (day, values) in enumerate(self._proposed(case, entry) if case else ()):
            if number == TRIED:
                break
            if case and self._holds(case, finding, entry, day, values):
                return Both(day, tuple(values))
        return None

    def _case(self, finding: Finding, entry: Occurrence) -> "_Case | None":
        scene, segment = self._scene, finding.segment
        if segment is not None and (entry.segments, entry.contacts) == ((segment,), ()):
            options: ShareOptions = scene.policy.of(pitch_share.Options, pitch_share.NAME, segment)
            return _Case(segment, ((segment,), ()), scene.plan.received[segment], options)
        if segment is None and not entry.segments and len(entry.contacts) == 1:
            (contact,) = entry.contacts
            theirs = scene.plan.relations[contact].contact.segments
            options = scene.policy.of(client_pitch_share.Options, client_pitch_share.NAME)
            row = scene.received(scene.plan.receipts.group_of[contact])
            return _Case(theirs[0], ((), (contact,)), row, options)
        return None

    def _proposed(self, case: "_Case", entry: Occurrence) -> Iterator[tuple[date, list[date]]]:
        """Days on which as much value as is missing fits before it, and the days of that."""
        move, window = moving(self._scene.plan, entry), case.options.window
        row = self._scene.share_row(case.row, window)
        for last in range(move.first, move.last + 1):
            day, first = date.fromordinal(last), last - window + 1
            add = Tally(row.pitched(last) + 1 - (first <= move.day), row.value(last)).value_needed(case.options.max)
            if add and may_stand(self._scene.plan, entry, day):
                values = self._room.holds(case.whom, date.fromordinal(max(first, 1)), day, add, (move.day, last))
                if len(values) == add:
                    yield day, values

    def _holds(self, case: "_Case", finding: Finding, entry: Occurrence, day: date, values: list[date]) -> bool:
        """Whether the finding is gone then, and no rule has an error that it had not."""
        part = self._parts.get(case.segment) or self._parts.setdefault(
            case.segment, part_of(self._scene.plan, case.segment)
        )
        here = moved(part, entry, day)
        come = [value_on(part, case.whom, each, number) for number, each in enumerate(values)]
        before = self._errors(part)
        then = self._errors(with_changed(part, [entry], [here, *come]), Move(entry, here))
        return then <= before - {key_of(finding)}

    def _errors(self, plan: Plan, move: Move | None = None) -> frozenset[Key]:
        levels = self._scene.policy.levels
        rules = [rule for rule in ALL if rule.NAME not in OF_TEXTS and "error" in levels(rule.NAME)]
        found = check(plan, self._scene.policy, rules)
        key = partial(key_of, plan=plan, move=move) if move else key_of
        return frozenset(key(each) for each in found if each.level == "error")
