"""An entry goes out where its segment is not, or by a channel that a client does not want.

# Why
Be where your client is. What is said elsewhere is not heard; and somebody who asked not to be reached by a channel
meant it.

# Options
None. It compares the `channels` that an entry names itself with those of each of its segments that has some, and with
the `not_by` of each client it names.

# Fails
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, channels: [blog, whatsapp]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], not_by: [call]}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas, segments: [panaderias], kind: industry, channels: [blog, linkedin]}  # here
- {date: 2026-12-10, title: Una llamada, contacts: [rosa], kind: conversation, channels: [call]}  # here
```

# Passes
```yaml
# content/segments.yaml
panaderias: {name: Panaderías de barrio, channels: [blog, whatsapp]}
```
```yaml
# content/private/contacts.yaml
rosa: {name: Rosa Díaz, segments: [panaderias], not_by: [call]}
```
```yaml
# content/calendar/2026-12.yaml
- {date: 2026-12-03, title: Tres cuentas, segments: [panaderias], kind: industry, channels: [blog]}
- {date: 2026-12-10, title: Una visita, contacts: [rosa], kind: conversation, channels: [visit]}
```
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from valuegen.finding import Mend, Place
from valuegen.model.entry import Entry
from valuegen.model.segment import Segment
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.found import Found, Policy, Traits
from valuegen.words import Message, msg

NAME = "wrong-channel"
TRAITS = Traits("warning", of_segments=True)


def check(plan: Plan, policy: Policy) -> Iterator[Found]:
    """At each entry, for each of its segments and clients to whom a channel of its own does not lead."""
    segments = plan.workspace.segments
    for occurrence in plan.occurrences:
        own = [channel for channel in dict.fromkeys(_own(occurrence.entry)) if channel in plan.workspace.channels]
        if not own or not occurrence.is_planned:
            continue
        for id in dict.fromkeys(occurrence.segments):
            if id in segments and segments[id].channels:
                strange = [channel for channel in own if channel not in segments[id].channels]
                if strange:
                    yield _strange(occurrence, segments[id], strange)
        for contact in dict.fromkeys(occurrence.contacts):
            relation = plan.relations.get(contact)
            unwanted = [channel for channel in own if relation and channel in relation.contact.not_by]
            if unwanted:
                yield _unwanted(occurrence, contact, unwanted)


def _own(entry: Entry) -> Sequence[str]:
    """The channels that it names; a Markdown post that names none has `blog`, at the place where the post begins."""
    is_post = entry.place.file.endswith(".md")
    return () if is_post and entry.where("channels", 0) == entry.place else entry.channels


def _strange(occurrence: Occurrence, segment: Segment, channels: Sequence[str]) -> Found:
    return Found(
        message=msg(
            "“{title}” goes out by {channels}, which “{segment}” does not use.",
            title=occurrence.entry.title,
            channels=_named(tuple(channels)),
            segment=segment.name,
        ),
        place=_place(occurrence, channels),
        mend=Mend(
            msg(
                "You reach them by {theirs:or}: choose one of these. If they use {channels} too, add it to "
                "their `channels`.",
                theirs=_named(segment.channels),
                channels=_named(tuple(channels)),
            )
        ),
        occurrence=occurrence,
        segment=segment.id,
        data={"channels": list(channels)},
    )


def _unwanted(occurrence: Occurrence, contact: str, channels: Sequence[str]) -> Found:
    return Found(
        message=msg(
            "“{title}” goes out by {channels}, and “{contact}” does not want to be reached that way.",
            title=occurrence.entry.title,
            channels=_named(tuple(channels)),
            contact=contact,
        ),
        place=_place(occurrence, channels),
        mend=Mend(msg("Choose another channel, or leave “{contact}” out.", contact=contact)),
        occurrence=occurrence,
        contact=contact,
        data={"channels": list(channels)},
    )


@lru_cache(1024)  # the same few come back in entry after entry
def _named(channels: tuple[str, ...]) -> tuple[Message, ...]:
    return tuple(msg("“{channel}”", channel=channel) for channel in channels)


def _place(occurrence: Occurrence, channels: Sequence[str]) -> Place:
    return occurrence.entry.where("channels", occurrence.entry.channels.index(channels[0]))
