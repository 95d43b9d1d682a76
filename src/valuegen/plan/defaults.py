"""Defaults in force (2-format.md): who speaks, by which channels, how long it takes.

A name that is not known is passed over here, so that whatever is asked of a plan is there: that it is wrong was said
when the workspace was read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from valuegen.model.channel import Channel
from valuegen.model.entry import Entry
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
    people: tuple[str, ...]

    @property
    def first_person(self) -> str:
        """Who has what nobody was named for."""
        return next(iter(self.people), "")

    def sides_of(self, entry: Entry) -> list[Side]:
        """The segments that an entry names, then the contacts."""
        found = [self.segments.get(segment) for segment in entry.segments]
        found += [self.contacts.get(contact) for contact in entry.contacts]
        return [side for side in found if side]

    def channels_of(self, entry: Entry, sides: Iterable[Side]) -> tuple[str, ...]:
        """An entry's own channels; else those of its segments, then those of its contacts, each once."""
        own = tuple(dict.fromkeys(channel for channel in entry.channels if channel in self.channels))
        found = own or tuple(dict.fromkeys(side.channel for side in sides))
        return found or (SEGMENT_CHANNEL if entry.segments else CONTACT_CHANNEL,)

    def author_of(self, entry: Entry, sides: Iterable[Side]) -> str:
        """Who speaks: said, else the owner of its first segment, or contact; else the first person."""
        if entry.author in self.people:
            return str(entry.author)
        return next((side.owner for side in sides), self.first_person)

    def reply_to_of(self, entry: Entry, author: str) -> str:
        """Whom one answers: said, else the author."""
        return str(entry.reply_to) if entry.reply_to in self.people else author

    def minutes_of(self, entry: Entry, channels: tuple[str, ...]) -> int:
        """Minutes it takes: said, else those of its channels together."""
        if entry.minutes is not None:
            return entry.minutes
        return sum(self.channels[channel].minutes for channel in channels)

    def publishes(self, channels: tuple[str, ...]) -> bool:
        """Whether one of these channels makes a page of the public site."""
        return any(self.channels[channel].publishes for channel in channels)


def defaults_of(workspace: Workspace) -> Defaults:
    """The defaults of a workspace."""
    return Defaults(
        {id: Side(owner_of_segment(workspace, id), channel_of_segment(workspace, id)) for id in workspace.segments},
        {
            id: Side(owner_of_contact(workspace, id), channel_of_contact(workspace, id))
            for id in workspace.contacts or {}
        },
        workspace.channels,
        tuple(workspace.people),
    )


def first_person(workspace: Workspace) -> str:
    """Who has what nobody was named for."""
    return next(iter(workspace.people), "")


def owner_of_segment(workspace: Workspace, id: str) -> str:
    """Who has the relation with a segment: said, else the first person."""
    segment = workspace.segments.get(id)
    said = segment.owner if segment else None
    return said if said in workspace.people and said else first_person(workspace)


def channel_of_segment(workspace: Workspace, id: str) -> str:
    """Of a segment's channels the first that publishes, else the first; of none: the blog."""
    theirs = _channels(workspace, id)
    publishing = (channel for channel in theirs if workspace.channels[channel].publishes)
    return next(publishing, next(iter(theirs), SEGMENT_CHANNEL))


def owner_of_contact(workspace: Workspace, id: str) -> str:
    """Who has the relation with a contact: said, else the owner of their first segment."""
    contact = (workspace.contacts or {})[id]
    if contact.owner and contact.owner in workspace.people:
        return contact.owner
    return owner_of_segment(workspace, next(iter(contact.segments), ""))


def channel_of_contact(workspace: Workspace, id: str) -> str:
    """By which channel one meets a contact: said, else the first personal one of their first segment, else email."""
    contact = (workspace.contacts or {})[id]
    if contact.channel and contact.channel in workspace.channels:
        return contact.channel
    theirs = _channels(workspace, next(iter(contact.segments), ""))
    return next((channel for channel in theirs if workspace.channels[channel].reach == "personal"), CONTACT_CHANNEL)


def _channels(workspace: Workspace, segment: str) -> list[str]:
    found = workspace.segments.get(segment)
    return [channel for channel in found.channels if channel in workspace.channels] if found else []
