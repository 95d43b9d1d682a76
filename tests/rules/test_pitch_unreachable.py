"""`pitch-unreachable`, sentence by sentence of 3-rules.md."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plan import entry, found, plan_of, told

from valuegen.model.values import Rate
from valuegen.rules.pitch_unreachable import Room

RULE = "pitch-unreachable"


def findings(at_most: str, share: dict[str, str] | None = None, **settings: Any) -> list[Any]:
    segment: dict[str, Any] = {"cadence": {"at_most": at_most}}
    if share:
        segment["rules"] = {"pitch-share": share}
    return found(plan_of([], segments={"a": segment}, **settings), RULE)


def test_five_entries_have_to_fit_into_ninety_days() -> None:
    assert not findings("1 per 22 days")
    assert findings("1 per 23 days")
    assert not findings("3 per 60 days")
    (finding,) = findings("1 per 30 days")
    assert (finding.level, finding.segment, finding.place.file) == ("note", "a", "content/segments.yaml")
    assert finding.data == {"most": 3, "needed": 5, "at_most": [2, 30], "window": 121, "max": None}
    assert told(finding) == (
        "No offer to “A” can stay within its limit (20%): it takes 5 entries in 90 days, and at most 3 fit. "
        "Any of these would make room for one: `at_most: 2 per 30 days` or a `window` of 121 days."
    )


def test_the_limit_and_the_window_in_force_count() -> None:
    assert findings("1 per 22 days", {"max": "19%"})
    assert findings("1 per 22 days", {"window": "88 days"})
    assert not findings("1 per 30 days", {"max": "33%", "window": "91 days"})
    assert findings("1 per 22 days", rules={"pitch-share": {"max": "19%"}})
    assert not findings("1 per 30 days", {"window": "121 days"})


def test_what_cannot_be_is_not_proposed() -> None:
    (finding,) = findings("1 per 365 days")
    assert (finding.data["window"], finding.data["max"]) == (None, None)
    assert told(finding, "es").endswith("Para que quepa una basta con algo de esto: `at_most: 5 cada 365 días`.")


def test_a_segment_that_wants_no_offers_is_left_alone() -> None:
    assert not findings("1 per 365 days", {"max": "0%"})


def test_what_is_planned_does_not_matter_and_its_level_can_be_set() -> None:
    segments = {"a": {"cadence": {"at_most": "1 per 30 days"}}, "b": {}}
    assert [each.segment for each in found(plan_of([entry("2026-12-05")], segments=segments), RULE)] == ["a"]
    segments["a"]["rules"] = {RULE: "off"}
    assert not found(plan_of([], segments=segments), RULE)


ROOMS = st.builds(
    Room,
    st.builds(Rate, st.integers(1, 5), st.integers(1, 120)),
    st.integers(7, 366),
    st.fractions(Fraction(1, 50), Fraction(1, 3), max_denominator=100),
)


@given(ROOMS)
def test_it_is_told_where_the_fullest_window_has_no_room_and_what_it_proposes_is_the_least(room: Room) -> None:
    fullest = [day for day in range(room.window) if day % room.rate.days == 0 for _ in range(room.rate.count)]
    assert room.most == len(fullest)
    has_room = room.limit * room.most >= 1
    assert (room.most < room.needed) == (not has_room)
    if has_room:
        return
    for count, enough in ((room.rate_needed, True), (room.rate_needed - 1, False)):
        assert (room.limit * count * room.spells >= 1) == enough
    if room.window_needed:
        for window, enough in ((room.window_needed, True), (room.window_needed - 1, False)):
            wider = Room(room.rate, window, room.limit)
            assert (room.limit * wider.most >= 1) == enough
    if room.limit_needed:
        assert room.limit_needed * room.most >= 1
        assert (room.limit_needed - Fraction(1, 100)) * room.most < 1


@pytest.mark.parametrize(("count", "days", "window"), [(1, 2, 7), (2, 3, 7), (1, 3, 8), (2, 4, 9)])
def test_no_calendar_that_keeps_to_the_rate_has_more(count: int, days: int, window: int) -> None:
    def most(calendar: tuple[int, ...]) -> int:
        if len(calendar) == window:
            return sum(calendar)
        room = count - sum(calendar[-(days - 1) :])
        return max(most((*calendar, held)) for held in range(room + 1))

    assert most(()) == Room(Rate(count, days), window, Fraction(1, 5)).most
