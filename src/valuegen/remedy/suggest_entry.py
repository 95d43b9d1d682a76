"""The entries that may be suggested to a segment: for what need or topic, by whom, by which channel.

They are drafts with an `ask` and no text: titles are for the user to write.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.slug import slug_of
from valuegen.plan.types import Plan
from valuegen.remedy.suggest_parts import Keys
from valuegen.rules.site_pages import pages_of
from valuegen.words import msg, say

MOST_NAMED = 3
"""So many needs and topics are named."""
LONG_AGO = timedelta(days=90)
"""What nothing was said of since is neglected."""
VALUE = ("industry", "expertise", "reference", "conversation")
TITLES = {
    "industry": msg("Something useful"),
    "expertise": msg("What we know about it"),
    "reference": msg("Something to look up"),
    "conversation": msg("Something to ask"),
    "courtesy": msg("A few warm words"),
    "pitch": msg("What we offer"),
}
ASK = msg("…?")


@dataclass(frozen=True, slots=True)
class Aims:
    """What an entry to a segment could serve. `cares`: its topics, those least spoken of first."""

    needs: tuple[str, ...]
    neglected: tuple[str, ...]
    cares: tuple[str, ...]


class Matters:
    """The open needs and the names taken in a workspace; made once for all segments, never changed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._needs = _open_needs(plan)
        parts = {part.casefold() for page in pages_of(plan) for part in page.file.split("/")}
        self._taken = parts | {entry.slug for entry in plan.workspace.entries}

    def aims(self, segment: Segment) -> Aims:
        """What to serve them with."""
        last = _last_spoken_of(self._plan, segment)
        cares = sorted(segment.cares_about, key=lambda topic: last.get(slug_of(topic), date.min))
        since = self._plan.as_of.day - LONG_AGO
        neglected = [topic for topic in cares if last.get(slug_of(topic), date.min) <= since]
        return Aims(self._needs.get(segment.id, ())[:MOST_NAMED], tuple(neglected[:MOST_NAMED]), tuple(cares))

    def drafts(self, segment: Segment, kind: str, aims: Aims) -> Iterator[Keys]:
        """The entries that may be tried, the likeliest first: they differ in their channel."""
        language = self._plan.workspace.settings.site.language
        owner = self._plan.defaults.segments[segment.id].owner
        topics = _topics(self._plan, kind, aims, owner)
        author = _author(self._plan, kind, owner, topics)
        title = say(TITLES[kind], language)
        needs = aims.needs[:1] if kind in VALUE else ()
        about = (*needs, *topics, title)[0]
        keys: dict[str, str | tuple[str, ...]] = {
            "title": title,
            "slug": self._slug(slug_of(f"{slug_of(about)[:40]} {segment.id[:50]}")),
            "segments": (segment.id,),
            "kind": kind,
        }
        if topics:
            keys["topics"] = topics[:1]
        if needs:
            keys["answers"] = needs
        if author != owner:
            keys["author"] = author
        reply_to = _reply_to(self._plan, author)
        if reply_to != author:
            keys["reply_to"] = reply_to
        if kind != "courtesy":
            keys["ask"] = say(ASK, language)
        for channels in _ways(self._plan, segment, kind):
            yield {**keys, "channels": channels} if channels else keys

    def _slug(self, wanted: str) -> str:
        """A slug that no entry has, and no part of an address."""
        slug, number = wanted, 1
        while slug in self._taken:
            number += 1
            slug = f"{wanted}-{number}"
        return slug


def next_kinds(plan: Plan, segment: Segment) -> tuple[str, ...]:
    """What a segment needs next: the kind of value that it got least of, and an offer where something is sold."""
    first = plan.as_of.day - LONG_AGO
    row = [each for each in plan.received.get(segment.id, ()) if each.day and each.day > first]
    kinds = [kind for kind in VALUE if kind != "expertise" or _knows_any(plan, segment)]
    value = min(kinds, key=lambda kind: sum(each.kind == kind for each in row))
    sells = plan.workspace.settings.products or any(entry.kind == "pitch" for entry in plan.workspace.entries)
    return (value, "pitch") if sells else (value,)


def _open_needs(plan: Plan) -> dict[str, tuple[str, ...]]:
    """By segment, the needs that nobody thought of an answer to, the oldest first."""
    thought_of = {need for entry in plan.workspace.entries for need in entry.answers}
    found: dict[str, list[str]] = {}
    for need in sorted((plan.workspace.needs or {}).values(), key=lambda need: (need.heard, need.id)):
        if need.status == "open" and need.id not in thought_of:
            sender = (plan.workspace.contacts or {}).get(need.sender or "")
            theirs = sender.segments if sender else ()
            for segment in dict.fromkeys((need.segment,) if need.segment else theirs):
                found.setdefault(segment, []).append(need.id)
    return {segment: tuple(needs) for segment, needs in found.items()}


def _last_spoken_of(plan: Plan, segment: Segment) -> dict[str, date]:
    """By topic (as its address has it), the last day on which they get something about it."""
    found: dict[str, date] = {}
    for each in plan.received.get(segment.id, ()):
        for topic in each.entry.topics:
            if each.day:
                found[slug_of(topic)] = each.day
    return found


def _topics(plan: Plan, kind: str, aims: Aims, owner: str) -> tuple[str, ...]:
    """The topics to choose from, the best first; of an expert's, those that somebody who may sign it knows."""
    if kind not in VALUE or kind == "conversation":
        return ()
    if kind != "expertise":
        return aims.cares
    signers = [person for person in _signers(plan, owner) if person.knows]
    return tuple(topic for topic in aims.cares if any(_knows(person, topic) for person in signers)) or aims.cares


def _author(plan: Plan, kind: str, owner: str, topics: Sequence[str]) -> str:
    """Who may sign it: the owner of the relation, if they may and know; else the first who does."""
    signers = _signers(plan, owner)
    if kind == "expertise" and topics:
        signers = [person for person in signers if not person.knows or _knows(person, topics[0])] or signers
    return signers[0].id if signers else owner


def _signers(plan: Plan, owner: str) -> list[Person]:
    people = plan.workspace.people
    return [people[id] for id in dict.fromkeys((owner, *people)) if id in people and people[id].role != "assistant"]


def _reply_to(plan: Plan, author: str) -> str:
    """Whom one can answer: the author, else the first who has an address."""
    reachable = [person.id for person in _signers(plan, author) if person.email or person.phone]
    return reachable[0] if reachable else author


def _ways(plan: Plan, segment: Segment, kind: str) -> Iterator[tuple[str, ...]]:
    """Channels to be tried; () is what is in force by default. A question and a greeting go by a personal one first."""
    theirs = [plan.channel(id) for id in dict.fromkeys(segment.channels) if id in plan.workspace.channels]
    open_ways = [channel for channel in theirs if not channel.automated]
    personal = [(channel.id,) for channel in open_ways if channel.reach == "personal"]
    others = [(channel.id,) for channel in open_ways if channel.reach != "personal"]
    if kind in ("conversation", "courtesy"):
        yield from personal
        yield ()
    else:
        yield ()
        yield from personal
    yield from others


def _knows_any(plan: Plan, segment: Segment) -> bool:
    people = (person for person in plan.workspace.people.values() if person.role != "assistant")
    return any(_knows(person, topic) for person in people for topic in segment.cares_about)


def _knows(person: Person, topic: str) -> bool:
    return slug_of(topic) in {slug_of(known) for known in person.knows}
