"""The geometry of the balance picture: a step for each span of days, against the limit."""

from datetime import date, timedelta
from fractions import Fraction
from math import ceil

from valuegen.pages.balance_words import share_options
from valuegen.pages.planner.drawn import BalancePicture, Step, Tick
from valuegen.pages.planner.frame import Desk
from valuegen.plan.balance import Balance, balance_over_time
from valuegen.words import msg, written

WIDTH, HEIGHT = 720, 220
LEFT, TOP, BOTTOM, RIGHT = 44, 16, 28, 8
BACK, AHEAD = timedelta(days=180), timedelta(days=120)


def balance_picture(desk: Desk, segment: str) -> BalancePicture | None:
    """The balance of a segment half a year back and four months ahead; None where it received nothing."""
    row = desk.plan.received[segment]
    today = desk.plan.as_of.day
    first, last = today - BACK, today + AHEAD
    days = [one.day for one in row if one.day and first <= one.day <= last]
    if not days:
        return None
    last = max(today, *days)  # what comes after the last entry is not planned yet, and says nothing
    options = share_options(desk.judged.policy, segment)
    balances = list(balance_over_time(row, options.window, desk.plan.prose, first, last))
    highest = max(balance.tally.share for balance in balances)
    top = Fraction(ceil(max(highest, options.max * 2) * 10), 10)
    scale = _Scale(first, today + AHEAD, top)
    name = desk.plan.workspace.segments[segment].name
    steps = tuple(_steps(desk, balances, scale, last, options.max))
    return BalancePicture(
        title=desk.say(msg("How much of what “{segment}” receives sells, over time", segment=name)),
        summary=desk.say(msg("At most {share}; the limit is {limit}.", share=highest, limit=options.max)),
        width=WIDTH,
        height=HEIGHT,
        left=LEFT,
        right=_number(WIDTH - RIGHT),
        base=scale.y(Fraction(0)),
        steps=steps,
        limit_y=scale.y(options.max),
        limit_label=desk.say(msg("limit {limit}", limit=options.max)),
        today_x=scale.x(today),
        today_label=desk.say(msg("today")),
        months=tuple(_months(desk, scale)),
        shares=tuple(Tick(scale.y(share), written(share, desk.language)) for share in _shares(top)),
        pitches=tuple(
            Tick(scale.x(one.day), one.entry.title)
            for one in row
            if one.day and one.is_pitch and first <= one.day <= last
        ),
    )


class _Scale:
    """From days and shares to units of the picture."""

    def __init__(self, first: date, last: date, top: Fraction) -> None:
        self.first, self.last, self.top = first, last, top

    def x(self, day: date) -> str:
        return _number(LEFT + self.across(day))

    def across(self, day: date) -> float:
        return (WIDTH - LEFT - RIGHT) * (day - self.first).days / (self.last - self.first).days

    def y(self, share: Fraction) -> str:
        return _number(HEIGHT - BOTTOM - self.high(share))

    def high(self, share: Fraction) -> float:
        return (HEIGHT - TOP - BOTTOM) * float(share / self.top)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _steps(desk: Desk, balances: list[Balance], scale: _Scale, end_of_plan: date, limit: Fraction) -> list[Step]:
    ends = [*(balance.day for balance in balances[1:]), end_of_plan + timedelta(days=1)]
    made = []
    for balance, end in zip(balances, ends, strict=True):
        last = end - timedelta(days=1)
        share = balance.tally.share
        made.append(
            Step(
                first=balance.day,
                last=last,
                pitches=balance.tally.pitches,
                posts=balance.tally.posts,
                share=written(share, desk.language),
                x=scale.x(balance.day),
                y=scale.y(share),
                width=_number(scale.across(min(end, scale.last)) - scale.across(balance.day)),
                height=_number(scale.high(share)),
                is_over=balance.tally.is_over(limit),
            )
        )
    return made


def _months(desk: Desk, scale: _Scale) -> list[Tick]:
    day, ticks = (scale.first + timedelta(days=31)).replace(day=1), []
    while day <= scale.last - timedelta(days=10):
        ticks.append(Tick(scale.x(day), written(day, desk.language, "MMM")))
        day = (day + timedelta(days=31)).replace(day=1)
    return ticks


def _shares(top: Fraction) -> list[Fraction]:
    step = Fraction(1, 4) if top > Fraction(1, 2) else Fraction(1, 10)
    return [step * number for number in range(int(top / step) + 1)]
