"""Contacts as they stand: their fields, and the log's latest lines over them."""

from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from planning import day, entry, plan_of

from valuegen.clock import Rest
from valuegen.plan.relation import Relation
from valuegen.plan.types import Plan


def rosa(log: list[dict[str, Any]] | None = None, as_of: str = "2026-12-01", **keys: Any) -> Relation:
    plan = plan_of(contacts={"rosa": {"segments": ["a"], **keys}, "luis": {"segments": ["b"]}}, log=log, as_of=as_of)
    return plan.relations["rosa"]


def line(on: str, what: str, **keys: str) -> dict[str, Any]:
    return {"date": on, "contact": "rosa", "what": what, **keys}


def test_the_latest_stage_line_wins() -> None:
    log = [line("2026-11-05", "stage", stage="buyer"), line("2026-10-01", "stage", stage="friend")]
    assert rosa(log, stage="user").stage == "buyer"
    assert rosa(log, stage="user", as_of="2026-11-04").stage == "friend"
    assert rosa(log, stage="user", as_of="2026-09-30").stage == "user"
    assert rosa().stage == "prospect"


def test_of_two_stage_lines_of_a_day_the_later_one_in_the_file_wins() -> None:
    log = [line("2026-11-05T10:00", "stage", stage="buyer"), line("2026-11-05T09:00", "stage", stage="recurring")]
    assert rosa(log).stage == "recurring"


def test_the_first_of_all_opt_outs_counts() -> None:
    assert rosa().opted_out is None
    assert rosa(opted_out="2026-01-02").opted_out == day("2026-01-02")
    assert rosa(opted_out="true").opted_out == day("2026-12-01")
    assert rosa([line("2026-11-05", "opt-out")]).opted_out == day("2026-11-05")
    assert rosa([line("2026-11-05", "opt-out")], opted_out="2026-01-02").opted_out == day("2026-01-02")
    assert rosa([line("2026-11-05", "opt-out")], opted_out="true").opted_out == day("2026-11-05")
    assert rosa([line("2026-11-05", "opt-out"), line("2026-11-09", "reply")]).opted_out == day("2026-11-05")
    assert rosa([line("2026-11-05", "opt-out")], opted_out="no").opted_out == day("2026-11-05")


def test_who_is_out() -> None:
    assert rosa(opted_out="2026-12-05").is_out(day("2026-12-05"))
    assert not rosa(opted_out="2026-12-05").is_out(day("2026-12-04"))
    assert rosa(status="gone").is_out(day("2020-01-01"))
    assert not rosa(no_pitches="2026-12-05").takes_pitches(day("2026-12-05"))
    assert rosa(no_pitches="2026-12-05").takes_pitches(day("2026-12-04"))
    assert not rosa(opted_out="true").takes_pitches(day("2026-12-04"))


def test_the_log_of_a_contact_is_in_order() -> None:
    log = [
        line("2026-11-05", "reply"),
        {"date": "2026-11-01", "what": "work", "channel": "blog"},
        line("2026-11-01", "call", by="irene"),
        {"date": "2026-11-02", "contact": "luis", "what": "reply"},
        line("2026-11-05", "answer", by="irene"),
    ]
    assert [one.what for one in rosa(log).log] == ["call", "reply", "answer"]


def calendars(**contact: Any) -> Plan:
    pause = {"from": "2026-12-10", "to": "2026-12-12"}
    segments = {"a": {"pauses": [pause], "cadence": {"at_least": "21 days"}}, "b": {"cadence": {"at_least": "14 days"}}}
    closed = [{"from": "12-24", "to": "01-02"}]
    return plan_of(
        entry("2026-12-01"), segments=segments, contacts={"rosa": {"segments": ["a", "b"], **contact}}, closed=closed
    )


def test_the_silence_that_is_borne() -> None:
    assert calendars().relations["rosa"].at_least == 14
    assert calendars(cadence={"at_least": "40 days"}).relations["rosa"].at_least == 40
    assert rosa().at_least == 30


def test_pauses_of_a_segment_are_for_those_in_it() -> None:
    plan = calendars(pauses=[{"from": "2026-12-20", "to": "2026-12-20"}])
    relation = plan.relations["rosa"]
    free = {str(on): relation.calendar.is_free(on) for on in map(day, ("2026-12-10", "2026-12-20", "2026-12-25"))}
    assert free == {"2026-12-10": True, "2026-12-20": True, "2026-12-25": True}
    assert plan.calendars["a"].is_free(day("2026-12-10"))
    assert not plan.calendars["b"].is_free(day("2026-12-10"))
    assert not plan.calendars["a"].is_free(day("2026-12-20"))


def test_pauses_of_every_year_are_written_as_closed_days_are() -> None:
    every = [{"from": "12-20", "to": "01-07"}]
    plan = calendars(pauses=[{"from": "07-01", "to": "2027-07-03"}])
    assert [plan.relations["rosa"].calendar.is_free(day(on)) for on in ("2026-07-02", "2027-07-02")] == [False, True]
    for on in ("2026-12-20", "2027-01-07", "2030-12-31"):
        assert calendars(pauses=every).relations["rosa"].calendar.is_free(day(on))
        assert plan_of(segments={"a": {"pauses": every}}).calendars["a"].is_free(day(on))
    assert not calendars(pauses=every).relations["rosa"].calendar.is_free(day("2027-01-08"))


def test_yearly_closed_days_run_over_new_year() -> None:
    closed = calendars().closed
    for on in ("2026-12-24", "2026-12-31", "2027-01-02", "2036-12-24", "2016-01-01"):
        assert closed.is_free(day(on))
    for on in ("2026-12-23", "2027-01-03"):
        assert not closed.is_free(day(on))


month_days = st.tuples(st.integers(1, 12), st.integers(1, 28)).map(lambda pair: f"{pair[0]:02}-{pair[1]:02}")


@given(month_days, month_days, st.dates(day("2020-01-01"), day("2035-12-31")))
def test_yearly_closed_days(first: str, last: str, on: date) -> None:
    closed = plan_of(closed=[{"from": first, "to": last}]).closed
    at = f"{on.month:02}-{on.day:02}"
    assert closed.is_free(on) == (first <= at <= last if first <= last else at >= first or at <= last)


def test_closed_days_reach_as_far_as_the_last_date() -> None:
    plan = plan_of(
        entry("2026-12-01", repeat={"rule": "FREQ=YEARLY;COUNT=100"}), closed=[{"from": "12-24", "to": "12-26"}]
    )
    assert plan.closed.is_free(day("2130-12-25"))


def test_closed_days_with_a_year_are_those_alone() -> None:
    def closed(first: str, last: str) -> tuple[Rest, ...]:
        return plan_of(closed=[{"from": first, "to": last}]).closed.rests

    assert closed("2026-08-01", "2026-08-15") == (Rest(day("2026-08-01"), day("2026-08-15")),)
    assert closed("2026-12-24", "01-02") == (Rest(day("2026-12-24"), day("2027-01-02")),)
    assert closed("12-24", "2027-01-02") == (Rest(day("2026-12-24"), day("2027-01-02")),)
    assert closed("12-20", "2027-12-24") == (Rest(day("2027-12-20"), day("2027-12-24")),)
    assert closed("12-24", "2027-12-24") == (Rest(day("2027-12-24"), day("2027-12-24")),)
    assert closed("2026-08-15", "2026-08-01") == ()


def test_a_closed_29_february() -> None:
    closed = plan_of(closed=[{"from": "02-29", "to": "02-29"}]).closed
    assert closed.is_free(day("2028-02-29"))
    assert closed.is_free(day("2027-02-28"))
    assert not closed.is_free(day("2028-02-28"))
