"""Credit: how many more offers a segment bears today, and from when the next one (3-rules.md, "Credit")."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from valuegen.plan.types import Occurrence, Plan
from valuegen.plan.windows import Tally
from valuegen.remedy.row import ShareRow
from valuegen.remedy.scene import AHEAD
from valuegen.rules import pitch_share
from valuegen.rules.mends import near
from valuegen.rules.policy import Policy
from valuegen.words import Message, msg, nmsg


@dataclass(frozen=True, slots=True)
class Credit:
    """`now`: so many more pitches on `as_of` break no limit; `next`: the first later day for one more, or None.

    `taken_by`: where none is possible, the first planned pitch that takes the room that there is. `missing`: the least
    number of value entries more, on `as_of`, with which one more than `now` is possible on it, and the limit is kept at
    all those planned in its window; None: none would do. `is_over`: at one of these it is not kept as it is.
    `owed`: how many of those missing are for the planned ones.
    """

    now: int
    next: date | None
    as_of: date
    taken_by: Occurrence | None = None
    missing: int | None = None
    is_over: bool = False
    owed: int = 0


def credits(plan: Plan, policy: Policy) -> dict[str, Credit]:
    """The credit of each segment, by its id."""
    return {
        segment: _credit(plan, policy.of(pitch_share.Options, pitch_share.NAME, segment), segment)
        for segment in plan.workspace.segments
    }


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
    needed = needed_words(credit.missing)
    if credit.now:
        return nmsg(
            "{n} offer possible; before another one, {needed}",
            "{n} offers possible; before another one, {needed}",
            credit.now,
            needed=needed,
        )
    if credit.is_over:
        return nmsg(
            "more offers are planned than the limit allows: {n} more value entry is needed, {owed} of them for those"
            " offers and {rest} for another one",
            "more offers are planned than the limit allows: {n} more value entries are needed, {owed} of them for those"
            " offers and {rest} for another one",
            credit.missing,
            owed=credit.owed,
            rest=credit.missing - credit.owed,
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


def needed_words(missing: int) -> Message:
    """How much value is missing for one more offer."""
    return nmsg("{n} more value entry is needed", "{n} more value entries are needed", missing)


def _credit(plan: Plan, options: pitch_share.Options, segment: str) -> Credit:
    row = ShareRow(plan.received.get(segment, ()), options.window, plan.prose)
    today, window = plan.as_of.day.toordinal(), options.window
    room = _rooms(row, options.max, today)
    own = _allowed(row.value(today), options.max) - row.pitched(today)
    ahead = [left for day, left in room if day < today + window]
    now = max(0, min([own, *ahead]))
    tight = [day for day, left in room if left - (now if day < today + window else 0) < 1]
    taker: int | None = None
    for day in range(today, today + AHEAD + 1):
        taken = now if day < today + window else 0
        allowed = _allowed(row.value(day), options.max)
        if allowed - row.pitched(day) - taken >= 1:
            later = next((pitch for pitch in tight if day <= pitch < day + window), None)
            if later is None and day > today:
                return Credit(now, date.fromordinal(day), plan.as_of.day)
            taker = taker or later
        elif allowed and taker is None:
            taker = next((pitch for pitch, _ in room if day - window < pitch <= day), None)
    offer = _offer_on(row, taker) if taker and not now else None
    tallies = [Tally(row.pitched(day), row.value(day)) for day in _days_ahead(row, today)]
    is_over = any(tally.is_over(options.max) for tally in tallies)
    owed = max((tally.value_needed(options.max) or 0 for tally in tallies), default=0) if is_over else 0
    return Credit(now, None, plan.as_of.day, offer, _missing(row, options.max, today, now), is_over, owed)


def _missing(row: ShareRow, limit: Fraction, today: int, now: int) -> int | None:
    """How much value more on that day bears one more than so many offers on it, and those that are planned."""
    tallies = [Tally(row.pitched(day) + now + 1, row.value(day)) for day in (today, *_days_ahead(row, today))]
    needed = [tally.value_needed(limit) for tally in tallies]
    return None if None in needed else max(number for number in needed if number is not None)


def _days_ahead(row: ShareRow, today: int) -> list[int]:
    """The days of the offers that have one of today in their window."""
    return sorted({pitch.day.toordinal() for pitch in row.pitches_from(today, today + row.window - 1) if pitch.day})


def _offer_on(row: ShareRow, day: int) -> Occurrence:
    return row.pitches_from(day, day)[0]


def _rooms(row: ShareRow, limit: Fraction, today: int) -> list[tuple[int, int]]:
    """The later pitches that are within their limit, each with how many more its window bears."""
    found = ((day, _allowed(row.value(day), limit) - row.pitched(day)) for day in sorted(set(row.pitch_days)))
    return [(day, left) for day, left in found if day >= today and left >= 0]


def _allowed(value: int, limit: Fraction) -> int:
    """The most pitches that so much value bears: pitches ≤ limit × (pitches + value)."""
    return value * limit.numerator // (limit.denominator - limit.numerator)
