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
    channels = defaults.channels_of(entry)
    author = defaults.author_of(entry)
    plain = Occurrence(
        entry=entry,
        id=entry.slug,
        day=None,
        at=entry.date.at if entry.date else None,
        status=entry.status,
        channels=channels,
        author=author,
        reply_to=entry.reply_to or author,
        minutes=defaults.minutes_of(entry, channels),
        publishes=defaults.publishes(channels),
        is_past=False,
        is_slipped=False,
        is_planned=False,
    )
    if entry.date is None:
        yield plain
    elif entry.repeat is None:
        yield on_day(plain, entry.date.day, as_of)
    else:
        for number, day in repeat_days(entry.repeat, entry.date.day, as_of):
            status = status_on(entry.repeat, entry.status, day, as_of)
            yield on_day(replace(plain, status=status, ordinal=number, first_day=day), day, as_of)


def on_day(occurrence: Occurrence, day: date, as_of: AsOf) -> Occurrence:
    """The same on another day, with what follows from it: id, past, slipped, planned."""
    is_past = day < as_of.day
    slipped = is_past and has_slipped(occurrence.status, occurrence.publishes)
    return replace(
        occurrence,
        id=f"{day.isoformat()}-{occurrence.entry.slug}",
        day=day,
        is_past=is_past,
        is_slipped=slipped,
        is_planned=occurrence.status != "idea" and not slipped,
    )


def has_slipped(status: str, publishes: bool) -> bool:
    """Whether an entry of the past did not happen: not finished, or finished and shared by nobody."""
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
