"""The channels in force of an entry, as far as reading needs them: on one that publishes some things can't be.

`plan/defaults` is where they are worked out for all else; here also records with mistakes are asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.segment import Segment


@dataclass(frozen=True, slots=True)
class InForce:
    """What gives an entry its channels: segments and contacts by id, what is left of those with mistakes too."""

    segments: Mapping[str, Segment]
    contacts: Mapping[str, Contact]
    channels: Mapping[str, Channel]

    def publishes(self, entry: Entry) -> bool:
        """Whether a channel in force of an entry publishes."""
        return any(self.channels[id].publishes for id in self._of(entry) if id in self.channels)

    def _of(self, entry: Entry) -> Iterator[str]:
        """An entry's own channels; else those of its segments, and of its contacts."""
        if entry.channels:
            yield from entry.channels
            return
        for id in entry.segments:
            if id in self.segments:
                yield self._of_segment(self.segments[id])
        for id in entry.contacts:
            if id in self.contacts:
                yield self._of_contact(self.contacts[id])

    def _of_segment(self, segment: Segment) -> str:
        """The first that publishes, else the first; of a segment that says none: the blog."""
        publishing = (id for id in segment.channels if id in self.channels and self.channels[id].publishes)
        return next(publishing, segment.channels[0] if segment.channels else "blog")

    def _of_contact(self, contact: Contact) -> str:
        """Their own, else the first personal one of their first segment, else email."""
        if contact.channel is not None:
            return contact.channel
        first = self.segments.get(next(iter(contact.segments), ""))
        theirs = first.channels if first is not None else ()
        personal = (id for id in theirs if id in self.channels and self.channels[id].reach == "personal")
        return next(personal, "email")
