"""`opted-out`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

from small_plan import entry, found, plan_of, told

RULE = "opted-out"


def client(**values: Any) -> dict[str, dict[str, Any]]:
    return {"rosa": {"segments": ["a"], **values}}


def visit(day: str, **values: Any) -> dict[str, Any]:
    return entry(day, contacts=["rosa"], channels=["visit"], slug="x", **values)


def line(day: str, what: str, by: str | None = "irene", **values: Any) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": what, **({"by": by} if by else {}), **values}


def levels(log: list[dict[str, Any]], **values: Any) -> list[tuple[int, str]]:
    return [
        (each.place.line, each.level)
        for each in found(plan_of([entry("2026-12-01")], None, client(**values), log), RULE)
    ]


def test_an_entry_that_names_them_from_that_day_on() -> None:
    assert not found(plan_of([visit("2026-12-04")], None, client(opted_out="2026-12-05")), RULE)
    (finding,) = found(plan_of([visit("2026-12-05")], None, client(opted_out="2026-12-05")), RULE)
    assert (finding.level, finding.entry, finding.contact) == ("error", "2026-12-05-x", "rosa")
    assert told(finding, "es") == (
        "«rosa» pidió el 5 de diciembre de 2026 que no le escribieran más. Quita la entrada: es solo para «rosa»."
    )


def test_true_is_from_as_of_on_and_a_line_of_the_log_is_the_same() -> None:
    assert found(plan_of([visit("2026-12-01")], None, client(opted_out="true")), RULE)
    log = [line("2026-11-20", "opt-out", None)]
    assert found(plan_of([visit("2026-12-05")], None, client(), log), RULE)


def test_an_offer_to_one_who_wants_none() -> None:
    out = client(no_pitches="2026-12-05")
    assert not found(plan_of([visit("2026-12-05")], None, out), RULE)
    assert not found(plan_of([visit("2026-12-04", kind="pitch")], None, out), RULE)
    (finding,) = found(plan_of([visit("2026-12-05", kind="pitch")], None, out), RULE)
    assert told(finding).startswith("“rosa” asked on December 5, 2026 for no more offers.")


def test_entries_for_their_segment_simply_do_not_reach_them() -> None:
    assert not found(plan_of([entry("2026-12-05")], None, client(opted_out="true")), RULE)


def test_what_was_done_is_a_note() -> None:
    plan = plan_of([visit("2026-11-20", status="done")], None, client(opted_out="2026-11-01"))
    assert [each.level for each in found(plan, RULE)] == ["note"]


def test_it_can_not_be_silenced_by_entry_or_client() -> None:
    plan = plan_of([visit("2026-12-05")], None, client(opted_out="true", allow={RULE: "es mi prima"}))
    assert {"opted-out", "format"} <= {each.rule for each in found(plan)}


def test_a_line_by_which_you_wrote_or_called() -> None:
    for what in ("message", "answer", "call"):
        assert levels([line("2026-12-01", what)], opted_out="2026-11-01") == [(1, "error")]
        assert levels([line("2026-11-30", what)], opted_out="2026-11-01") == [(1, "note")]
        assert levels([line("2026-10-31", what)], opted_out="2026-11-01") == []
    for what in ("visit", "coffee", "sale"):
        assert levels([line("2026-12-01", what)], opted_out="2026-11-01") == []
    assert levels([line("2026-12-01", "message", None)], opted_out="2026-11-01") == []


def test_who_came_back_by_themselves_may_be_answered() -> None:
    for what in ("reply", "inquiry", "sale", "visit"):
        log = [line("2026-11-20", what, None), line("2026-12-01", "answer")]
        assert levels(log, opted_out="2026-11-01") == []
    early = [line("2026-10-20", "reply", None), line("2026-12-01", "answer")]
    assert levels(early, opted_out="2026-11-01") == [(2, "error")]


def test_who_asks_once_more_is_left_alone_again() -> None:
    log = [
        line("2026-11-01", "opt-out", None),
        line("2026-11-10", "reply", None),
        line("2026-11-12", "opt-out", None),
        line("2026-12-01", "message"),
    ]
    assert levels(log) == [(4, "error")]


def test_lines_of_one_day_stand_in_the_order_of_the_file() -> None:
    before = [line("2026-12-01", "message"), line("2026-12-01", "opt-out", None)]
    assert levels(before) == []
    after = [line("2026-12-01", "opt-out", None), line("2026-12-01", "message")]
    assert levels(after) == [(2, "error")]
    assert levels([line("2026-12-01", "message")], opted_out="2026-12-01") == [(1, "error")]


def test_it_is_told_at_the_line_which_is_private() -> None:
    plan = plan_of([entry("2026-12-01")], None, client(opted_out="2026-11-01"), [line("2026-12-01", "call")])
    (finding,) = found(plan, RULE)
    assert finding.private
    assert told(finding, "es").startswith(
        "El 1 de diciembre de 2026 alguien llamó a «rosa», que el 1 de noviembre de 2026 había pedido que no le "
        "llamaran."
    )


def test_somebody_else_at_their_address() -> None:
    out = {"segments": ["a"], "opted_out": "2026-06-01", "email": "leo@masa.example", "phone": "+57 320 111 2233"}
    others: dict[str, dict[str, Any]] = {
        "mail": {"segments": ["a"], "email": "Leo@Masa.example"},
        "call": {"segments": ["a"], "phone": "0057-320-111-22-33"},
        "none": {"segments": ["a"], "email": "eva@masa.example", "phone": "+57 320 111 2234"},
        "gone": {"segments": ["a"], "email": "leo@masa.example", "status": "gone"},
        "same": {"segments": ["a"], "email": "leo@masa.example", "opted_out": "2026-07-01"},
    }
    findings = found(plan_of([entry("2026-12-01")], None, {"leo": out, **others}), RULE)
    assert [(one.contact, one.level, one.data) for one in findings] == [
        ("mail", "warning", {"other": "leo"}),
        ("call", "warning", {"other": "leo"}),
    ]
    assert told(findings[0], "es") == (
        "«mail» tiene la misma dirección que «leo», que pidió que no le escribieran. "
        "Si son la misma persona, borra una; si no, anota una dirección que sea suya."
    )
    assert "masa" not in repr(findings)
