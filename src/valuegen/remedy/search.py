"""The later days of one entry, judged for one finding, about it or another one (3-rules.md, "The dated mends")."""

from datetime import date

from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.remedy.crowds import Crowds
from valuegen.remedy.others import Others
from valuegen.remedy.same import CROWDING, key_of, may_stand
from valuegen.remedy.scene import Scene, moving
from valuegen.remedy.shares import Shares
from valuegen.remedy.wordings import Wordings


class Search:
    """Which of them mend the finding and harm nothing."""

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
        return self._first_from(self.move.first)

    def first_past(self, other: Occurrence) -> date | None:
        """The same where the finding is about another entry: a later day than that one's, out of its window."""
        assert other.day is not None
        is_reached = self.crowds.reaches(other.day) if self.target[0] in CROWDING else self.shares.reaches(other)
        if not is_reached:
            return None
        return self._first_from(max(self.move.first, other.day.toordinal() + 1))

    def _first_from(self, start: int) -> date | None:
        if self.others.is_never_good(self.entry, self.target) or self.crowds.is_never_good():
            return None
        days = map(date.fromordinal, range(start, self.move.last + 1))
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
