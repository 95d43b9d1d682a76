"""A crowd that no move of one entry mends: its move, and then what mends what that leaves: another's move, or value.

Days are proposed by what the segment's row still takes, and each is then checked with all rules over its part of the
plan. Where none holds it is known why: no day is free, or which rules speak against the first that is.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from valuegen.check import check
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.replan import moved, with_changed
from valuegen.plan.types import Plan
from valuegen.remedy.neighbours import window_of
from valuegen.remedy.others import Others
from valuegen.remedy.room import Crowd, Room, Whom, value_on
from valuegen.remedy.same import CROWDING, SHARES, Key, Move, key_of, may_stand
from valuegen.remedy.scene import Scene, moving
from valuegen.remedy.search import Search
from valuegen.remedy.suggest_ground import OF_TEXTS, part_of
from valuegen.rules import ALL
from valuegen.rules.mends import Neighbour, Step

TRIED = 3
"""So many free days are tried."""
GONE = date.max.toordinal()


@dataclass(frozen=True, slots=True)
class _Moved:
    """The part of a plan in which the entry stands on a later day; what it had before, and what is wrong then."""

    old: Occurrence
    here: Occurrence
    plan: Plan
    wanted: frozenset[Key]
    wrong: Sequence[Finding]


class Steps:
    """Looks for two steps; only for what one segment alone receives."""

    def __init__(self, scene: Scene, room: Room) -> None:
        self._scene, self._room = scene, room
        self._rules = [rule for rule in ALL if rule.NAME not in OF_TEXTS and "error" in scene.policy.levels(rule.NAME)]

    def of(self, finding: Finding, entry: Occurrence) -> Step | None:
        """The first day with which a second step mends it all; else why there is none. None: not looked for."""
        segment = finding.segment
        if finding.rule not in CROWDING or segment is None or (entry.segments, entry.contacts) != ((segment,), ()):
            return None
        part = part_of(self._scene.plan, segment)
        wanted = frozenset(map(key_of, self._errors(part))) - {key_of(finding)}
        first: Step | None = None
        for day in self._free(segment, entry):
            here = moved(part, entry, day)
            then = with_changed(part, [entry], [here])
            key = partial(key_of, plan=then, move=Move(entry, here))
            wrong = [one for one in self._errors(then) if key(one) not in wanted]
            step = self._second(_Moved(entry, here, then, wanted, wrong)) if len(wrong) == 1 else None
            if step is not None:
                return step
            first = first or Step(day, against=tuple(sorted({one.rule for one in wrong})))
        return first or Step(None)

    def _free(self, segment: str, entry: Occurrence) -> Iterator[date]:
        """The first days on which the segment's row takes the entry."""
        scene, move = self._scene, moving(self._scene.plan, entry)
        row = scene.crowd_row(scene.plan.received[segment])
        crowd = Crowd(row, scene.plan.workspace.segments[segment].at_most)
        found = 0
        for at in range(move.first, move.last + 1):
            day = date.fromordinal(at)
            if found < TRIED and crowd.takes(at, (), (move.day, GONE)) and may_stand(scene.plan, entry, day):
                found += 1
                yield day

    def _second(self, at: _Moved) -> Step | None:
        (wrong,) = at.wrong
        other = next((one for one in at.plan.occurrences if one.id == wrong.entry), None)
        if other is None or at.here.day is None or (other.segments, other.contacts) != (at.here.segments, ()):
            return None
        if wrong.rule in CROWDING and other is not at.here and other.status != "done":
            return self._another(at, wrong, other)
        if wrong.rule in SHARES and other is at.here and wrong.mend and wrong.mend.add_value:
            return self._value(at, wrong, wrong.mend.add_value)
        return None

    def _another(self, at: _Moved, wrong: Finding, other: Occurrence) -> Step | None:
        scene = Scene(at.plan, self._scene.policy, check(at.plan, self._scene.policy, self._rules))
        to = Search(scene, Others(scene), wrong, other).first()
        if to is None or other.day is None:
            return None
        there = moved(at.plan, other, to)
        if not self._holds(at, with_changed(at.plan, [other], [there]), Move(other, there)):
            return None
        return Step(at.here.day, beside=Neighbour(other, other.day, to))

    def _value(self, at: _Moved, wrong: Finding, add: int) -> Step | None:
        assert at.here.day is not None
        assert at.old.day is not None
        day = at.here.day
        whom: Whom = (at.here.segments, ())
        first = day - timedelta(days=window_of(self._scene, wrong) - 1)
        days = self._room.holds(whom, first, day, add, (at.old.day.toordinal(), day.toordinal()))
        come = [value_on(at.plan, whom, each, number) for number, each in enumerate(days)]
        is_good = len(days) == add and self._holds(at, with_changed(at.plan, [], come))
        return Step(day, days=tuple(days)) if is_good else None

    def _holds(self, at: _Moved, plan: Plan, second: Move | None = None) -> bool:
        """Whether no rule has an error that it had not, and what is to be mended is gone."""
        keys: set[Key] = set()
        for one in self._errors(plan):
            told = {key_of(one, plan, Move(at.old, at.here)), *([key_of(one, plan, second)] if second else ())}
            keys.add(next(iter(told & at.wanted), next(iter(told))))
        return keys <= at.wanted

    def _errors(self, plan: Plan) -> list[Finding]:
        return [one for one in check(plan, self._scene.policy, self._rules) if one.level == "error"]
