"""`broadcast-only`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, told

RULE = "broadcast-only"


def levels(*days: str, channels: Any = ("blog",), **settings: Any) -> list[str]:
    work = [entry(day, slug=f"e{at}", status="done" if day < "2026-12" else "ready", channels=channels)
            for at, day in enumerate(days)]  # fmt: skip
    segment = {"treatment": "personal", **settings.pop("segment", {})}
    return [each.level for each in found(plan_of([*work, *settings.pop("more", ())], {"a": segment}, **settings), RULE)]


def test_entries_all_of_whose_channels_are_broadcast() -> None:
    assert levels("2026-12-03") == ["warning"]
    assert levels("2026-12-03", "2026-11-03", channels=["blog", "newsletter"]) == ["warning"]
    assert levels("2026-12-03", channels=["blog", "whatsapp"]) == []
    assert levels("2026-12-03", channels=["event"]) == []
    assert levels("2026-12-03", more=[entry("2026-11-03", slug="x", status="done", channels=["call"])]) == []


def test_a_segment_without_entries_is_too_quiet_and_no_more() -> None:
    assert levels() == []


@pytest.mark.parametrize("treatment", ["group", "broadcast"])
def test_of_personal_treatment_alone(treatment: str) -> None:
    assert levels("2026-12-03", segment={"treatment": treatment}) == []


def test_within_so_many_days_before_or_after_both_ends_in() -> None:
    far = entry("2027-06-01", slug="far", channels=["visit"])
    assert levels("2026-09-02", more=[far]) == ["warning"]
    assert levels("2026-09-01", more=[far]) == []
    assert levels("2027-03-01", more=[far]) == ["warning"]
    assert levels("2027-03-02", more=[far]) == []
    assert levels("2026-12-03", more=[entry("2027-03-01", slug="x", channels=["visit"])]) == []
    assert levels("2026-12-03", more=[entry("2027-03-02", slug="x", channels=["visit"])]) == ["warning"]
    assert levels("2026-12-08", rules={RULE: {"window": "7 days"}}) == ["warning"]
    assert levels("2026-12-09", rules={RULE: {"window": "7 days"}}) == []


def test_what_is_not_planned_is_no_company() -> None:
    idea = entry("2026-12-05", slug="x", status="idea", channels=["visit"])
    slipped = entry("2026-11-05", slug="y", status="ready", channels=["visit"])
    assert levels("2026-12-03", more=[idea, slipped]) == ["warning"]


def test_a_segment_s_own_level_and_window() -> None:
    assert levels("2026-12-03", segment={"rules": {RULE: "off"}}) == []
    assert levels("2027-03-02", segment={"rules": {RULE: {"window": "91 days"}}}) == ["warning"]


def test_what_it_says() -> None:
    segment = {"treatment": "personal", "channels": ["blog", "whatsapp", "visit"]}
    (finding,) = found(plan_of([entry("2026-12-03")], {"a": segment}), RULE)
    assert (finding.segment, finding.place.file) == ("a", "content/segments.yaml")
    assert finding.data == {"entries": 1, "window": 90, "channels": ["blog"]}
    assert told(finding, "en") == (
        "“A” is to be treated personally, but the only entry within 90 days of December 1, 2026 is broadcast. "
        "Plan something for them by “whatsapp” or “visit”, by March 1, 2027 at the latest."
    )
