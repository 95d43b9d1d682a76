"""The crowding rules, once an entry has moved: where that makes an error that was not there."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from valuegen.model.values import Rate
from valuegen.plan.occurrence import Occurrence
from valuegen.remedy.row import CrowdRow, within
from valuegen.remedy.same import Key
from valuegen.remedy.scene import Moving, Scene
from valuegen.rules import client_too_often, too_often
from valuegen.rules.client_too_often import Held
from valuegen.rules.policy import OFF


@dataclass(frozen=True, slots=True)
class Trial:
    """A row that an entry moves in: of a segment, or of clients (`held`) whose segments it names or who receive it.

    The entry is in it before it moves if `had`, and after, up to the day `until`.
    """

    row: CrowdRow
    rates: tuple[Rate, ...]
    move: Moving
    had: bool
    until: int
    segment: str | None = None
    held: Held | None = None

    def over(self, last: int, at: int) -> bool:
        """Whether there are too many in a window that ends on `last`, the entry now standing on `at`."""
        return any(self._count(last, at, rate.days) > rate.count for rate in self.rates)

    def stays(self, day: int) -> Sequence[Occurrence]:
        """The entries of a day, but for the one that moves."""
        return [each for each in self.row.on(day) if each is not self.move.entry]

    def gets(self, at: int) -> bool:
        """Whether the entry is in the row once it stands there."""
        return self.had and at < self.until

    def _count(self, last: int, at: int, days: int) -> int:
        left = self.had and last - days < self.move.day <= last
        came = self.gets(at) and last - days < at <= last
        return within(self.row.days, last, days) - left + came


class Crowds:
    """All rows that an entry moves in, as the crowding rules see them."""

    def __init__(self, scene: Scene, move: Moving, target: Key) -> None:
        self.scene, self.move, self.target = scene, move, target
        self.trials = [*_segments(scene, move), *_clients(scene, move)]
        self.touched = {id(trial.held.group) for trial in self.trials if trial.held}
        self.longest = max((rate.days for trial in self.trials for rate in trial.rates), default=0)
        self._on = self._trials_on_days()
        self._days = sorted(self._on)
        self._matter: dict[int, bool] = {}
        self._left: dict[int, bool] = {}

    def is_never_good(self) -> bool:
        """Whether the entry's old date has such an error without it, and so wherever it goes."""
        day = self.move.day
        return day in self._on and self._is_bad_when(day, self.move.last + self.longest)

    def reaches(self, day: date) -> bool:
        """Whether another date may be judged otherwise because of the move."""
        at = day.toordinal()
        return any(self._changes(trial, at) for trial in self._on.get(at, ()))

    def is_bad_on(self, at: int) -> bool:
        """Whether, the entry standing there, a date has an error that it had not, or the one to be mended."""
        if self._is_bad(at, self.trials, at):
            return True
        entered = self._between(at + 1, at + self.longest - 1)
        left = self._between(self.move.day, self.move.day + self.longest - 1)
        return any(self._is_bad_when(day, at) for day in dict.fromkeys((*left, *entered)) if day != at)

    def _trials_on_days(self) -> dict[int, list[Trial]]:
        """By day, the rows that have an entry on it. What is past has no errors."""
        first = max(self.move.day, self.scene.plan.as_of.day.toordinal())
        found: dict[int, list[Trial]] = {}
        for trial in self.trials:
            for day in trial.row.dates(first, self.move.last + self.longest):
                found.setdefault(day, []).append(trial)
        return found

    def _between(self, first: int, last: int) -> list[int]:
        return self._days[bisect_left(self._days, first) : bisect_right(self._days, last)]

    def _is_bad_when(self, day: int, at: int) -> bool:
        """The same of one other date; where the entry has only left its windows, once for all days."""
        trials = self._on[day]
        if day not in self._matter:
            self._matter[day] = self._may_be_new(day, trials) and any(self._changes(trial, day) for trial in trials)
        if not self._matter[day]:
            return False
        if day - self.longest < at <= day:
            return self._is_bad(day, trials, at)
        if day not in self._left:
            self._left[day] = self._is_bad(day, trials, at)
        return self._left[day]

    def _may_be_new(self, day: int, trials: Sequence[Trial]) -> bool:
        """Whether an error on that date would be one that was not."""
        segments = (trial.segment for trial in trials if trial.segment is not None)
        return self._is_new((client_too_often.NAME, None, _iso(day), None)) or any(
            self._is_new((too_often.NAME, segment, _iso(day), None)) for segment in segments
        )

    def _changes(self, trial: Trial, day: int) -> bool:
        """Whether a date may be judged otherwise. The last entry of the entry's own old date may be another one."""
        if day == self.move.day:
            return True
        before = any(within(trial.row.days, day, rate.days) > rate.count for rate in trial.rates)
        return trial.over(day, min(day, trial.until - 1)) != before or trial.over(day, day + 1) != before

    def _is_bad(self, day: int, trials: Sequence[Trial], at: int) -> bool:
        over = [trial for trial in trials if self._is_there(trial, day, at) and trial.over(day, at)]
        reported = set()
        for trial in over:
            if trial.segment is not None and self.scene.policy.level(too_often.NAME, trial.segment) != OFF:
                reported.add(trial.segment)
                if self._segment_is_bad(trial, day, at):
                    return True
        return self._clients_are_bad([trial for trial in over if trial.held], reported, day, at)

    def _is_there(self, trial: Trial, day: int, at: int) -> bool:
        """Whether a row has an entry on that day."""
        return bool(trial.stays(day)) or (day == at and trial.gets(at))

    def _segment_is_bad(self, trial: Trial, day: int, at: int) -> bool:
        if self.scene.policy.level(too_often.NAME, trial.segment) != "error":
            return False
        named = self.move.day if day == at else day
        if not self._is_new((too_often.NAME, trial.segment, _iso(named), None)):
            return False
        return too_often.NAME not in self._last(trial, day, at).entry.allow

    def _clients_are_bad(self, over: Sequence[Trial], reported: set[str], day: int, at: int) -> bool:
        its_own = (client_too_often.NAME, None, _iso(self.move.day), None)
        of_day = (client_too_often.NAME, None, _iso(day), None)
        if self.scene.policy.level(client_too_often.NAME) != "error" or not (
            self._is_new(of_day) or (day == at and self._is_new(its_own))
        ):
            return False
        on = date.fromordinal(day)
        open_to = [
            trial
            for trial in over
            if trial.held and not trial.held.allowed and not self._is_said(trial.held, reported, on)
        ]
        lasts = [self._last(trial, day, at) for trial in open_to]
        lasts += self._others(day)
        if not lasts or client_too_often.NAME in max(lasts, key=lambda last: last.order[1:]).entry.allow:
            return False
        is_its_own = day == at and any(trial.gets(at) for trial in open_to)
        return self._is_new(its_own if is_its_own else of_day)

    def _is_said(self, held: Held, reported: set[str], on: date) -> bool:
        """Whether `too-often` reports one of their segments; of those that the move does not touch, as it did."""
        return any(
            segment in reported or (segment not in self.move.entry.segments and (segment, on) in self.scene.crowded)
            for segment in held.group.segments
        )

    def _others(self, day: int) -> list[Occurrence]:
        """Of the clients whom the move does not touch and who are reported that day, the last entry of each."""
        reported = self.scene.client_reported.get(date.fromordinal(day), ())
        return [each.last for each in reported if id(each.held.group) not in self.touched]

    def _last(self, trial: Trial, day: int, at: int) -> Occurrence:
        """The last entry of a day; the one that moves keeps its time, and its place in the file."""
        stays = trial.stays(day)
        entry = self.move.entry
        if day == at and trial.gets(at) and (not stays or stays[-1].order[1:] < entry.order[1:]):
            return entry
        return stays[-1]

    def _is_new(self, key: Key) -> bool:
        return key == self.target or key not in self.scene.before


def _segments(scene: Scene, move: Moving) -> Iterator[Trial]:
    for segment in dict.fromkeys(move.entry.segments):
        row = scene.crowd_row(scene.plan.received[segment])
        yield Trial(row, (scene.plan.workspace.segments[segment].at_most,), move, True, move.last + 1, segment)


def _clients(scene: Scene, move: Moving) -> Iterator[Trial]:
    receivers = {id(group): group for group in scene.receivers(move.entry)}
    for group in {**{id(group): group for group in scene.beside(move.entry)}, **receivers}.values():
        row = scene.crowd_row(scene.received(group))
        for held in client_too_often.held_of(scene.plan, group):
            had = id(group) in receivers
            yield Trial(row, held.rates, move, had, scene.until(group, move.entry), None, held)


def _iso(day: int) -> str:
    return date.fromordinal(day).isoformat()
