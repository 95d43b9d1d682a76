"""How a segment stands with its promise, in words: the same on Today, on its page and after a build."""

from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, tally_on
from valuegen.rules import pitch_share
from valuegen.rules.policy import Policy
from valuegen.rules.share import ShareOptions
from valuegen.words import Message, nmsg


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
