"""What counts as a conversation in the log."""

from collections.abc import Iterable
from datetime import date, timedelta

from valuegen.model.log import LogLine

TALKS = frozenset({"call", "coffee", "visit", "meeting", "reply", "answer", "inquiry", "message"})


def talks_of(log: Iterable[LogLine], last: date, days: int) -> int:
    """How many conversations the log holds in so many days that end on `last`."""
    before = last - timedelta(days=days)
    return sum(line.what in TALKS and before < line.date.day <= last for line in log)
