"""How a segment stands with its promise, in words: the same on Today, on its page and after a build."""

from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, tally_on
from valuegen.remedy import Credit
from valuegen.rules import pitch_share
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
    return nmsg(
        "{n} of {posts} entries of the last {window} days sells ({share}; the limit is {limit}).",
        "{n} of {posts} entries of the last {window} days sell ({share}; the limit is {limit}).",
        tally.pitches,
        posts=tally.posts,
        window=options.window,
        share=tally.share,
        limit=options.max,
    )


def credit_sentence(credit: Credit) -> Message:
    """How many more offers a segment bears: "1 oferta posible; la siguiente, desde el 20 de diciembre."."""
    if credit.now:
        room = nmsg("{n} offer possible", "{n} offers possible", credit.now)
        if credit.next is None:
            return msg("{room}.", room=room)
        return msg("{room}; the next one, from {day:MMMMd}.", room=room, day=credit.next)
    if credit.next is None:
        return msg("No offer possible for a year.")
    return msg("No offer possible before {day:MMMMd}.", day=credit.next)
