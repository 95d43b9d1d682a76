"""`missing-body`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01, and 3 days before is soon enough."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "missing-body"


def draft(day: str | None, **values: Any) -> dict[str, Any]:
    return entry(day, **{"status": "draft", **values})


@pytest.mark.parametrize(
    ("day", "is_told"), [("2026-12-01", True), ("2026-12-04", True), ("2026-12-05", False), ("2027-06-01", False)]
)
@pytest.mark.parametrize("status", ["draft", "review"])
def test_within_lead_days_both_ends_in(day: str, is_told: bool, status: str) -> None:
    assert bool(found(plan_of([draft(day, status=status)]), RULE)) is is_told


def test_lead_is_what_the_workspace_says() -> None:
    assert found(plan_of([draft("2026-12-11")], reminders={"lead": "10 days"}), RULE)
    assert not found(plan_of([draft("2026-12-12")], reminders={"lead": "10 days"}), RULE)


def test_ready_or_done_on_any_day() -> None:
    assert spots(plan_of([entry("2027-06-01")]), RULE) == [(None, "2027-06-01-e1", "warning")]
    assert spots(plan_of([entry("2026-12-01", status="done")]), RULE) == [(None, "2026-12-01-e1", "warning")]
    assert spots(plan_of([entry("2026-11-01", status="done"), entry("2026-11-02")]), RULE) == [
        (None, "2026-11-01-e1", "note"),
        (None, "2026-11-02-e2", "note"),
    ]


def test_a_text_is_a_body_and_blank_is_none() -> None:
    assert not found(plan_of([entry("2026-12-03", text="Pesa la harina.")]), RULE)
    assert found(plan_of([entry("2026-12-03", text=" \n ")]), RULE)


def test_other_channels_need_none() -> None:
    assert not found(plan_of([entry("2026-12-03", channels=["newsletter"])]), RULE)
    assert found(plan_of([entry("2026-12-03", channels=["newsletter", "blog"])]), RULE)


def test_what_is_not_planned_is_left_alone() -> None:
    slipped = draft("2026-11-20")
    assert not found(plan_of([slipped, draft("2026-12-03", status="idea"), entry(None)]), RULE)


def test_what_it_says() -> None:
    (ready,) = found(plan_of([entry("2026-12-03", title="Tres cuentas")]), RULE)
    assert told(ready, "es").startswith(
        "«Tres cuentas» está lista para el 3 de diciembre de 2026, pero no tiene texto. Escribe su `text`"
    )
    (due,) = found(plan_of([draft("2026-12-03", title="Tres cuentas")]), RULE)
    assert told(due, "es").startswith("«Tres cuentas» toca el 3 de diciembre de 2026 y todavía no tiene texto.")


def test_an_allow_silences_it() -> None:
    assert not found(plan_of([entry("2026-12-03", allow={RULE: "llega del diseñador"})]), RULE)
