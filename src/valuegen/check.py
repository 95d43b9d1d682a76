"""The rules and their options over a plan: findings in a fixed order, with levels, history and silences."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from valuegen.finding import LEVELS, Finding, Level, Place
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.plan.types import Plan
from valuegen.rules import ALL, chosen
from valuegen.rules.found import Found, Rule
from valuegen.rules.policy import OFF, Policy

__all__ = ["RULE_NAMES", "Checked", "Policy", "Silence", "check", "checked", "fails", "policy_of"]

RULE_NAMES: tuple[str, ...] = tuple(rule.NAME for rule in ALL)


@dataclass(frozen=True, slots=True)
class Silence:
    """An `allow`: the rule that it silences, why, where it stands, whose it is (an entry's slug, an id)."""

    rule: str
    reason: str
    place: Place
    entry: str | None = None
    contact: str | None = None
    need: str | None = None


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings` in order, the `silences` in force, the rules `skipped` because a collection is not there."""

    findings: tuple[Finding, ...]
    silences: tuple[Silence, ...] = ()
    skipped: tuple[str, ...] = ()


def policy_of(settings: Settings, segments: Mapping[str, Segment]) -> tuple[Policy, tuple[Finding, ...]]:
    """Levels and options in force, and the mistakes in what was written of them."""
    return chosen.policy_of(ALL, settings, segments)


def check(plan: Plan, policy: Policy, rules: Sequence[Rule] = ALL) -> tuple[Finding, ...]:
    """All findings of some rules (of all) in their fixed order."""
    return checked(plan, policy, rules).findings


def fails(findings: Sequence[Finding], level: str) -> bool:
    """Whether a finding is as grave as `level` (error, warning, todo), or graver."""
    grave = LEVELS[: LEVELS.index(cast("Level", level)) + 1]
    return any(finding.level in grave for finding in findings)


def checked(plan: Plan, policy: Policy, rules: Sequence[Rule] = ALL) -> Checked:
    """Run the rules. The last of them, `unused-allow`, sees which silences the others used."""
    active = [rule for rule in rules if policy.levels(rule.NAME) != {OFF}]
    skipped = tuple(rule.NAME for rule in active if is_skipped(plan, rule))
    findings: list[Finding] = []
    used: set[Place] = set()
    for rule in active:
        if rule.NAME in skipped:
            continue
        for found in rule.check(plan, replace(policy, used=frozenset(used))):
            level = _level(rule, policy, found)
            if level is not None:
                findings.append(_finding(rule, level, found))
    return Checked(tuple(sorted(findings, key=lambda finding: finding.order)), (), skipped)


def is_skipped(plan: Plan, rule: Rule) -> bool:
    """Whether a rule needs a private collection that is not there."""
    needs = [getattr(plan.workspace, name) is None for name in rule.TRAITS.needs]
    return bool(needs) and (all(needs) if rule.TRAITS.any_of else any(needs))


def _level(rule: Rule, policy: Policy, found: Found) -> Level | None:
    level = policy.level(rule.NAME, found.segment)
    if level == OFF:
        return None
    return "note" if found.is_past and not rule.TRAITS.keeps_level else cast("Level", level)


def _finding(rule: Rule, level: Level, found: Found) -> Finding:
    return Finding(
        rule=rule.NAME,
        level=level,
        message=found.message,
        place=found.place,
        segment=found.segment,
        contact=found.contact,
        need=found.need,
        entry=found.occurrence.id if found.occurrence else None,
        data=found.data,
        mend=found.mend,
    )
