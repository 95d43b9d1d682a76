"""Defaults in force (2-format.md): who speaks, by which channels, how long it takes.

A name that is not known is passed over here: that it is wrong was said when the workspace was read.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.segment import Segment
from valuegen.model.workspace import Workspace

SEGMENT_CHANNEL = "blog"
CONTACT_CHANNEL = "email"


@dataclass(frozen=True, slots=True)
class Side:
    """What an entry to a segment, or to a contact, takes from them: who owns the relation, and a channel."""

    owner: str
    channel: str


@dataclass(frozen=True, slots=True)
class Defaults:
    """What segments and contacts give to the entries that name them; each worked out once."""

    segments: Mapping[str, Side]
    contacts: Mapping[str, Side]
    channels: Mapping[str, Channel]
    first_person: str

    def channels_of(self, entry: Entry) -> tuple[str, ...]:
        """An entry's own channels; else those of its segments, then those of its contacts, each once."""
        if entry.channels:
            return tuple(dict.fromkeys(entry.channels))
        found = tuple(dict.fromkeys(side.channel for side in self._sides(entry)))
        return found or (SEGMENT_CHANNEL if entry.segments else CONTACT_CHANNEL,)

    def author_of(self, entry: Entry) -> str:
        """Who speaks: said, else the owner of its first segment, or contact; else the first person."""
        sides = self._sides(entry)
        return entry.author or (sides[0].owner if sides else self.first_person)

    def minutes_of(self, entry: Entry, channels: tuple[str, ...]) -> int:
        """Minutes it takes: said, else those of its channels together."""
        if entry.minutes is not None:
            return entry.minutes
        return sum(self.channels[channel].minutes for channel in channels if channel in self.channels)

    def publishes(self, channels: tuple[str, ...]) -> bool:
        """Whether one of these channels makes a page of the public site."""
        return any(self.channels[channel].publishes for channel in channels if channel in self.channels)

    def _sides(self, entry: Entry) -> list[Side]:
        found = [self.segments.get(segment) for segment in entry.segments]
        found += [self.contacts.get(contact) for contact in entry.contacts]
        return [side for side in found if side]


def defaults_of(workspace: Workspace) -> Defaults:
    """The defaults of a workspace."""
    first_person = next(iter(workspace.people), "")
    segments = {
        id: Side(segment.owner or first_person, segment_channel(segment, workspace.channels))
        for id, segment in workspace.segments.items()
    }
    contacts = {
        id: Side(
            contact_owner(contact, workspace.segments, first_person),
            contact_channel(contact, workspace.segments, workspace.channels),
        )
        for id, contact in (workspace.contacts or {}).items()
    }
    return Defaults(segments, contacts, workspace.channels, first_person)


def segment_owner(segment: Segment, first_person: str) -> str:
    """Who has the relation with a segment: said, else the first person."""
    return segment.owner or first_person


def segment_channel(segment: Segment, channels: Mapping[str, Channel]) -> str:
    """Of a segment's channels the first that publishes, else the first; of none: the blog."""
    publishing = (channel for channel in segment.channels if channel in channels and channels[channel].publishes)
    return next(publishing, next(iter(segment.channels), SEGMENT_CHANNEL))


def contact_owner(contact: Contact, segments: Mapping[str, Segment], first_person: str) -> str:
    """Who has the relation with a contact: said, else the owner of their first segment."""
    first = segments.get(next(iter(contact.segments), ""))
    return contact.owner or (segment_owner(first, first_person) if first else first_person)


def contact_channel(contact: Contact, segments: Mapping[str, Segment], channels: Mapping[str, Channel]) -> str:
    """By which channel one meets a contact: said, else the first personal one of their first segment, else email."""
    if contact.channel:
        return contact.channel
    first = segments.get(next(iter(contact.segments), ""))
    theirs = first.channels if first else ()
    personal = (channel for channel in theirs if channel in channels and channels[channel].reach == "personal")
    return next(personal, CONTACT_CHANNEL)
