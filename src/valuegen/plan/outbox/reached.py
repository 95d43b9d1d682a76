"""Whom an entry is brought to by a channel.

Nobody who asked not to be, is gone, takes no offers, or not by it; and nobody in a pause, as in the reminders.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from valuegen.model.need import Need
from valuegen.plan.closed_by import Closings
from valuegen.plan.due_entries import personal_ways, recipients
from valuegen.plan.outbox.forms import Form
from valuegen.plan.outbox.links import with_words
from valuegen.plan.outbox.types import Card, To, Words
from valuegen.plan.types import Occurrence, Plan, Relation
from valuegen.plan.ways import link_to

FULL = 120_000
"""So many characters of links a channel of an entry may have; who comes after that has a link without the words."""
NOTES, NEEDS = 3, 4


@dataclass(frozen=True, slots=True)
class Reached:
    """Who is reached, who has had it already, who can't be, and who is left in peace on that day."""

    to: tuple[To, ...] = ()
    told: int = 0
    unreachable: tuple[Relation, ...] = ()
    resting: tuple[Relation, ...] = ()


@dataclass(slots=True)
class _Gathering:
    """Made, filled and dropped within one call."""

    to: list[To] = field(default_factory=list)
    unreachable: list[Relation] = field(default_factory=list)
    resting: list[Relation] = field(default_factory=list)
    told: int = 0
    size: int = 0


def meant(plan: Plan, occurrence: Occurrence, channel: str, form: Form) -> Iterator[Relation]:
    """The clients whom an entry reaches by this channel on its day: by a personal one those whose way it is."""
    record = plan.channel(channel)
    if form in ("post", "video", "page", "none") or channel == "flyer":
        return
    if record.reach == "personal":
        yield from (relation for relation, way in personal_ways(plan, occurrence) if way == channel)
    else:
        yield from (one for one in recipients(plan, occurrence) if channel not in one.contact.not_by)


def reached(plan: Plan, occurrence: Occurrence, channel: str, form: Form, words: Words, closings: Closings) -> Reached:
    """Those, each with their link."""
    found, day = _Gathering(), sent_on(plan, occurrence)
    for relation in meant(plan, occurrence, channel, form):
        if closings.has_told(relation.id, occurrence):
            found.told += 1
        elif relation.calendar.is_free(day):
            found.resting.append(relation)
        else:
            _gather(plan, channel, form, words, relation, found)
    return Reached(tuple(found.to), found.told, tuple(found.unreachable), tuple(found.resting))


def sent_on(plan: Plan, occurrence: Occurrence) -> date:
    """The day on which it can be sent: its own, today if that is past, or the first later one that is not closed."""
    today = plan.as_of.day
    return plan.closed.next_working(max(occurrence.day or today, today))


def _gather(plan: Plan, channel: str, form: Form, words: Words, relation: Relation, found: _Gathering) -> None:
    is_list = plan.channel(channel).reach != "personal"
    if form == "mail" and not relation.contact.email:
        found.unreachable.append(relation)
        return
    link = None if is_list else link_to(plan, relation, channel)
    if link is None:
        found.to.append(To(relation))
        return
    opened, is_whole = with_words(link, words) if words.text and found.size < FULL else (link, False)
    found.size += len(opened)
    found.to.append(To(relation, opened, is_whole))


def card_of(plan: Plan, occurrence: Occurrence, to: To, needs: Iterable[Need]) -> Card:
    """What to have in mind before one speaks to them: open needs, first of all the one that this entry answers."""
    answered = occurrence.entry.answers
    theirs = [need for need in needs if need.status == "open" or need.id in answered]
    theirs.sort(key=lambda need: need.id not in answered)
    noted = [line for line in to.relation.log if line.note and line.date.day <= plan.as_of.day]
    return Card(to, tuple(theirs[:NEEDS]), answered, tuple(reversed(noted[-NOTES:])))
