"""What happened with a client and what will, as events: entries they received, lines of the log, needs they said.

Who receives the same has the same entries: these are made once for all of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from heapq import merge
from itertools import groupby

from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.pages.planner.contact_views import Event, Stretch
from valuegen.pages.planner.contact_words import happened, shape_of
from valuegen.pages.planner.frame import Desk, entry_file, outbox_file
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.mentions import channel_link, entry_link, person_link
from valuegen.pages.views import Link
from valuegen.plan.due_silences import is_touch
from valuegen.plan.outbox import waits
from valuegen.plan.received import Group
from valuegen.plan.types import Occurrence, Relation
from valuegen.words import msg, nmsg, written

AHEAD = 8
"""So many of what comes are shown."""
RECENT = 60
"""So many events of the past are shown at most; the older ones are counted."""
YEAR = timedelta(days=365)
OUTCOMES = frozenset({"sale", "referral", "helped", "testimonial", "stage", "lost"})


@dataclass(frozen=True, slots=True)
class Received:
    """What each of a group receives: what is past (the latest `RECENT`, and how many there are), and what comes."""

    past: tuple[Event, ...]
    count: int
    ahead: tuple[Event, ...]
    touched: date | None
    """The last day up to today on which something reached them that was not broadcast."""
    touch: Event | None


NOTHING = Received((), 0, (), None, None)


class Story:
    """What all clients received; made once, never changed but for what it remembers."""

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk, self._ledger = desk, ledger
        self._events: dict[str, Event] = {}
        self._received: dict[int, Received] = {}

    def received(self, contact: str) -> Received:
        """What a client receives, by the entries."""
        group = self._desk.plan.receipts.group_of.get(contact)
        if group is None:
            return NOTHING
        if id(group) not in self._received:
            self._received[id(group)] = self._of_group(group)
        return self._received[id(group)]

    def _of_group(self, group: Group) -> Received:
        plan = self._desk.plan
        row, today = plan.receipts.of_group(group), plan.as_of.day
        gone = [one for one in row if one.day and (one.day < today or (one.day == today and one.status == "done"))]
        coming = row[len(gone) :]
        touches = [one for one in gone if is_touch(plan, one, group.not_by)]
        return Received(
            tuple(self._entry(one) for one in gone[-RECENT:]),
            len(gone),
            tuple(self._entry(one) for one in coming[:AHEAD]),
            touches[-1].day if touches else None,
            self._entry(touches[-1]) if touches else None,
        )

    def _entry(self, occurrence: Occurrence) -> Event:
        if occurrence.id not in self._events:
            self._events[occurrence.id] = entry_event(self._desk, occurrence)
        return self._events[occurrence.id]

    def past(self, relation: Relation) -> tuple[list[Event], int]:
        """What happened with a client, the newest first, and how many events older than these there are.

        An entry that a line of the log says was brought to them is told by that line.
        """
        received, today = self.received(relation.id), self._desk.plan.as_of.day
        lines = [line for line in relation.log if line.date.day <= today]
        told = {found.id for line in lines if line.by and (found := self._ledger.meant(line))}
        entries = [event for event in received.past if event.href not in {entry_file(id) for id in told}]
        needs = [need for need in self._ledger.needs_of(relation.id) if need.heard <= today]
        events = merge(
            sorted((line_event(self._desk, self._ledger, line) for line in lines[-RECENT:]), key=_day),
            entries,
            sorted((need_event(self._desk, need) for need in needs[-RECENT:]), key=_day),
            key=_day,
        )
        whole = list(events)[::-1]
        return whole[:RECENT], max(0, received.count + len(lines) + len(needs) - len(told) - min(len(whole), RECENT))


def _day(event: Event) -> date:
    return event.day


def entry_event(desk: Desk, occurrence: Occurrence) -> Event:
    """An entry that somebody receives."""
    assert occurrence.day
    mark = desk.marks[occurrence.kind]
    is_sent = any(not desk.plan.channel(channel).publishes for channel in occurrence.channels)
    return Event(
        day=occurrence.day,
        side="entry",
        shape=mark.shape,
        said=mark.label,
        text=occurrence.entry.title,
        href=entry_file(occurrence.id),
        about=tuple(channel_link(desk, channel) for channel in occurrence.channels),
        words=outbox_file(occurrence.id) if is_sent and waits(desk.plan, occurrence) else "",
        at=f"{occurrence.at:%H:%M}" if occurrence.at else "",
        kind=occurrence.kind,
    )


def line_event(desk: Desk, ledger: Ledger, line: LogLine) -> Event:
    """A line of the log."""
    return Event(
        day=line.date.day,
        side="outcome" if line.what in OUTCOMES else "ours" if line.by else "theirs",
        shape=shape_of(line),
        said=happened(desk, line),
        text="",
        href="",
        note=line.quote or line.note or "",
        about=tuple(_about(desk, ledger, line)),
        at=f"{line.date.at:%H:%M}" if line.date.at else "",
    )


def _about(desk: Desk, ledger: Ledger, line: LogLine) -> Iterator[Link]:
    entry = ledger.meant(line)
    if entry:
        yield entry_link(desk, entry)
    if line.by:
        yield person_link(desk, line.by)
    if line.channel:
        yield channel_link(desk, line.channel)
    if line.minutes:
        yield Link(desk.say(nmsg("{n} minute", "{n} minutes", line.minutes)), "")


def need_event(desk: Desk, need: Need) -> Event:
    """Something that a client said they need."""
    asked = desk.say(msg("They asked for: {asked}", asked=need.asked)) if need.asked else ""
    where = (channel_link(desk, need.channel),) if need.channel else ()
    return Event(
        need.heard,
        "need",
        "?",
        desk.say(msg("They need")),
        need.needs,
        desk.needs.place(need.id),
        note=asked,
        about=where,
    )


def by_month(desk: Desk, events: Iterable[Event]) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Events, the newest first, as the months of the last year, and the years before it."""
    edge = desk.plan.as_of.day - YEAR
    months: list[Stretch] = []
    years: list[Stretch] = []
    for (is_recent, number), of_part in groupby(events, key=lambda event: _part(event, edge)):
        part = tuple(of_part)
        name = written(part[0].day, desk.language, "yMMMM") if is_recent else str(number)
        (months if is_recent else years).append(Stretch(name[0].upper() + name[1:], part))
    return tuple(months), tuple(years)


def _part(event: Event, edge: date) -> tuple[bool, int]:
    is_recent = event.day > edge
    return (is_recent, event.day.year * 12 + event.day.month if is_recent else event.day.year)


def without_words(events: Iterable[Event]) -> tuple[Event, ...]:
    """Events with no way to the words to send."""
    return tuple(replace(event, words="") for event in events)
