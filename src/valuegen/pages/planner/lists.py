"""The page of all reminders."""

from itertools import groupby

from valuegen.pages.planner.frame import REMINDERS, Desk, planner_page
from valuegen.pages.planner.lines import reminder_lines
from valuegen.pages.planner.views import RemindersView
from valuegen.pages.reminder_files import FORMS
from valuegen.pages.types import Page
from valuegen.pages.views import Link
from valuegen.plan.types import Reminder
from valuegen.words import msg, nmsg, written

SHOWN = 300
"""So many stand on the page, the first ones; all are in the files."""


def reminder_list_page(desk: Desk) -> Page:
    """Every reminder, by day."""
    reminders = desk.judged.reminders
    left = len(reminders) - SHOWN
    groups = groupby(reminders[:SHOWN], key=lambda reminder: _day(desk, reminder))
    people = desk.plan.workspace.people
    view = RemindersView(
        title=desk.say(msg("Reminders")),
        root="",
        place=REMINDERS,
        groups=tuple((title, reminder_lines(desk, of_day)) for title, of_day in groups),
        count=desk.say(nmsg("{n} thing to do", "{n} things to do", len(reminders))),
        left=desk.say(nmsg("And {n} more: it is in the files.", "And {n} more: they are in the files.", left))
        if left > 0
        else "",
        files=tuple(Link(f"reminders.{form}", f"reminders.{form}") for form in FORMS),
        calendars=tuple(Link(person.name, f"reminders-{id}.ics") for id, person in people.items()),
    )
    return planner_page(REMINDERS, "reminders", view, desk.site)


def _day(desk: Desk, reminder: Reminder) -> str:
    if reminder.late:
        return desk.say(msg("Late"))
    if reminder.due == desk.plan.as_of.day:
        return desk.say(msg("Today, {day}", day=reminder.due))
    name = written(reminder.due, desk.language, "full")
    return name[0].upper() + name[1:]
