"""Calendars as Google, Outlook and Apple write them (.ics) → entries of the calendar, the past of them as done."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from valuegen.bring.clean import brief, id_of, one_line, written
from valuegen.bring.diary import PRIVATE, Diary, is_of_days
from valuegen.bring.ics_days import Happening, Zones, day_said, days_of, start_of
from valuegen.bring.kinds import kind_of
from valuegen.bring.parts import At, Brought, Item, Left, Refused, Value
from valuegen.bring.source import MIB, data_of, text_of
from valuegen.judge.writings import ground_of
from valuegen.model.said import channel_in
from valuegen.model.values import Wrong
from valuegen.model.workspace import Workspace
from valuegen.words import Message, msg, nmsg

MOST, MOST_EVENTS = 16 * MIB, 20_000
_JUDGED = 10_000
"""So much of a description is looked at for what sells."""
APART: Mapping[str, Callable[[int], Message]] = {
    "private": lambda n: nmsg(
        "{n} event is marked as private, so it stays out.", "{n} events are marked as private, so they stay out.", n
    ),
    "days": lambda n: nmsg(
        "{n} holiday or birthday of the calendar's own stays out.",
        "{n} holidays and birthdays of the calendar's own stay out.",
        n,
    ),
    "others": lambda n: nmsg(
        "{n} event is left out by --only or --without.", "{n} events are left out by --only or --without.", n
    ),
}
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

    def each(self, name: str) -> list[Any]:
        """A property that may be there several times."""
        value = self.raw.get(name, [])
        return value if isinstance(value, list) else [value]

    def labels(self) -> tuple[str, ...]:
        """Its categories."""
        return tuple(str(one) for held in self.each("CATEGORIES") for one in getattr(held, "cats", ()))

    def emails(self) -> tuple[str, ...]:
        """Who is invited, or invites, and has not declined."""
        people = [
            one
            for name in ("ATTENDEE", "ORGANIZER")
            for one in self.each(name)
            if str(getattr(one, "params", {}).get("PARTSTAT", "")).upper() != "DECLINED"
        ]
        return tuple(str(one).casefold().removeprefix("mailto:") for one in people)


@dataclass(slots=True)
class Reader:
    """Reads events for one workspace on one day; its lists grow as it does."""

    workspace: Workspace
    today: date
    segment: str | None
    since: date | None
    zones: Zones
    diary: Diary
    calendar: str = ""
    left: list[Left] = field(default_factory=list)
    looks: list[Left] = field(default_factory=list)
    here: list[Left] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    told: set[tuple[str, str]] = field(default_factory=set)
    made: Counter[str] = field(default_factory=Counter)
    apart: dict[str, list[At]] = field(default_factory=lambda: defaultdict(list))
    strangers: dict[str, list[At]] = field(default_factory=lambda: defaultdict(list))
    notes: int = 0

    def entries(self, event: Event, moved: frozenset[date]) -> Iterator[Item]:
        """The entries of an event: one, or one for each of its days where its repetition can't be kept."""
        try:
            if group := self._apart(event):
                self.apart[group].append(event.at)
                return
            if event.text("STATUS").upper() == "CANCELLED":
                raise Wrong(msg("It was cancelled."))
            if not event.text("SUMMARY").strip():
                raise Wrong(msg("There is no title."))
            title = one_line(event.text("SUMMARY"))
            found = days_of(event.raw, self.zones, self.today, moved)
            wanted = [one for one in found.happenings if self.since is None or one.last >= self.since]
            keys = self._keys(event, title) if wanted else {}
        except Wrong as wrong:
            self.left.append(Left(event.at, wrong.message))
            return
        except (ValueError, TypeError, AttributeError, OverflowError, KeyError, IndexError):
            self.left.append(Left(event.at, msg("This can't be read as an event.")))
            return
        if not keys:
            return
        self.looks += [Left(event.at, why) for why in found.looks]
        if past := [str(one.repeat["done"]) for one in wanted if one.repeat and "done" in one.repeat]:
            done = date.fromisoformat(past[-1])
            why = msg("“{title}”: its days up to {day} are done.", title=brief(title), day=done)
            self.looks.append(Left(event.at, why))
        self.notes += bool(event.text("DESCRIPTION").strip())
        for happening in wanted:
            item = self._item(event, title, keys, happening, found.minutes)
            if item is not None:
                yield item

    def _apart(self, event: Event) -> str:
        """Why an event is not even looked at; "" where it is."""
        labels = event.labels()
        if event.text("CLASS").casefold() in PRIVATE:
            return "private"
        if is_of_days((*labels, self.calendar)):
            return "days"
        return "" if self.diary.is_chosen(event.text("SUMMARY"), labels, event.emails()) else "others"

    def _keys(self, event: Event, title: str) -> dict[str, Value]:
        """What is the same on each of its days."""
        workspace = self.workspace
        whose = self.diary.receivers(title, event.labels(), event.emails())
        if not whose and self.segment is None:
            self.strangers[title].append(event.at)
            return {}
        whose = whose or {"segments": (str(self.segment),)}
        channel = channel_in(title, self.diary.channels)
        if channel is None and "segments" in whose:
            theirs = (one for one in workspace.segments[whose["segments"][0]].channels if one in self.diary.channels)
            channel = next(theirs, "appointment")
        reach = workspace.channels[channel].reach if channel else "personal"
        kind = kind_of(title, event.text("DESCRIPTION")[:_JUDGED], ground_of(workspace.settings), reach)
        if (title, kind) not in self.told:  # days of a series that were moved are events of their own
            self.told.add((title, kind))
            self.looks.append(Left(event.at, _taken_for(title, kind, whose)))
        keys: dict[str, Value] = {**whose, "kind": kind}
        if channel:
            keys["channels"] = (channel,)
        return keys

    def _item(
        self, event: Event, title: str, keys: dict[str, Value], happening: Happening, minutes: int
    ) -> Item | None:
        (day, at), _, repeat = happening
        wanted = f"{id_of(title)}-{day.isoformat()}"
        self.made[wanted] += 1
        slug = wanted if self.made[wanted] == 1 else f"{wanted}-{self.made[wanted]}"
        if slug in self.taken:
            self.here.append(Left(event.at, msg("An entry “{slug}” is here already.", slug=slug)))
            return None
        try:
            when = written(day, at, self.workspace.settings.site.timezone)
        except Wrong as wrong:
            self.left.append(Left(event.at, wrong.message))
            return None
        is_tentative = event.text("STATUS").upper() == "TENTATIVE"
        is_past = day < self.today and not repeat
        status = "done" if is_past else "draft" if is_tentative else "ready"
        more: dict[str, Value] = {"minutes": str(minutes)} if minutes else {}
        if repeat:
            more["repeat"] = repeat
        return Item({"date": when, "title": title, "slug": slug, **keys, "status": status, **more}, event.at)


def read_calendar(
    path: Path,
    workspace: Workspace,
    today: date,
    segment: str | None,
    since: date | None = None,
    only: Sequence[str] = (),
    without: Sequence[str] = (),
) -> Brought:
    """All events of a file that are new and of clients; those of nobody are for `segment`. Raises `Refused`."""
    text = text_of(data_of(path, MOST), path.name)
    calendars = _parsed(text, path.name)
    zone = next((str(one["X-WR-TIMEZONE"]) for one in calendars if "X-WR-TIMEZONE" in one), "")
    zones = Zones(workspace.settings.site.timezone, zone)
    name = next((str(one["X-WR-CALNAME"]) for one in calendars if "X-WR-CALNAME" in one), "")
    taken = {entry.slug for entry in workspace.entries}
    reader = Reader(workspace, today, segment, since, zones, Diary(workspace, only, without), name, taken=taken)
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
    reader.left += _strangers(reader.strangers)
    reader.left += [Left(places[0], APART[why](len(places))) for why, places in reader.apart.items()]
    if reader.notes:
        why = nmsg(
            "The description of {n} event is not taken: the text of an entry is what clients read.",
            "The descriptions of {n} events are not taken: the text of an entry is what clients read.",
            reader.notes,
        )
        reader.left.append(Left(At(path.name), why))
    return Brought(entries=tuple(items), here=tuple(reader.here), left=tuple(reader.left), looks=tuple(reader.looks))


def _taken_for(title: str, kind: str, whose: Mapping[str, tuple[str, ...]]) -> Message:
    if "contacts" in whose:
        return msg("“{title}”: taken for `{kind}`, with {ids}.", title=brief(title), kind=kind, ids=whose["contacts"])
    return msg("“{title}”: taken for `{kind}`.", title=brief(title), kind=kind)


def _strangers(found: Mapping[str, list[At]]) -> Iterator[Left]:
    """Each title that names nobody once, and how all of them would be taken."""
    for title, places in found.items():
        why = nmsg(
            "“{title}” names no client and no segment.",
            "“{title}” ({n} times) names no client and no segment.",
            len(places),
            title=brief(title),
        )
        yield Left(places[0], why)
    if found:
        first = next(iter(found.values()))[0]
        why = msg(
            "What names nobody you know here is taken for private. To take it for a segment, add --segment, and choose "
            "with --only or --without and a word of the title."
        )
        yield Left(At(first.file), why)


def _parsed(text: str, name: str) -> list[Any]:
    from icalendar import Calendar

    if not re.search(r"^BEGIN:VCALENDAR[ \t]*$", text, re.MULTILINE | re.IGNORECASE):
        raise Refused(At(name), msg("There is no calendar in this file."))
    if len(_BEGIN.findall(text)) > MOST_EVENTS:
        raise Refused(At(name), msg("There are more than {most} events in this file.", most=MOST_EVENTS))
    try:
        return list(Calendar.from_ical(text.replace("\n", "\r\n"), multiple=True))
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OSError, RecursionError) as error:
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
