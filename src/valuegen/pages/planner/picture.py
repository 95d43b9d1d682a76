"""The picture of a segment's balance: the share on the day of each offer against the limit.

The promise looks at the days of offers alone; what the window holds between them is drawn muted: it alarms nobody.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import groupby
from math import ceil

from valuegen.pages.balance_words import share_options, with_one_more
from valuegen.pages.planner.drawn import BalancePicture, PitchDay, Step, Tick
from valuegen.pages.planner.frame import Desk
from valuegen.pages.planner.mentions import entry_link
from valuegen.pages.planner.scale import Scale, number
from valuegen.plan.balance import Balance, balance_over_time
from valuegen.plan.types import Occurrence
from valuegen.plan.windows import Tally, tallies_on
from valuegen.words import Message, msg, nmsg, written

HEIGHT, TOP, BOTTOM = 200, 24, 26


def balance_picture(desk: Desk, segment: str, scale: Scale) -> BalancePicture | None:
    """The balance of a segment; None where it received nothing in the months that are shown."""
    row = desk.plan.received[segment]
    days = [one.day for one in row if one.day and scale.first <= one.day <= scale.last]
    if not days:
        return None
    last = max(scale.today, *days)  # what comes after the last entry is not planned yet, and says nothing
    options = share_options(desk.judged.policy, segment)
    prose, limit = desk.plan.prose, options.max
    balances = list(balance_over_time(row, options.window, prose, scale.first, last))
    by_day = [
        (day, list(same))
        for day, same in groupby((one for one in row if one.is_pitch), key=lambda one: one.order[0])
        if scale.first <= day <= last
    ]
    on_days = list(tallies_on(row, (day for day, _ in by_day), options.window, prose))
    highest = max(tally.share for tally in (*(one.tally for one in balances), *(tally for _, tally in on_days)))
    high = _High(max(highest, limit * 2))
    pitches = tuple(
        _pitch(desk, scale, high, tally, offers, limit) for (_, tally), (_, offers) in zip(on_days, by_day, strict=True)
    )
    name = desk.plan.workspace.segments[segment].name
    return BalancePicture(
        frame=scale.frame(
            desk,
            desk.say(msg("How much of what “{segment}” receives sells, on the day of each offer", segment=name)),
            desk.say(_summary([tally for _, tally in on_days], limit)),
            HEIGHT,
            HEIGHT - BOTTOM,
        ),
        steps=tuple(_steps(desk, balances, scale, high, last)),
        limit_y=high.y(limit),
        limit_label=desk.say(msg("limit {limit}", limit=limit)),
        shares=tuple(Tick(high.y(share), written(share, desk.language)) for share in high.guides()),
        pitches=pitches,
        hint=desk.say(with_one_more(desk.plan, desk.judged.policy, segment)),
    )


class _High:
    """From shares to units of the picture."""

    def __init__(self, highest: Fraction) -> None:
        self.top = Fraction(ceil(highest * 10), 10) or Fraction(1, 10)

    def y(self, share: Fraction) -> str:
        return number(HEIGHT - BOTTOM - self.of(share))

    def of(self, share: Fraction) -> float:
        return (HEIGHT - TOP - BOTTOM) * float(share / self.top)

    def guides(self) -> list[Fraction]:
        step = Fraction(1, 4) if self.top > Fraction(1, 2) else Fraction(1, 10)
        return [step * number for number in range(int(self.top / step) + 1)]


def _summary(on_days: Sequence[Tally], limit: Fraction) -> Message:
    if not on_days:
        return msg("No offer in these months; the limit is {limit}.", limit=limit)
    over = sum(tally.is_over(limit) for tally in on_days)
    if over:
        return nmsg(
            "On {n} day with an offer more of it sells than the limit of {limit}.",
            "On {n} days with an offer more of it sells than the limit of {limit}.",
            over,
            limit=limit,
        )
    return nmsg(
        "On the only day with an offer {share} of it sells; the limit is {limit}.",
        "On the {n} days with an offer at most {share} of it sells; the limit is {limit}.",
        len(on_days),
        share=max(tally.share for tally in on_days),
        limit=limit,
    )


def _pitch(desk: Desk, scale: Scale, high: _High, tally: Tally, offers: list[Occurrence], limit: Fraction) -> PitchDay:
    is_over = tally.is_over(limit)
    return PitchDay(
        day=offers[0].order[0],
        offers=tuple(entry_link(desk, one) for one in offers),
        share=written(tally.share, desk.language),
        verdict=desk.say(msg("over the limit") if is_over else msg("within the limit")),
        x=scale.x(offers[0].order[0]),
        y=high.y(tally.share),
        is_over=is_over,
    )


def _steps(desk: Desk, balances: list[Balance], scale: Scale, high: _High, end_of_plan: date) -> list[Step]:
    ends = [*(balance.day for balance in balances[1:]), end_of_plan + timedelta(days=1)]
    made = []
    for balance, end in zip(balances, ends, strict=True):
        share = balance.tally.share
        made.append(
            Step(
                first=balance.day,
                last=end - timedelta(days=1),
                pitches=balance.tally.pitches,
                posts=balance.tally.posts,
                share=written(share, desk.language),
                x=scale.x(balance.day),
                y=high.y(share),
                width=number(scale.across(end) - scale.across(balance.day)),
                height=number(high.of(share)),
            )
        )
    return made
