"""At which stage clients were on a day: where they began, then what the log says of each."""

from bisect import bisect_right
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from valuegen.model.log import STAGES
from valuegen.plan.received import Group
from valuegen.plan.relation import Relation


def stages_of(relation: Relation) -> list[tuple[date, str]]:
    """From which day on they were at which stage, in order; of two lines of a day the later one holds."""
    lines = (line for line in relation.log if line.what == "stage")
    said = {line.date.day: line.stage for line in lines if line.stage}
    return [(date.min, relation.contact.stage), *said.items()]


def stage_on(relation: Relation, day: date) -> str:
    """Their stage on a day."""
    return [stage for since, stage in stages_of(relation) if since <= day][-1]


class Earlier:
    """Who has not come to a stage yet, by day and group; each group is looked through once, when it is asked for."""

    def __init__(self, relations: Mapping[str, Relation], stage: str, aside: Container[str] = ()) -> None:
        """`aside`: clients who are not counted."""
        self._relations, self._least, self._aside = relations, STAGES.index(stage), aside
        self._position = {id: number for number, id in enumerate(relations)}
        self._counts: dict[int, _Counts] = {}

    def count(self, groups: Iterable[Group], day: date) -> int:
        """How many of these groups have not come so far on a day. O(log n) a group."""
        return sum(held.counts[bisect_right(held.days, day)] for held in map(self._held, groups))

    def contacts(self, groups: Iterable[Group], day: date) -> list[str]:
        """Who they are, those aside among them, in the order of the file."""
        found = (id for group in groups for id in group.contacts if self._is_earlier(self._relations[id], day))
        return sorted(found, key=self._position.__getitem__)

    def _is_earlier(self, relation: Relation, day: date) -> bool:
        return STAGES.index(stage_on(relation, day)) < self._least

    def _held(self, group: Group) -> "_Counts":
        held = self._counts.get(id(group))
        if held is None:
            counted = (self._relations[id] for id in group.contacts if id not in self._aside)
            held = self._counts[id(group)] = _counts(counted, self._least)
        return held


@dataclass(frozen=True, slots=True)
class _Counts:
    """How many have not come so far: before the first of `days`, and from each of them on."""

    days: Sequence[date]
    counts: Sequence[int]


def _counts(relations: Iterable[Relation], least: int) -> _Counts:
    changes: dict[date, int] = {}
    for relation in relations:
        before = False
        for since, stage in stages_of(relation):
            is_earlier = STAGES.index(stage) < least
            changes[since] = changes.get(since, 0) + is_earlier - before
            before = is_earlier
    days = sorted(changes)
    return _Counts(days, [0, *accumulate(changes[day] for day in days)])
