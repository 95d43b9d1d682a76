"""Credit: how many more offers a segment bears today, and from when the next one (3-rules.md, "Credit")."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from valuegen.plan.types import Occurrence, Plan
from valuegen.remedy.missing import Missing, Span, missing, shares_of
from valuegen.remedy.room import entry_on
from valuegen.remedy.row import ShareRow
from valuegen.remedy.scene import AHEAD
from valuegen.rules import pitch_share
from valuegen.rules.mends import near
from valuegen.rules.policy import Policy
from valuegen.words import Message, msg, nmsg

TRIED = 3
"""Of so many planned offers it is asked whether they take up the room."""


@dataclass(frozen=True, slots=True)
class Credit:
    """`now`: so many more pitches on `as_of` break no limit; `next`: the first later day for one more, or None.

    `taken_by`: where none is possible, the first planned pitch without which one would be. `missing`: the least
    value more, on `as_of`, with which one more than `now` is possible, and the limit is kept at all those planned in
    its window, for the segment and for each of its clients; None: none would do. `owed`: how many value entries of
    those missing are for the planned ones, at one of which the segment's limit is not kept as it is.
    """

    now: int
    next: date | None
    as_of: date
    taken_by: Occurrence | None = None
    missing: Missing | None = None
    owed: int = 0


def credits(plan: Plan, policy: Policy) -> dict[str, Credit]:
    """The credit of each segment, by its id."""
    return {segment: _credit(plan, policy, segment) for segment in plan.workspace.segments}


def credit_sentence(name: str, credit: Credit) -> Message:
    """The credit of a segment in a sentence: “Bakeries: 1 offer possible; the next one from December 20.”"""
    return msg("{name}: {credit}.", name=name, credit=credit_words(credit))


def credit_words(credit: Credit) -> Message:
    """How many more offers are possible, and from when the next one, or what it takes to make room for it."""
    if credit.next is None:
        return _for_another(credit)
    day = near(credit.next, credit.as_of)
    if credit.now == 0:
        return msg("no offer possible now; the next one from {day}", day=day)
    return nmsg(
        "{n} offer possible; the next one from {day}",
        "{n} offers possible; the next one from {day}",
        credit.now,
        day=day,
    )


def _for_another(credit: Credit) -> Message:
    if credit.missing is None:
        return msg("no offers, since their limit is 0%")
    told = _lacking(credit, credit.missing)
    if credit.missing.span is None:
        return told
    return msg("{told} ({counted})", told=told, counted=_counted(credit.missing, credit.missing.span, credit.as_of))


def _counted(missing: Missing, span: Span, today: date) -> Message:
    """The figures that the number missing is the difference of; up to today, what is planned for later apart."""
    day, value = near(span.last, today), span.tally.value
    if span.last == today and span.later:
        there = msg("so far: {value}, planned for later: {later}", value=value, later=span.later)
    else:
        there = (
            msg("so far: {value}", value=value) if span.last == today else msg("done or planned: {value}", value=value)
        )
    values = {"days": span.days, "day": day, "needed": value + missing.value, "there": there}
    if missing.for_clients:
        return nmsg(
            "{n} offer to one of them in the {days} days to {day} takes {needed}; {there}",
            "{n} offers to one of them in the {days} days to {day} take {needed}; {there}",
            span.tally.pitches,
            **values,
        )
    return nmsg(
        "{n} offer in the {days} days to {day} takes {needed}; {there}",
        "{n} offers in the {days} days to {day} take {needed}; {there}",
        span.tally.pitches,
        **values,
    )


def _lacking(credit: Credit, missing: Missing) -> Message:
    """What it takes to make room for another one."""
    needed = needed_words(missing)
    if credit.now:
        return nmsg(
            "{n} offer possible; before another one, {needed}",
            "{n} offers possible; before another one, {needed}",
            credit.now,
            needed=needed,
        )
    if credit.owed:
        return nmsg(
            "{n} more value entry is needed: {owed} for what you offer already, and {rest} for another offer",
            "{n} more value entries are needed: {owed} for what you offer already, and {rest} for another offer",
            missing.value,
            owed=credit.owed,
            rest=missing.value - credit.owed,
        )
    offer = credit.taken_by
    if offer is None or offer.day is None:
        return msg("no offer possible yet; {needed} first", needed=needed)
    return msg(
        "“{title}”, on {day}, takes up the room for offers; before another one, {needed}",
        title=offer.entry.title,
        day=near(offer.day, credit.as_of),
        needed=needed,
    )


def needed_words(missing: Missing) -> Message:
    """How much value is missing for one more offer, and for whom if the segment itself would need less."""
    if missing.for_clients:
        return nmsg(
            "{n} more value entry, so that each of its clients gets enough, is needed",
            "{n} more value entries, so that each of its clients gets enough, are needed",
            missing.value,
        )
    return nmsg("{n} more value entry is needed", "{n} more value entries are needed", missing.value)


def _credit(plan: Plan, policy: Policy, segment: str) -> Credit:
    options, today = policy.of(pitch_share.Options, pitch_share.NAME, segment), plan.as_of.day
    row = ShareRow(plan.received.get(segment, ()), options.window, plan.prose)
    now, later = _Rooms(row, options.max, today.toordinal()).first()
    if later is not None:
        return Credit(now, later, today)
    shares = list(shares_of(plan, policy, segment))
    offer = entry_on(plan, ((segment,), ()), today, "pitch")
    short = missing(shares[:1], offer, 0)  # of its own row
    owed = short.value if short else 0
    taker = None if now or owed else _taker(row, options.max, today.toordinal())
    return Credit(now, None, today, taker, missing(shares, offer, now + 1), owed)


def _taker(row: ShareRow, limit: Fraction, today: int) -> Occurrence | None:
    """The first planned pitch without which there would be room for another one."""
    planned = [pitch for pitch in row.pitches_from(today, today + AHEAD) if pitch.day and not pitch.is_share_history]
    for pitch in planned[:TRIED]:
        assert pitch.day is not None
        if _Rooms(row, limit, today, pitch.day.toordinal()).first() != (0, None):
            return pitch
    return None


@dataclass(frozen=True, slots=True)
class _Rooms:
    """How many more pitches the windows of a row bear, from a day on; `without`: one that is planned on that day."""

    row: ShareRow
    limit: Fraction
    today: int
    without: int | None = None

    def first(self) -> tuple[int, date | None]:
        """How many are possible today, and the first later day for one more."""
        today, window = self.today, self.row.window
        planned = [(day, left) for day in self._planned() if (left := self.left(day)) >= 0]
        now = max(0, min([self.left(today), *(left for day, left in planned if day < today + window)]))
        full = [day for day, left in planned if left - (now if day < today + window else 0) < 1]
        for day in range(today + 1, today + AHEAD + 1):
            if self.left(day) - (now if day < today + window else 0) < 1:
                continue
            if not any(day <= pitch < day + window for pitch in full):
                return now, date.fromordinal(day)
        return now, None

    def left(self, day: int) -> int:
        """How many more the window that ends on a day bears."""
        left = self.without is not None and self.without <= day < self.without + self.row.window
        return _allowed(self.row.value(day), self.limit) - self.row.pitched(day) + left

    def _planned(self) -> Iterator[int]:
        """The days from today on with pitches."""
        days = self.row.pitch_days
        for day in sorted(set(days)):
            if day >= self.today and (day != self.without or days.count(day) > 1):
                yield day


def _allowed(value: int, limit: Fraction) -> int:
    """The most pitches that so much value bears: pitches ≤ limit × (pitches + value)."""
    return value * limit.numerator // (limit.denominator - limit.numerator)
