"""`pitch-words`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import plans, wordy_plans
from small_plan import entry, found, plan_of, policy, spots, told

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.plan.wordage import Wordage
from valuegen.rules import pitch_words

RULE = "pitch-words"


def words(count: int, word: str = "pan") -> str:
    """A text of so many words; other words, another text."""
    return " ".join([word] * count)


def boxed(value: int, selling: int, word: str = "pan") -> str:
    """A text with a passage that sells."""
    return f"{words(value, word)}\n\n::: pitch\n{words(selling, 'curso')}\n:::\n"


def helps(day: str, count: int, word: str = "harina", **values: Any) -> dict[str, Any]:
    return entry(day, text=words(count, word), **values)


def sells(day: str, count: int, **values: Any) -> dict[str, Any]:
    return entry(day, kind="pitch", text=words(count, "curso"), **values)


def test_a_fifth_of_the_words_is_allowed_and_one_more_is_not() -> None:
    assert not found(plan_of([helps("2026-12-02", 40), sells("2026-12-05", 10)]), RULE)
    (finding,) = found(plan_of([helps("2026-12-02", 40), sells("2026-12-05", 11, slug="curso")]), RULE)
    assert (finding.level, finding.segment, finding.entry) == ("error", "a", "2026-12-05-curso")
    assert finding.place.line == 2
    assert finding.data == {"selling": 11, "words": 51, "limit": "1/5", "add_words": 4, "cut_words": 1}
    assert told(finding) == (
        "11 of the 51 words that “A” reads in the 90 days to December 5, 2026 sell (22%; the limit is 20%). "
        "Add 4 words of value before it, or cut 1 of the words that sell from its text."
    )
    assert told(finding, "es") == (
        "11 de las 51 palabras que «A» lee en los 90 días hasta el 5 de diciembre de 2026 venden (22 %; el límite es "
        "20 %). Añade antes 4 palabras de valor, o quita de su texto 1 de las que venden."
    )


@pytest.mark.parametrize("kind", ["industry", "expertise", "reference", "conversation", "courtesy"])
def test_a_passage_that_sells_counts_in_an_entry_of_any_kind(kind: str) -> None:
    assert not found(plan_of([entry("2026-12-05", kind=kind, text=boxed(40, 10))]), RULE)
    assert spots(plan_of([entry("2026-12-05", kind=kind, text=boxed(40, 11), slug="x")]), RULE) == [
        ("a", "2026-12-05-x", "error")
    ]


def test_a_pitch_sells_with_all_its_words() -> None:
    (finding,) = found(plan_of([entry("2026-12-05", kind="pitch", text=boxed(40, 1))]), RULE)
    assert (finding.data["selling"], finding.data["words"]) == (41, 41)
    assert told(finding).startswith("All the words that “A” reads in the 90 days to December 5, 2026 sell (100%; the")


def test_what_has_no_text_has_no_words() -> None:
    assert not found(plan_of([entry("2026-12-02"), entry("2026-12-05", kind="pitch")]), RULE)
    code = "```\ncomprar curso ya\n```\n"
    assert not found(plan_of([entry("2026-12-05", kind="pitch", text=code)]), RULE)


def test_only_entries_that_sell_are_told_of() -> None:
    plan = plan_of([sells("2026-12-02", 30, slug="x"), helps("2026-12-03", 10), entry("2026-12-04", kind="pitch")])
    assert spots(plan, RULE) == [("a", "2026-12-02-x", "error")]


def test_the_window_holds_the_days_after_its_first_and_the_entrys_own() -> None:
    within = [helps("2026-09-07", 40, status="done"), sells("2026-12-05", 10)]
    assert not found(plan_of(within), RULE)
    before = [helps("2026-09-06", 40, status="done"), sells("2026-12-05", 10)]
    assert found(plan_of(before), RULE)
    shorter = {RULE: {"window": "7 days"}}
    assert not found(plan_of([helps("2026-12-05", 40), sells("2026-12-11", 10)], rules=shorter), RULE)
    assert found(plan_of([helps("2026-12-05", 40), sells("2026-12-12", 10)], rules=shorter), RULE)


def test_all_of_one_day_count_together_and_what_comes_after_does_not() -> None:
    assert not found(plan_of([sells("2026-12-05T09:00", 10), helps("2026-12-05T18:00", 40)]), RULE)
    assert found(plan_of([sells("2026-12-05", 10), helps("2026-12-06", 40)]), RULE)


def test_each_segment_by_its_own_row_and_its_own_limit() -> None:
    rows = [helps("2026-12-02", 40, segments=["a"]), sells("2026-12-05", 10, segments=["a", "b"], slug="x")]
    segments: dict[str, Any] = {"a": {}, "b": {}}
    assert spots(plan_of(rows, segments), RULE) == [("b", "2026-12-05-x", "error")]
    segments["a"] = {"rules": {RULE: {"max": "19%"}}}
    assert spots(plan_of(rows, segments), RULE) == [("a", "2026-12-05-x", "error"), ("b", "2026-12-05-x", "error")]


def test_only_what_is_planned_counts() -> None:
    idea = helps("2026-12-02", 40, status="idea")
    slipped = helps("2026-11-20", 40, status="draft")
    assert found(plan_of([idea, slipped, sells("2026-12-05", 10)]), RULE)


def test_a_repetition_gives_its_words_once_and_sells_each_time() -> None:
    weekly = {"repeat": {"rule": "FREQ=WEEKLY;COUNT=4"}, "channels": ["newsletter"]}
    plan = plan_of([helps("2026-12-02", 40, **weekly), sells("2026-12-28", 11)])
    assert [each.data["words"] for each in found(plan, RULE)] == [51]
    plan = plan_of([entry("2026-12-02", text=boxed(40, 5), slug="x", **weekly)])
    assert [(each.entry, each.data["selling"], each.data["words"]) for each in found(plan, RULE)] == [
        ("2026-12-16-x", 15, 55),
        ("2026-12-23-x", 20, 60),
    ]
    assert [each.data["cut_words"] for each in found(plan, RULE)] == [2, 3]


def test_the_same_text_gives_its_words_once() -> None:
    same = [helps("2026-12-02", 20), helps("2026-12-03", 20), sells("2026-12-05", 6)]
    assert [each.data["words"] for each in found(plan_of(same), RULE)] == [26]
    assert not found(plan_of([helps("2026-12-02", 20), helps("2026-12-03", 20, word="pan"), same[2]]), RULE)


def test_of_one_text_marked_in_two_ways_the_more_generous_counts() -> None:
    whole = helps("2026-12-02", 60, word="curso")
    marked = entry("2026-12-03", text=f"{words(48, 'curso')}\n\n::: pitch\n{words(12, 'curso')}\n:::\n", slug="x")
    assert not found(plan_of([whole, marked]), RULE)
    assert found(plan_of([{**marked, "text": boxed(48, 13)}]), RULE)


def test_courtesy_gives_its_words_each_time() -> None:
    greeting = {"kind": "courtesy", "text": words(20, "hola")}
    rows = [entry("2026-12-02", **greeting), entry("2026-12-03", **greeting), sells("2026-12-05", 10)]
    assert not found(plan_of(rows), RULE)


def test_of_the_past_only_what_is_done_is_history() -> None:
    for status, level in (("done", "note"), ("ready", "error")):
        (finding,) = found(plan_of([sells("2026-11-20", 10, status=status)]), RULE)
        assert finding.level == level
        assert (finding.mend is None) == (status == "done")
    assert (
        found(plan_of([helps("2026-11-20", 10, status="done"), sells("2026-12-01", 10, status="done")]), RULE)[0].level
        == "error"
    )


def test_no_more_than_a_third_and_windows_of_a_week_to_a_year() -> None:
    for wrong in ({"max": "34%"}, {"window": "6 days"}, {"window": "367 days"}):
        with pytest.raises(AssertionError):
            policy(plan_of([entry("2026-12-05")], rules={RULE: wrong}))
    policy(plan_of([entry("2026-12-05")], rules={RULE: {"max": "33%", "window": "366 days"}}))


def test_where_no_offer_is_allowed_no_word_sells() -> None:
    plan = plan_of([entry("2026-12-05", text=boxed(400, 1))], rules={RULE: {"max": "0%"}})
    (finding,) = found(plan, RULE)
    assert finding.data["add_words"] is None
    assert told(finding).endswith("No words that sell are allowed here (`max` is 0): remove them.")


def test_words_are_taken_out_only_of_a_text_that_has_so_many() -> None:
    rows = [sells("2026-12-02", 30, slug="x"), entry("2026-12-05", text=boxed(10, 2), slug="y")]
    first, second = found(plan_of(rows), RULE)
    assert (first.data["add_words"], first.data["cut_words"]) == (120, None)
    assert (second.data["add_words"], second.data["cut_words"]) == (118, None)
    assert told(second).endswith("Add 118 words of value before it, in texts of their own.")


SHARES = st.fractions(0, Fraction(1, 3), max_denominator=50)


@given(st.integers(1, 500), st.integers(0, 2000), SHARES, st.integers(1, 5))
def test_the_words_to_add_or_to_cut_are_enough_and_the_least(sold: int, value: int, limit: Fraction, k: int) -> None:
    held = Wordage(sold * k, sold * k + value)
    add, cut = held.to_add(limit), held.to_cut(limit, k)
    if not limit:
        assert add is None
    elif add:
        assert not Wordage(held.selling, held.words + add).is_over(limit)
        assert Wordage(held.selling, held.words + add - 1).is_over(limit)
    assert cut <= sold
    assert not Wordage(held.selling - k * cut, held.words - k * cut).is_over(limit)
    if cut:
        assert Wordage(held.selling - k * (cut - 1), held.words - k * (cut - 1)).is_over(limit)


def told_slowly(plan: Plan, segment: str, window: int, limit: Fraction) -> set[str]:
    """The definition, entry by entry."""
    row = plan.received[segment]
    return {each.id for each in row if _sold(plan, each) and _is_over(plan, _window(row, each, window), limit)}


def _window(row: Sequence[Occurrence], each: Occurrence, window: int) -> list[Occurrence]:
    assert each.day
    first = each.day - timedelta(days=window - 1)
    return [one for one in row if one.day and first <= one.day <= each.day]


def _sold(plan: Plan, each: Occurrence) -> int:
    text = plan.prose.get(each.entry.slug)
    return 0 if text is None else text.words if each.is_pitch else text.pitch_words


def _is_over(plan: Plan, held: Sequence[Occurrence], limit: Fraction) -> bool:
    sold = sum(_sold(plan, each) for each in held)
    value: dict[object, int] = {}
    for each in held:
        text = plan.prose.get(each.entry.slug)
        if text is not None:
            key: object = text.fingerprint if each.is_value else each.id
            value[key] = max(value.get(key, 0), text.words - _sold(plan, each))
    return sold > limit * (sold + sum(value.values()))


@settings(max_examples=30)
@given(st.one_of(plans(), wordy_plans()))
def test_on_random_plans_it_is_what_the_definition_says(plan: Plan) -> None:
    in_force = policy(plan)
    held = [(each.segment, each.occurrence.id) for each in pitch_words.check(plan, in_force) if each.occurrence]
    expected = set()
    for segment in plan.received:
        options = in_force.of(pitch_words.Options, RULE, segment)
        expected |= {(segment, id) for id in told_slowly(plan, segment, options.window, options.max)}
    assert len(held) == len(set(held))
    assert set(held) == expected
