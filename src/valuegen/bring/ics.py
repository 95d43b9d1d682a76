"""Calendars as Google, Outlook and Apple write them (.ics) → entries of the calendar, the past of them as done."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from valuegen.bring.clean import brief, id_of, one_line, written
from valuegen.bring.ics_days import Days, Moment, Zones, day_said, days_of, start_of
from valuegen.bring.kinds import channel_in, kind_of
from valuegen.bring.parts import At, Brought, Item, Left, Refused, Value
from valuegen.bring.source import MIB, data_of, text_of
from valuegen.judge.writings import ground_of
from valuegen.model.values import Wrong
from valuegen.model.workspace import Workspace
from valuegen.words import msg, nmsg

MOST, MOST_EVENTS = 16 * MIB, 20_000
_JUDGED = 10_000
"""So much of a description is looked at for what sells."""
_BEGIN = re.compile(r"^BEGIN:(VEVENT|VTODO|VJOURNAL)[ \t]*$", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Event:
    """An event of a calendar file, and where it begins."""

    at: At
    raw: Any

    def text(self, name: str) -> str:
        """A property, as a text."""
        value = self.raw.get(name, "")
        return str(value[0] if isinstance(value, list) else value)


@dataclass(slots=True)
class Reader:
    """Reads events for one workspace on one day; its lists grow as it does."""

    workspace: Workspace
    today: date
    segment: str | None
    since: date | None
    zones: Zones
    left: list[Left] = field(default_factory=list)
    looks: list[Left] = field(default_factory=list)
    here: list[Left] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    told: set[tuple[str, str]] = field(default_factory=set)
    made: Counter[str] = field(default_factory=Counter)
    notes: int = 0

    def entries(self, event: Event, moved: frozenset[date]) -> Iterator[Item]:
        """The entries of an event: one, or one for each of its days where its repetition can't be kept."""
        try:
            if event.text("STATUS").upper() == "CANCELLED":
                raise Wrong(msg("It was cancelled."))
            if not event.text("SUMMARY").strip():
                raise Wrong(msg("There is no title."))
            title = one_line(event.text("SUMMARY"))
            keys = self._keys(event, title)
            found = days_of(event.raw, self.zones, self.today, moved)
        except Wrong as wrong:
            self.left.append(Left(event.at, wrong.message))
            return
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError, IndexError):
            self.left.append(Left(event.at, msg("This can't be read as an event.")))
            return
        self.looks += [Left(event.at, why) for why in found.looks]
        if found.repeat and "done" in found.repeat:
            done = date.fromisoformat(str(found.repeat["done"]))
            why = msg("“{title}”: its days up to {day} are done.", title=brief(title), day=done)
            self.looks.append(Left(event.at, why))
        self.notes += bool(event.text("DESCRIPTION").strip())
        for moment in found.moments:
            item = self._item(event, title, keys, moment, found)
            if item is not None:
                yield item

    def _keys(self, event: Event, title: str) -> dict[str, Value]:
        """What is the same on each of its days."""
        workspace = self.workspace
        by_email = {one.email.casefold(): id for id, one in (workspace.contacts or {}).items() if one.email}
        asked = event.raw.get("ATTENDEE", [])
        emails = [
            str(one).casefold().removeprefix("mailto:") for one in (asked if isinstance(asked, list) else [asked])
        ]
        contacts = tuple(dict.fromkeys(by_email[one] for one in emails if one in by_email))
        if not contacts and self.segment is None:
            raise Wrong(msg("“{title}” names no client and no segment: add --segment.", title=brief(title)))
        channels = {id: one for id, one in workspace.channels.items() if not one.publishes}
        channel = channel_in(title, channels)
        if channel is None and not contacts and self.segment:
            theirs = (one for one in workspace.segments[self.segment].channels if one in channels)
            channel = next(theirs, "appointment")
        reach = workspace.channels[channel].reach if channel else "personal"
        kind = kind_of(title, event.text("DESCRIPTION")[:_JUDGED], ground_of(workspace.settings), reach)
        if (title, kind) not in self.told:  # days of a series that were moved are events of their own
            self.told.add((title, kind))
            self.looks.append(Left(event.at, msg("“{title}”: taken for `{kind}`.", title=brief(title), kind=kind)))
        keys: dict[str, Value] = {"contacts": contacts} if contacts else {"segments": (str(self.segment),)}
        keys["kind"] = kind
        if channel:
            keys["channels"] = (channel,)
        return keys

    def _item(self, event: Event, title: str, keys: dict[str, Value], moment: Moment, found: Days) -> Item | None:
        day = moment.day
        if self.since is not None and max(day, found.last or day) < self.since:
            return None
        wanted = f"{id_of(title)}-{day.isoformat()}"
        self.made[wanted] += 1
        slug = wanted if self.made[wanted] == 1 else f"{wanted}-{self.made[wanted]}"
        if slug in self.taken:
            self.here.append(Left(event.at, msg("An entry “{slug}” is here already.", slug=slug)))
            return None
        try:
            when = written(day, moment.at, self.workspace.settings.site.timezone)
        except Wrong as wrong:
            self.left.append(Left(event.at, wrong.message))
            return None
        is_tentative = event.text("STATUS").upper() == "TENTATIVE"
        is_past = day < self.today and not found.repeat
        status = "done" if is_past else "draft" if is_tentative else "ready"
        more: dict[str, Value] = {"minutes": str(found.minutes)} if found.minutes else {}
        if found.repeat:
            more["repeat"] = found.repeat
        return Item({"date": when, "title": title, "slug": slug, **keys, "status": status, **more}, event.at)


def read_calendar(
    path: Path, workspace: Workspace, today: date, segment: str | None, since: date | None = None
) -> Brought:
    """All events of a file that are new. Raises `Refused`."""
    text = text_of(data_of(path, MOST), path.name)
    calendars = _parsed(text, path.name)
    zone = next((str(one["X-WR-TIMEZONE"]) for one in calendars if "X-WR-TIMEZONE" in one), "")
    zones = Zones(workspace.settings.site.timezone, zone)
    reader = Reader(workspace, today, segment, since, zones, taken={entry.slug for entry in workspace.entries})
    events = list(_events(calendars, text, path.name, reader.left))
    moved: dict[str, set[date]] = {}
    for event in events:
        original = day_said(event.raw, "RECURRENCE-ID")
        if original is not None:
            moved.setdefault(event.text("UID"), set()).add(start_of(original, zones).day)
    items: list[Item] = []
    for event in sorted(events, key=lambda one: str(day_said(one.raw, "DTSTART"))):
        is_one_of_a_series = event.raw.get("RECURRENCE-ID") is not None
        theirs = frozenset() if is_one_of_a_series else frozenset(moved.get(event.text("UID"), ()))
        items += reader.entries(event, theirs)
    if reader.notes:
        why = nmsg(
            "The description of {n} event is not taken: the text of an entry is what clients read.",
            "The descriptions of {n} events are not taken: the text of an entry is what clients read.",
            reader.notes,
        )
        reader.left.append(Left(At(path.name), why))
    return Brought(entries=tuple(items), here=tuple(reader.here), left=tuple(reader.left), looks=tuple(reader.looks))


def _parsed(text: str, name: str) -> list[Any]:
    from icalendar import Calendar

    if not re.search(r"^BEGIN:VCALENDAR[ \t]*$", text, re.MULTILINE | re.IGNORECASE):
        raise Refused(At(name), msg("There is no calendar in this file."))
    if len(_BEGIN.findall(text)) > MOST_EVENTS:
        raise Refused(At(name), msg("There are more than {most} events in this file.", most=MOST_EVENTS))
    try:
        return list(Calendar.from_ical(text.replace("\n", "\r\n"), multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError) as error:
        raise Refused(At(name), msg("This can't be read as a calendar.")) from error


def _events(calendars: list[Any], text: str, name: str, left: list[Left]) -> Iterator[Event]:
    """The events with their lines; tasks and notes are told."""
    lines: list[int] = []
    line, before = 1, 0
    for found in _BEGIN.finditer(text):
        line += text.count("\n", before, found.start())
        before = found.start()
        lines.append(line)
    parts = [part for calendar in calendars for part in calendar.walk() if part.name in ("VEVENT", "VTODO", "VJOURNAL")]
    for number, part in enumerate(parts):
        at = At(name, lines[number] if number < len(lines) else 0)
        start = day_said(part, "DTSTART")
        if part.name != "VEVENT":
            left.append(Left(at, msg("It is a task or a note, and no event.")))
        elif start is None:
            left.append(Left(at, msg("It has no day.")))
        else:
            yield Event(at, part)
