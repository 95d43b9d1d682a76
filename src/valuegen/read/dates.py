"""Dates that can't be, and repetitions that come to nothing: seen when the day and the zone are known."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import islice

from valuegen.clock import LAST, AsOf, is_skipped, recurrences
from valuegen.finding import Finding
from valuegen.model.base import Path, Record
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Away
from valuegen.model.recurrence import MOST
from valuegen.model.settings import Closed
from valuegen.model.values import When, YearlyDate
from valuegen.read.names import entry_id
from valuegen.read.told import about, told
from valuegen.words import msg, nmsg

AHEAD = timedelta(days=366)
BIRTHDAYS = ("birthday", "cumpleaños")
MOST_IN_ALL = 50_000
"""So many times all repetitions of a workspace may come, together: more than a hundred on each day of a year."""


class Repeated:
    """How many times all repetitions come that were looked at so far."""

    def __init__(self) -> None:
        self.times = 0

    def is_full(self) -> bool:
        """Whether there are too many, which was told of the one that was too much. Later ones aren't counted out."""
        return self.times > MOST_IN_ALL


def skipped(record: Record, when: When | None, zone: str) -> Iterator[Finding]:
    """A time of day over which the clocks jump."""
    if when is not None and when.at is not None and is_skipped(when.day, when.at, zone):
        message = msg("On {day} the clocks of {zone} jump over {time}.", day=when.day, zone=zone, time=when.at)
        yield told(message, record.where("date"), msg("Write another time."))


def may_be_wrong(entry: Entry) -> bool:
    """Whether there is anything to look at: most entries have a day, and nothing else that could be wrong with it."""
    has_time = entry.date is not None and entry.date.at is not None
    return has_time or entry.status == "done" or bool(entry.updated or entry.expires or entry.contacts or entry.repeat)


def of_entry(entry: Entry, publishing: bool, as_of: AsOf, repeated: Repeated) -> Iterator[Finding]:
    """What is wrong with an entry's dates, or with where it appears. `publishing`: a channel in force publishes."""
    yield from about(_of_entry(entry, publishing, as_of, repeated), entry=entry_id(entry))


def _of_entry(entry: Entry, publishing: bool, as_of: AsOf, repeated: Repeated) -> Iterator[Finding]:
    yield from skipped(entry, entry.date, as_of.zone)
    if entry.status == "done" and entry.date is not None and entry.date.day > as_of.day:
        message = msg("This entry is marked as done, but its date is later than {day}.", day=as_of.day)
        yield told(message, entry.where("status"), msg("Write the day it was done, or another status."))
    if entry.updated is not None:
        yield from _of_update(entry, entry.updated, as_of)
    if entry.expires is not None and entry.date is not None and entry.expires <= entry.date.day:
        message = msg(
            "This entry leaves the site on {expires}, and its date is {day}.", expires=entry.expires, day=entry.date.day
        )
        mend = msg("Write a day after its date, or take `expires` out.")
        yield told(message, entry.where("expires"), mend, "warning")
    if entry.contacts and publishing:
        message = msg("An entry for particular contacts is on a channel that publishes.")
        yield told(message, entry.where("contacts"), msg("Remove the contacts, or choose other channels."))
    if entry.repeat is not None:
        yield from _of_repeat(entry, publishing, as_of, repeated)


def _of_update(entry: Entry, updated: date, as_of: AsOf) -> Iterator[Finding]:
    if updated > as_of.day:
        message = msg("This entry was updated on {updated}, which is later than {day}.", updated=updated, day=as_of.day)
        yield told(message, entry.where("updated"), msg("Write the day on which it was last changed."))
    elif entry.date is not None and updated < entry.date.day:
        message = msg("This entry was updated on {updated}, before its date.", updated=updated)
        mend = msg("Write the day on which it was last changed, or take `updated` out.")
        yield told(message, entry.where("updated"), mend)


def _of_repeat(entry: Entry, publishing: bool, as_of: AsOf, repeated: Repeated) -> Iterator[Finding]:
    repeat = entry.repeat
    assert repeat is not None
    if publishing:
        message = msg("An entry that repeats is on a channel that publishes.")
        yield told(message, entry.where("repeat"), msg("Write single entries, or choose other channels."))
    if repeat.done is not None and repeat.done > as_of.day:
        message = msg(
            "These are marked as done up to {done}, which is later than {day}.", done=repeat.done, day=as_of.day
        )
        yield told(message, entry.where("repeat", "done"), msg("Write the day of the last one that was done."))
    if entry.date is None and entry.says("date"):
        return
    if entry.date is None:
        message = msg("An entry that repeats needs the date on which it begins.")
        yield told(message, entry.where("repeat"), msg("Write, for example: date: 2026-12-03"))
        return
    if repeat.until is not None and repeat.until < entry.date.day:
        message = msg(
            "The repetition ends on {until}, before it begins on {day}.", until=repeat.until, day=entry.date.day
        )
        yield told(message, entry.where("repeat", "until"), msg("Write a later day."))
        return
    if not repeated.is_full():
        yield from _of_days(entry, _last(entry, as_of), as_of.zone, repeated)


def _last(entry: Entry, as_of: AsOf) -> date:
    """The last day on which the repetition may fall."""
    repeat = entry.repeat
    assert repeat is not None
    if repeat.until is not None:
        return min(repeat.until, LAST)
    return LAST if "COUNT=" in repeat.rule else as_of.day + AHEAD


def _of_days(entry: Entry, last: date, zone: str, repeated: Repeated) -> Iterator[Finding]:
    repeat = entry.repeat
    assert repeat is not None
    assert entry.date is not None
    rule = entry.where("repeat", "rule")
    days = recurrences(repeat.rule, entry.date.day, last)
    yield from _jumps(entry, entry.date, (day for day in days if day not in repeat.exceptions), zone)
    if len(days) >= MOST and recurrences(repeat.rule, days[-1], last)[1:] and "COUNT=" not in repeat.rule:
        message = msg("This entry repeats more than {most} times.", most=MOST)
        yield told(message, rule, msg("Write an earlier `until` or a later `date`, or repeat it more rarely."))
    elif not set(days) - set(repeat.exceptions):
        if entry.date.day > last:
            return
        if days or repeat.until is not None or "COUNT=" in repeat.rule or "UNTIL=" in repeat.rule:
            message, mend = msg("This repetition never happens."), msg("Check the rule, `until` and `except`.")
        else:
            message = msg("This repetition has no day up to {day}.", day=last)
            mend = msg("Check the rule; or write an `until`, and it is checked up to that day.")
        yield told(message, rule, mend)
    repeated.times += len(days)
    if repeated.is_full():
        message = msg("With this entry, all that repeats comes more than {most} times.", most=MOST_IN_ALL)
        yield told(message, rule, msg("Write an earlier `until` for what repeats, or repeat it more rarely."))


def _jumps(entry: Entry, when: When, days: Iterable[date], zone: str) -> Iterator[Finding]:
    """The first day of a repetition on which the clocks jump over its time; that of its own date was said."""
    if when.at is None:
        return
    wrong = (day for day in days if day != when.day and is_skipped(day, when.at, zone))
    for day in islice(wrong, 1):
        message = msg("On {day} the clocks of {zone} jump over {time}.", day=day, zone=zone, time=when.at)
        mend = msg("Write another time, or write that day under `except`.")
        yield told(message, entry.where("date"), mend)


def of_contact(contact: Contact, as_of: AsOf) -> Iterator[Finding]:
    """A birthday that is yet to come, and pauses that end before they begin."""
    for name, day in contact.dates.items():
        if name.casefold() in BIRTHDAYS and day.year is not None and day.on(day.year) > as_of.day:
            yield told(msg("This birthday is in the future."), contact.where("dates", name), msg("Check the year."))
    yield from ends(contact, contact.pauses, "pauses")


def to_come(needs: Iterable[Need], log: Iterable[LogLine], as_of: AsOf) -> Iterator[Finding]:
    """What was heard, or happened, on a day that is still to come: a note at the first of each, as the year may be
    wrong. Who looks at an earlier day (`--as-of`) has many, and all is well."""
    heard = [need.where("heard") for need in needs if need.heard > as_of.day]
    happened = [line.where("date") for line in log if line.date.day > as_of.day]
    mend = msg("If that is not meant, look at the year.")
    if heard:
        message = nmsg(
            "This need was heard on a day later than {day}.",
            "{n} needs, from here on, were heard on a day later than {day}.",
            len(heard),
            day=as_of.day,
        )
        yield told(message, min(heard), mend, "note")
    if happened:
        message = nmsg(
            "This line is of a day later than {day}, and the log tells what has happened.",
            "{n} lines, from here on, are of a day later than {day}, and the log tells what has happened.",
            len(happened),
            day=as_of.day,
        )
        yield told(message, min(happened), mend, "note")


def ends(record: Record, spans: Iterable[Closed | Away], *path: str) -> Iterator[Finding]:
    """Spans that end before they begin. Days of every year may run over New Year."""
    for number, span in enumerate(spans):
        first, last = _dated(span.first), _dated(span.last)
        if first is not None and last is not None and last < first:
            message = msg("This ends before it begins.")
            at: Path = (*path, number, "to")
            yield told(message, record.where(*at), msg("Write a later day, or change the two."))


def _dated(day: date | YearlyDate) -> date | None:
    if isinstance(day, date):
        return day
    return day.on(day.year) if day.year is not None else None
