"""Findings with their dated mends: the first later day that cures each and harms nothing."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from valuegen.finding import Finding, Mend
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy.credit import AHEAD
from valuegen.remedy.same import Key, errors, errors_after, key_of, may_stand
from valuegen.rules import client_pitch_share, client_too_often, pitch_share, too_often
from valuegen.rules.mends import crowd_mend, share_mend
from valuegen.rules.policy import Policy

SHARES = (pitch_share.NAME, client_pitch_share.NAME)
CROWDS = (too_often.NAME, client_too_often.NAME)


def mended(plan: Plan, policy: Policy, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """The same findings, the dated mends of those that can have one filled in."""
    by_id = {each.id: each for each in plan.occurrences if each.day is not None}
    before = errors(plan, policy)
    return tuple(
        _with_mend(finding, by_id[finding.entry], first_day(plan, policy, finding, by_id[finding.entry], before))
        if finding.level == "error" and finding.rule in (*SHARES, *CROWDS) and finding.entry
        else finding
        for finding in findings
    )


def first_day(
    plan: Plan,
    policy: Policy,
    finding: Finding,
    occurrence: Occurrence,
    before: frozenset[Key],
) -> date | None:
    """The first later day on which this finding is gone and nothing has an error that it had not."""
    assert occurrence.day is not None
    this = key_of(finding)
    day = max(occurrence.day + timedelta(days=1), plan.as_of.day)
    while day <= occurrence.day + timedelta(days=AHEAD):
        if may_stand(plan, occurrence, day):
            after = errors_after(plan, policy, occurrence, day)
            if this not in after and after <= before:
                return day
        day += timedelta(days=1)
    return None


def _with_mend(finding: Finding, occurrence: Occurrence, to: date | None) -> Finding:
    assert occurrence.day is not None
    old = finding.mend
    if finding.rule in SHARES:
        mend: Mend = share_mend(old.add_value if old else None, occurrence.day, to, sought=True)
    else:
        mend = crowd_mend(finding.data["received"] - finding.data["limit"], occurrence.day, to, sought=True)
    return replace(finding, mend=mend)
