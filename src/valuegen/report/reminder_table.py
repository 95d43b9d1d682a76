"""Reminders for a terminal: who waits, what is late, then day by day."""

from valuegen.pages.reminder_files import ReminderList
from valuegen.pages.reminder_groups import counted, grouped, has_day_of_its_own, once
from valuegen.plan.types import Reminder
from valuegen.report.shown import shown
from valuegen.words import msg, say, written


def table(listed: ReminderList, colour: bool) -> str:
    """One line a reminder under the day it is due: who, what, the head of its uid (for `--done`); how many in all."""
    reminders, language = once(listed.reminders), listed.language
    if not reminders:
        return say(msg("Nothing to do: all is up to date."), language)
    width = max(len(listed.people[reminder.owner]) for reminder in reminders)
    blocks = []
    for title, same in grouped(reminders, listed.as_of, language):
        blocks.append("\n".join([_bold(title, colour), *(_line(reminder, listed, width) for reminder in same)]))
    until = listed.until or max(reminder.due for reminder in reminders)
    return "\n\n".join([*blocks, say(counted(reminders, listed.as_of, until), language)])


def _line(reminder: Reminder, listed: ReminderList, width: int) -> str:
    who = shown(listed.people[reminder.owner])
    at = f"{reminder.at:%H:%M} " if reminder.at else ""
    since = f"{written(reminder.due, listed.language, 'yMMMd')}  " if has_day_of_its_own(reminder, listed.as_of) else ""
    text = shown(say(reminder.text, listed.language))
    return f"  {who:<{width}}  {since}{at}{text}  [{reminder.uid.partition('@')[0]}]"


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text
