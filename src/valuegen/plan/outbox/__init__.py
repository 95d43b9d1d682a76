"""The outbox: for each planned entry and channel the words to send by hand, in that channel's form (4-output.md).

Nothing here sends anything. A pure function of a plan.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from valuegen.model.channel import Channel
from valuegen.plan.closed_by import Closings
from valuegen.plan.due_needs import needs_by_sender
from valuegen.plan.outbox.forms import Form, form_of
from valuegen.plan.outbox.lengths import beginning, length_on, room_of
from valuegen.plan.outbox.places import Places
from valuegen.plan.outbox.reached import card_of, reached
from valuegen.plan.outbox.sms import counted
from valuegen.plan.outbox.types import Card, Measure, Parcel, Sending, To, Words
from valuegen.plan.outbox.wording import Wording
from valuegen.plan.types import Occurrence, Plan

__all__ = ["Card", "Form", "Measure", "Outbox", "Parcel", "Sending", "To", "Words", "form_of", "waits"]

ALOUD = 150
"""Words that are said in a minute."""


def waits(plan: Plan, occurrence: Occurrence) -> bool:
    """Whether there is something of it to be sent or said still: planned ahead, or slipped, and not done.

    Of a repetition, what lies within the horizon of reminders: those after it have the same words.
    """
    if occurrence.day is None or occurrence.status in ("idea", "done"):
        return False
    if occurrence.is_past:
        return occurrence.is_slipped or any(not plan.channel(id).publishes for id in occurrence.channels)
    return not occurrence.repeats or occurrence.day <= horizon(plan)


def horizon(plan: Plan) -> date:
    """The last day for which it is worked out who receives what: wishes may change until later ones."""
    return plan.as_of.day + timedelta(days=plan.workspace.settings.reminders.horizon)


class Outbox:
    """What waits to be sent; made once from a plan, never changed."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._closings = Closings(plan)
        self._wording = Wording(plan, Places(plan))
        self._needs = needs_by_sender(plan)

    def parcels(self) -> Iterator[Parcel]:
        """Every entry that waits, in the order of the plan."""
        return map(self.parcel, self.waiting())

    def waiting(self) -> Iterator[Occurrence]:
        """The entries that wait, in the order of the plan."""
        return (occurrence for occurrence in self._plan.occurrences if waits(self._plan, occurrence))

    def parcel(self, occurrence: Occurrence) -> Parcel:
        """The words of one entry for each of its channels."""
        return Parcel(occurrence, tuple(self._sending(occurrence, id) for id in dict.fromkeys(occurrence.channels)))

    def _sending(self, occurrence: Occurrence, id: str) -> Sending:
        plan, channel = self._plan, self._plan.channel(id)
        form = form_of(channel)
        words = self._wording.words(occurrence, channel, form)
        measure = self._measure(occurrence, channel, form, words)
        if occurrence.day is not None and occurrence.day > horizon(plan):
            first = occurrence.day - timedelta(days=plan.workspace.settings.reminders.horizon)
            return Sending(id, form, words, measure, from_day=first)
        found = reached(plan, occurrence, id, form, words, self._closings)
        cards = tuple(self._cards(occurrence, found.to)) if form == "talk" else ()
        return Sending(id, form, words, measure, found.to, cards, found.unreachable, found.told, found.resting)

    def _cards(self, occurrence: Occurrence, to: Iterable[To]) -> Iterator[Card]:
        for one in to:
            yield card_of(self._plan, occurrence, one, self._needs.get(one.relation.id, ()))

    def _measure(self, occurrence: Occurrence, channel: Channel, form: Form, words: Words) -> Measure:
        room, length = room_of(channel.id), length_on(channel.id, words.text)
        is_cut = 0 < room.seen < len(words.text)
        prose = self._plan.prose.get(occurrence.entry.slug)
        return Measure(
            words=len(words.text.split()),
            max_words=channel.max_words,
            length=length,
            limit=room.limit,
            seen=beginning(words.text, room.seen) if is_cut else "",
            sms=counted(words.text) if form == "sms" else None,
            minutes_aloud=-(-prose.words // ALOUD) if prose and form in ("video", "talk") else 0,
        )
