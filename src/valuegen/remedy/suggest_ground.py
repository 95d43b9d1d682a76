"""A segment with all that an entry to it can touch: its own entries, and those that its clients receive besides.

A check of that is short, and finds of a new entry what a check of everything would: no rule looks further than at the
segment, its clients and the entries that these receive. (What people do in a week is asked of everybody's entries: see
`suggest_days`.) Rules that read texts alone are left out, since a new entry has no text yet.
"""

from collections import Counter
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction

from valuegen.check import check
from valuegen.finding import Finding, Place
from valuegen.judge import NOTHING
from valuegen.model.entry import Entry
from valuegen.model.need import Need
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import receipts_of
from valuegen.plan.replan import with_added
from valuegen.plan.types import Plan
from valuegen.remedy.missing import GRAVE
from valuegen.remedy.same import CROWDING, SHARES
from valuegen.rules import ALL, too_quiet
from valuegen.rules.policy import Policy

OF_TEXTS = frozenset(
    "format disguised-pitch fake-personal mixed-address vanity-metric jargon gulp broken-link missing-alt same-address "
    "private-leak".split()
)
"""Rules that have nothing to say of an entry without a text, and of no other because of it."""
FIRST, LAST = Place(""), Place("\U0010ffff")
"""Where the new entry may be written: before all others of its day, or after them."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many findings there are of each sort, and how bad the worst of each is."""

    counts: Mapping[Hashable, int]
    weights: Mapping[Hashable, Fraction]


class Ground:
    """The part of a plan that matters to a segment, and what is found in it."""

    def __init__(self, plan: Plan, policy: Policy, segment: str) -> None:
        self.plan = part_of(plan, segment)
        self.policy = policy
        self.rules = [rule for rule in ALL if rule.NAME not in OF_TEXTS]
        found = self._grave(self.plan)
        self.before = _tally(found)
        self.found = tuple(found)

    def new(self, entry: Entry) -> tuple[Finding, ...]:
        """The errors and warnings that come of one entry more, wherever in its day it is written."""
        day = entry.date.day if entry.date else None
        neighbours = [each for each in self.plan.occurrences if each.day == day]
        places = (LAST, FIRST) if any(each.entry.allow for each in neighbours) else (LAST,)
        return tuple(finding for place in places for finding in self._new_at(entry, place))

    def gone(self, entry: Entry) -> tuple[Finding, ...]:
        """What that entry mends."""
        after = _tally(self._with(entry, LAST))
        return tuple(one for one in self.found if after.counts.get(_sort(one), 0) < self.before.counts[_sort(one)])

    def _new_at(self, entry: Entry, place: Place) -> Iterator[Finding]:
        found = self._with(entry, place)
        after = _tally(found)
        for finding in found:
            sort = _sort(finding)
            is_more = after.counts[sort] > self.before.counts.get(sort, 0)
            if is_more or after.weights[sort] > self.before.weights.get(sort, Fraction(0)):
                yield finding

    def _with(self, entry: Entry, place: Place) -> list[Finding]:
        entry.stand(place, {})
        plan = with_added(self.plan, entry)
        return self._grave(replace(plan, judged={**plan.judged, entry.slug: NOTHING}))

    def _grave(self, plan: Plan) -> list[Finding]:
        return [finding for finding in check(plan, self.policy, self.rules) if finding.level in GRAVE]


def part_of(plan: Plan, segment: str) -> Plan:
    """The plan of one segment and its clients, with everything that these receive."""
    workspace = plan.workspace
    relations = {id: plan.relations[id] for id in plan.members.get(segment, ()) if id in plan.relations}
    theirs = {name for relation in relations.values() for name in relation.contact.segments}
    segments = {id: one for id, one in workspace.segments.items() if id == segment or id in theirs}
    occurrences = _received(plan, segments, relations)
    lines = [line for relation in relations.values() for line in relation.log]
    entries = {each.entry.slug: each.entry for each in occurrences}
    part = replace(
        workspace,
        segments=segments,
        entries=tuple(entries.values()),
        needs=None if workspace.needs is None else _needs(plan, segments, relations),
        contacts=None if workspace.contacts is None else {id: one.contact for id, one in relations.items()},
        log=None if workspace.log is None else tuple(sorted(lines, key=lambda line: line.place)),
        vanities=(),
    )
    return replace(
        plan,
        workspace=part,
        occurrences=occurrences,
        receipts=receipts_of(occurrences, segments, relations),
        relations=relations,
        judged={slug: plan.judged[slug] for slug in entries if slug in plan.judged},
        members={id: tuple(one for one in plan.members.get(id, ()) if one in relations) for id in segments},
    )


def _received(plan: Plan, segments: Iterable[str], contacts: Iterable[str]) -> tuple[Occurrence, ...]:
    rows = [plan.received.get(id, ()) for id in segments]
    rows += [plan.receipts.by_contact.get(id, ()) for id in contacts]
    found = {id(each): each for row in rows for each in row}
    return tuple(sorted(found.values(), key=lambda each: each.order))


def _needs(plan: Plan, segments: Container[str], contacts: Container[str]) -> dict[str, Need]:
    needs = plan.workspace.needs or {}
    return {id: need for id, need in needs.items() if need.segment in segments or need.sender in contacts}


def _sort(finding: Finding) -> Hashable:
    """What makes a finding the same as another one, as for mends; of the silences of a segment, how many there are."""
    if finding.rule == too_quiet.NAME:
        return (finding.rule, finding.segment)
    if finding.rule in CROWDING:
        return (finding.rule, finding.segment, (finding.entry or "")[: len("2026-12-03")])
    contact = None if finding.rule in SHARES else finding.contact
    told = (finding.data.get("week"), finding.data.get("rule"))
    return (finding.rule, finding.segment, contact, finding.need, finding.entry, told)


def _tally(findings: Iterable[Finding]) -> Tally:
    counts: Counter[Hashable] = Counter()
    weights: dict[Hashable, Fraction] = {}
    for finding in findings:
        sort = _sort(finding)
        counts[sort] += 1
        weights[sort] = max(_weight(finding), weights.get(sort, Fraction(0)))
    return Tally(counts, weights)


def _weight(finding: Finding) -> Fraction:
    """How bad what counts in windows is: an entry that makes it worse does not fit either."""
    if finding.rule in CROWDING:
        return Fraction(finding.data["received"])
    if finding.rule in SHARES:
        return Fraction(finding.data["pitches"], finding.data["posts"])
    return Fraction(0)
