"""`too-quiet`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from small_plan import entry, found, plan_of, spots, told

from valuegen.finding import Finding
from valuegen.words import Message

RULE = "too-quiet"


def tens(**values: Any) -> dict[str, dict[str, Any]]:
    return {"a": {"cadence": {"at_least": "10 days"}, **values}}


def on(*days: str, **values: Any) -> list[dict[str, Any]]:
    return [entry(f"2026-{day}", slug=f"e{at}", **values) for at, day in enumerate(days)]


def test_two_dates_more_than_that_apart_at_the_first_later_entry() -> None:
    assert not found(plan_of(on("12-03", "12-13"), tens()), RULE)
    work = [*on("12-03"), entry("2026-12-14T09:00", slug="later"), entry("2026-12-14", slug="first")]
    assert spots(plan_of(work, tens()), RULE) == [("a", "2026-12-14-first", "warning")]
    (finding,) = found(plan_of(work, tens()), RULE)
    assert finding.data == {"days": 11, "at_least": 10, "from": "2026-12-03"}
    assert told(finding, "es") == (
        "«A» no recibe nada durante 11 días, del 3 de diciembre de 2026 al 14 de diciembre de 2026; su límite es 10. "
        "Planea algo para ellos, como muy tarde el 13 de diciembre."
    )


def test_a_silence_that_is_over_is_not_told() -> None:
    assert not found(plan_of(on("10-01", "11-30", "12-05", status="done"), tens()), RULE)
    assert spots(plan_of([*on("11-01", status="done"), entry("2026-12-01", slug="x")], tens()), RULE) == [
        ("a", "2026-12-01-x", "warning")
    ]


def test_nothing_ahead_is_told_at_the_segment() -> None:
    assert not found(plan_of(on("12-11"), tens()), RULE)
    (finding,) = found(plan_of(on("12-12"), tens()), RULE)
    assert (finding.segment, finding.entry, finding.place.file) == ("a", None, "content/segments.yaml")
    assert told(finding, "es").startswith("De aquí al 11 de diciembre de 2026 no hay nada planeado para «A»;")
    assert found(plan_of(on("11-30", status="done"), tens()), RULE)
    assert not found(plan_of(on("12-01"), tens()), RULE)


def test_a_segment_without_any_entry_is_quiet_too() -> None:
    plan = plan_of(on("12-01"), {"a": {}, "b": {}})
    assert [each.segment for each in found(plan, RULE)] == ["b"]


def test_thirty_days_where_nothing_is_said() -> None:
    assert not found(plan_of(on("12-01", "12-31")), RULE)
    assert found(plan_of([*on("12-01"), entry("2027-01-01")]), RULE)


def test_pauses_and_closed_days_are_no_silence() -> None:
    pause = [{"from": "2026-12-05", "to": "2026-12-09"}]
    assert not found(plan_of(on("12-03", "12-18"), tens(pauses=pause)), RULE)
    assert found(plan_of(on("12-03", "12-19"), tens(pauses=pause)), RULE)
    closed = [{"from": "12-05", "to": "12-09"}]
    assert not found(plan_of(on("12-03", "12-18"), tens(), closed=closed), RULE)
    (finding,) = found(plan_of(on("12-03", "12-19"), tens(), closed=closed), RULE)
    assert "11 días (sin contar cierres ni pausas)" in told(finding, "es")


def test_pauses_lengthen_the_span_ahead() -> None:
    pause = [{"from": "2026-12-05", "to": "2026-12-09"}]
    assert not found(plan_of(on("12-16"), tens(pauses=pause)), RULE)
    assert found(plan_of(on("12-17"), tens(pauses=pause)), RULE)


def mend_days(finding: Finding) -> list[date]:
    """The days that a mend names."""
    assert finding.mend
    named = finding.mend.text.values.get("days") or (finding.mend.text.values.get("day"),)
    return [each.values["day"] if isinstance(each, Message) else each for each in named if each]


def test_the_day_to_mend_it_by_is_never_past() -> None:
    (finding,) = found(plan_of([*on("11-01", status="done"), entry("2026-12-05")], tens()), RULE)
    assert mend_days(finding) == [date(2026, 12, 1)]
    (finding,) = found(plan_of([*on("11-01", status="done"), entry("2026-12-01")], tens()), RULE)
    assert told(finding, "es").endswith("si no, di por qué con `allow: {too-quiet: …}`.")
    got = plan_of([*on("11-01", "11-25", status="done"), entry("2026-12-01")], tens())
    assert not found(got, RULE)


def test_a_long_silence_takes_several_entries() -> None:
    (finding,) = found(plan_of(on("12-01", "12-31"), tens()), RULE)
    assert told(finding, "es").endswith(
        "Planea 2 entradas para ellos, como muy tarde el 11 de diciembre y 21 de diciembre."
    )
    (finding,) = found(plan_of([*on("12-01"), entry("2027-03-31")], tens()), RULE)
    assert told(finding, "es").endswith(
        "Planea algo para ellos al menos cada 10 días, lo primero como muy tarde el 11 de diciembre de 2026."
    )


def test_what_is_planned_next_ends_the_silence_behind_it_too() -> None:
    (finding,) = found(plan_of(on("11-25", status="done"), tens()), RULE)
    assert told(finding, "es").endswith("Planea algo para ellos, como muy tarde el 5 de diciembre.")
    (finding,) = found(plan_of([], tens()), RULE)
    assert told(finding, "es").endswith("Planea algo para ellos, como muy tarde el 11 de diciembre.")


@given(st.integers(0, 8), st.integers(11, 40), st.sampled_from([None, (3, 6), (12, 30)]))
def test_the_days_that_mend_it_are_right_and_the_fewest(start: int, gap: int, pause: tuple[int, int] | None) -> None:
    def day(offset: int) -> date:
        return date(2026, 12, 1) + timedelta(days=start + offset)

    pauses = {"pauses": [{"from": day(pause[0]).isoformat(), "to": day(pause[1]).isoformat()}]} if pause else {}

    def silent(*days: date) -> list[Finding]:
        work = [entry(each.isoformat()) for each in (day(0), *days, day(gap))]
        return [each for each in found(plan_of(work, tens(**pauses)), RULE) if each.entry]

    for finding in silent():
        days = mend_days(finding)
        assert not silent(*days)
        assert silent(*days[1:])
        assert silent(days[0] + timedelta(days=1), *days[1:])


def test_a_segment_may_turn_it_off() -> None:
    assert not found(plan_of(on("12-03", "12-29"), tens(rules={RULE: "off"})), RULE)


def test_ideas_and_what_slipped_break_no_silence() -> None:
    work = [*on("12-03"), entry("2026-12-08", status="idea"), entry("2026-12-14", slug="x")]
    assert spots(plan_of(work, tens()), RULE) == [("a", "2026-12-14-x", "warning")]
