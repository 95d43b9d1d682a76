"""How reminders are told to people: who waits, what is late, what is for today, then day by day. Each thing once.

One way of counting for Today, the page of all reminders, `remind` and the end of a build: a reminder is one thing to
do, whoever it is for. Files for other programs hold all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from valuegen.plan.types import Reminder
from valuegen.words import Message, msg, nmsg, say, written

WAITING, LATE, TODAY, AHEAD = range(4)


def stand_of(reminder: Reminder, today: date) -> int:
    """Whether somebody waits for an answer, or it is late, for today, or for a later day: told in this order."""
    if reminder.kind == "answer":
        return WAITING
    if reminder.late:
        return LATE
    return TODAY if reminder.due == today else AHEAD


def once(reminders: Iterable[Reminder]) -> tuple[Reminder, ...]:
    """Without what is told already: of an entry that slipped before it was written, to prepare it comes first."""
    held = tuple(reminders)
    unwritten = {one.entry for one in held if one.kind == "prepare" and one.late}
    return tuple(one for one in held if not (one.kind == "share" and one.late and one.entry in unwritten))


def grouped(reminders: Iterable[Reminder], today: date, language: str) -> Iterator[tuple[str, list[Reminder]]]:
    """Titles, each with what stands under it."""
    ordered = sorted(reminders, key=lambda one: stand_of(one, today))
    for title, same in groupby(ordered, key=lambda one: _title(one, today, language)):
        yield title, list(same)


def has_day_of_its_own(reminder: Reminder, today: date) -> bool:
    """Whether it says its day itself: the title above it says none."""
    return stand_of(reminder, today) in (WAITING, LATE)


def counted(reminders: Sequence[Reminder], today: date, until: date) -> Message:
    """How many of each: “2 wait for your answer, 8 late, 1 for today and 144 more until February 14, 2027.”"""
    stands = [stand_of(one, today) for one in reminders]
    waiting, late, due, ahead = (stands.count(stand) for stand in (WAITING, LATE, TODAY, AHEAD))
    parts = (
        *([nmsg("{n} waits for your answer", "{n} wait for your answer", waiting)] if waiting else ()),
        *([nmsg("{n} late", "{n} late", late)] if late else ()),
        *([nmsg("{n} for today", "{n} for today", due)] if due else ()),
    )
    if not parts and not ahead:
        return msg("Nothing to do: all is up to date.")
    if not parts:
        return nmsg(
            "Nothing for today; {n} more until {day}.", "Nothing for today; {n} more until {day}.", ahead, day=until
        )
    more = (nmsg("{n} more until {day}", "{n} more until {day}", ahead, day=until),) if ahead else ()
    return msg("{parts}.", parts=(*parts, *more))


def _title(reminder: Reminder, today: date, language: str) -> str:
    stand = stand_of(reminder, today)
    if stand == WAITING:
        return say(msg("Waiting for your answer"), language)
    if stand == LATE:
        return say(msg("Late"), language)
    if stand == TODAY:
        return say(msg("Today, {day}", day=reminder.due), language)
    name = written(reminder.due, language, "full")
    return name[0].upper() + name[1:]
