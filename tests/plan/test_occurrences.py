"""Entries become occurrences: repeats, what slipped, what is planned."""

import pytest
from planning import day, entry, plan_of

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan

CALL = {"contacts": "rosa", "channels": "call"}


def ids(plan: Plan) -> list[str]:
    return [occurrence.id for occurrence in plan.occurrences]


def only(plan: Plan) -> Occurrence:
    (found,) = plan.occurrences
    return found


def test_the_repeated_call_of_the_design() -> None:
    repeat = {
        "rule": "FREQ=MONTHLY;BYDAY=1TU",
        "until": "2027-06-30",
        "except": ["2027-01-05"],
        "done": "2026-12-01",
    }
    plan = plan_of(entry("2026-12-01", "conversation", "llamada-rosa", repeat=repeat, **CALL))
    days = ["2026-12-01", "2027-02-02", "2027-03-02", "2027-04-06", "2027-05-04", "2027-06-01"]
    assert ids(plan) == [f"{day}-llamada-rosa" for day in days]
    assert [one.status for one in plan.occurrences] == ["done", *["draft"] * 5]
    assert [one.ordinal for one in plan.occurrences] == [0, 2, 3, 4, 5, 6]
    assert all(one.first_day == one.day and one.repeats for one in plan.occurrences)


def test_without_an_end_a_repeat_goes_on_for_366_days_after_as_of() -> None:
    plan = plan_of(entry("2026-11-30", slug="x", repeat={"rule": "FREQ=DAILY"}), as_of="2026-12-01")
    assert ids(plan)[-1] == "2027-12-02-x"
    assert len(ids(plan)) == 368


def test_count_and_until_end_a_repeat() -> None:
    def days(**repeat: str) -> list[str]:
        return [str(one.day) for one in plan_of(entry("2026-12-01", repeat=repeat)).occurrences]

    assert days(rule="FREQ=YEARLY;COUNT=3") == ["2026-12-01", "2027-12-01", "2028-12-01"]
    assert days(rule="FREQ=YEARLY", until="2027-12-01") == ["2026-12-01", "2027-12-01"]
    assert days(rule="FREQ=YEARLY;UNTIL=20271130") == ["2026-12-01"]
    assert len(days(rule="FREQ=DAILY", until="2032-12-01")) == 1000


def test_an_excepted_day_counts_towards_count() -> None:
    plan = plan_of(entry("2026-12-01", slug="x", repeat={"rule": "FREQ=DAILY;COUNT=3", "except": "2026-12-02"}))
    assert ids(plan) == ["2026-12-01-x", "2026-12-03-x"]


def test_a_repeat_on_29_february_leaves_out_common_years() -> None:
    plan = plan_of(entry("2024-02-29", slug="x", repeat={"rule": "FREQ=YEARLY", "until": "2033-01-01"}))
    assert ids(plan) == ["2024-02-29-x", "2028-02-29-x", "2032-02-29-x"]


def test_each_occurrence_has_the_time_of_the_entry() -> None:
    plan = plan_of(entry("2026-12-01T09:30", slug="x", repeat={"rule": "FREQ=WEEKLY;COUNT=2"}))
    assert [one.at.isoformat() for one in plan.occurrences if one.at] == ["09:30:00", "09:30:00"]


def test_a_repeat_that_says_done_is_done_as_far_as_it_can_be() -> None:
    plan = plan_of(entry("2026-11-30", slug="x", status="done", repeat={"rule": "FREQ=DAILY;COUNT=4"}))
    assert [one.status for one in plan.occurrences] == ["done", "done", "ready", "ready"]


def test_entries_stand_by_date_time_and_line_and_the_backlog_last() -> None:
    plan = plan_of(
        entry(None, slug="backlog"),
        entry("2026-12-02T08:00", slug="late"),
        entry("2026-12-02", slug="no-time"),
        entry("2026-12-02T07:00", slug="early"),
        entry("2026-12-01", slug="first"),
        entry("2026-12-02", slug="no-time-2"),
    )
    assert [one.entry.slug for one in plan.occurrences] == ["first", "no-time", "no-time-2", "early", "late", "backlog"]
    assert plan.occurrences[-1].id == "backlog"


@pytest.mark.parametrize("status", ["idea", "draft", "review", "ready", "done"])
@pytest.mark.parametrize("channel", ["blog", "whatsapp"])
@pytest.mark.parametrize("on", ["2026-11-30", "2026-12-01", None])
def test_slipped_and_planned(status: str, channel: str, on: str | None) -> None:
    found = only(plan_of(entry(on, status=status, channels=channel), as_of="2026-12-01"))
    past = on == "2026-11-30"
    slipped = past and (status in ("draft", "review") or (status == "ready" and channel != "blog"))
    assert (found.is_past, found.is_slipped) == (past, slipped)
    assert found.is_planned == (on is not None and status != "idea" and not slipped)
    assert found.day == (day(on) if on else None)
