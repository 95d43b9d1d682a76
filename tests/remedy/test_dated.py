"""Dated mends are what 3-rules.md defines: the fast search is held to the definition written out (`same.py`)."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from random_plans import days_after, plans, wordy_plans
from small_plan import entry, plan_of, policy

from valuegen.check import check
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy import mended
from valuegen.remedy.dated import Search
from valuegen.remedy.others import DATED, Others
from valuegen.remedy.same import errors, errors_after, key_of, may_stand
from valuegen.remedy.scene import Scene
from valuegen.rules import monologue


def mendable(plan: Plan) -> list[tuple[Finding, Occurrence]]:
    by_id = {each.id: each for each in plan.occurrences if each.day}
    found = check(plan, policy(plan))
    return [(each, by_id[each.entry]) for each in found if each.level == "error" and each.rule in DATED and each.entry]


def is_good(plan: Plan, finding: Finding, occurrence: Occurrence, day: date) -> bool:
    """The definition: the finding is gone, and no rule has an error that it had not."""
    if not may_stand(plan, occurrence, day):
        return False
    after = errors_after(plan, policy(plan), occurrence, day)
    return key_of(finding) not in after and after <= errors(plan, policy(plan))


@settings(max_examples=60)
@given(st.one_of(plans(), wordy_plans()), st.data())
def test_a_day_fits_as_the_definition_says(plan: Plan, data: st.DataObject) -> None:
    scene = Scene(plan, policy(plan), check(plan, policy(plan)))
    others = Others(scene)
    for finding, occurrence in mendable(plan):
        assert occurrence.day
        search = Search(scene, others, finding, occurrence)
        for _ in range(4):
            day = max(data.draw(days_after(occurrence.day)), plan.as_of.day)
            if day <= occurrence.day + timedelta(days=365):
                fits = not others.is_never_good(occurrence, key_of(finding)) and search.fits(day)
                assert fits == is_good(plan, finding, occurrence, day), (finding.rule, occurrence.id, day)


@settings(max_examples=40)
@given(st.one_of(plans(most=10), wordy_plans()))
def test_the_day_is_the_first_that_fits(plan: Plan) -> None:
    for finding in mended(plan, policy(plan), check(plan, policy(plan))):
        if finding.mend is None or finding.mend.move_to is None:
            continue
        occurrence = next(each for each in plan.occurrences if each.id == finding.entry)
        assert occurrence.day
        day = max(occurrence.day + timedelta(days=1), plan.as_of.day)
        while day < finding.mend.move_to:
            assert not is_good(plan, finding, occurrence, day)
            day += timedelta(days=1)
        assert is_good(plan, finding, occurrence, finding.mend.move_to)


def test_what_was_found_is_not_looked_for_again(monkeypatch: pytest.MonkeyPatch) -> None:
    plan = plan_of([*[entry(f"2026-12-{day:02}") for day in (1, 2, 3)], entry("2026-12-05", kind="pitch")])
    findings = check(plan, policy(plan))
    asked: list[object] = []
    monkeypatch.setattr(monologue, "check", lambda *of: asked.append(of) or iter(()))
    assert any(finding.rule == "pitch-share" for finding in mended(plan, policy(plan), findings))
    assert not asked


def test_an_offer_moves_to_the_first_day_on_which_enough_was_given() -> None:
    value = [entry(f"2026-12-{day:02}") for day in (1, 2, 3)]
    plan = plan_of([*value, entry("2026-12-05", kind="pitch"), entry("2026-12-20")])
    (finding,) = [each for each in mended(plan, policy(plan), check(plan, policy(plan))) if each.rule == "pitch-share"]
    assert finding.data == {"pitches": 1, "posts": 4, "limit": "1/5"}
    assert finding.mend
    assert (finding.mend.add_value, finding.mend.move_to) == (1, date(2026, 12, 20))
