"""What is known of an entry, as names and values; whatever is mentioned is a link."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from heapq import merge
from itertools import islice

from valuegen.model.entry import Entry
from valuegen.pages.planner.frame import Desk, entry_file, month_file
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.mentions import (
    channel_link,
    contact_link,
    cut_short,
    entry_link,
    need_link,
    person_link,
    segment_link,
)
from valuegen.pages.planner.views import Fact
from valuegen.pages.views import Link
from valuegen.plan import addresses
from valuegen.plan.received import Group
from valuegen.plan.receivers import Receivers
from valuegen.plan.types import Occurrence
from valuegen.words import Message, msg, nmsg, written

NAMED = 12
"""So many recipients are named; the rest are counted."""


class EntryFacts:
    """Looks up whom entries reach, and the other days of a repetition; made once, never changed."""

    def __init__(self, desk: Desk, ledger: Ledger) -> None:
        self._desk, self._ledger = desk, ledger
        self._receivers = Receivers(desk.plan.receipts)
        self._position = {id: number for number, id in enumerate(desk.plan.relations)}
        self._beside = _neighbours(desk)

    def of(self, occurrence: Occurrence) -> tuple[Fact, ...]:
        """All that is known of it."""
        parts = (self._when_and_who, self._whom, self._what_for, self._afterwards)
        return tuple(fact for part in parts for fact in part(occurrence))

    def _fact(self, name: Message, *values: Link) -> Fact:
        return Fact(self._desk.say(name), values)

    def _text(self, said: Message | str, href: str = "") -> Link:
        return Link(self._desk.say(said), href)

    def _when_and_who(self, one: Occurrence) -> Iterator[Fact]:
        desk, entry = self._desk, one.entry
        if one.day:
            yield self._fact(msg("Day"), self._text(msg("{day:full}", day=one.day), month_file(one.day)))
        before, after = self._beside.get(one.id, (None, None))
        if before or after:
            days = [Link(written(two.day, desk.language), entry_file(two.id)) for two in (before, after) if two]
            yield self._fact(msg("The same on other days"), *days)
        yield self._fact(msg("Who speaks"), person_link(desk, one.author))
        if entry.writer:
            yield self._fact(msg("Who writes it"), person_link(desk, entry.writer))
        if one.reply_to and one.reply_to != one.author:
            yield self._fact(msg("Who is answered to"), person_link(desk, one.reply_to))

    def _whom(self, one: Occurrence) -> Iterator[Fact]:
        desk = self._desk
        if one.segments:
            yield self._fact(msg("For"), *(segment_link(desk, id) for id in one.segments))
        groups = [group for group in self._receivers.of(one) if self._may_still(group, one)]
        count = sum(len(group.contacts) for group in groups)
        if count:
            in_order = merge(*(group.contacts for group in groups), key=self._position.__getitem__)
            links = [contact_link(desk, id) for id in islice(in_order, NAMED)]
            if count > NAMED:
                links.append(self._text(nmsg("and {n} more", "and {n} more", count - NAMED)))
            yield self._fact(msg("Who received it") if _is_sent(one) else msg("Who receives it"), *links)

    def _may_still(self, group: Group, one: Occurrence) -> bool:
        """Whether they may hear of it today; what they did receive is what happened, whatever they wish since."""
        today = self._desk.plan.as_of.day
        if _is_sent(one):
            return True
        if group.opted_out is not None and today >= group.opted_out:
            return False
        return not one.is_pitch or group.no_pitches is None or today < group.no_pitches

    def _what_for(self, one: Occurrence) -> Iterator[Fact]:
        desk, entry, workspace = self._desk, one.entry, self._desk.plan.workspace
        yield self._fact(msg("Where"), *(channel_link(desk, id) for id in one.channels))
        minutes = self._text(nmsg("{n} minute", "{n} minutes", one.minutes))
        spent = sum(line.minutes or 0 for line in self._ledger.lines_of(one.id))
        yield self._fact(msg("Time it takes"), minutes)
        if spent:
            yield self._fact(msg("Time it took, by the log"), self._text(nmsg("{n} minute", "{n} minutes", spent)))
        if entry.topics:
            yield self._fact(msg("Topics"), *(Link(topic, "") for topic in entry.topics))
        needs = [(workspace.needs or {})[id] for id in entry.answers if id in (workspace.needs or {})]
        if needs:
            yield self._fact(msg("Need it answers"), *(need_link(desk, need.id) for need in needs))
        senders = list(dict.fromkeys(need.sender for need in needs if need.sender))
        if senders:
            links = [contact_link(desk, id) for id in senders]
            yield self._fact(msg("Who asked for it"), *cut_short(desk, links, NAMED))
        product = next((each for each in workspace.settings.products if each.id == entry.product), None)
        if product:
            yield self._fact(msg("What it offers"), Link(product.name, product.url or ""))
        if entry.sources:
            yield self._fact(msg("Sources"), *(Link(source, source) for source in entry.sources))

    def _afterwards(self, one: Occurrence) -> Iterator[Fact]:
        desk, entry = self._desk, one.entry
        address = self._address(one)
        if address:
            name = msg("Its page on the site") if _is_out(one, desk.plan.as_of.day) else msg("Where it will be")
            yield self._fact(name, address)
        if entry.question:
            yield self._fact(msg("Question it answers"), Link(entry.question, ""))
        if entry.image:
            yield self._fact(msg("Its picture"), Link(entry.image.alt or entry.image.src, ""))
        if entry.read_next:
            yield self._fact(msg("To read next"), *(self._next(name) for name in entry.read_next))
        if entry.approved:
            by = person_link(desk, entry.approved.by)
            said = msg("{name}, on {day}", name=by.text, day=entry.approved.on)
            yield self._fact(msg("Who approved it"), self._text(said, by.href))
        for name, day in _days(one):
            if day:
                yield self._fact(name, Link(written(day, desk.language), ""))
        if entry.allow:
            silences = (Link(f"{rule}: {reason}", "") for rule, reason in entry.allow.items())
            yield self._fact(msg("What you chose not to be told"), *silences)

    def _address(self, one: Occurrence) -> Link | None:
        """Its page on the public site, to follow once it is there."""
        desk, site = self._desk, self._desk.plan.workspace.settings.site
        if not one.publishes or one.day is None or one.entry.slug not in desk.plan.prose:
            return None
        address = addresses.post(site.permalinks, one.entry.slug, one.day)
        whole = f"{site.url.rstrip('/')}{address}"
        return Link(whole, whole if _is_out(one, desk.plan.as_of.day) else "")

    def _next(self, name: str) -> Link:
        found = self._desk.by_slug.get(name)
        return entry_link(self._desk, self._desk.entries[found]) if found else Link(name, name if "://" in name else "")


def _is_sent(one: Occurrence) -> bool:
    return one.status == "done" or (one.is_past and one.is_planned)


def _is_out(one: Occurrence, today: date) -> bool:
    """Whether the public site has it."""
    expires = one.entry.expires
    is_there = one.status in ("ready", "done") and one.day is not None and one.day <= today
    return is_there and (expires is None or expires > today)


def _days(one: Occurrence) -> tuple[tuple[Message, date | None], ...]:
    entry: Entry = one.entry
    review = one.day + timedelta(days=entry.review) if entry.review and one.day else None
    return (
        (msg("To be looked at again"), review),
        (msg("Leaves the site"), entry.expires),
        (msg("Repeats until"), entry.repeat.until if entry.repeat else None),
    )


def _neighbours(desk: Desk) -> Mapping[str, tuple[Occurrence | None, Occurrence | None]]:
    """Of each day of a repetition, the day before it and the day after it."""
    same: dict[str, list[Occurrence]] = {}
    for one in desk.plan.occurrences:
        if one.entry.repeat and one.day:
            same.setdefault(one.entry.slug, []).append(one)
    found: dict[str, tuple[Occurrence | None, Occurrence | None]] = {}
    for row in same.values():
        for number, one in enumerate(row):
            after = row[number + 1] if number + 1 < len(row) else None
            found[one.id] = (row[number - 1] if number else None, after)
    return found
