"""The page of all reminders."""

from valuegen.pages.planner.frame import REMINDERS, Desk, planner_page
from valuegen.pages.planner.lines import reminder_lines
from valuegen.pages.planner.views import RemindersView
from valuegen.pages.reminder_files import FORMS, horizon_of
from valuegen.pages.reminder_groups import counted, grouped, once
from valuegen.pages.types import Later, Page
from valuegen.pages.views import Link
from valuegen.words import msg, nmsg

SHOWN = 300
"""So many stand on the page, the first ones; all are in the files."""


def reminder_list_page(desk: Desk) -> Page:
    """Every reminder, by day."""
    return planner_page(REMINDERS, "reminders", Later(_view, desk), desk.site)


def _view(desk: Desk) -> RemindersView:
    today, reminders = desk.plan.as_of.day, once(desk.judged.reminders)
    left = len(reminders) - SHOWN
    groups = grouped(reminders[:SHOWN], today, desk.language)
    people = desk.plan.workspace.people
    return RemindersView(
        title=desk.say(msg("Reminders")),
        root="",
        place=REMINDERS,
        groups=tuple((title, reminder_lines(desk, same)) for title, same in groups),
        count=desk.say(counted(reminders, today, horizon_of(desk.plan))),
        left=desk.say(nmsg("And {n} more: it is in the files.", "And {n} more: they are in the files.", left))
        if left > 0
        else "",
        files=tuple(Link(f"reminders.{form}", f"reminders.{form}") for form in FORMS),
        calendars=tuple(Link(person.name, f"reminders-{id}.ics") for id, person in people.items()),
    )
