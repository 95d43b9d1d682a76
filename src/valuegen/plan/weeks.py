"""The weeks of each of the team: what is planned and logged, their time, when they are away or stand in for others."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from valuegen.model.log import LogLine
from valuegen.model.person import Person
from valuegen.plan.load import monday_of, weeks_of
from valuegen.plan.types import Occurrence, Plan

WEEK = timedelta(days=7)
SUNDAY = timedelta(days=6)


@dataclass(frozen=True, slots=True)
class Week:
    """A week of one person, from Monday to Sunday. `limit` None: not said.

    `away`: how many of its days they are away; `covers`: for whom they stand in on some day of it.
    """

    monday: date
    entries: Sequence[Occurrence]
    logged: int
    limit: int | None
    away: int
    covers: tuple[str, ...]

    @property
    def planned(self) -> int:
        """Minutes of its entries."""
        return sum(one.minutes for one in self.entries)

    @property
    def is_over(self) -> bool:
        """Whether more is planned than there is time for."""
        return self.limit is not None and self.planned > self.limit


class Loads:
    """The weeks of a whole team; made in one pass over the plan and the log, asked by person."""

    def __init__(self, plan: Plan) -> None:
        self._people = plan.workspace.people
        self._entries = weeks_of(plan.occurrences)
        self._logged = logged_by_week(plan.workspace.log or (), plan.as_of.day)
        self._covers: dict[str, list[tuple[Person, date, date]]] = {}
        for person in self._people.values():
            for away in person.away:
                if away.cover:
                    self._covers.setdefault(away.cover, []).append((person, away.first, away.last))

    def weeks(self, id: str, first: date, last: date) -> list[Week]:
        """Every week of a person from that of `first` to that of `last`, both in."""
        return [self._week(self._people[id], monday) for monday in mondays(first, last)]

    def _week(self, person: Person, monday: date) -> Week:
        return Week(
            monday=monday,
            entries=self._entries.get((person.id, monday), ()),
            logged=self._logged.get((person.id, monday), 0),
            limit=person.minutes_per_week,
            away=len(set(_days_away(person, monday))),
            covers=tuple(
                dict.fromkeys(
                    other.id
                    for other, first, last in self._covers.get(person.id, ())
                    if first <= monday + SUNDAY and last >= monday
                )
            ),
        )


def mondays(first: date, last: date) -> Iterator[date]:
    """The Mondays of the weeks from that of `first` to that of `last`."""
    monday = monday_of(first)
    while monday <= last:
        yield monday
        monday += WEEK


def logged_by_week(log: Iterable[LogLine], last: date) -> Mapping[tuple[str, date], int]:
    """(Person, Monday) -> the minutes that they logged up to `last`."""
    found: dict[tuple[str, date], int] = {}
    for line in log:
        if line.by and line.minutes and line.date.day <= last:
            key = (line.by, monday_of(line.date.day))
            found[key] = found.get(key, 0) + line.minutes
    return found


def _days_away(person: Person, monday: date) -> Iterator[date]:
    for away in person.away:
        first, last = max(away.first, monday), min(away.last, monday + SUNDAY)
        yield from (first + timedelta(days=number) for number in range((last - first).days + 1))
