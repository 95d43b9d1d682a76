"""How many conversations the log holds."""

from collections.abc import Iterable
from datetime import date, timedelta

from valuegen.model.log import LogLine
from valuegen.plan.results import CONVERSATIONS


def talks_of(log: Iterable[LogLine], last: date, days: int) -> int:
    """How many conversations the log holds in so many days that end on `last`."""
    before = last - timedelta(days=days)
    return sum(line.what in CONVERSATIONS and before < line.date.day <= last for line in log)
