"""The pitch balance of what somebody receives, over time: what its picture shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.windows import Tally, Texts, in_window, tallies_on


@dataclass(frozen=True, slots=True)
class Balance:
    """From `day` on, until the next one, the window that ends then holds this."""

    day: date
    tally: Tally


def balance_over_time(
    row: Sequence[Occurrence], window: int, prose: Texts, first: date, last: date
) -> Iterator[Balance]:
    """The balance on `first`, and on each later day up to `last` on which it becomes another.

    It changes on the day of an entry, and when one leaves the window, `window` days after.
    """
    comes = {occurrence.day for occurrence in in_window(row, last, (last - first).days + window) if occurrence.day}
    leaves = {day + timedelta(days=window) for day in comes}
    days = sorted({first, *(day for day in comes | leaves if first <= day <= last)})
    held = None
    for day, tally in tallies_on(row, days, window, prose):
        if tally != held:
            yield Balance(day, tally)
            held = tally
