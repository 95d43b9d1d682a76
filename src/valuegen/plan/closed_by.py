"""What the log says is done: a line of yours with `entry` closes that entry's reminder for that contact."""

import re
from bisect import bisect_left
from datetime import date

from valuegen.model.log import LogLine
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan

_DATED = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-")


class Closings:
    """Which entries a line of the log says were brought to whom; made once from a plan, never changed."""

    def __init__(self, plan: Plan) -> None:
        self._slugs = {entry.slug for entry in plan.workspace.entries}
        self._days: dict[str, list[date]] = {}
        for one in plan.occurrences:
            if one.repeats and one.day:
                self._days.setdefault(one.entry.slug, []).append(one.day)
        lines = [(line, self._meant(line)) for line in plan.workspace.log or () if line.entry]
        self._told = {(line.contact, name) for line, name in lines if line.contact and line.by}
        self._shared = {(line.channel, name) for line, name in lines if line.contact is None and line.what == "work"}

    def has_told(self, contact: str, occurrence: Occurrence) -> bool:
        """Whether one of you brought it to that contact."""
        return (contact, _name_of(occurrence)) in self._told

    def has_shared(self, channel: str, occurrence: Occurrence) -> bool:
        """Whether it was put there: a line of `work` with the entry, on that channel or on none."""
        name = _name_of(occurrence)
        return (channel, name) in self._shared or (None, name) in self._shared

    def _meant(self, line: LogLine) -> str:
        """What a line names, by slug or DATE-SLUG. The slug alone of a repetition: the occurrence nearest to its day.

        (The earlier of two that are as near. The date before the slug of an entry that does not repeat is no matter:
        it may have moved since.)
        """
        name = line.entry or ""
        slug = name if name in self._slugs else _DATED.sub("", name)
        days = self._days.get(slug)
        if not days or name != slug:
            return name if days else slug
        at = bisect_left(days, line.date.day)
        near = min(days[max(at - 1, 0) : at + 1], key=lambda day: abs((day - line.date.day).days))
        return f"{near.isoformat()}-{slug}"


def _name_of(occurrence: Occurrence) -> str:
    return occurrence.id if occurrence.repeats else occurrence.entry.slug
