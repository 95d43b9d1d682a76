"""`too-often` and `client-too-often`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from datetime import date
from typing import Any

from small_plan import entry, found, plan_of, spots, told

SEGMENT, CLIENT = "too-often", "client-too-often"
TWO_A_WEEK = {"a": {"cadence": {"at_most": "2 per 7 days"}}}
ROSA = {"rosa": {"segments": ["a"]}}


def days(*numbers: int, **values: Any) -> list[dict[str, Any]]:
    return [entry(f"2026-12-{number:02}", slug=f"d{number}-{at}", **values) for at, number in enumerate(numbers)]


def test_more_than_so_many_in_the_days_that_end_on_a_date() -> None:
    assert not found(plan_of(days(3, 4, 10), TWO_A_WEEK), SEGMENT)
    (finding,) = found(plan_of(days(3, 4, 9), TWO_A_WEEK), SEGMENT)
    assert (finding.level, finding.segment, finding.entry) == ("error", "a", "2026-12-09-d9-2")
    assert finding.data == {"received": 3, "limit": 2, "days": 7}
    assert told(finding, "es").startswith(
        "«A» recibe 3 entradas en los 7 días hasta el 9 de diciembre de 2026; su límite es 2. Pasa «Título 3» al 10"
    )
    assert told(finding).startswith("“A” receives 3 entries in the 7 days to December 9, 2026; its limit is 2.")


def test_three_in_seven_days_where_a_segment_says_nothing() -> None:
    assert not found(plan_of(days(3, 4, 5)), SEGMENT)
    assert found(plan_of(days(3, 4, 5, 6)), SEGMENT)


def test_courtesy_and_offers_count_too() -> None:
    assert found(plan_of([*days(3, 4), *days(5, kind="courtesy")], TWO_A_WEEK), SEGMENT)


def test_one_finding_a_date_at_its_last_entry() -> None:
    work = [
        entry("2026-12-05T18:00", slug="evening"),
        entry("2026-12-05", slug="untimed"),
        entry("2026-12-05T09:00", slug="morning"),
    ]
    assert spots(plan_of(work, TWO_A_WEEK), SEGMENT) == [("a", "2026-12-05-evening", "error")]


def test_a_limit_a_day() -> None:
    plan = plan_of(days(5, 5), {"a": {"cadence": {"at_most": "1 per 1 day"}}})
    assert "2 entradas solo el 5 de diciembre de 2026; su límite es 1 al día." in told(found(plan, SEGMENT)[0], "es")


def test_a_crowd_of_the_past_is_a_note_and_counts_in_later_windows() -> None:
    past = [entry(f"2026-11-{day}", status="done") for day in (28, 29, 30)]
    plan = plan_of([*past, *days(2)], TWO_A_WEEK)
    assert [level for _, _, level in spots(plan, SEGMENT)] == ["note", "error"]
    assert found(plan, SEGMENT)[0].mend is None


def test_level_for_one_segment_and_silence_for_one_entry() -> None:
    off = {"a": {**TWO_A_WEEK["a"], "rules": {SEGMENT: "off"}}}
    assert not found(plan_of(days(3, 4, 5), off), SEGMENT)
    warned = {"a": {**TWO_A_WEEK["a"], "rules": {SEGMENT: "warning"}}}
    (finding,) = found(plan_of(days(3, 4, 5), warned), SEGMENT)
    assert finding.level == "warning"
    assert finding.mend
    assert finding.mend.move_to is None
    silent = [*days(3, 4), *days(5, allow={SEGMENT: "feria"})]
    assert not found(plan_of(silent, TWO_A_WEEK), SEGMENT)


def test_the_first_day_on_which_no_window_is_too_full() -> None:
    (first, *_) = found(plan_of(days(3, 4, 5, 12, 13), TWO_A_WEEK), SEGMENT)
    assert first.mend
    # 10 and 11 December would make 12 or 13 December too much; so would every day up to the 19th.
    assert first.mend.move_to == date(2026, 12, 19)


def test_a_client_is_held_to_each_of_their_segments() -> None:
    work = [*days(3, 4, segments=["a"]), *days(5, segments=["b"])]
    segments = {"a": {}, "b": TWO_A_WEEK["a"]}
    plan = plan_of(work, segments, {"rosa": {"segments": ["a", "b"]}, "ana": {"segments": ["a"]}})
    (finding,) = found(plan, CLIENT)
    assert (finding.entry, finding.contact, finding.segment) == ("2026-12-05-d5-0", "rosa", None)
    assert finding.data == {"received": 3, "limit": 2, "days": 7, "contacts": ["rosa"]}
    assert told(finding, "es").startswith(
        "«rosa» recibe 3 entradas en los 7 días hasta el 5 de diciembre de 2026; el límite es 2. Pasa «Título 3» al"
    )


def test_or_to_what_they_say_themselves() -> None:
    work = [*days(3, 4, segments=["a"]), *days(5, segments=["b"])]
    segments = {"a": {}, "b": TWO_A_WEEK["a"]}
    patient = {"rosa": {"segments": ["a", "b"], "cadence": {"at_most": "5 per 7 days"}}}
    assert not found(plan_of(work, segments, patient), CLIENT)
    shy = {"rosa": {"segments": ["a"], "cadence": {"at_most": "1 per 30 days"}}}
    assert found(plan_of(days(3, 25), None, shy), CLIENT)


def test_one_finding_a_date_for_all_clients() -> None:
    clients = {id: {"segments": ["a"], "cadence": {"at_most": "1 per 7 days"}} for id in ("rosa", "ana")}
    visit = entry("2026-12-05", slug="visit", contacts=["ana"], channels=["visit"])
    (finding,) = [
        each for each in found(plan_of([*days(4, 5), visit], None, clients), CLIENT) if "05" in (each.entry or "")
    ]
    assert finding.data["contacts"] == ["rosa", "ana"]
    assert finding.data["received"] == 3
    assert finding.entry == "2026-12-05-visit"


def test_no_finding_for_clients_of_a_segment_that_is_reported_that_day() -> None:
    plan = plan_of(days(3, 4, 5), TWO_A_WEEK, ROSA)
    assert found(plan, SEGMENT)
    assert not found(plan, CLIENT)
    other = plan_of(days(3, 4, 5), {"a": {**TWO_A_WEEK["a"], "rules": {SEGMENT: "off"}}}, ROSA)
    assert found(other, CLIENT)


def test_a_client_with_a_silence_is_left_out() -> None:
    clients: dict[str, dict[str, Any]] = {
        id: {"segments": ["a"], "cadence": {"at_most": "1 per 7 days"}} for id in ("rosa", "ana")
    }
    clients["ana"]["allow"] = {CLIENT: "lo pidió ella"}
    plan = plan_of(days(4, 5), None, clients)
    assert [each.data["contacts"] for each in found(plan, CLIENT)] == [["rosa"]]
    assert not found(plan, "unused-allow")
