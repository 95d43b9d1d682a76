"""What a mend says holds where it is followed: room for value, another entry's later day, both at once."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import plans, wordy_plans
from small_plan import entry, plan_of, policy

from valuegen.check import check
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.replan import moved, with_changed
from valuegen.plan.types import Plan
from valuegen.remedy import mended
from valuegen.remedy.neighbours import neighbour_of, window_of
from valuegen.remedy.others import DATED
from valuegen.remedy.room import Room, value_on
from valuegen.remedy.same import Move, errors, errors_after, key_of
from valuegen.remedy.scene import Scene
from valuegen.remedy.steps import Steps
from valuegen.remedy.together import Together
from valuegen.words import say


def broken(plan: Plan) -> tuple[Scene, list[tuple[Finding, Occurrence]]]:
    findings = check(plan, policy(plan))
    by_id = {each.id: each for each in plan.occurrences if each.day}
    dated = [one for one in findings if one.level == "error" and one.rule in DATED and one.entry]
    return Scene(plan, policy(plan), findings), [(one, by_id[one.entry]) for one in dated if one.entry]


@settings(max_examples=15)
@given(st.one_of(plans(), wordy_plans()))
def test_moving_another_entry_mends_both(plan: Plan) -> None:
    scene, found = broken(plan)
    for finding, occurrence in found:
        beside = neighbour_of(scene, finding, occurrence)
        if beside is not None:
            after = errors_after(plan, policy(plan), beside.entry, beside.to)
            assert after <= errors(plan, policy(plan)) - {key_of(finding)}
            assert not [key for key in after if key[2] == beside.entry.id]


@settings(max_examples=15)
@given(plans())
def test_value_has_room_without_a_crowd(plan: Plan) -> None:
    scene, found = broken(plan)
    room = Room(scene)
    for finding, occurrence in found:
        assert occurrence.day
        if finding.rule != "pitch-share" or not finding.segment or not finding.mend or not finding.mend.add_value:
            continue
        whom = ((finding.segment,), ())
        first = occurrence.day - timedelta(days=window_of(scene, finding) - 1)
        days = room.holds(whom, first, occurrence.day, finding.mend.add_value)
        come = [value_on(plan, whom, day, number) for number, day in enumerate(days)]
        after = {key_of(one) for one in check(with_changed(plan, [], come), policy(plan)) if one.level == "error"}
        new = after - errors(plan, policy(plan))
        crowds = [key for key in new if key[0] in ("too-often", "client-too-often", "pitch-share")]
        assert not crowds, (finding.entry, days)
        assert (key_of(finding) in after) == (len(come) < finding.mend.add_value), (finding.entry, days)


@settings(max_examples=15)
@given(plans())
def test_both_at_once_mend(plan: Plan) -> None:
    scene, found = broken(plan)
    together = Together(scene, Room(scene))
    for finding, occurrence in found:
        both = together.of(finding, occurrence)
        if both is None:
            continue
        whom = (occurrence.segments, occurrence.contacts)
        here = moved(plan, occurrence, both.to)
        row = [(each, value_on(plan, whom, each, n)) for n, each in enumerate(both.days)]
        after = with_changed(plan, [occurrence], [here, *(one for _, one in row)])
        keys = {
            key_of(one, after, Move(occurrence, here)) for one in check(after, policy(plan)) if one.level == "error"
        }
        assert keys <= errors(plan, policy(plan)) - {key_of(finding)}


@settings(max_examples=15)
@given(plans())
def test_two_steps_leave_fewer_errors(plan: Plan) -> None:
    scene, found = broken(plan)
    steps = Steps(scene, Room(scene))
    for finding, occurrence in found:
        step = steps.of(finding, occurrence)
        if step is None or step.to is None or step.beside is None:
            continue
        once = with_changed(plan, [occurrence], [moved(plan, occurrence, step.to)])
        other = step.beside.entry if step.beside.entry in once.occurrences else None
        assert other is not None
        twice = with_changed(once, [other], [moved(once, other, step.beside.to)])
        assert len(errors(twice, policy(plan))) < len(errors(plan, policy(plan)))


def told(plan: Plan, rule: str) -> list[str]:
    (finding,) = [one for one in mended(plan, policy(plan), check(plan, policy(plan))) if one.rule == rule]
    assert finding.mend
    return [say(line, "en") for line in (finding.mend.text, *finding.also)]


def test_of_three_on_a_day_two_moves_leave_one() -> None:
    plan = plan_of(
        [entry("2026-12-02", title=title) for title in "ABC"], {"a": {"cadence": {"at_most": "1 per 1 days"}}}
    )
    assert told(plan, "too-often") == [
        "Take 2 entries out of those days. Moving “C” alone is not enough.",
        "Or move two: this one to December 3, and “B” to December 4.",
    ]


def test_where_every_later_day_is_full_that_is_said() -> None:
    every = [entry((date(2026, 12, 1) + timedelta(days=number)).isoformat()) for number in range(400)]
    plan = plan_of([*every, entry("2026-12-01", title="B")], {"a": {"cadence": {"at_most": "1 per 1 days"}}})
    assert told(plan, "too-often") == [
        "Take 1 entry out of those days. Moving “B” alone is not enough.",
        "No later day within a year has room for it: each is as full as it may be.",
    ]
