"""How a segment stands with its promise, in words: the same on Today, on its page and after a build."""

from datetime import date, timedelta
from fractions import Fraction

from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, tallies_on, tally_on
from valuegen.rules import pitch_share
from valuegen.rules.mends import near
from valuegen.rules.policy import Policy
from valuegen.rules.share import ShareOptions
from valuegen.words import Message, msg, nmsg


def share_options(policy: Policy, segment: str) -> ShareOptions:
    """The limit and the window in force for a segment."""
    return policy.of(pitch_share.Options, pitch_share.NAME, segment)


def balance_today(plan: Plan, policy: Policy, segment: str) -> Tally:
    """What the window that ends on `as_of` holds."""
    options = share_options(policy, segment)
    return tally_on(plan.received[segment], plan.as_of.day, options.window, plan.prose)


def balance_sentence(plan: Plan, policy: Policy, segment: str) -> Message:
    """How many of what a segment received sell, against its limit."""
    options, tally = share_options(policy, segment), balance_today(plan, policy, segment)
    if not tally.posts:
        return msg("In the last {window} days they received nothing.", window=options.window)
    if tally.posts == 1:
        return nmsg(
            "{n} of 1 entry of the last {window} days sells ({share}; the limit is {limit}).",
            "{n} of 1 entry of the last {window} days sell ({share}; the limit is {limit}).",
            tally.pitches,
            window=options.window,
            share=tally.share,
            limit=options.max,
        )
    return nmsg(
        "{n} of {posts} entries of the last {window} days sells ({share}; the limit is {limit}).",
        "{n} of {posts} entries of the last {window} days sell ({share}; the limit is {limit}).",
        tally.pitches,
        posts=tally.posts,
        window=options.window,
        share=tally.share,
        limit=options.max,
    )


def with_one_more(plan: Plan, policy: Policy, segment: str) -> Message:
    """What one more offer today would make of the balance, with the digits that tell it from the limit."""
    options, tally = share_options(policy, segment), balance_today(plan, policy, segment)
    more = Tally(tally.pitches + 1, tally.value)
    share = Fraction(round(more.share * 1000), 1000)
    values = {"pitches": more.pitches, "posts": more.posts, "share": share, "limit": options.max}
    if more.is_over(options.max):
        return msg("One more today would make it {pitches} of {posts}: {share}, over the limit of {limit}.", **values)
    pushed = _pushed_over(plan, options, segment)
    if pushed is None:
        return msg("One more today would make it {pitches} of {posts}: {share}, within the limit of {limit}.", **values)
    return msg(
        "One more today would make it {pitches} of {posts} ({share}), but push the offer of {day} over the limit.",
        day=near(pushed, plan.as_of.day),
        **values,
    )


def _pushed_over(plan: Plan, options: ShareOptions, segment: str) -> date | None:
    """The first later offer that is within the limit, and would not be with one more today."""
    row, today = plan.received[segment], plan.as_of.day
    last = today + timedelta(days=options.window - 1)
    days = sorted({one.order[0] for one in row if one.is_pitch and today <= one.order[0] <= last})
    for day, tally in tallies_on(row, days, options.window, plan.prose):
        if not tally.is_over(options.max) and Tally(tally.pitches + 1, tally.value).is_over(options.max):
            return day
    return None
