"""How many value entries still fit before an offer, on days that `suggest` and `add` would offer for them.

A day is filled from the first on: whoever writes them takes the first day that fits, and no other choice holds more.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from valuegen.check import check
from valuegen.model.entry import Entry
from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.occurrences import of_entry, on_day
from valuegen.plan.types import Plan
from valuegen.remedy.missing import GRAVE
from valuegen.remedy.row import CrowdRow, within
from valuegen.remedy.scene import Scene
from valuegen.remedy.suggest_days import Days
from valuegen.rules import client_too_often, missing_body, too_often, unapproved

Whom = tuple[tuple[str, ...], tuple[str, ...]]
"""The segments and the contacts that an entry names."""
SOON = (missing_body, unapproved)
"""Rules that say of a new entry, without a text yet, that its day is too near."""


@dataclass(frozen=True, slots=True)
class Crowd:
    """What somebody receives, of which no more than a rate may come."""

    row: CrowdRow
    rate: Rate

    def takes(self, day: int, placed: Sequence[int], move: tuple[int, int] | None) -> bool:
        """Whether one more may come on that day, beside those that were `placed` up to it, and one that has moved."""
        ends = {day, *self.row.dates(day, day + self.rate.days - 1)}
        if move and day <= move[1] < day + self.rate.days:
            ends.add(move[1])
        return all(self._count(end, placed, move) < self.rate.count for end in ends)

    def _count(self, end: int, placed: Sequence[int], move: tuple[int, int] | None) -> int:
        span = self.rate.days
        count = within(self.row.days, end, span) + within(placed, end, span)
        if move is None:
            return count
        left, came = (end - span < day <= end for day in move)
        return count - left + came


class Room:
    """The free days of a scene."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._days: Days | None = None
        self._free: dict[tuple[Whom, date], bool] = {}

    def holds(
        self,
        whom: Whom,
        first: date,
        last: date,
        most: int,
        move: tuple[int, int] | None = None,
        *,
        any_day: bool = False,
    ) -> list[date]:
        """The days, from `first` to `last`, of as many value entries as fit on them, up to `most`.

        `move`: the days (ordinals) from and to which an entry that they receive is moved, too. `any_day`: on days
        that are near, full or holidays, too, where no promise speaks against it.
        """
        plan = self._scene.plan
        start = max(first, plan.as_of.day)
        like = value_on(plan, whom, start)
        crowds = list(self._crowds(like))
        placed: list[int] = []
        for day in range(start.toordinal(), last.toordinal() + 1):
            if len(placed) >= most:
                break
            if not all(crowd.takes(day, placed, move) for crowd in crowds):
                continue
            if not (any_day or self._is_free(whom, like, day)):
                continue
            placed.append(day)
            while len(placed) < most and all(crowd.takes(day, placed, move) for crowd in crowds):
                placed.append(day)
        return [date.fromordinal(day) for day in placed]

    def _is_free(self, whom: Whom, like: Occurrence, at: int) -> bool:
        day = date.fromordinal(at)
        if (whom, day) not in self._free:
            self._free[whom, day] = self._is_open(on_day(like, day, self._scene.plan.as_of))
        return self._free[whom, day]

    def _is_open(self, there: Occurrence) -> bool:
        """Whether nothing speaks against the day itself, or finds it too near."""
        plan, policy = self._scene.plan, self._scene.policy
        if self._days is None:
            self._days = Days(plan)
        if self._days.against(there) is not None:
            return False
        alone = replace(plan, occurrences=(there,), relations={})
        return not any(found.level in GRAVE for found in check(alone, policy, SOON))

    def _crowds(self, like: Occurrence) -> Iterator[Crowd]:
        """Of the segments that it names and the clients who receive it, each row with each of its rates once."""
        scene = self._scene
        found: dict[tuple[int, Rate], Crowd] = {}
        for segment in like.segments:
            if scene.policy.level(too_often.NAME, segment) in GRAVE:
                rate = scene.plan.workspace.segments[segment].at_most
                row = scene.plan.received[segment]
                found[id(row), rate] = Crowd(scene.crowd_row(row), rate)
        if scene.policy.level(client_too_often.NAME) in GRAVE:
            for group in scene.receivers(like):
                row = scene.received(group)
                for held in client_too_often.held_of(scene.plan, group):
                    for rate in () if held.allowed else held.rates:
                        found.setdefault((id(row), rate), Crowd(scene.crowd_row(row), rate))
        yield from found.values()


def value_on(plan: Plan, whom: Whom, day: date, number: int = 0) -> Occurrence:
    """A value entry as they are added."""
    return entry_on(plan, whom, day, "industry", number)


def entry_on(plan: Plan, whom: Whom, day: date, kind: str, number: int = 0) -> Occurrence:
    """An entry as they are added: a draft, by the channels and from the person that are usual."""
    keys = {"title": "…", "slug": f"entry-to-add-{number}", "kind": kind, "ask": "…?", "date": day.isoformat()}
    names = {key: list(value) for key, value in zip(("segments", "contacts"), whom, strict=True) if value}
    (found,) = of_entry(Entry.model_validate({**keys, **names}), plan.defaults, plan.as_of)
    return found
