"""`off-topic`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "off-topic"
SEGMENTS: dict[str, dict[str, Any]] = {
    "a": {"cares_about": ["merma", "Harina"]},
    "b": {"cares_about": ["turnos"]},
    "c": {},
}
NEEDS = {"n": {"heard": "2026-11-20", "segment": "a", "needs": "Dormir."}}


def segments(work: dict[str, Any], **values: Any) -> list[str | None]:
    return [each.segment for each in found(plan_of([work], **{"segments": SEGMENTS, "needs": NEEDS, **values}), RULE)]


@pytest.mark.parametrize("kind", ["industry", "expertise", "reference"])
def test_without_a_topic_that_the_segment_cares_about(kind: str) -> None:
    assert segments(entry("2026-12-03", kind=kind, topics=["historia"])) == ["a"]
    assert segments(entry("2026-12-03", kind=kind)) == ["a"]
    assert segments(entry("2026-12-03", kind=kind, topics=["historia", "merma"])) == []


@pytest.mark.parametrize("kind", ["conversation", "courtesy", "pitch"])
def test_other_kinds_may_be_about_anything(kind: str) -> None:
    assert segments(entry("2026-12-03", kind=kind)) == []


def test_case_and_accents_are_no_difference() -> None:
    assert segments(entry("2026-12-03", topics=["harina"])) == []


def test_one_finding_a_segment_and_one_that_lists_none_is_not_looked_at() -> None:
    work = entry("2026-12-03", segments=["a", "b", "c"], topics=["historia"])
    assert segments(work) == ["a", "b"]
    assert segments({**work, "topics": ["turnos"]}) == ["a"]


def test_what_answers_a_need_of_it() -> None:
    work = entry("2026-12-03", answers=["n"], segments=["a", "b"])
    assert segments(work) == ["b"]
    assert segments({**work, "answers": ["otra"]}) == ["a", "b"]
    contacts = {"rosa": {"segments": ["b"]}}
    assert segments(work, contacts=contacts, needs={"n": {**NEEDS["n"], "from": "rosa"}}) == []


def test_where_needs_are_not_there_an_answer_is_taken_for_one() -> None:
    assert segments(entry("2026-12-03", answers=["n"]), absent=["needs"]) == []
    assert segments(entry("2026-12-03"), absent=["needs"]) == ["a"]


def test_planned_entries_alone_and_history_is_a_note() -> None:
    work = [
        entry("2026-11-03", status="done", slug="past"),
        entry("2026-11-03", status="draft", slug="slipped"),
        entry("2026-12-03", status="idea", slug="idea"),
    ]
    assert spots(plan_of(work, SEGMENTS), RULE) == [("a", "2026-11-03-past", "note")]


def test_levels_and_silences() -> None:
    off: dict[str, Any] = {**SEGMENTS, "a": {**SEGMENTS["a"], "rules": {RULE: "off"}}}
    assert segments(entry("2026-12-03"), segments=off) == []
    assert segments(entry("2026-12-03", allow={RULE: "fiesta del pueblo"})) == []
    assert segments(entry("2026-12-03"), profile="gentle") == []


def test_what_it_says() -> None:
    (none,) = found(plan_of([entry("2026-12-03", title="Algo")], SEGMENTS), RULE)
    assert told(none, "es").startswith("«Algo» no tiene temas, y por tanto ninguno que le importe a «A». Ponle uno que")
    (finding,) = found(plan_of([entry("2026-12-03", title="Algo", topics=["x", "y"])], SEGMENTS), RULE)
    assert finding.data == {"topics": ["x", "y"], "cares_about": ["merma", "Harina"]}
    assert told(finding, "es") == (
        "«Algo» trata de «x» y «y», y a «A» no le importa nada de eso. Ponle uno que le importe («merma» o «Harina»), "
        "o haz que responda a una necesidad suya; si no le toca, deja fuera a ese segmento."
    )
