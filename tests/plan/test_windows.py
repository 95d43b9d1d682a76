"""Windows, balance and credit, against counting by hand."""

from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from planning import day, entry, plan_of

from valuegen.plan.balance import balance_over_time
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.plan.windows import Tally, in_window, tallies, tallies_on, tally_on

START = date(2026, 10, 1)
offsets = st.integers(0, 60)
windows = st.integers(7, 30)


@st.composite
def plans(draw: Any) -> Plan:
    """Entries on random days: some repeat, some have the same text, some have none."""
    made, texts = [], {}
    for number in range(draw(st.integers(1, 14))):
        on = (START + timedelta(days=draw(offsets))).isoformat()
        kind = draw(st.sampled_from(["pitch", "industry", "reference", "courtesy"]))
        keys: dict[str, Any] = {"channels": "email", "status": "done"}
        if draw(st.integers(0, 4)) == 0:
            keys["repeat"] = {"rule": draw(st.sampled_from(["FREQ=DAILY;COUNT=3", "FREQ=WEEKLY;COUNT=4"]))}
        made.append(entry(on, kind, f"e-{number}", **keys))
        if text := draw(st.sampled_from(["", "", "one", "two"])):
            texts[f"e-{number}"] = text
    return plan_of(*made, texts=texts, as_of="2027-06-01")


def by_hand(plan: Plan, last: date, window: int) -> Tally:
    pitches, value = 0, set()
    for number, one in enumerate(plan.received["a"]):
        if one.day is None or not last - timedelta(days=window) < one.day <= last:
            continue
        if one.kind == "pitch":
            pitches += 1
        elif one.kind != "courtesy":
            prose = plan.prose.get(one.entry.slug)
            value.add(prose.fingerprint if prose else one.entry.slug if one.entry.repeat else number)
    return Tally(pitches, len(value))


@given(plans(), windows)
def test_the_window_of_every_date(plan: Plan, window: int) -> None:
    row = plan.received["a"]
    dates = sorted({one.day for one in row if one.day})
    assert list(tallies(row, window, plan.prose)) == [(on, by_hand(plan, on, window)) for on in dates]


@given(plans(), windows, offsets, offsets)
def test_the_windows_of_some_dates(plan: Plan, window: int, one: int, other: int) -> None:
    first, last = (START + timedelta(days=offset) for offset in sorted((one, other)))
    row = plan.received["a"]
    dates = sorted({found.day for found in row if found.day and first <= found.day <= last})
    found = list(tallies(row, window, plan.prose, first, last))
    assert found == [(on, by_hand(plan, on, window)) for on in dates]
    every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert list(tallies_on(row, every, window, plan.prose)) == [(on, by_hand(plan, on, window)) for on in every]


@given(plans(), windows, offsets, st.integers(0, 60))
def test_the_balance_over_time(plan: Plan, window: int, start: int, span: int) -> None:
    first = START + timedelta(days=start)
    every = [first + timedelta(days=n) for n in range(span + 1)]
    found = balance_over_time(plan.received["a"], window, plan.prose, first, every[-1])
    held, changes = None, {}
    for on in every:
        tally = by_hand(plan, on, window)
        assert tally == tally_on(plan.received["a"], on, window, plan.prose)
        if tally != held:
            changes[on] = held = tally
    assert {step.day: step.tally for step in found} == changes


def test_the_ends_of_a_window() -> None:
    plan = plan_of(*(entry(on) for on in ("2026-12-01", "2026-12-08", "2026-12-09")))
    inside: list[Occurrence] = list(in_window(plan.received["a"], day("2026-12-08"), 7))
    assert [str(one.day) for one in inside] == ["2026-12-08"]


@given(st.integers(0, 12), st.integers(0, 40), st.fractions(0, Fraction(1, 3), max_denominator=20))
def test_the_value_that_is_needed_is_the_least(pitches: int, value: int, limit: Fraction) -> None:
    tally = Tally(pitches, value)
    assert tally.is_over(limit) == (pitches > limit * (pitches + value))
    needed = tally.value_needed(limit)
    if limit == 0 and pitches:
        assert needed is None
    else:
        assert needed is not None
        assert not Tally(pitches, value + needed).is_over(limit)
        assert needed == 0 or Tally(pitches, value + needed - 1).is_over(limit)


def test_the_example_of_the_design() -> None:
    """2 of 6 sell, the limit is 20 %: add 4."""
    assert Tally(2, 4).value_needed(Fraction(1, 5)) == 4
    assert Tally(2, 4).share == Fraction(1, 3)
    assert Tally().share == 0
