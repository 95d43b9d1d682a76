"""Silences and crowds, against counting by hand."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from planning import day, entry, plan_of

from valuegen.clock import Calendar, Rest
from valuegen.model.values import Rate
from valuegen.plan.cadence import Crowd, Gap, crowds, days_of, gaps, silent_since, silent_until

BASE = date(2026, 12, 1)
near = st.integers(-30, 30).map(lambda n: BASE + timedelta(days=n))
dates = st.lists(near, max_size=15).map(sorted)
rests = st.lists(st.tuples(near, st.integers(0, 8)), max_size=4).map(
    lambda pairs: [Rest(first, first + timedelta(days=more)) for first, more in pairs]
)


def free(days: list[Rest], on: date) -> bool:
    return any(on in rest for rest in days)


@given(dates, rests, st.integers(1, 12))
def test_gaps(days: list[date], closed: list[Rest], at_least: int) -> None:
    wanted = []
    for first, last in pairwise(days):
        between = (first + timedelta(days=n) for n in range(1, (last - first).days))
        silence = (last - first).days - sum(free(closed, on) for on in between)
        if silence > at_least:
            wanted.append(Gap(first, last, silence))
    assert list(gaps(days, at_least, Calendar(closed))) == wanted


@given(dates, st.integers(1, 3), st.integers(1, 10))
def test_crowds(days: list[date], count: int, span: int) -> None:
    wanted = []
    for on in sorted(set(days)):
        first = on - timedelta(days=span - 1)
        held = sum(first <= one <= on for one in days)
        if held > count:
            wanted.append(Crowd(first, on, held))
    assert list(crowds(days, Rate(count, span))) == wanted


@given(dates, rests, st.integers(1, 12))
def test_silence_ahead(days: list[date], closed: list[Rest], span: int) -> None:
    end, held = BASE, 0
    while held < span:
        end += timedelta(days=1)
        held += not free(closed, end)
    wanted = None if any(BASE <= on <= end for on in days) else end
    assert silent_until(days, BASE, span, Calendar(closed)) == wanted


@given(dates, rests, st.integers(1, 12))
def test_silence_up_to_a_day(days: list[date], closed: list[Rest], span: int) -> None:
    """The window that ends on the day, lengthened until it holds so many other days."""
    first = BASE
    held = int(not free(closed, BASE))
    while held < span:
        first -= timedelta(days=1)
        held += not free(closed, first)
    wanted = None if any(first <= on <= BASE for on in days) else first
    assert silent_since(days, BASE, span, Calendar(closed)) == wanted


def test_two_entries_of_a_day_are_two() -> None:
    plan = plan_of(entry("2026-12-03"), entry("2026-12-03", "pitch"), entry(None, "courtesy"))
    assert days_of(plan.received["a"]) == [day("2026-12-03")] * 2
