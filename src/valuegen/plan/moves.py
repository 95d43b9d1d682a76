"""How relations moved: from stage to stage, what each move followed, and what was lost after which silence."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from valuegen.model.log import STAGES, LogLine
from valuegen.plan.due_silences import is_touch
from valuegen.plan.stages import stage_on, stages_of
from valuegen.plan.types import Occurrence, Plan, Relation

BEFORE = 42
"""So many days before a move are looked at for what it followed."""
TOLD = frozenset({"stage", "lost", "opt-out"})
"""Lines that say how a relation stands, not that you met."""


@dataclass(frozen=True, slots=True)
class Move:
    """A client came to another stage on a day."""

    contact: str
    day: date
    before: str
    after: str

    @property
    def is_up(self) -> bool:
        """Whether they came nearer."""
        return STAGES.index(self.after) > STAGES.index(self.before)


@dataclass(frozen=True, slots=True)
class Loss:
    """A line `lost`. `touched`: the last day before it on which you were in touch; `silence`: days since, the free ones
    taken off; None: never. `borne`: the days of silence that this client bears.
    """

    line: LogLine
    touched: date | None
    silence: int | None
    borne: int

    @property
    def is_long(self) -> bool:
        """Whether the silence before it was longer than what was promised, or there was nothing else."""
        return self.silence is None or self.silence > self.borne


class Touches:
    """What reached each client; the row of those who receive the same is gathered once, when it is asked for."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._rows: dict[int, tuple[Sequence[Occurrence], Sequence[date]]] = {}

    def entries(self, contact: str, first: date, last: date) -> list[Occurrence]:
        """What they received from `first` to the day before `last`, by date."""
        row, _ = self._of(contact)
        low = bisect_left(row, first, key=_day)
        return list(row[low : bisect_left(row, last, key=_day)])

    def last_before(self, contact: str, day: date) -> date | None:
        """The last day before `day` on which something that is no broadcast reached them."""
        _, days = self._of(contact)
        at = bisect_left(days, day)
        return days[at - 1] if at else None

    def _of(self, contact: str) -> tuple[Sequence[Occurrence], Sequence[date]]:
        group = self._plan.receipts.group_of.get(contact)
        if group is None:
            return (), ()
        if id(group) not in self._rows:
            row = self._plan.receipts.of_group(group)
            days = [one.day for one in row if one.day and is_touch(self._plan, one, group.not_by)]
            self._rows[id(group)] = (row, days)
        return self._rows[id(group)]


def _day(occurrence: Occurrence) -> date:
    return occurrence.order[0]


def stage_counts(relations: Iterable[Relation], day: date) -> Counter[str]:
    """How many are at each stage, who is out or gone aside."""
    return Counter(relation.stage for relation in relations if not relation.is_out(day))


def flows(relations: Iterable[Relation], first: date, last: date) -> Counter[tuple[str, str]]:
    """How many were at which stage on `first`, and are at which on `last`, who is out by then aside."""
    there = (relation for relation in relations if not relation.is_out(last))
    return Counter((stage_on(relation, first), stage_on(relation, last)) for relation in there)


def moves_of(relation: Relation, last: date) -> Iterator[Move]:
    """The moves of a client up to `last`, in order."""
    said = [(since, stage) for since, stage in stages_of(relation) if since <= last]
    for (_, before), (day, after) in pairwise(said):
        if before != after:
            yield Move(relation.id, day, before, after)


def moves_between(relations: Mapping[str, Relation], first: date, last: date) -> list[Move]:
    """All moves of these days, both in, the newest first; of one day, in the order of the file."""
    found = (move for relation in relations.values() for move in moves_of(relation, last) if move.day >= first)
    return sorted(found, key=lambda move: -move.day.toordinal())


def lines_before(relation: Relation, day: date, span: int = BEFORE) -> list[LogLine]:
    """The lines of the log about a client in so many days up to `day`, that day too, but for those that tell stages."""
    first = day - timedelta(days=span)
    low = bisect_left(relation.log, first, key=_on)
    high = bisect_left(relation.log, day + timedelta(days=1), key=_on)
    return [line for line in relation.log[low:high] if line.what not in TOLD]


def _on(line: LogLine) -> date:
    return line.date.day


def losses(plan: Plan, touches: Touches, first: date) -> list[Loss]:
    """What was lost from `first` up to today, the newest first."""
    last = plan.as_of.day
    lines = [line for line in plan.workspace.log or () if line.what == "lost" and first <= line.date.day <= last]
    return [_loss(plan, touches, line) for line in sorted(lines, key=lambda line: -line.date.day.toordinal())]


def _loss(plan: Plan, touches: Touches, line: LogLine) -> Loss:
    relation = plan.relations.get(line.contact or "")
    if relation is None:
        return Loss(line, None, None, 0)
    day = line.date.day
    earlier = relation.log[: bisect_left(relation.log, day, key=_on)]
    heard = next((each.date.day for each in reversed(earlier) if each.what not in TOLD), None)
    days = [found for found in (heard, touches.last_before(relation.id, day)) if found]
    touched = max(days, default=None)
    silence = relation.calendar.silence(touched, day) if touched else None
    return Loss(line, touched, silence, relation.at_least)
