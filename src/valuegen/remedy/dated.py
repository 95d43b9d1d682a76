"""Findings with their dated mends: the first later day that cures each and harms nothing.

3-rules.md, "The dated mends"; `same.py` is the definition that this is held to.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy.crowds import Crowds
from valuegen.remedy.others import DATED, Others
from valuegen.remedy.same import CROWDING, key_of, may_stand
from valuegen.remedy.scene import Scene, moving
from valuegen.remedy.shares import Shares
from valuegen.remedy.wordings import Wordings
from valuegen.rules.mends import crowd_mend, share_mend
from valuegen.rules.policy import Policy


def mended(plan: Plan, policy: Policy, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """All that is found in a plan, with the later day that mends each which a later day can mend."""
    if not any(_is_dated(finding) for finding in findings):
        return tuple(findings)
    by_id = {each.id: each for each in plan.occurrences if each.day is not None}
    scene = Scene(plan, policy, findings)
    others = Others(scene)
    return tuple(
        _told(finding, by_id[finding.entry], Search(scene, others, finding, by_id[finding.entry]).first())
        if finding.entry in by_id and _is_dated(finding)
        else finding
        for finding in findings
    )


class Search:
    """The later days of one entry, judged for one finding."""

    def __init__(self, scene: Scene, others: Others, finding: Finding, entry: Occurrence) -> None:
        self.scene, self.others, self.entry, self.target = scene, others, entry, key_of(finding)
        self.move = moving(scene.plan, entry)
        self.shares = Shares(scene, self.move, self.target)
        self.crowds = Crowds(scene, self.move, self.target)
        self.wordings = Wordings(scene, self.move)
        self.bad = self.move.bad()
        self.shares.mark(self.bad)
        self.wordings.mark(self.bad)

    def first(self) -> date | None:
        """The first day on which the finding is gone and nothing has an error that it had not; None: there is none."""
        if self.others.is_never_good(self.entry, self.target) or self.crowds.is_never_good():
            return None
        days = map(date.fromordinal, range(self.move.first, self.move.last + 1))
        return next((day for day in days if self.fits(day)), None)

    def fits(self, day: date) -> bool:
        """Whether it is such a day."""
        at = day.toordinal()
        return not (
            self.bad[at - self.move.first]
            or not may_stand(self.scene.plan, self.entry, day)
            or self.shares.is_bad_on(at)
            or self.wordings.is_bad_on(at)
            or self.crowds.is_bad_on(at)
            or self.others.is_bad_on(self.entry, day, self.target)
        )


def _is_dated(finding: Finding) -> bool:
    return finding.level == "error" and finding.rule in DATED and finding.entry is not None


def _told(finding: Finding, entry: Occurrence, to: date | None) -> Finding:
    assert entry.day is not None
    if finding.rule in CROWDING:
        extra = finding.data["received"] - finding.data["limit"]
        return replace(finding, mend=crowd_mend(extra, entry.day, to, sought=True))
    add = finding.mend.add_value if finding.mend else None
    return replace(finding, mend=share_mend(add, entry.day, to, sought=True))
