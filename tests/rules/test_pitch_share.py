"""`pitch-share`, sentence by sentence of 3-rules.md. `as_of` is 2026-12-01."""

from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_plan import entry, found, plan_of, spots, told

from valuegen.rules.share import shown
from valuegen.words import say

RULE = "pitch-share"


def pitch(day: str, **values: Any) -> dict[str, Any]:
    return entry(day, kind="pitch", **values)


def value(*days: str, **values: Any) -> list[dict[str, Any]]:
    return [entry(day, **values) for day in days]


FOUR = ("2026-12-01", "2026-12-02", "2026-12-03", "2026-12-04")


def test_what_slipped_and_would_be_enough_is_asked_about() -> None:
    late = {"channels": ["newsletter"], "status": "ready"}
    entries = [*value("2026-11-20", title="Merma", slug="merma", **late), *value(*FOUR[:3]), pitch("2026-12-05")]
    (finding,) = found(plan_of(entries), RULE)
    assert say(finding.also[0], "es") == "Si «Merma» ya ocurrió, con decirlo basta: `valuegen done merma`."
    (finding,) = found(plan_of([*entries[:3], entries[-1]]), RULE)
    assert not [one for one in finding.also if "valuegen done" in say(one, "es")]
    (finding,) = found(plan_of([*value("2026-08-01", **late), *entries[1:]]), RULE)
    assert not [one for one in finding.also if "valuegen done" in say(one, "es")]


def test_a_fifth_is_allowed_and_more_is_not() -> None:
    assert not found(plan_of([*value(*FOUR), pitch("2026-12-05")]), RULE)
    (finding,) = found(plan_of([*value(*FOUR[:3]), pitch("2026-12-05", slug="curso")]), RULE)
    assert (finding.level, finding.segment, finding.entry) == ("error", "a", "2026-12-05-curso")
    assert finding.place.line == 4
    assert finding.data == {"pitches": 1, "posts": 4, "limit": "1/5"}


def test_what_is_given_after_an_offer_does_not_pay_for_it() -> None:
    later = value("2026-12-06", "2026-12-07", "2026-12-08", "2026-12-09")
    assert spots(plan_of([pitch("2026-12-05", slug="x"), *later]), RULE) == [("a", "2026-12-05-x", "error")]


def test_all_entries_of_one_day_count_together() -> None:
    same_day = value(*["2026-12-05T18:00"] * 4)
    assert not found(plan_of([pitch("2026-12-05T09:00"), *same_day]), RULE)
    two = [pitch("2026-12-05", slug="x"), pitch("2026-12-05", slug="y"), *value(*["2026-12-05"] * 4)]
    assert len(found(plan_of(two), RULE)) == 2


def test_a_window_holds_its_last_day_and_not_the_day_before_its_first() -> None:
    # 90 days that end on 2026-12-31 hold the dates after 2026-10-02.
    done = {"status": "done"}
    inside = value(*["2026-10-03"] * 4, **done)
    assert not found(plan_of([*inside, pitch("2026-12-31")]), RULE)
    outside = value("2026-10-02", *["2026-10-03"] * 3, **done)
    assert found(plan_of([*outside, pitch("2026-12-31")]), RULE)


def test_courtesy_counts_on_neither_side() -> None:
    greetings = [entry(day, kind="courtesy") for day in FOUR]
    (finding,) = found(plan_of([*value(*FOUR[:3]), *greetings, pitch("2026-12-05")]), RULE)
    assert finding.data["posts"] == 4


def test_the_occurrences_of_one_repeat_count_once_as_value() -> None:
    weekly = entry("2026-11-03", status="done", repeat={"rule": "FREQ=WEEKLY;COUNT=4"})
    assert spots(plan_of([weekly, pitch("2026-12-05", slug="x")]), RULE)
    assert found(plan_of([weekly, pitch("2026-12-05")]), RULE)[0].data["posts"] == 2


def test_a_repeated_offer_counts_each_time() -> None:
    weekly = pitch("2026-12-05", repeat={"rule": "FREQ=WEEKLY;COUNT=2"}, channels=["newsletter"], slug="x")
    plan = plan_of([*value(*FOUR), weekly])
    assert spots(plan, RULE) == [("a", "2026-12-12-x", "error")]


def test_entries_with_the_same_text_count_once_and_those_without_one_each() -> None:
    same = value(*FOUR, text="Pesa la harina.")
    assert found(plan_of([*same, pitch("2026-12-05")]), RULE)[0].data["posts"] == 2
    assert not found(plan_of([*value(*FOUR), pitch("2026-12-05")]), RULE)


def test_offers_with_the_same_text_count_each() -> None:
    texts = {"text": "Ven al curso."}
    plan = plan_of([*value(*FOUR), pitch("2026-12-05", **texts), pitch("2026-12-06", slug="x", **texts)])
    assert spots(plan, RULE) == [("a", "2026-12-06-x", "error")]


def test_what_slipped_ideas_and_the_backlog_count_nowhere() -> None:
    slipped = [
        entry("2026-11-20", status="draft"),
        entry("2026-11-20", status="review"),
        entry("2026-11-20", channels=["visit"]),
    ]
    idea, backlog = entry("2026-12-02", status="idea"), entry(None)
    (finding,) = found(plan_of([*slipped, idea, backlog, pitch("2026-12-05")]), RULE)
    assert finding.data == {"pitches": 1, "posts": 1, "limit": "1/5"}
    assert not found(plan_of([pitch("2026-11-20", status="draft"), pitch("2026-12-05", status="idea")]), RULE)


def test_what_was_published_in_the_past_counts() -> None:
    assert not found(plan_of([*value(*["2026-11-20"] * 4), pitch("2026-12-05")]), RULE)


def test_an_offer_of_the_past_is_history_only_when_it_is_done() -> None:
    done = plan_of([pitch("2026-11-20", status="done", slug="x")])
    assert spots(done, RULE) == [("a", "2026-11-20-x", "note")]
    assert found(done, RULE)[0].mend is None
    published = plan_of([pitch("2026-11-20", status="ready", channels=["blog"], slug="x")])
    assert spots(published, RULE) == [("a", "2026-11-20-x", "error")]


def test_it_counts_what_each_segment_receives() -> None:
    plan = plan_of(
        [*value(*FOUR, segments=["a"]), pitch("2026-12-05", segments=["a", "b"], slug="x")],
        segments={"a": {}, "b": {}},
    )
    assert spots(plan, RULE) == [("b", "2026-12-05-x", "error")]


def test_entries_for_single_clients_are_no_matter_of_their_segment() -> None:
    plan = plan_of([pitch("2026-12-05", contacts=["rosa"], channels=["visit"])], contacts={"rosa": {"segments": ["a"]}})
    assert not found(plan, RULE)


def test_limit_and_window_can_be_set_for_all_and_for_one_segment() -> None:
    work = [*value(*FOUR), pitch("2026-12-05", slug="x")]
    assert found(plan_of(work, rules={RULE: {"max": "10%"}}), RULE)
    assert found(plan_of(work, segments={"a": {"rules": {RULE: {"max": "10%"}}}}), RULE)
    loose = plan_of(work[1:], rules={RULE: {"max": "10%"}}, segments={"a": {"rules": {RULE: {"max": "33%"}}}})
    assert not found(loose, RULE)
    short = plan_of(
        [*value(*FOUR), pitch("2026-12-09", slug="x")], segments={"a": {"rules": {RULE: {"window": "7 days"}}}}
    )
    assert found(short, RULE)[0].data["posts"] == 3


def test_a_limit_of_nothing_allows_no_offer_and_no_mend() -> None:
    (finding,) = found(plan_of([*value(*FOUR), pitch("2026-12-05")], rules={RULE: {"max": "0%"}}), RULE)
    assert finding.mend
    assert (finding.mend.add_value, finding.mend.move_to) == (None, None)


def test_it_can_not_be_silenced() -> None:
    plan = plan_of([pitch("2026-12-05", allow={RULE: "porque sí"})])
    assert {each.rule for each in found(plan)} >= {RULE, "format"}


BAKERIES = {"panaderias": {"name": "Panaderías de barrio"}}


def in_bakeries(*entries: dict[str, Any]) -> Any:
    return plan_of([{**each, "segments": ["panaderias"]} for each in entries], segments=BAKERIES)


def test_the_sentence_of_the_design() -> None:
    plan = in_bakeries(
        *value("2026-11-27", "2026-11-28", "2026-11-29", "2026-12-01"), pitch("2026-12-01"), pitch("2026-12-03")
    )
    finding = found(plan, RULE)[-1]
    assert told(finding, "es").startswith(
        "2 de las 6 entradas que «Panaderías de barrio» recibe en los 90 días hasta el 3 de diciembre de 2026 venden "
        "(33 %; el límite es 20 %). Añade 4 entradas de valor antes"
    )
    assert told(finding).startswith(
        "2 of the 6 entries that “Panaderías de barrio” receives in the 90 days to December 3, 2026 sell "
        "(33%; the limit is 20%). Add 4 value entries before “"
    )


def test_one_of_them_sells_and_the_only_one_sells() -> None:
    one = found(in_bakeries(*value(*FOUR[:3]), pitch("2026-12-05")), RULE)[0]
    assert told(one, "es").startswith("1 de las 4 entradas que «Panaderías de barrio» recibe")
    assert "vende (25 %; el límite es 20 %). Añade 1 entrada de valor antes" in told(one, "es")
    only = found(in_bakeries(pitch("2026-12-05")), RULE)[0]
    assert told(only, "es").startswith("La única entrada que «Panaderías de barrio» recibe")
    assert told(only).startswith("The only entry that “Panaderías de barrio” receives")


def test_a_day_of_the_same_year_is_said_without_it() -> None:
    plan = in_bakeries(*value("2026-12-10", "2026-12-15", "2026-12-18", "2026-12-22"), pitch("2026-12-05"))
    finding = found(plan, RULE)[0]
    assert finding.mend
    assert finding.mend.move_to == date(2026, 12, 22)
    assert told(finding, "es").endswith("o pásala al 22 de diciembre.")
    other = in_bakeries(pitch("2026-12-05"), *value("2027-01-05", "2027-01-12", "2027-01-19", "2027-01-26"))
    assert told(found(other, RULE)[0], "es").endswith("o pásala al 26 de enero de 2027.")


def test_where_no_later_day_will_do_it_says_so() -> None:
    finding = found(in_bakeries(pitch("2026-12-05")), RULE)[0]
    assert finding.mend
    assert finding.mend.move_to is None
    assert told(finding, "es").endswith("en un año no hay ningún día que valga.")


@given(st.integers(1, 60), st.integers(0, 300), st.sampled_from([Fraction(1, 5), Fraction(1, 3), Fraction(1, 8)]))
def test_a_share_over_its_limit_is_shown_over_it(pitches: int, more: int, limit: Fraction) -> None:
    share = Fraction(pitches, pitches + more)
    if share > limit:
        assert shown(share, limit) > limit
        assert abs(shown(share, limit) - share) <= Fraction(1, 200)


@pytest.mark.parametrize(("share", "digits"), [("9/44", "205/1000"), ("1/3", "33/100"), ("1/4", "1/4")])
def test_no_more_digits_than_it_takes(share: str, digits: str) -> None:
    assert shown(Fraction(share), Fraction(1, 5)) == Fraction(digits)
