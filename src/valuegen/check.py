"""The rules and their options over a plan: findings in a fixed order, with levels, history and silences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from types import MappingProxyType
from typing import cast

from valuegen.finding import LEVELS, Finding, Level, Place
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.plan.types import Plan
from valuegen.read.collector import no_collection
from valuegen.rules import ALL, chosen, format  # noqa: A004 -- the rule's own name
from valuegen.rules.found import Found, Rule
from valuegen.rules.policy import OFF, Policy
from valuegen.rules.silences import silencing
from valuegen.trace import facets, reading

__all__ = ["RULE_NAMES", "Checked", "Policy", "Silence", "check", "checked", "fails", "mistakes", "policy_of"]

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
class Verdict:
    """What one rule said, the silences that kept it from saying more, and which facets of texts it read."""

    findings: tuple[Finding, ...]
    silences: tuple[Silence, ...]
    facets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Checked:
    """`findings` in order, the `silences` in force, the rules `skipped` because a collection is not there; and the
    `verdicts` by rule, but of those that hang on what the others say."""

    findings: tuple[Finding, ...]
    silences: tuple[Silence, ...] = ()
    skipped: tuple[str, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)


def policy_of(settings: Settings, segments: Mapping[str, Segment]) -> tuple[Policy, tuple[Finding, ...]]:
    """Levels and options in force, and the mistakes in what was written of them."""
    return chosen.policy_of(ALL, settings, segments)


def check(plan: Plan, policy: Policy, rules: Sequence[Rule] = ALL) -> tuple[Finding, ...]:
    """All findings of some rules (of all) in their fixed order."""
    return checked(plan, policy, rules).findings


def mistakes(plan: Plan, policy: Policy) -> tuple[Finding, ...]:
    """What keeps the workspace from being read as it is meant, and nothing of what the promises say."""
    private = cache(lambda: _private_files(plan))
    return tuple(_finding(format.NAME, "error", found, private) for found in format.mistakes(plan, policy))


def fails(findings: Sequence[Finding], level: str) -> bool:
    """Whether a finding is as grave as `level` (error, warning, todo), or graver."""
    grave = LEVELS[: LEVELS.index(cast("Level", level)) + 1]
    return any(finding.level in grave for finding in findings)


def checked(
    plan: Plan, policy: Policy, rules: Sequence[Rule] = ALL, known: Mapping[str, Verdict] = MappingProxyType({})
) -> Checked:
    """Run the rules; of those that are `known`, the verdict is taken as it is. The last of them, `unused-allow`, is
    told which silences the others used."""
    with no_collection():
        return _checked(plan, policy, rules, known)


def _checked(plan: Plan, policy: Policy, rules: Sequence[Rule], known: Mapping[str, Verdict]) -> Checked:
    active = [rule for rule in rules if policy.levels(rule.NAME) != {OFF}]
    skipped = tuple(rule.NAME for rule in active if is_skipped(plan, rule))
    private = cache(lambda: _private_files(plan))
    findings: list[Finding] = []
    silences: dict[tuple[Place, str], Silence] = {}
    verdicts: dict[str, Verdict] = {}
    for rule in active:
        if rule.NAME in skipped:
            continue
        told = replace(policy, skipped=frozenset(skipped), used=frozenset(silences))
        verdict = known.get(rule.NAME) or _verdict(rule, plan, told, private)
        silences.update({(silence.place, silence.rule): silence for silence in verdict.silences})
        findings += verdict.findings
        if rule.TRAITS.reach != "everything":
            verdicts[rule.NAME] = verdict
    in_order = sorted(findings, key=lambda finding: finding.order)
    return Checked(tuple(_hidden(in_order)), tuple(silences[key] for key in sorted(silences)), skipped, verdicts)


def _hidden(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings; a line that one of them may not show is shown by none."""
    private = {(finding.place.file, finding.place.line) for finding in findings if finding.private}
    for finding in findings:
        shows = not finding.private and (finding.place.file, finding.place.line) in private
        yield replace(finding, private=True) if shows else finding


def _verdict(rule: Rule, plan: Plan, policy: Policy, private: Callable[[], frozenset[str]]) -> Verdict:
    findings: list[Finding] = []
    silences: list[Silence] = []
    with reading() as reads:
        for found in rule.check(plan, policy):
            level = _level(rule, policy, found)
            if level is None:
                continue
            used = () if rule.TRAITS.locked else tuple(_silences(plan, rule.NAME, found))
            silences += used
            if not used:
                findings.append(
                    _finding(rule.NAME, level, found, private, found.is_past and not rule.TRAITS.keeps_level)
                )
    return Verdict(tuple(findings), tuple(silences), facets(reads))


def is_skipped(plan: Plan, rule: Rule) -> bool:
    """Whether a rule needs a private collection that is not there."""
    needs = [getattr(plan.workspace, name) is None for name in rule.TRAITS.needs]
    return bool(needs) and (all(needs) if rule.TRAITS.any_of else any(needs))


def _level(rule: Rule, policy: Policy, found: Found) -> Level | None:
    level = policy.level(rule.NAME, found.segment)
    if level == OFF:
        return None
    if found.is_past and not rule.TRAITS.keeps_level:
        return "note"
    return max(cast("Level", level), found.cap or LEVELS[0], key=LEVELS.index)


def _silences(plan: Plan, rule: str, found: Found) -> Iterator[Silence]:
    for by in silencing(plan, rule, found.occurrence, found.contact, found.need):
        slug = by.occurrence.entry.slug if by.occurrence else None
        yield Silence(rule, by.allow[rule], by.place(rule), slug, by.contact, by.need)


def _private_files(plan: Plan) -> frozenset[str]:
    """The files about clients: their lines are shown on a terminal only."""
    workspace = plan.workspace
    about = ((workspace.contacts or {}).values(), (workspace.needs or {}).values(), workspace.log or ())
    return frozenset(record.place.file for records in about for record in records)


def _finding(
    rule: str, level: Level, found: Found, private: Callable[[], frozenset[str]], is_past: bool = False
) -> Finding:
    return Finding(
        rule=rule,
        level=level,
        message=found.message,
        place=found.place,
        segment=found.segment,
        contact=found.contact,
        need=found.need,
        entry=found.occurrence.id if found.occurrence else None,
        data=found.data,
        also=found.also,
        mend=found.mend,
        private=found.private or found.place.file in private(),
        is_past=is_past,
    )
