"""`overdue`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "overdue"


@pytest.mark.parametrize(
    ("values", "sentence"),
    [
        ({"status": "draft"}, "«Harina» era para el 20 de noviembre de 2026 y sigue en borrador."),
        ({"status": "review"}, "«Harina» era para el 20 de noviembre de 2026 y sigue en revisión."),
        (
            {"channels": ["visit"]},
            "«Harina» estaba lista para el 20 de noviembre de 2026, pero nadie la ha marcado como hecha.",
        ),
    ],
)
def test_what_slipped_is_owed(values: dict[str, Any], sentence: str) -> None:
    (finding,) = found(plan_of([entry("2026-11-20", title="Harina", slug="harina", **values)]), RULE)
    assert (finding.level, finding.entry, finding.place.line) == ("todo", "2026-11-20-harina", 1)
    assert told(finding, "es") == (
        f"{sentence} Hazla, y después `valuegen done harina`; o elige otro día: `valuegen move harina FECHA`. "
        "Si ya no viene al caso, quítala."
    )
    assert finding.data == {"days": 11, "pitches": []}


def test_what_happened_or_is_still_to_come_is_not() -> None:
    fine = [
        entry("2026-11-20", status="done", channels=["visit"]),
        entry("2026-11-20", channels=["blog"]),
        entry("2026-11-20", channels=["visit", "blog"]),
        entry("2026-11-20", status="idea"),
        entry("2026-12-01", status="draft"),
        entry(None),
    ]
    assert not found(plan_of(fine), RULE)


def test_each_occurrence_is_owed_by_itself() -> None:
    repeat = {"rule": "FREQ=WEEKLY;COUNT=4", "done": "2026-11-12"}
    weekly = entry("2026-11-10", slug="x", channels=["visit"], repeat=repeat)
    assert [entry for _, entry, _ in spots(plan_of([weekly]), RULE)] == ["2026-11-17-x", "2026-11-24-x"]


def test_an_offer_that_breaks_its_limit_because_of_it_is_named() -> None:
    value = [entry(f"2026-11-2{day}") for day in (1, 2, 3)]
    slipped = entry("2026-11-24", title="Harina", slug="harina", status="draft")
    curso = entry("2026-12-05", title="Curso", slug="curso", kind="pitch")
    (finding,) = found(plan_of([*value, slipped, curso]), RULE)
    assert finding.data["pitches"] == ["2026-12-05-curso"]
    assert "Por eso «Curso» (5 de diciembre) rebasa ahora su límite." in told(finding, "es")


def test_an_offer_that_would_break_it_anyway_or_holds_it_is_not() -> None:
    slipped = entry("2026-11-24", status="draft")
    curso = entry("2026-12-05", kind="pitch")
    assert found(plan_of([slipped, curso]), RULE)[0].data["pitches"] == []
    value = [entry(f"2026-11-2{day}") for day in (1, 2, 3, 5)]
    assert found(plan_of([*value, slipped, curso]), RULE)[0].data["pitches"] == []


def test_what_comes_after_the_offer_or_counts_already_is_not_why() -> None:
    value = [entry(f"2026-11-1{day}") for day in (1, 2)]
    same = [entry("2026-11-13", text="Pesa."), entry("2026-11-14", text="Pesa.", status="draft")]
    curso = entry("2026-11-20", kind="pitch")
    later = entry("2026-11-25", status="draft")
    assert [each.data["pitches"] for each in found(plan_of([*value, *same, curso, later]), RULE)] == [[], []]


def test_no_other_rule_looks_at_it() -> None:
    plan = plan_of(
        [
            entry("2026-11-20", kind="pitch", status="draft", read_next=["nada"]),
            entry("2026-12-05", channels="whatsapp"),
        ]
    )
    assert {each.rule for each in found(plan)} == {RULE}
