"""What is in force of the rules, and what `check` makes of what they find. `as_of` is 2026-12-01."""

from typing import Any

import pytest
from small_plan import entry, found, plan_of, policy, told

from valuegen.check import RULE_NAMES, check, checked, fails, policy_of
from valuegen.finding import LEVELS, Finding, Place
from valuegen.rules import ALL
from valuegen.words import msg

WORK = [entry("2026-12-01", channels="whatsapp"), entry("2026-12-20", channels="whatsapp")]
LOCKED = [rule.NAME for rule in ALL if rule.TRAITS.locked]


def mistakes(rules: dict[str, Any], /, **segment: Any) -> list[str]:
    plan = plan_of(WORK, segments={"a": segment}, rules=rules)
    _, wrong = policy_of(plan.workspace.settings, plan.workspace.segments)
    assert all((each.rule, each.level) == ("format", "error") for each in wrong)
    return [told(each, "es") for each in wrong]


def test_what_can_be_said() -> None:
    assert mistakes({"pitch-share": {"max": "33%", "window": "7 days"}}) == []
    assert mistakes({"pitch-share": {"window": ["366 days"]}, "too-often": "off", "overdue": "error"}) == []
    assert mistakes({"pitch-share": {"level": "error", "max": "0"}}) == []
    assert mistakes({"unanswered": {"after": "1 day", "level": "note"}}) == []


def test_the_nearest_name() -> None:
    assert mistakes({"pich-share": "error"}) == ["No hay ninguna regla «pich-share». ¿Querías decir «pitch-share»?"]
    assert mistakes({"too-often": "eror"}) == [
        "«eror» no es un nivel que pueda tener una regla. ¿Querías decir «error»?"
    ]
    assert mistakes({"pitch-share": {"maxx": "20%"}}) == [
        "«pitch-share» no tiene la opción «maxx». ¿Querías decir «max»?"
    ]
    assert mistakes({"too-often": {"max": "20%"}}) == [
        "«too-often» no tiene la opción «max». No tiene opciones: quita esto."
    ]


def test_every_rule_of_the_format_is_there() -> None:
    assert len(RULE_NAMES) == 44  # the table of the design, and `format`


@pytest.mark.parametrize("name", LOCKED)
@pytest.mark.parametrize("level", ["off", "note", "todo", "warning"])
def test_what_can_not_be_weakened(name: str, level: str) -> None:
    told_so = f"«{name}» no se puede silenciar ni bajar de «error». Quita este nivel."
    assert mistakes({name: level}) == [told_so]
    assert mistakes({name: {"level": level}}) == [told_so]
    assert mistakes({}, rules={name: level}) == [told_so]


def test_those_are_all_that_the_design_names() -> None:
    named = {"format", "pitch-share", "client-pitch-share", "pitch-words", "opted-out", "same-address", "private-leak"}
    assert set(LOCKED) == named & set(RULE_NAMES)


def test_no_limit_over_a_third_and_no_window_outside_a_week_to_a_year() -> None:
    for name in ("pitch-share", "client-pitch-share"):
        assert mistakes({name: {"max": "34%"}})[0].startswith("«34%» es más de un tercio")
        assert mistakes({name: {"window": "6 days"}})[0].startswith("«6 days» no es una ventana de 7 a 366 días")
        assert mistakes({name: {"window": "367 days"}})
        assert mistakes({name: {"max": "veinte"}})
        assert mistakes({name: {"max": ["20%", "10%"]}}) == [
            "Esta opción lleva un solo valor. Escribe el valor después de los dos puntos."
        ]


def test_where_something_is_wrong_the_default_is_in_force() -> None:
    plan = plan_of(WORK, rules={"pitch-share": {"max": "90%", "window": "30 days"}, "too-often": "eror"})
    made, wrong = policy_of(plan.workspace.settings, plan.workspace.segments)
    assert len(wrong) == 2
    options = made.choice("pitch-share").options
    assert (str(options.max), options.window) == ("1/5", 30)
    assert made.level("too-often") == "error"


def test_a_segment_adds_to_what_holds_for_all() -> None:
    segment = {"rules": {"pitch-share": {"max": "10%"}, "too-quiet": "error"}}
    plan = plan_of(WORK, segments={"a": segment, "b": {}}, rules={"pitch-share": {"window": "30 days"}})
    made = policy(plan)
    options = made.choice("pitch-share", "a").options
    assert (str(options.max), options.window) == ("1/10", 30)
    assert (made.level("too-quiet", "a"), made.level("too-quiet", "b")) == ("error", "warning")
    assert {each.segment: each.level for each in found(plan, "too-quiet")} == {"b": "warning"}


def test_levels_can_be_changed() -> None:
    slipped = [*WORK, entry("2026-11-20", status="draft")]
    for level in ("error", "warning", "todo", "note"):
        (finding,) = found(plan_of(slipped, rules={"overdue": level}))
        assert finding.level == level
    assert not found(plan_of(slipped, rules={"overdue": "off"}))


def test_the_profile_gentle_turns_off_what_is_marked() -> None:
    full, gentle = plan_of(WORK, profile="full"), plan_of(WORK, profile="gentle")
    assert {name for name in RULE_NAMES if policy(full).level(name) != policy(gentle).level(name)} == {
        rule.NAME for rule in ALL if not rule.TRAITS.gentle
    }


def test_rules_without_their_collections_are_skipped_and_counted() -> None:
    plan = plan_of(WORK, absent=["contacts", "needs", "log"])
    skipped = checked(plan, policy(plan)).skipped
    assert set(skipped) == {
        *("client-pitch-share", "pitch-too-soon", "courtesy-alone", "client-too-often", "client-forgotten"),
        *("unanswered", "unmet-need", "nobody-answers", "opted-out", "barren-channel", "private-leak"),
    }
    some = plan_of(WORK, absent=["needs"])
    assert checked(some, policy(some)).skipped == ("unmet-need", "nobody-answers")
    off = plan_of(WORK, absent=["needs"], rules={"unmet-need": "off"})
    assert checked(off, policy(off)).skipped == ("nobody-answers",)


def test_the_order_is_fixed() -> None:
    plan = plan_of(
        [entry("2026-12-09", kind="pitch"), entry("2026-12-05", kind="pitch"), entry("2026-11-20", status="draft")],
        segments={"b": {}, "a": {}},
    )
    places = [(each.place.file, each.place.line, each.place.column, each.rule) for each in found(plan)]
    assert places == sorted(places)
    assert len(places) > 3


def test_only_some_rules() -> None:
    plan = plan_of([entry("2026-12-09", kind="pitch"), entry("2026-11-20", status="draft")])
    only = [rule for rule in ALL if rule.NAME == "overdue"]
    assert {each.rule for each in check(plan, policy(plan), only)} == {"overdue"}


@pytest.mark.parametrize(
    ("level", "failing"),
    [("error", ["error"]), ("warning", ["error", "warning"]), ("todo", ["error", "warning", "todo"])],
)
def test_what_a_run_fails_on(level: str, failing: list[str]) -> None:
    made = {each: Finding("x", each, msg("x"), Place("x")) for each in LEVELS}
    assert [each for each in LEVELS if fails([made[each]], level)] == failing
    assert not fails([], level)


def test_names_that_are_not_there_are_passed_over() -> None:
    odd = [
        entry("2026-12-05", segments=["nada"], kind="pitch", channels=["nada"], author="nadie", answers=["nada"]),
        entry("2026-12-06", contacts=["nadie"], channels=["call"]),
        *(entry("2026-12-08", segments=["a", "nada"]) for _ in range(4)),
    ]
    clients = {"rosa": {"segments": ["nada"]}, "ana": {"segments": ["a", "nada"], "channel": "nada"}}
    log = [{"date": "2026-11-20", "contact": "nadie", "what": "reply"}]
    plan = plan_of(odd, None, clients, log)
    assert {each.rule for each in check(plan, policy(plan))} >= {"too-often"}
