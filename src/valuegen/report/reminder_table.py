"""Reminders for a terminal: late first, then day by day."""

from itertools import groupby

from valuegen.pages.reminder_files import ReminderList
from valuegen.plan.types import Reminder
from valuegen.report.shown import shown
from valuegen.words import msg, say, written


def table(listed: ReminderList, colour: bool) -> str:
    """One line a reminder under the day it is due: who, what, and the head of its uid (for `--done`)."""
    if not listed.reminders:
        return say(msg("Nothing to do: all is up to date."), listed.language)
    width = max(len(listed.people[reminder.owner]) for reminder in listed.reminders)
    blocks = []
    for title, reminders in groupby(listed.reminders, lambda reminder: _title(reminder, listed)):
        lines = [_bold(title, colour), *(_line(reminder, listed, width) for reminder in reminders)]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def _title(reminder: Reminder, listed: ReminderList) -> str:
    if reminder.late:
        return say(msg("Late"), listed.language)
    if reminder.due == listed.as_of:
        return say(msg("Today, {day}", day=reminder.due), listed.language)
    return written(reminder.due, listed.language, "full")


def _line(reminder: Reminder, listed: ReminderList, width: int) -> str:
    who = shown(listed.people[reminder.owner])
    at = f"{reminder.at:%H:%M} " if reminder.at else ""
    since = f"{written(reminder.due, listed.language, 'short')} " if reminder.late else ""
    text = shown(say(reminder.text, listed.language))
    return f"  {who:<{width}}  {since}{at}{text}  [{reminder.uid.partition('@')[0]}]"


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
