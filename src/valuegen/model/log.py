"""The log: what really happened."""

from typing import Annotated

from valuegen.model.base import Count, Flag, Moment, Money, Name, Record, Text, choice

WHATS = (
    "message", "call", "coffee", "visit", "meeting", "reply", "answer", "inquiry", "sale", "referral", "helped",
    "testimonial", "stage", "opt-out", "lost", "work",
)  # fmt: skip
THEIRS = frozenset({"reply", "inquiry"})
"""What a contact does; any line without `by` is the contact's own doing too."""
ANSWERS = frozenset({"answer", "message", "call", "coffee", "visit", "meeting"})
"""Lines of yours that answer a contact."""
STAGES = ("user", "prospect", "friend", "buyer", "recurring")
REASONS = ("absence", "competitor", "price", "other")
"""Why somebody was lost."""


class LogLine(Record):
    """One thing that happened on one day. `by` None: the contact did it."""

    date: Moment
    contact: Name | None = None
    by: Name | None = None
    channel: Name | None = None
    what: Annotated[str, choice(*WHATS)]
    minutes: Count | None = None
    note: Text | None = None
    entry: Name | None = None
    product: Name | None = None
    amount: Money | None = None
    quote: Text | None = None
    may_publish: Flag = False
    stage: Annotated[str, choice(*STAGES)] | None = None
    why: Annotated[str, choice(*REASONS)] | None = None
    settled: Flag = False
