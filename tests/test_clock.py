"""Days are counted as 3-rules.md counts them: against counting one day after the other."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import islice, pairwise, takewhile

import pytest
import time_machine
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from valuegen.clock import (
    FIRST,
    LAST,
    Calendar,
    Rest,
    each_year,
    instant,
    is_skipped,
    last_recurrence,
    recurrences,
    today,
    yearly,
)

ONE = timedelta(days=1)
BASE = date(2026, 12, 1)
near = st.integers(-40, 40).map(lambda n: BASE + n * ONE)
rests = st.lists(
    st.tuples(near, st.integers(0, 12)).map(lambda pair: Rest(pair[0], pair[0] + pair[1] * ONE)), max_size=6
)


def free(days: list[Rest], day: date) -> bool:
    return any(rest.first <= day <= rest.last for rest in days)


@given(rests, near, near)
def test_silence_leaves_out_the_free_days_strictly_between(days: list[Rest], one: date, other: date) -> None:
    first, last = sorted((one, other))
    between = [first + n * ONE for n in range(1, (last - first).days)]
    assert Calendar(days).silence(first, last) == (last - first).days - sum(free(days, day) for day in between)


@given(rests, near, st.integers(0, 60))
def test_a_span_ahead_holds_its_number_of_other_days(days: list[Rest], start: date, span: int) -> None:
    day, held = start, 0
    while held < span:
        day += ONE
        held += not free(days, day)
    assert Calendar(days).ahead(start, span) == day
    assert Calendar(days).silence(start, day) == span


@given(rests, near, st.integers(0, 60))
def test_a_span_back_holds_its_number_of_other_days(days: list[Rest], end: date, span: int) -> None:
    day, held = end, 0
    while held < span:
        day -= ONE
        held += not free(days, day)
    assert Calendar(days).back(end, span) == day


@given(rests, near)
def test_rests_are_known_day_by_day(days: list[Rest], day: date) -> None:
    calendar = Calendar(days)
    assert calendar.is_free(day) == free(days, day)
    working = day
    while free(days, working):
        working += ONE
    assert calendar.next_working(day) == working
    found = calendar.rest_on(day)
    assert (found is not None and day in found) == free(days, day)


@given(rests)
def test_rests_that_touch_are_one(days: list[Rest]) -> None:
    merged = Calendar(days).rests
    assert all(first.last + ONE < second.first for first, second in pairwise(merged))
    assert Calendar(days) == Calendar([*days, *days]) == Calendar().with_rests(days)


def test_a_span_ends_where_the_calendar_does() -> None:
    closed = Calendar([Rest(FIRST, LAST)])
    assert closed.ahead(BASE, 30) == LAST
    assert closed.back(BASE, 30) == FIRST


def test_a_birthday_on_29_february() -> None:
    assert yearly(2, 29, 2028) == date(2028, 2, 29)
    assert yearly(2, 29, 2027) == date(2027, 2, 28)
    assert yearly(2, 29, 2027, (3, 1)) == date(2027, 3, 1)
    found = list(each_year(2, 29, date(2026, 3, 1), date(2028, 2, 29)))
    assert found == [date(2027, 2, 28), date(2028, 2, 29)]


def test_today_is_that_of_the_zone() -> None:
    with time_machine.travel(datetime(2026, 12, 1, 3, tzinfo=UTC), tick=False):
        assert today("America/Bogota") == date(2026, 11, 30)
        assert today("Asia/Tokyo") == date(2026, 12, 1)


def test_clock_times_around_a_change() -> None:
    assert is_skipped(date(2027, 3, 28), time(2, 30), "Europe/Madrid")
    assert not is_skipped(date(2027, 10, 31), time(2, 30), "Europe/Madrid")
    assert instant(date(2027, 10, 31), time(2, 30), "Europe/Madrid") == datetime(2027, 10, 31, 0, 30, tzinfo=UTC)


# The examples of RFC 5545, 3.8.5.3, as far as they are of whole days: the rule, its first day, the first that it gives.
RFC = [
    ("FREQ=DAILY;COUNT=10", "1997-09-02", "1997-09-02 1997-09-03 1997-09-04"),
    ("FREQ=DAILY;INTERVAL=10;COUNT=5", "1997-09-02", "1997-09-02 1997-09-12 1997-09-22"),
    ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=MO,WE,FR", "1997-09-01", "1997-09-01 1997-09-03 1997-09-05 1997-09-15"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", "1997-08-05 1997-08-10 1997-08-19 1997-08-24"),
    ("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", "1997-08-05 1997-08-17 1997-08-19 1997-08-31"),
    ("FREQ=MONTHLY;COUNT=10;BYDAY=1FR", "1997-09-05", "1997-09-05 1997-10-03 1997-11-07"),
    ("FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU", "1997-09-07", "1997-09-07 1997-09-28 1997-11-02 1997-11-30"),
    ("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", "1997-09-22 1997-10-20 1997-11-17"),
    ("FREQ=MONTHLY;BYMONTHDAY=-3", "1997-09-28", "1997-09-28 1997-10-29 1997-11-28"),
    ("FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1", "1997-09-30", "1997-09-30 1997-10-01 1997-10-31 1997-11-01"),
    ("FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "1997-09-02", "1998-02-13 1998-03-13 1998-11-13 1999-08-13"),
    ("FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3", "1997-09-04", "1997-09-04 1997-10-07 1997-11-06"),
    ("FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5", "2007-01-15", "2007-01-15 2007-01-30 2007-02-15 2007-03-15 2007-03-30"),
    ("FREQ=YEARLY;COUNT=10;BYMONTH=6,7", "1997-06-10", "1997-06-10 1997-07-10 1998-06-10"),
    ("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", "1997-01-01 1997-04-10 1997-07-19"),
    ("FREQ=YEARLY;BYDAY=20MO", "1997-05-19", "1997-05-19 1998-05-18 1999-05-17"),
    ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", "1997-05-12 1998-05-11 1999-05-17"),
    ("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05", "1996-11-05 2000-11-07"),
    # 3.3.10: what the rule does not say is taken from its first day; a day that a month or year has not is left out.
    ("FREQ=YEARLY;BYWEEKNO=20", "1997-05-14", "1997-05-14 1998-05-13 1999-05-19"),
    ("FREQ=YEARLY", "2024-02-29", "2024-02-29 2028-02-29"),
    ("FREQ=MONTHLY", "2026-01-31", "2026-01-31 2026-03-31 2026-05-31"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "first", "days"), RFC)
def test_a_repetition_is_that_of_the_rfc(rule: str, first: str, days: str) -> None:
    wanted = tuple(date.fromisoformat(day) for day in days.split())
    assert recurrences(rule, date.fromisoformat(first), LAST)[: len(wanted)] == wanted


def test_a_repetition_ends() -> None:
    assert len(recurrences("FREQ=DAILY;COUNT=3", BASE, LAST)) == 3
    assert recurrences("FREQ=DAILY", BASE, BASE + 2 * ONE)[-1] == BASE + 2 * ONE
    assert len(recurrences("FREQ=DAILY", BASE, LAST)) == 1000
    assert recurrences("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", BASE, LAST) == ()
    assert recurrences("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", BASE, LAST) == ()
    assert recurrences("FREQ=DAILY;INTERVAL=9999", FIRST, LAST)[-1] <= LAST


def test_its_first_day_counts_only_where_the_rule_holds_on_it() -> None:
    assert recurrences("FREQ=MONTHLY;BYDAY=1TU", date(2026, 12, 2), date(2027, 1, 31)) == (date(2027, 1, 5),)


def test_how_far_a_repetition_goes() -> None:
    assert last_recurrence("FREQ=DAILY", None, BASE) == date(2027, 12, 2)
    assert last_recurrence("FREQ=DAILY;COUNT=3", None, BASE) == LAST
    assert last_recurrence("FREQ=DAILY;COUNT=3", BASE, BASE) == BASE


@given(st.sampled_from([rule for rule, _, _ in RFC]), near)
def test_the_calendar_comes_round_every_400_years(rule: str, first: date) -> None:
    """What `recurrences` builds on: its days are those that dateutil gives when it is asked without the shift."""
    last = first + timedelta(days=3000)
    plain = rrulestr(rule, dtstart=datetime.combine(first, time()))
    wanted = list(islice(takewhile(lambda moment: moment.date() <= last, plain), 1000))
    if "BYWEEKNO=20" in rule and "BYDAY" not in rule:
        wanted = [moment for moment in wanted if moment.weekday() == first.weekday()]
    assert list(recurrences(rule, first, last)) == [moment.date() for moment in wanted]
