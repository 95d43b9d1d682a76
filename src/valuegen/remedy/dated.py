"""Findings with what mends them: a later day of the entry, value before it, another entry's later day.

3-rules.md, "The dated mends"; `same.py` is the definition that this is held to.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.remedy.neighbours import neighbour_of, window_of
from valuegen.remedy.others import DATED, Others
from valuegen.remedy.room import Room, Whom
from valuegen.remedy.same import CROWDING
from valuegen.remedy.scene import Scene
from valuegen.remedy.search import Search
from valuegen.remedy.steps import Steps
from valuegen.remedy.together import Together
from valuegen.rules.mends import Sought, besides, crowd_mend, share_mend
from valuegen.rules.policy import Policy


def mended(plan: Plan, policy: Policy, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """All that is found in a plan, with the later day that mends each which a later day can mend."""
    if not any(_is_dated(finding) for finding in findings):
        return tuple(findings)
    by_id = {each.id: each for each in plan.occurrences if each.day is not None}
    mending = Mending(Scene(plan, policy, findings))
    return tuple(
        mending.of(finding, by_id[finding.entry]) if finding.entry in by_id and _is_dated(finding) else finding
        for finding in findings
    )


SOUGHT = 20
"""For so many findings of a plan that no later day mends, more is looked for: who has more begins with these."""


class Mending:
    """Looks for what mends the findings of one plan."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._others, self._room = scene, Others(scene), Room(scene)
        self._together = Together(scene, self._room)
        self._steps = Steps(scene, self._room)
        self._left = SOUGHT

    def of(self, finding: Finding, entry: Occurrence) -> Finding:
        """A finding about an entry, told with what mends it."""
        assert entry.day is not None
        add = finding.mend.add_value if finding.mend else None
        sought = self._sought(finding, entry, add)
        if finding.rule in CROWDING:
            extra = finding.data["received"] - finding.data["limit"]
            mend = crowd_mend(extra, entry, sought.move_to, sought=True)
        else:
            mend = share_mend(add, entry, sought.move_to, sought=True)
        return replace(finding, mend=mend, also=(*finding.also, *besides(add, entry.day, sought)))

    def _sought(self, finding: Finding, entry: Occurrence, add: int | None) -> Sought:
        to = Search(self._scene, self._others, finding, entry).first()
        if entry.status == "done":
            return Sought(to, is_done=True)
        is_sought = to is None and self._left > 0
        self._left -= is_sought
        beside = neighbour_of(self._scene, finding, entry) if is_sought else None
        if finding.rule in CROWDING:
            return Sought(to, beside, step=self._steps.of(finding, entry) if is_sought and not beside else None)
        if add is None:
            return Sought(to, beside)
        is_free = self._has_room(finding, entry, add)
        has_room = is_free or self._has_room(finding, entry, add, any_day=True)
        both = self._together.of(finding, entry) if is_sought and not (has_room or beside) else None
        return Sought(to, beside, has_room, both, is_tight=has_room and not is_free)

    def _has_room(self, finding: Finding, entry: Occurrence, add: int, *, any_day: bool = False) -> bool:
        """Whether so many value entries fit before an offer, for those for whom it is one too many; `any_day`: on days
        that `suggest` would not offer, too."""
        assert entry.day is not None
        whom: Whom = ((finding.segment,), ()) if finding.segment else (entry.segments, entry.contacts)
        first = entry.day - timedelta(days=window_of(self._scene, finding) - 1)
        return len(self._room.holds(whom, first, entry.day, add, any_day=any_day)) >= add


def _is_dated(finding: Finding) -> bool:
    return finding.level == "error" and finding.rule in DATED and finding.entry is not None
