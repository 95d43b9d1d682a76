"""`unmet-need`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "unmet-need"
NEED = {"heard": "2026-10-12", "segment": "a", "needs": "Saber cuánta harina tira."}


def levels(*work: dict[str, Any], need: dict[str, Any] | None = None, **settings: Any) -> list[str]:
    plan = plan_of(work, needs={"merma": {**NEED, **(need or {})}}, **settings)
    return [finding.level for finding in found(plan, RULE)]


def test_an_open_need_heard_longer_ago_than_that() -> None:
    assert levels(need={"heard": "2026-10-31"}) == ["todo"]
    assert levels(need={"heard": "2026-11-01"}) == []
    assert levels(need={"heard": "2026-11-01"}, rules={RULE: {"after": "29 days"}}) == ["todo"]
    assert levels(need={"status": "answered"}) == []
    assert levels(need={"status": "dropped"}) == []


@pytest.mark.parametrize(
    "values",
    [
        {"date": "2026-12-03"},
        {"date": "2026-12-03", "status": "idea"},
        {"date": None, "status": "idea"},
        {"date": None, "status": "draft"},
        {"date": "2026-11-03", "status": "draft"},
        {"date": "2026-11-03", "status": "done"},
        {"date": "2026-12-03", "segments": ["b"], "kind": "pitch"},
    ],
)
def test_whatever_answers_it_somebody_thought_of_it(values: dict[str, Any]) -> None:
    day = values.pop("date")
    segments = {"a": {}, "b": {}}
    assert levels(entry(day, answers=["merma"], **values), segments=segments) == []
    assert levels(entry(day, answers=["otra"], **values), segments=segments) == ["todo"]


def test_closed_days_do_not_lengthen_it() -> None:
    assert levels(need={"heard": "2026-10-31"}, closed=[{"from": "2026-11-02", "to": "2026-11-20"}]) == ["todo"]


def test_it_is_about_its_need_its_client_and_its_segment() -> None:
    contacts = {"rosa": {"segments": ["a"]}}
    plan = plan_of([], contacts=contacts, needs={"merma": {**NEED, "from": "rosa"}})
    (finding,) = found(plan, RULE)
    assert (finding.need, finding.contact, finding.segment, finding.entry) == ("merma", "rosa", "a", None)
    assert (finding.place.file, finding.private) == ("content/private/needs.yaml", True)
    assert finding.data == {"days": 50, "after": 30}
    assert told(finding, "es").startswith("«merma» se oyó el 12 de octubre de 2026, hace 50 días, y ninguna entrada le")
    assert "harina" not in told(finding, "es")


def test_a_segment_s_own_level_and_span() -> None:
    assert levels(segments={"a": {"rules": {RULE: "off"}}}) == []
    assert levels(segments={"a": {"rules": {RULE: {"after": "50 days"}}}}) == []
    assert levels(segments={"a": {"rules": {RULE: {"level": "warning", "after": "49 days"}}}}) == ["warning"]


def test_a_silence_at_the_need() -> None:
    assert levels(need={"allow": {RULE: "lo hablamos en marzo"}}) == []


def test_it_is_skipped_where_the_needs_are_not_there() -> None:
    assert levels(absent=["needs"]) == []
