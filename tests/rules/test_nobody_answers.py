"""`nobody-answers`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from datetime import date, timedelta
from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "nobody-answers"
ROSA: dict[str, dict[str, Any]] = {"rosa": {"segments": ["a"]}}
LAST = date(2026, 12, 1)


def six(last: date = LAST, first: date | None = None) -> list[dict[str, Any]]:
    """Six entries, ten days apart, up to the last."""
    days = [last - timedelta(days=10 * back) for back in range(6)]
    days[-1] = first or days[-1]
    return [entry(day.isoformat(), slug=f"e{at}", status="done") for at, day in enumerate(days)]


def said(*log: dict[str, Any], work: Any = None, contacts: Any = ROSA, **settings: Any) -> list[str | None]:
    plan = plan_of(work or six(), settings.pop("segments", None), contacts, log, **settings)
    return [finding.segment for finding in found(plan, RULE)]


def line(day: str, what: str = "reply", **values: Any) -> dict[str, Any]:
    return {"date": day, "contact": "rosa", "what": what, **values}


def test_that_many_entries_in_the_window_that_ends_on_as_of() -> None:
    assert said() == ["a"]
    assert said(work=six()[1:]) == []
    assert said(work=six(first=date(2026, 6, 5))) == ["a"]
    assert said(work=six(first=date(2026, 6, 4))) == []
    assert said(work=[*six()[1:], entry("2026-12-02")]) == []
    assert said(work=six()[1:], rules={RULE: {"entries": "5"}}) == ["a"]
    assert said(work=six(first=date(2026, 6, 4)), rules={RULE: {"window": "181 days"}}) == ["a"]


def test_planned_entries_alone() -> None:
    assert said(work=[*six()[1:], entry("2026-11-03", slug="slipped", status="draft")]) == []


def test_a_line_of_their_own_in_the_window() -> None:
    assert said(line("2026-06-05")) == []
    assert said(line("2026-06-04")) == ["a"]
    assert said(line("2026-12-02")) == ["a"]
    assert said(line("2026-11-03", "inquiry")) == []
    assert said(line("2026-11-03", "sale")) == []
    assert said(line("2026-11-03", "call")) == []


def test_lines_of_yours_are_not_theirs() -> None:
    assert said(line("2026-11-03", "call", by="irene")) == ["a"]
    assert said(line("2026-11-03", "message", by="irene")) == ["a"]


def test_a_need_in_the_window() -> None:
    need = {"heard": "2026-11-03", "needs": "Dormir."}
    assert said(needs={"n": {**need, "from": "rosa"}}) == []
    assert said(needs={"n": {**need, "segment": "a"}}) == []
    assert said(needs={"n": need}) == ["a"]
    assert said(needs={"n": {**need, "heard": "2026-06-04", "from": "rosa"}}) == ["a"]


def test_of_its_own_contacts() -> None:
    segments: dict[str, Any] = {"a": {}, "b": {}}
    contacts = {"rosa": {"segments": ["b"]}}
    assert said(line("2026-11-03"), segments=segments, contacts=contacts) == ["a"]
    assert said(line("2026-11-03"), segments=segments, contacts={"rosa": {"segments": ["b", "a"]}}) == []


def test_a_segment_without_contacts_says_nothing_either() -> None:
    assert said(contacts={}) == ["a"]


def test_a_segment_s_own_level_and_options() -> None:
    assert said(segments={"a": {"rules": {RULE: "off"}}}) == []
    assert said(segments={"a": {"rules": {RULE: {"entries": "7"}}}}) == []


@pytest.mark.parametrize("absent", ["contacts", "needs", "log"])
def test_it_is_skipped_where_something_is_not_there(absent: str) -> None:
    assert said(absent=[absent]) == []


def test_it_is_off_in_the_gentle_profile() -> None:
    assert said(profile="gentle") == []


def test_it_keeps_its_level_and_says_how_many() -> None:
    (finding,) = found(plan_of(six(), contacts=ROSA), RULE)
    assert (finding.level, finding.place.file) == ("todo", "content/segments.yaml")
    assert finding.data == {"received": 6, "entries": 6, "window": 180}
    assert told(finding, "es") == (
        "«A» recibió 6 entradas en los 180 días hasta el 1 de diciembre de 2026, y nadie dijo una palabra. "
        "Pregúntale en persona a alguien de ese segmento qué necesita, y apunta lo que diga."
    )
