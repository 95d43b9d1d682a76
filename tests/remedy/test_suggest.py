"""Suggestions: what is suggested makes no error and no warning that was not there. `as_of` is 2026-12-01."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import SEGMENTS, plans
from small_plan import entry, plan_of, policy

from valuegen.check import check
from valuegen.finding import Finding, Place
from valuegen.model.entry import KINDS
from valuegen.plan.make import make_plan
from valuegen.plan.types import Plan
from valuegen.remedy.suggest import Suggester, made
from valuegen.remedy.suggest_entry import next_kinds
from valuegen.remedy.suggest_parts import Suggestion
from valuegen.words import say

PEOPLE: dict[str, dict[str, Any]] = {
    "irene": {"name": "Irene Vidal", "role": "principal", "email": "irene@levadura.example"},
    "tomas": {"name": "Tomás Rey", "email": "tomas@levadura.example", "knows": ["merma"]},
    "nico": {"name": "Nico Baines", "role": "assistant", "email": "nico@levadura.example"},
}


def suggested(plan: Plan, kind: str, segment: str = "a", most: int = 3) -> Suggestion:
    (found,) = Suggester(plan, policy(plan)).for_kinds(segment, (kind,), most)
    return found


def days(plan: Plan, kind: str, most: int = 3) -> list[str]:
    return [day.isoformat() for day in suggested(plan, kind, most=most).days]


def waits(plan: Plan, kind: str) -> list[tuple[str, str, str]]:
    found = suggested(plan, kind).waits
    return [(wait.first.isoformat()[5:], wait.last.isoformat()[5:], wait.reason.name) for wait in found]


def value(*found: str, **values: Any) -> list[dict[str, Any]]:
    return [entry(day, channels=["whatsapp"], **values) for day in found]


# -- the law


def sorts(findings: Iterable[Finding]) -> Counter[Hashable]:
    """Errors and warnings, as mends tell them apart; of the silences of a segment, how many there are."""
    found: Counter[Hashable] = Counter()
    for one in findings:
        if one.level not in ("error", "warning"):
            continue
        crowds = one.rule in ("too-often", "client-too-often")
        about = (one.entry or "")[:10] if crowds else "" if one.rule == "too-quiet" else one.entry
        shared = crowds or one.rule in ("pitch-share", "client-pitch-share")
        found[one.rule, one.segment, about, None if shared else one.contact, one.data.get("rule")] += 1
    return found


def added(plan: Plan, suggestion: Suggestion, day: date, place: Place) -> Plan:
    """The plan of the workspace in which a suggestion was written down, derived anew."""
    new = made(suggestion.keys, day)
    new.stand(place, {})
    entries = (*plan.workspace.entries, new)
    return make_plan(replace(plan.workspace, entries=entries), plan.as_of, plan.prose)


@settings(max_examples=60)
@given(plans(most=16), st.sampled_from(KINDS), st.sampled_from(SEGMENTS), st.sampled_from(["", "content/z.yaml"]))
def test_what_is_suggested_passes(plan: Plan, kind: str, segment: str, file: str) -> None:
    before = sorts(check(plan, policy(plan)))
    suggestion = suggested(plan, kind, segment)
    for day in suggestion.days:
        after = sorts(check(added(plan, suggestion, day, Place(file, 99)), policy(plan)))
        assert not after - before, (day, after - before)


@settings(max_examples=25)
@given(plans(most=10), st.sampled_from(["industry", "pitch"]))
def test_no_day_before_would_have_done(plan: Plan, kind: str) -> None:
    """Where nothing is silenced: a silence counts as if it were none, so that nobody is told to hide behind it."""
    entries = tuple(each.model_copy(update={"allow": {}}) for each in plan.workspace.entries)
    for new, old in zip(entries, plan.workspace.entries, strict=True):
        new.stand_as(old)
    contacts = {id: one.model_copy(update={"allow": {}}) for id, one in (plan.workspace.contacts or {}).items()}
    plan = make_plan(replace(plan.workspace, entries=entries, contacts=contacts), plan.as_of, plan.prose)
    before = sorts(check(plan, policy(plan)))
    suggestion = suggested(plan, kind, most=1)
    if not suggestion.days:
        return
    day = plan.as_of.day
    while day < suggestion.days[0]:
        after = check(added(plan, suggestion, day, Place("content/z.yaml", 99)), policy(plan))
        worse = [one for one in after if one.rule in ("pitch-share", "client-pitch-share", "too-often")]
        worse += [one for one in after if one.rule == "client-too-often"]
        assert sorts(after) - before or any(_spans(one, day) for one in worse), day
        day += timedelta(days=1)


def _spans(finding: Finding, day: date) -> bool:
    """Whether a window that is too full already holds the day: one more entry makes it worse."""
    end = date.fromisoformat((finding.entry or "")[:10])
    return day <= end <= day + timedelta(days=366)


# -- stories


def test_the_next_days_are_the_first_that_fit() -> None:
    plan = plan_of(value("2026-12-01", "2026-12-02", "2026-12-03"), {"a": {"channels": ["whatsapp"]}})
    assert days(plan, "industry") == ["2026-12-08", "2026-12-09", "2026-12-10"]
    assert waits(plan, "industry") == [("12-01", "12-07", "too-often")]


def test_an_offer_waits_until_enough_was_given() -> None:
    given_ = value("2026-12-01", "2026-12-09", "2026-12-17", "2026-12-25")
    plan = plan_of(given_, {"a": {"channels": ["whatsapp"]}})
    assert days(plan, "pitch") == ["2026-12-25", "2026-12-26", "2026-12-27"]
    assert waits(plan, "pitch") == [("12-01", "12-24", "pitch-share")]


def test_it_says_how_much_to_give_for_an_offer_today() -> None:
    segments = {"a": {"channels": ["whatsapp"], "cadence": {"at_most": "9 per 7 days"}}}
    found = suggested(plan_of(value("2026-11-20", status="done"), segments), "pitch")
    assert found.give
    assert (found.give.value, found.give.for_clients) == (3, False)
    enough = value("2026-11-20", "2026-11-24", "2026-11-25", "2026-11-26", status="done")
    plan = plan_of(enough, segments)
    assert (suggested(plan, "pitch").give, suggested(plan, "pitch").days[0]) == (None, date(2026, 12, 1))
    assert suggested(plan_of(enough[1:], segments), "pitch").days == ()
    later = entry("2026-12-20", kind="pitch", channels=["whatsapp"])
    more = suggested(plan_of([*enough, later], segments), "pitch").give
    assert more
    assert (more.value, more.for_clients) == (4, False)
    assert suggested(plan_of(enough, segments, rules={"pitch-share": {"max": "0%"}}), "pitch").give is None


def test_an_offer_that_would_spoil_a_later_one_waits() -> None:
    given_ = value(*(f"2026-12-{day:02}" for day in (1, 6, 11, 16)))
    later = entry("2026-12-20", kind="pitch", channels=["whatsapp"])
    plan = plan_of([*given_, later], {"a": {"channels": ["whatsapp"]}})
    assert days(plan, "pitch", 1) == []
    assert waits(plan, "pitch")[0] == ("12-01", "12-01", "pitch-share")


def test_a_text_for_the_blog_takes_its_time() -> None:
    assert days(plan_of(value("2026-12-01")), "industry") == ["2026-12-05", "2026-12-06", "2026-12-07"]
    assert waits(plan_of(value("2026-12-01")), "industry") == [("12-01", "12-04", "missing-body")]


def test_closed_days_pauses_and_holidays_are_left_free() -> None:
    plan = plan_of(
        value("2026-11-30", status="done"),
        {"a": {"channels": ["whatsapp"], "pauses": [{"from": "2026-12-03", "to": "2026-12-06"}]}},
        closed=[{"from": "2026-12-01", "to": "2026-12-02"}],
        site={"country": "CO"},
    )
    assert days(plan, "industry") == ["2026-12-07", "2026-12-09", "2026-12-10"]
    assert waits(plan, "industry") == [
        ("12-01", "12-02", "closed"),
        ("12-03", "12-06", "pause"),
        ("12-08", "12-08", "holiday"),
    ]


def test_nobody_who_is_away_is_asked() -> None:
    away = {"away": [{"from": "2026-12-01", "to": "2026-12-04"}, {"from": "2026-12-06", "to": "2026-12-06"}]}
    people = {"irene": {**PEOPLE["irene"], **away}, "tomas": PEOPLE["tomas"]}
    plan = plan_of(value("2026-11-30", status="done"), {"a": {"channels": ["whatsapp"]}}, people=people)
    assert days(plan, "industry") == ["2026-12-05", "2026-12-07", "2026-12-08"]
    people["irene"]["away"] = [{**each, "cover": "tomas"} for each in away["away"]]
    plan = plan_of(value("2026-11-30", status="done"), {"a": {"channels": ["whatsapp"]}}, people=people)
    assert days(plan, "industry", 1) == ["2026-12-01"]


def test_the_minutes_of_a_week_are_kept() -> None:
    """2026-12-07 is a Monday. WhatsApp takes five minutes."""
    busy = entry("2026-12-03", segments=["b"], channels=["visit"], minutes="56")
    people = {"irene": {**PEOPLE["irene"], "minutes_per_week": "60"}}
    whatsapp = {"channels": ["whatsapp"]}
    for rules in ({}, {"overload": "off"}):
        plan = plan_of([busy], {"a": whatsapp, "b": {}}, people=people, rules=rules)
        assert days(plan, "industry", 1) == ["2026-12-07"]
        assert waits(plan, "industry")[0] == ("12-01", "12-06", "overload")
    people["irene"]["minutes_per_week"] = "61"
    assert days(plan_of([busy], {"a": whatsapp, "b": {}}, people=people), "industry", 1) == ["2026-12-01"]


def test_it_says_which_need_and_which_topic_it_could_serve() -> None:
    needs = {
        "nueva": {"heard": "2026-11-20", "needs": "Dormir.", "segment": "a"},
        "vieja": {"heard": "2026-10-02", "needs": "Tirar menos.", "from": "rosa"},
        "pensada": {"heard": "2026-09-02", "needs": "Harina.", "segment": "a"},
        "cerrada": {"heard": "2026-09-02", "needs": "Harina.", "segment": "a", "status": "dropped"},
        "ajena": {"heard": "2026-09-02", "needs": "Harina.", "segment": "b"},
    }
    work = [
        entry(None, status="idea", answers=["pensada"]),
        entry("2026-11-20", topics=["Harina"], text="Harina."),
        entry("2026-08-20", topics=["turnos"], text="Turnos."),
    ]
    segments = {"a": {"cares_about": ["harina", "turnos", "merma"]}, "b": {}}
    found = suggested(plan_of(work, segments, {"rosa": {"segments": ["a"]}}, needs=needs), "industry")
    assert found.needs == ("vieja", "nueva")
    assert found.topics == ("merma", "turnos")
    assert (found.keys["topics"], found.keys["answers"]) == (("merma",), ("vieja",))
    assert not suggested(plan_of(work, segments, {}, needs=needs), "pitch").needs


def test_an_expert_signs_what_they_know() -> None:
    segments = {"a": {"cares_about": ["harina", "merma"], "owner": "irene"}}
    people = {**PEOPLE, "irene": {**PEOPLE["irene"], "knows": ["turnos"]}}
    found = suggested(plan_of(value("2026-12-01"), segments, people=people), "expertise")
    assert (found.keys["topics"], found.keys["author"]) == (("merma",), "tomas")
    assert found.days


def test_an_assistant_is_not_asked_for_what_is_personal() -> None:
    segments = {"a": {"owner": "nico", "channels": ["whatsapp"]}}
    found = suggested(plan_of(value("2026-12-01"), segments, people=PEOPLE), "conversation")
    assert (found.keys["author"], len(found.days)) == ("irene", 3)


def test_who_is_treated_personally_gets_something_personal() -> None:
    segments = {"a": {"treatment": "personal", "channels": ["blog", "whatsapp"]}}
    found = suggested(plan_of([entry("2026-12-01", segments=["b"])], {**segments, "b": {}}), "industry")
    assert found.days[0] > date(2027, 2, 28) or found.keys["channels"] == ("whatsapp",)


def test_what_it_mends_is_told() -> None:
    found = suggested(plan_of(value("2026-11-30", status="done"), {"a": {"channels": ["whatsapp"]}}), "industry")
    assert found.mends == ("too-quiet",)


def test_a_silence_is_not_parted_in_two_that_are_too_long() -> None:
    segments = {"a": {"channels": ["whatsapp"], "cadence": {"at_least": "10 days"}}}
    plan = plan_of(value("2026-12-01", "2027-01-20"), segments)
    found = suggested(plan, "industry", most=30)
    assert date(2026, 12, 11) in found.days
    assert date(2026, 12, 20) not in found.days
    assert date(2027, 1, 10) in found.days


def test_where_no_day_fits_it_says_why() -> None:
    plan = plan_of(value("2026-12-01"), {"a": {"channels": ["whatsapp"]}}, rules={"pitch-share": {"max": "0%"}})
    found = suggested(plan, "pitch")
    assert (found.days, dict(found.keys)) == ((), {})
    (wait,) = found.waits
    assert (wait.first, wait.last) == (date(2026, 12, 1), date(2027, 12, 1))
    assert say(wait.reason.text, "es") == "demasiado de lo que reciben sería oferta"


def test_what_speaks_against_the_entry_itself_is_told_for_the_whole_year() -> None:
    segments = {"a": {"owner": "nico", "channels": ["whatsapp"]}}
    found = suggested(plan_of(value("2026-12-01"), segments, people={"nico": PEOPLE["nico"]}), "conversation")
    (wait,) = found.waits
    assert (found.days, wait.reason.name, wait.last) == ((), "delegated", date(2027, 12, 1))


def test_a_slug_that_is_taken_is_not_suggested() -> None:
    plan = plan_of([entry("2026-12-01", slug="algo-util-a")])
    assert suggested(plan, "industry").keys["slug"] == "algo-util-a-2"


@pytest.mark.parametrize(("sold", "wanted"), [((), 1), (({"id": "curso", "name": "Curso"},), 2)])
def test_what_a_segment_needs_next(sold: Any, wanted: int) -> None:
    work = [entry("2026-11-20", kind="industry", text="Uno."), entry("2026-11-21", kind="reference", text="Dos.")]
    plan = plan_of(work, products=list(sold))
    kinds = next_kinds(plan, plan.workspace.segments["a"])
    assert kinds[0] == "conversation"
    assert len(kinds) == wanted
