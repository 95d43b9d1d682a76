"""A segment's own `rules:` hold for what is found about that segment (3-rules.md, "Levels"), and for nothing else."""

from typing import Any

import pytest
from hypothesis import given, settings
from random_plans import plans
from small_plan import plan_of, policy

from valuegen.check import policy_of
from valuegen.plan.types import Plan
from valuegen.rules import ALL
from valuegen.words import say


def mistakes_in(rules: dict[str, Any]) -> list[Any]:
    plan = plan_of([], {"a": {"rules": rules}})
    _, mistakes = policy_of(plan.workspace.settings, plan.workspace.segments)
    return list(mistakes)


@pytest.mark.parametrize("rule", ["client-pitch-share", "client-too-often", "monologue", "blast", "overload"])
def test_what_changes_nothing_is_told(rule: str) -> None:
    (finding,) = mistakes_in({rule: "error"})
    assert (finding.rule, finding.level, finding.segment) == ("format", "warning", "a")
    assert finding.place.file == "content/segments.yaml"
    assert say(finding.message, "es") == (f"«{rule}» no trata de segmentos: ponerla en uno no cambia nada.")


@pytest.mark.parametrize("rule", ["pitch-share", "too-often", "jargon", "unmet-need", "wrong-channel"])
def test_what_holds_for_a_segment_is_no_mistake(rule: str) -> None:
    assert not mistakes_in({rule: "error"})


@given(plans())
@settings(max_examples=60, deadline=None)
def test_what_is_found_about_a_segment_is_of_a_rule_that_says_so(plan: Plan) -> None:
    about = {rule.NAME for rule in ALL for found in rule.check(plan, policy(plan)) if found.segment is not None}
    assert about <= {rule.NAME for rule in ALL if rule.TRAITS.of_segments}
