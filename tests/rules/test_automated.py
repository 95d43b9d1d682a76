"""`automated`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, spots, told

RULE = "automated"
SEGMENTS: dict[str, dict[str, Any]] = {
    "a": {"treatment": "personal"},
    "b": {"treatment": "group"},
    "c": {"treatment": "broadcast"},
    "d": {"treatment": "personal"},
}


def levels(*segments: str, own: dict[str, Any] | None = None, **settings: Any) -> list[tuple[str | None, str]]:
    known = {id: {**SEGMENTS[id], **({"rules": {RULE: level}} if level else {})} for id, level in both(own).items()}
    work = [entry("2026-12-03", channels=["whatsapp", "autoresponder"], segments=list(segments))]
    return [(each.segment, each.level) for each in found(plan_of(work, known, **settings), RULE)]


def both(own: dict[str, Any] | None) -> dict[str, Any]:
    return dict.fromkeys(SEGMENTS) | (own or {})


def test_an_error_to_a_segment_of_personal_treatment_and_a_warning_to_any_other() -> None:
    assert levels("a") == [("a", "error")]
    assert levels("b") == [("b", "warning")]
    assert levels("c") == [("c", "warning")]


def test_one_finding_an_entry_about_the_segment_on_which_it_weighs_most() -> None:
    assert levels("b", "a") == [("a", "error")]
    assert levels("a", "d") == [("a", "error")]
    assert levels("c", "b") == [("c", "warning")]


@pytest.mark.parametrize("level", ["warning", "todo", "note"])
def test_a_lower_level_holds_for_all(level: str) -> None:
    assert levels("a", rules={RULE: level}) == [("a", level)]
    assert levels("b", rules={RULE: level}) == [("b", level)]


def test_off_is_off() -> None:
    assert levels("a", rules={RULE: "off"}) == []
    assert levels("a", own={"a": "off"}) == []


def test_a_segment_s_own_level() -> None:
    assert levels("a", "d", own={"a": "off"}) == [("d", "error")]
    assert levels("a", "b", own={"a": "note"}) == [("b", "warning")]
    assert levels("b", own={"b": "error"}) == [("b", "warning")]
    assert levels("a", rules={RULE: "off"}, own={"a": "error"}) == [("a", "error")]


def test_single_clients_alone_are_no_segment_of_personal_treatment() -> None:
    work = [entry("2026-12-03", contacts=["rosa"], channels=["autoresponder"])]
    (finding,) = found(plan_of(work, SEGMENTS, {"rosa": {"segments": ["a"]}}), RULE)
    assert (finding.level, finding.segment) == ("warning", None)


def test_channels_of_a_workspace_and_those_by_default() -> None:
    robot = {"robot": {"reach": "personal", "automated": "true"}}
    assert found(plan_of([entry("2026-12-03")], {"a": {"channels": ["robot"]}}, channels=robot), RULE)
    assert not found(plan_of([entry("2026-12-03", channels=["newsletter"])]), RULE)


def test_history_is_a_note_and_only_planned_entries_are_looked_at() -> None:
    work = [
        entry("2026-11-03", status="done", slug="past"),
        entry("2026-11-03", status="draft", slug="slipped"),
        entry("2026-12-03", status="idea", slug="idea"),
    ]
    plan = plan_of([{**each, "channels": ["autoresponder"]} for each in work], SEGMENTS)
    assert spots(plan, RULE) == [("a", "2026-11-03-past", "note")]


def test_a_silence_at_the_entry() -> None:
    assert not found(plan_of([entry("2026-12-03", channels=["autoresponder"], allow={RULE: "acuse"})], SEGMENTS), RULE)


def test_a_pitch_of_the_past_may_move_although_the_note_on_it_will_be_a_warning() -> None:
    """What is a warning on any day is no error that it had not. (On the 10th they would get too much.)"""
    pitch = entry("2026-11-20", kind="pitch", channels=["blog", "autoresponder"], segments=["b"], slug="p")
    value = [entry(f"2026-12-{day:02}", segments=["b"], slug=f"v{day}") for day in (1, 4, 7, 10)]
    (finding,) = found(plan_of([pitch, *value], SEGMENTS), "pitch-share")
    assert finding.mend
    assert finding.mend.move_to is not None
    assert finding.mend.move_to.isoformat() == "2026-12-11"


def test_what_it_says() -> None:
    (finding,) = found(plan_of([entry("2026-12-03", title="Gracias", channels=["autoresponder"])], SEGMENTS), RULE)
    assert finding.data == {"channel": "autoresponder", "personal": True}
    assert told(finding, "es") == (
        "«Gracias» va por «autoresponder», donde no escribe ninguna persona, y «A» es de trato personal. "
        "Quita «autoresponder», y que lo diga una persona por un canal suyo."
    )
