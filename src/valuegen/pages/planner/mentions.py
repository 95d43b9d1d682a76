"""From whatever a page mentions to its own page: clients, needs, segments, people, channels, entries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from valuegen.finding import Finding
from valuegen.pages.planner.frame import (
    Desk,
    channel_place,
    contact_file,
    entry_file,
    segment_file,
)
from valuegen.pages.views import Link
from valuegen.plan.types import Occurrence, Reminder
from valuegen.words import Message, msg, nmsg

NAMED = 6
"""So many are named in a line; the rest are counted."""


def contact_link(desk: Desk, id: str) -> Link:
    """A client, by name; one who is not in the files by their id alone."""
    relation = desk.plan.relations.get(id)
    return Link(relation.contact.name, contact_file(id)) if relation else Link(id, "")


def segment_link(desk: Desk, id: str) -> Link:
    """A segment, by name."""
    return desk.once(_segment_link, id)


def _segment_link(desk: Desk, id: str) -> Link:
    segment = desk.plan.workspace.segments.get(id)
    return Link(segment.name, segment_file(id)) if segment else Link(id, "")


def person_link(desk: Desk, id: str) -> Link:
    """One of the team, by name."""
    return desk.once(_person_link, id)


def _person_link(desk: Desk, id: str) -> Link:
    person = desk.plan.workspace.people.get(id)
    return Link(person.name, desk.person_place(id)) if person else Link(id, "")


def channel_link(desk: Desk, id: str) -> Link:
    """A channel, by its label."""
    return desk.once(_channel_link, id)


def _channel_link(desk: Desk, id: str) -> Link:
    known = id in desk.plan.workspace.channels
    return Link(desk.say(desk.plan.channel(id).label), channel_place(id)) if known else Link(id, "")


def entry_link(desk: Desk, occurrence: Occurrence) -> Link:
    """An entry, by its title."""
    return Link(occurrence.entry.title, entry_file(occurrence.id))


def need_link(desk: Desk, id: str) -> Link:
    """A need, by what helps."""
    need = (desk.plan.workspace.needs or {}).get(id)
    return Link(need.needs, desk.needs.place(id)) if need else Link(id, "")


def to_links(desk: Desk, occurrence: Occurrence, most: int = NAMED) -> tuple[Link, ...]:
    """The segments and clients that an entry names; of very many, the first and how many more there are."""
    segments = [segment_link(desk, id) for id in occurrence.segments]
    return cut_short(desk, [*segments, *(contact_link(desk, id) for id in occurrence.contacts)], most)


def cut_short(desk: Desk, links: list[Link], most: int) -> tuple[Link, ...]:
    """So many of them, and how many more there are."""
    more = len(links) - most
    if more <= 0:
        return tuple(links)
    return (*links[:most], Link(desk.say(nmsg("and {n} more", "and {n} more", more)), ""))


def of_reminder(desk: Desk, reminder: Reminder) -> tuple[Link, ...]:
    """What a reminder speaks of, what it is mainly about first. Its words name the entry and the need already."""
    found = []
    if reminder.entry and reminder.entry in desk.entries:
        found.append(Link(desk.say(msg("the entry")), entry_file(reminder.entry)))
    if reminder.contact:
        found.append(contact_link(desk, reminder.contact))
    if reminder.need and reminder.need in (desk.plan.workspace.needs or {}):
        found.append(Link(desk.say(msg("what they need")), desk.needs.place(reminder.need)))
    if reminder.segment and not found:
        found.append(segment_link(desk, reminder.segment))
    if reminder.channel:
        found.append(channel_link(desk, reminder.channel))
    return tuple(_leading_somewhere(found))


def by_name(desk: Desk, message: Message) -> Message:
    """A message that calls clients and needs by id, as findings do, by what they are called in the planner."""
    values = {key: _by_name(desk, key, value) for key, value in message.values.items()}
    return replace(message, values=values) if values != message.values else message


def _by_name(desk: Desk, key: str, value: Any) -> Any:
    if isinstance(value, Message):
        return by_name(desk, value)
    if isinstance(value, tuple | list):
        return tuple(_by_name(desk, key, one) for one in value)
    if key == "contact" and isinstance(value, str) and value in desk.plan.relations:
        return desk.plan.relations[value].contact.name
    if key == "need" and isinstance(value, str):
        return need_link(desk, value).text
    return value


def of_finding(desk: Desk, finding: Finding) -> tuple[Link, ...]:
    """What a finding speaks of, what it is mainly about first; then the clients that it names."""
    found = []
    if finding.entry and finding.entry in desk.entries:
        found.append(entry_link(desk, desk.entries[finding.entry]))
    if finding.need:
        found.append(need_link(desk, finding.need))
    if finding.contact:
        found.append(contact_link(desk, finding.contact))
    if finding.segment:
        found.append(segment_link(desk, finding.segment))
    named = [contact_link(desk, id) for id in _named(finding.message)]
    return tuple(dict.fromkeys(_leading_somewhere([*found, *named])))


def _named(message: Message) -> Iterator[str]:
    """The ids by which a message calls clients."""
    for key, value in message.values.items():
        for one in value if isinstance(value, tuple | list) else (value,):
            if isinstance(one, Message):
                yield from _named(one)
            elif key == "contact" and isinstance(one, str):
                yield one


def _leading_somewhere(links: Iterable[Link]) -> Iterable[Link]:
    return (link for link in links if link.href)
