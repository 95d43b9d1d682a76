"""On which days something may be reminded: not on closed days, nor in a pause of whom it is about.

A pause of a contact (their own, or of one of their segments) is one of everything about them. What is about several
segments rests while all of them do.
"""

from datetime import date

from valuegen.clock import ONE_DAY, Calendar
from valuegen.plan.types import Plan, Reminder


class Resting:
    """The calendars of a plan, by what a reminder is about; made once, never changed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._segments = {one.id: one.segments for one in plan.occurrences}

    def rests(self, reminder: Reminder, day: date) -> bool:
        """Whether nothing of this kind is reminded on that day."""
        return all(calendar.is_free(day) for calendar in self._calendars(reminder))

    def after(self, reminder: Reminder, day: date) -> date:
        """That day, or the first later one that is no rest."""
        return min(calendar.next_working(day) for calendar in self._calendars(reminder))

    def before(self, reminder: Reminder, day: date) -> date:
        """That day, or the last earlier one that is no rest."""
        return max(last_working(calendar, day) for calendar in self._calendars(reminder))

    def _calendars(self, reminder: Reminder) -> list[Calendar]:
        """It rests while all of these do. (Each of them has the closed days in it.)"""
        relation = self._plan.relations.get(reminder.contact or "")
        if relation:
            return [relation.calendar]
        named = self._segments.get(reminder.entry or "") or ((reminder.segment,) if reminder.segment else ())
        found = [self._plan.calendars[segment] for segment in named if segment in self._plan.calendars]
        return found or [self._plan.closed]


def last_working(calendar: Calendar, day: date) -> date:
    """That day, or the last one before its rest."""
    rest = calendar.rest_on(day)
    return rest.first - ONE_DAY if rest else day
