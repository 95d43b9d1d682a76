"""`monologue`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry as asking
from small_plan import found, plan_of, spots, told

RULE = "monologue"


def entry(day: str | None, **values: Any) -> dict[str, Any]:
    return asking(day, **{"ask": None, **values})


def levels(**values: Any) -> list[str]:
    return [finding.level for finding in found(plan_of([entry("2026-12-03", **values)]), RULE)]


def test_no_ask_and_no_question_in_the_text() -> None:
    assert levels(text="Pesa la harina.") == ["warning"]
    assert levels(text="Pesa la harina.", ask="¿Cuánta tiras?") == []
    assert levels(text="Pesa la harina. ¿Cuánta tiras?") == []
    assert levels(text="Weigh it. How much is left?") == []


def test_without_a_text_nothing_is_asked_either() -> None:
    assert levels() == ["warning"]
    assert levels(ask="¿Cuánta tiras?") == []
    assert levels(title="¿Cuánta harina tiras?", question="¿Cuánta es normal?") == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        "```\n¿Cuánta tiras?\n```",
        "Escribe `¿cuánta?` en la libreta.",
        "Mira <https://levadura.example/?q=harina>.",
        "Mira https://levadura.example/?q=harina y vuelve.",
        "Harina (?) y sal.",
    ],
)
def test_what_is_no_question(text: str) -> None:
    assert levels(text=text) == ["warning"]


@pytest.mark.parametrize("text", ["## ¿Cuánta tiras?\n\nPesa.", "- Pesa.\n- ¿Cuánta tiras?", "¿Y si sobra?)"])
def test_a_question_anywhere_in_the_text(text: str) -> None:
    assert levels(text=text) == []


@pytest.mark.parametrize("kind", ["industry", "expertise", "reference", "conversation", "pitch"])
def test_every_kind_but_courtesy(kind: str) -> None:
    assert levels(kind=kind) == ["warning"]


def test_courtesy_may_ask_nothing() -> None:
    assert levels(kind="courtesy", text="Feliz día.") == []


def test_planned_entries_alone() -> None:
    work = [
        entry("2026-12-03", status="idea"),
        entry(None, status="draft"),
        entry("2026-11-03", status="draft"),
        entry("2026-11-04", status="done", slug="past"),
    ]
    assert spots(plan_of(work), RULE) == [(None, "2026-11-04-past", "note")]


def test_each_occurrence_is_an_entry_of_its_own() -> None:
    work = [entry("2026-12-03", slug="x", channels="whatsapp", repeat={"rule": "FREQ=WEEKLY;COUNT=2"})]
    assert [entry for _, entry, _ in spots(plan_of(work), RULE)] == ["2026-12-03-x", "2026-12-10-x"]


def test_a_silence_at_the_entry() -> None:
    plan = plan_of([entry("2026-12-03", allow={RULE: "es un acta"})])
    assert not found(plan, RULE)
    assert not found(plan, "unused-allow")


def test_what_it_says() -> None:
    (silent,) = found(plan_of([entry("2026-12-03", title="Tres cuentas")]), RULE)
    assert told(silent, "es").startswith("«Tres cuentas» no tiene `ask`, ni texto que pueda preguntar algo. Escribe un")
    (talks,) = found(plan_of([entry("2026-12-03", title="Tres cuentas", text="Pesa.")]), RULE)
    assert told(talks) == (
        "“Tres cuentas” asks nothing: it has no `ask` and no question in its text. "
        "Write an `ask`: one thing that you would like to know, and that is easy to answer."
    )
