"""Who gets what: the planned entries that reach each segment and each contact.

Contacts × segments is never built. Contacts of the same segments, with the same wishes, named by the same entries
receive the same: they are one audience, and what it receives is gathered when somebody asks.
"""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.relation import Relation

Row = tuple[Occurrence, ...]
"""Planned entries in their order, each once."""
_by_order = attrgetter("order")


@dataclass(frozen=True, slots=True)
class Group:
    """Contacts who receive the same, and why they do. Of several segments, their order is no matter."""

    contacts: tuple[str, ...]
    segments: frozenset[str]
    opted_out: date | None
    no_pitches: date | None
    not_by: frozenset[str]

    @property
    def has_wishes(self) -> bool:
        """Whether something of what is sent to their segments may not reach them."""
        return self.opted_out is not None or self.no_pitches is not None or bool(self.not_by)

    def takes(self, occurrence: Occurrence) -> bool:
        """Whether their wishes let this entry through on its day."""
        return _lets_through(self.opted_out, self.no_pitches, self.not_by, occurrence)


@dataclass(frozen=True, slots=True)
class Receipts:
    """What everybody receives. `by_segment` and `by_contact`: the planned entries that name each, in their order."""

    by_segment: Mapping[str, Row]
    by_contact: Mapping[str, Row]
    groups: tuple[Group, ...]
    group_of: Mapping[str, Group]

    def of(self, contact: str) -> Row:
        """What a contact receives; nothing for one who is gone, or not known."""
        group = self.group_of.get(contact)
        return self.of_group(group) if group else ()

    def of_group(self, group: Group) -> Row:
        """What each contact of a group receives."""
        rows = [self.by_segment[segment] for segment in sorted(group.segments) if self.by_segment.get(segment)]
        own = self.by_contact.get(group.contacts[0], ())
        if own:
            rows.append(own)
        if not rows:
            return ()
        row = rows[0] if len(rows) == 1 else _joined(rows)
        return tuple(filter(group.takes, row)) if group.has_wishes else row

    def audiences(self) -> Iterator["Audience"]:
        """Every audience, in the order of its first contact; who is gone is in none."""
        return (Audience(group, self) for group in self.groups)

    def changed(self, gone: Iterable[Occurrence], come: Iterable[Occurrence]) -> "Receipts":
        """The same with some occurrences taken out and others put in, who must name no other set of contacts."""
        by_segment, by_contact = dict(self.by_segment), dict(self.by_contact)
        for occurrence in gone:
            for row_of, names in ((by_segment, occurrence.segments), (by_contact, occurrence.contacts)):
                for name in row_of.keys() & names:
                    row_of[name] = tuple(one for one in row_of[name] if one is not occurrence)
        for occurrence in come:
            if occurrence.is_planned:
                for segment in dict.fromkeys(occurrence.segments):
                    if segment in by_segment:
                        by_segment[segment] = put_in(by_segment[segment], occurrence)
                for contact in dict.fromkeys(occurrence.contacts):
                    by_contact[contact] = put_in(by_contact.get(contact, ()), occurrence)
        return Receipts(by_segment, by_contact, self.groups, self.group_of)


@dataclass(frozen=True, slots=True)
class Audience:
    """Contacts who receive the same."""

    group: Group
    receipts: Receipts

    @property
    def contacts(self) -> tuple[str, ...]:
        """Their ids, in the order of the file."""
        return self.group.contacts

    @property
    def segments(self) -> frozenset[str]:
        """The segments of each of them."""
        return self.group.segments

    @property
    def received(self) -> Row:
        """What each of them receives: gathered each time that it is asked."""
        return self.receipts.of_group(self.group)


def receipts_of(
    occurrences: Iterable[Occurrence], segments: Iterable[str], relations: Mapping[str, Relation]
) -> Receipts:
    """Who gets what, from occurrences in their order."""
    by_segment: dict[str, list[Occurrence]] = {segment: [] for segment in segments}
    by_contact: dict[str, list[Occurrence]] = {}
    named_by: dict[str, list[int]] = {}
    for number, occurrence in enumerate(occurrences):
        for contact in dict.fromkeys(occurrence.contacts):
            named_by.setdefault(contact, []).append(number)
        if occurrence.is_planned:
            for segment in dict.fromkeys(occurrence.segments):
                if segment in by_segment:
                    by_segment[segment].append(occurrence)
            for contact in dict.fromkeys(occurrence.contacts):
                by_contact.setdefault(contact, []).append(occurrence)
    groups = tuple(_groups(relations, {contact: tuple(numbers) for contact, numbers in named_by.items()}))
    return Receipts(
        {segment: tuple(row) for segment, row in by_segment.items()},
        {contact: tuple(row) for contact, row in by_contact.items()},
        groups,
        {contact: group for group in groups for contact in group.contacts},
    )


def receives(relation: Relation, occurrence: Occurrence) -> bool:
    """Whether an entry meant for this contact (by name, or as one of a segment) reaches them on its day."""
    contact = relation.contact
    return not relation.is_gone and _lets_through(relation.opted_out, relation.no_pitches, contact.not_by, occurrence)


def _lets_through(
    opted_out: date | None, no_pitches: date | None, not_by: Collection[str], occurrence: Occurrence
) -> bool:
    day = occurrence.day
    if day is None or (opted_out is not None and day >= opted_out):
        return False
    if occurrence.is_pitch and no_pitches is not None and day >= no_pitches:
        return False
    return not not_by or any(channel not in not_by for channel in occurrence.channels)


def put_in(row: Row, occurrence: Occurrence) -> Row:
    """A row with one more, in its place."""
    at = bisect_left(row, occurrence.order, key=_by_order)
    return (*row[:at], occurrence, *row[at:])


def _groups(relations: Mapping[str, Relation], named_by: Mapping[str, tuple[int, ...]]) -> Iterator[Group]:
    alike: dict[object, list[Relation]] = {}
    for relation in relations.values():
        if not relation.is_gone:
            wishes = (relation.opted_out, relation.no_pitches, frozenset(relation.contact.not_by))
            key = (frozenset(relation.contact.segments), *wishes, named_by.get(relation.id, ()))
            alike.setdefault(key, []).append(relation)
    for same in alike.values():
        contact, first = same[0].contact, same[0]
        ids = tuple(relation.id for relation in same)
        yield Group(ids, frozenset(contact.segments), first.opted_out, first.no_pitches, frozenset(contact.not_by))


def _joined(rows: list[Row]) -> Row:
    """Several rows as one. Each is in order already, which `sorted` makes use of."""
    each_once = {id(occurrence): occurrence for row in rows for occurrence in row}
    return tuple(sorted(each_once.values(), key=_by_order))
