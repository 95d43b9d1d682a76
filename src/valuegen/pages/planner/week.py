"""The week ahead, a few lines a day: what goes out, who is greeted, and what has to be done beside that."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from valuegen.pages.planner.calendar_days import Days
from valuegen.pages.planner.frame import Desk, contact_file, month_file
from valuegen.pages.planner.lines import entry_line, reminder_lines
from valuegen.pages.planner.mentions import entry_link
from valuegen.pages.planner.today_views import Coming, WeekDay
from valuegen.plan.types import Occurrence, Reminder
from valuegen.words import msg, nmsg

AHEAD = 7
LINES = 6
"""So many lines of each sort a day has here; the rest is in its month."""


def week_ahead(desk: Desk, days: Days, due: Sequence[Reminder]) -> tuple[WeekDay, ...]:
    """Today, without what is among its tasks already, and the seven days after; those that hold something."""
    today = desk.plan.as_of.day
    by_day: dict[date, list[Reminder]] = {}
    for reminder in desk.judged.reminders:
        if today < reminder.due <= today + timedelta(days=AHEAD):
            by_day.setdefault(reminder.due, []).append(reminder)
    made = (_day(desk, days, today + timedelta(days=number), by_day, due) for number in range(AHEAD + 1))
    return tuple(day for day in made if day.notes or day.entries or day.feasts or day.tasks)


def after_the_week(desk: Desk) -> Coming:
    """The first entry after it."""
    last = desk.plan.as_of.day + timedelta(days=AHEAD)
    later = (one for one in desk.plan.occurrences if one.day and one.day > last and one.status != "idea")
    first = min(later, key=lambda one: one.order, default=None)
    if first is None:
        return Coming(desk.say(msg("Nothing is planned after them either.")), None)
    place = entry_link(desk, first)
    return Coming(desk.say(msg("Next comes “{title}”, on {day}.", title=place.text, day=first.day)), place)


def _day(desk: Desk, days: Days, day: date, by_day: dict[date, list[Reminder]], due: Sequence[Reminder]) -> WeekDay:
    cell = days.cell(day, most=0)
    is_today = day == desk.plan.as_of.day
    in_tasks = {one.entry for one in due} if is_today else set()
    entries = [one for one in days.by_day.get(day, ()) if one.id not in in_tasks]
    reminders = by_day.get(day, [])
    greeted = {contact_file(one.contact) for one in (*reminders, *due) if one.kind == "greet" and one.contact}
    tasks = reminder_lines(desk, _beside(reminders, entries))
    left = max(0, len(entries) - LINES) + max(0, len(tasks) - LINES)
    return WeekDay(
        day=day,
        is_today=is_today,
        notes=tuple(note for note in (cell.holiday, cell.rest.text if cell.rest else "") if note),
        entries=tuple(entry_line(desk, one) for one in entries[:LINES]),
        feasts=tuple(feast for feast in cell.feasts if feast.href not in greeted),
        tasks=tasks[:LINES],
        more=desk.say(nmsg("and {n} more", "and {n} more", left)) if left else "",
        month=f"{month_file(day)}#{day.isoformat()}",
    )


def _beside(reminders: Sequence[Reminder], entries: Sequence[Occurrence]) -> Iterator[Reminder]:
    """What has to be done beside sharing that day's entries, which are lines of their own."""
    shown = {one.id for one in entries}
    return (one for one in reminders if not (one.kind == "share" and one.entry in shown))
