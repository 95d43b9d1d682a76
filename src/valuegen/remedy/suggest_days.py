"""Days that are left free, whatever the rules say: closed, a pause, a holiday, a person away or too busy."""

from collections.abc import Iterator
from datetime import date

from valuegen.plan.holidays import holiday_on
from valuegen.plan.load import monday_of, weeks_of
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy.suggest_parts import Reason
from valuegen.words import msg

FREE = frozenset({"closed", "pause", "holiday"})
"""Reasons that lie in the calendar."""


class Days:
    """The days of a plan; made once for all segments, never changed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        weeks = weeks_of(plan.occurrences)
        self._minutes = {week: sum(each.minutes for each in row) for week, row in weeks.items()}

    def against(self, occurrence: Occurrence) -> Reason | None:
        """Why an entry is not for its day; None where nothing speaks against it."""
        assert occurrence.day is not None
        return next(self._reasons(occurrence, occurrence.day), None)

    def _reasons(self, occurrence: Occurrence, day: date) -> Iterator[Reason]:
        site = self._plan.workspace.settings.site
        if self._plan.closed.is_free(day):
            yield Reason("closed", msg("you are closed"))
        if any(self._plan.calendars[id].is_free(day) for id in occurrence.segments if id in self._plan.calendars):
            yield Reason("pause", msg("it is a pause of theirs"))
        holiday = holiday_on(day, site.country, site.language)
        if holiday is not None:
            yield Reason("holiday", msg("it is a holiday ({name})", name=holiday))
        yield from self._of_people(occurrence, day)

    def _of_people(self, occurrence: Occurrence, day: date) -> Iterator[Reason]:
        people = self._plan.workspace.people
        for id in dict.fromkeys((occurrence.author, occurrence.reply_to)):
            person = people.get(id)
            if person and any(away.first <= day <= away.last and not away.cover for away in person.away):
                yield Reason("away", msg("{person} is away", person=person.name))
        author = people.get(occurrence.author)
        if author and author.minutes_per_week is not None:
            planned = self._minutes.get((author.id, monday_of(day)), 0)
            if planned + occurrence.minutes > author.minutes_per_week:
                yield Reason("overload", msg("{person} has no time left in that week", person=author.name))
