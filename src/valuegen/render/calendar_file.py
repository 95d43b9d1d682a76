"""Reminders as a calendar to subscribe to (RFC 5545, and RFC 7986 for its name).

Days are all-day events, times are UTC instants: no VTIMEZONE is needed. DTSTAMP is the day of the build at 00:00Z
and there is no SEQUENCE, since a subscribed calendar is replaced whole. Google and Outlook drop the alarms of
subscribed calendars; Apple's keeps them.
"""

import re
from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, vText

from valuegen.clock import instant
from valuegen.pages.reminder_files import ReminderList
from valuegen.plan.types import Reminder
from valuegen.words import msg, say

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
MEETING = timedelta(minutes=15)


def calendar_file(listed: ReminderList) -> bytes:
    """One VEVENT a reminder, in their order."""
    calendar = Calendar()
    calendar.add("prodid", "-//valuegen//reminders//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _plain(listed.title))
    calendar.add("x-wr-calname", _plain(listed.title))
    calendar.add("refresh-interval", timedelta(days=1), parameters={"value": "DURATION"})
    for reminder in listed.reminders:
        calendar.add_component(_event(reminder, listed))
    return bytes(calendar.to_ical(sorted=False))


def _event(reminder: Reminder, listed: ReminderList) -> Event:
    event = Event()
    event.add("uid", reminder.uid)
    event.add("dtstamp", datetime.combine(listed.as_of, time.min, UTC))
    event.add("summary", _plain(say(reminder.text, listed.language)))
    event.add("description", description(reminder, listed))
    if reminder.at is None:
        event.add("dtstart", reminder.due)
        event.add("dtend", reminder.due + timedelta(days=1))
    else:
        event.add("dtstart", instant(reminder.due, reminder.at, listed.zone))
        event.add("duration", MEETING)
    event.add("categories", [reminder.kind])
    event.add("transp", "TRANSPARENT")
    if reminder.link:
        event.add("url", reminder.link)
    if reminder.notice:
        event.add_component(_alarm(reminder, listed))
    return event


def description(reminder: Reminder, listed: ReminderList) -> str:
    """Why, who, and where to act."""
    who = msg("For {owner}.", owner=listed.people[reminder.owner])
    lines = [say(reminder.why, listed.language), say(who, listed.language), *([reminder.link] if reminder.link else ())]
    return _plain("\n".join(lines))


def _alarm(reminder: Reminder, listed: ReminderList) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _plain(say(reminder.text, listed.language)))
    alarm.add("trigger", timedelta(days=-reminder.notice))
    return alarm


class _Text(vText):
    """A text escaped to the letter (RFC 5545, 3.3.11): icalendar's own takes a written `\\N` for the end of a line."""

    def to_ical(self) -> bytes:
        escaped = self.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")
        return escaped.encode("utf-8")


def _plain(text: str) -> _Text:
    """Without characters that a calendar file can't bear."""
    return _Text(_UNSEEN.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")))
