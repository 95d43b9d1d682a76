"""Entries → occurrences: a repeated entry is one on each of its days, with the defaults in force."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from valuegen.clock import AsOf, last_recurrence, recurrences
from valuegen.model.entry import Entry, Repeat
from valuegen.plan.defaults import Defaults
from valuegen.plan.occurrence import Occurrence


def occurrences_of(entries: Iterable[Entry], defaults: Defaults, as_of: AsOf) -> list[Occurrence]:
    """All occurrences in their order: by date, time (none first), file, line; the backlog last."""
    found = [occurrence for entry in entries for occurrence in of_entry(entry, defaults, as_of)]
    found.sort(key=lambda occurrence: occurrence.order)
    return found


def of_entry(entry: Entry, defaults: Defaults, as_of: AsOf) -> Iterator[Occurrence]:
    """The occurrences of one entry: one, or one a day of its repetition; one of the backlog never repeats."""
    sides = defaults.sides_of(entry)
    channels = defaults.channels_of(entry, sides)
    author = defaults.author_of(entry, sides)
    reply_to = defaults.reply_to_of(entry, author)
    publishes = defaults.publishes(channels)

    def made(day: date | None, status: str, number: int = 0, first_day: date | None = None) -> Occurrence:
        return Occurrence(
            entry=entry,
            id=id_of(entry, day),
            day=day,
            at=entry.date.at if entry.date else None,
            status=status,
            channels=channels,
            author=author,
            reply_to=reply_to,
            minutes=defaults.minutes_of(entry, channels),
            publishes=publishes,
            is_past=day is not None and day < as_of.day,
            is_slipped=has_slipped(day, status, publishes, as_of),
            is_planned=is_planned(day, status, publishes, as_of),
            ordinal=number,
            first_day=first_day,
        )

    if entry.date is None or entry.repeat is None:
        yield made(entry.date.day if entry.date else None, entry.status)
        return
    for number, day in repeat_days(entry.repeat, entry.date.day, as_of):
        yield made(day, status_on(entry.repeat, entry.status, day, as_of), number, day)


def on_day(occurrence: Occurrence, day: date, as_of: AsOf) -> Occurrence:
    """The same on another day, out of any repetition, with what follows from it: id, past, slipped, planned."""
    return replace(
        occurrence,
        id=id_of(occurrence.entry, day),
        day=day,
        is_past=day < as_of.day,
        is_slipped=has_slipped(day, occurrence.status, occurrence.publishes, as_of),
        is_planned=is_planned(day, occurrence.status, occurrence.publishes, as_of),
        first_day=None,
    )


def id_of(entry: Entry, day: date | None) -> str:
    """DATE-SLUG, or the slug alone in the backlog."""
    return f"{day.isoformat()}-{entry.slug}" if day else entry.slug


def is_planned(day: date | None, status: str, publishes: bool, as_of: AsOf) -> bool:
    """Whether it has a date, is no idea and has not slipped."""
    return day is not None and status != "idea" and not has_slipped(day, status, publishes, as_of)


def has_slipped(day: date | None, status: str, publishes: bool, as_of: AsOf) -> bool:
    """Whether it is of the past and did not happen: not finished, or finished and brought to nobody."""
    if day is None or day >= as_of.day:
        return False
    return status in ("draft", "review") or (status == "ready" and not publishes)


def repeat_days(repeat: Repeat, first: date, as_of: AsOf) -> Iterator[tuple[int, date]]:
    """The days of a repetition, each with its number, from 0, counted before `except`."""
    last = last_recurrence(repeat.rule, repeat.until, as_of.day)
    exceptions = frozenset(repeat.exceptions)
    for number, day in enumerate(recurrences(repeat.rule, first, last)):
        if day not in exceptions:
            yield number, day


def status_on(repeat: Repeat, status: str, day: date, as_of: AsOf) -> str:
    """The status of an occurrence. `done` is what is dated up to `repeat.done`.

    Where the entry itself says `done`, that is said of what can be: the days up to `as_of`. Later ones are ready.
    """
    if repeat.done is not None and day <= repeat.done:
        return "done"
    return "ready" if status == "done" and day > as_of.day else status
