"""`client-pitch-share`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, told

RULE = "client-pitch-share"
FOUR = [entry(f"2026-12-0{day}") for day in (1, 2, 3, 4)]
ROSA = {"rosa": {"segments": ["a"]}}


def to_rosa(day: str, kind: str = "pitch", **values: Any) -> dict[str, Any]:
    return entry(day, kind=kind, contacts=["rosa"], channels=["visit"], **values)


def test_it_counts_what_a_client_receives_by_segment_and_by_name_each_once() -> None:
    both = entry("2026-12-05", kind="pitch", segments=["a"], contacts=["rosa"], channels=["visit"])
    assert not found(plan_of([*FOUR, both], contacts=ROSA), RULE)
    (finding,) = found(plan_of([*FOUR, both, to_rosa("2026-12-06", slug="x")], contacts=ROSA), RULE)
    assert (finding.level, finding.entry, finding.contact, finding.segment) == ("error", "2026-12-06-x", "rosa", None)
    assert finding.data == {"pitches": 2, "posts": 6, "limit": "1/5", "contacts": ["rosa"]}
    assert finding.mend
    assert finding.mend.add_value == 4


def test_a_client_of_two_segments_gets_the_offers_of_both() -> None:
    work = [
        *(entry(f"2026-12-0{day}", segments=["a", "b"]) for day in (1, 2, 3, 4)),
        entry("2026-12-05", kind="pitch", segments=["a"]),
        entry("2026-12-06", kind="pitch", segments=["b"], slug="x"),
    ]
    clients = {"rosa": {"segments": ["a", "b"]}, "ana": {"segments": ["a"]}, "leo": {"segments": ["b", "a"]}}
    (finding,) = found(plan_of(work, segments={"a": {}, "b": {}}, contacts=clients), RULE)
    assert finding.entry == "2026-12-06-x"
    assert finding.contact is None
    assert finding.data["contacts"] == ["rosa", "leo"]
    assert told(finding, "es").startswith(
        "Para «rosa» y «leo», demasiado de lo que reciben en los 90 días hasta el 6 de diciembre de 2026 vende: "
        "hasta 2 de 6 entradas (33 %; el límite es 20 %)."
    )


def test_it_says_nothing_of_an_offer_that_pitch_share_reports() -> None:
    plan = plan_of([entry("2026-12-05", kind="pitch")], contacts=ROSA)
    assert not found(plan, RULE)
    assert found(plan, "pitch-share")


def test_wishes_count_from_their_day_on() -> None:
    early = entry("2026-11-02", status="done", kind="pitch")
    value = [entry(f"2026-11-2{day}", status="done") for day in range(9)]
    later = to_rosa("2026-12-06", slug="x")
    assert not found(plan_of([early, *value, later], contacts=ROSA), RULE)
    out = {"rosa": {"segments": ["a"], "no_pitches": "2026-12-06"}}
    assert not found(plan_of([early, *value, later], contacts=out), RULE)
    late = {"rosa": {"segments": ["a"], "not_by": ["blog"]}}
    (finding,) = found(plan_of([early, *value, later], contacts=late), RULE)
    assert finding.data["posts"] == 1


def test_who_is_gone_receives_nothing() -> None:
    gone = {"rosa": {"segments": ["a"], "status": "gone"}}
    assert not found(plan_of([to_rosa("2026-12-06")], contacts=gone), RULE)


def test_its_options_are_its_own() -> None:
    work = [*FOUR, entry("2026-12-05", kind="pitch")]
    assert not found(plan_of(work, contacts=ROSA), RULE)
    assert found(plan_of(work, contacts=ROSA, rules={RULE: {"max": "10%"}}), RULE)


def test_it_is_skipped_where_contacts_are_not_there() -> None:
    assert not found(plan_of([to_rosa("2026-12-06")], absent=["contacts"]), RULE)


def test_many_clients_are_counted_not_listed() -> None:
    clients = {f"c{number}": {"segments": ["a"]} for number in range(9)}
    named = entry("2026-12-06", kind="pitch", contacts=list(clients), channels=["visit"])
    (finding,) = found(plan_of([named], contacts=clients), RULE)
    assert told(finding, "es").startswith("La única entrada que reciben «c0», «c1», «c2» y 6 más en los 90 días")
    assert finding.data["contacts"] == list(clients)
