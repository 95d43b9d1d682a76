"""What the share rules have in common: their options, and the breaches in what somebody receives."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import groupby

from valuegen.model.values import Wrong, read_share, read_span
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, Texts, in_window, tallies_on, tally_of
from valuegen.rules.found import read_by
from valuegen.words import Message, msg, nmsg

HIGHEST = Fraction(1, 3)
NAMED = 3
"""So many offers are named in a sentence; the others are counted."""
SHORTEST, LONGEST = 7, 366


def read_small_share(text: str) -> Fraction:
    """A share up to a third: more than that is no small share any more."""
    share = read_share(text)
    if share > HIGHEST:
        raise Wrong(
            msg("“{text}” is more than a third, which is no longer a small share.", text=text),
            msg("Write a third at most; the usual limit is 20%."),
        )
    return share


def read_window(text: str) -> int:
    """A window of 7 to 366 days."""
    days = read_span(text)
    if not SHORTEST <= days <= LONGEST:
        raise Wrong(msg("“{text}” is not a window of 7 to 366 days.", text=text), msg("Write, for example, 90 days."))
    return days


@dataclass(frozen=True, slots=True)
class ShareOptions:
    """`max`: the largest share that may sell; `window`: in how many days (up to the pitch)."""

    max: Fraction = field(default=Fraction(1, 5), metadata=read_by(read_small_share))
    window: int = field(default=90, metadata=read_by(read_window))


@dataclass(frozen=True, slots=True)
class Breach:
    """A pitch, and what the window that ends on its date holds: more pitches than the limit allows."""

    pitch: Occurrence
    tally: Tally


def breaches(plan: Plan, received: Sequence[Occurrence], options: ShareOptions) -> Iterator[Breach]:
    """Every pitch in what somebody receives in whose window too much sells, in order. O(n)."""
    pitches = [each for each in received if each.is_pitch]
    if not pitches:
        return
    by_day = {day: list(group) for day, group in groupby(pitches, key=lambda pitch: pitch.day)}
    for day, tally in tallies_on(received, by_day, options.window, plan.prose):
        if tally.is_over(options.max):
            yield from (Breach(pitch, tally) for pitch in by_day[day])


def titles(received: Sequence[Occurrence], pitch: Occurrence, count: int) -> tuple[Message, ...]:
    """Where the window of a pitch holds others (so many with it): which they are, the latest by their titles."""
    if count == 1:
        return ()
    held: list[Message] = []
    at = bisect_right(received, pitch.order[0], key=lambda each: each.order[0])
    while at and len(held) < min(count, NAMED):
        at -= 1
        if received[at].is_pitch:
            held.insert(0, msg("“{title}”", title=received[at].entry.title))
    more = count - len(held)
    offers = (*held, nmsg("{n} more", "{n} more", more)) if more else tuple(held)
    return (msg("The offers: {offers}.", offers=offers),)


def unmarked(
    received: Sequence[Occurrence], missed: Sequence[Occurrence], pitch: Occurrence, options: ShareOptions, prose: Texts
) -> tuple[Message, ...]:
    """Where the pitch would keep its limit if what slipped before it (`missed`) had happened: how to say so."""
    assert pitch.day is not None
    absent = in_window(missed, pitch.day, options.window)
    held = in_window(received, pitch.day, options.window)
    if not absent or tally_of([*held, *absent], prose).is_over(options.max):
        return ()
    commands = tuple(dict.fromkeys(msg("`valuegen done {name}`", name=each.entry.slug) for each in absent))
    titles = tuple(dict.fromkeys(msg("“{title}”", title=each.entry.title) for each in absent))
    return (
        nmsg(
            "If {titles} has happened already, that is enough: {commands}.",
            "If {titles} have happened already, that is enough: {commands}.",
            len(titles),
            titles=titles,
            commands=commands,
        ),
    )


def shown(share: Fraction, limit: Fraction) -> Fraction:
    """A share with as many digits as it takes to be seen above its limit (205/1000 for 20.45 %, above 20 %)."""
    digits = 100
    while round(share * digits) <= limit * digits:
        digits *= 10
    return Fraction(round(share * digits), digits)
