"""What a planner knows by client, by need and by entry: gathered in one pass, asked by many pages."""

import re
from datetime import date

from valuegen.finding import Finding
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.pages.planner.frame import Desk
from valuegen.plan.types import Occurrence, Reminder

FEW = 50
"""What is found about more clients than these is about a segment, or an entry; it is said there."""
_DATED = re.compile(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}-")


class Ledger:
    """Made once from a desk, never changed. Every list is in the order in which the plan has it."""

    def __init__(self, desk: Desk) -> None:
        plan = desk.plan
        self._entries = desk.entries
        self._same: dict[str, list[Occurrence]] = {}
        self._shelves = desk.needs
        for occurrence in plan.occurrences:
            self._same.setdefault(occurrence.entry.slug, []).append(occurrence)
        self._reminders: dict[str, list[Reminder]] = {}
        self._of_needs: dict[str, list[Reminder]] = {}
        for reminder in desk.judged.reminders:
            if reminder.contact:
                self._reminders.setdefault(reminder.contact, []).append(reminder)
            if reminder.need:
                self._of_needs.setdefault(reminder.need, []).append(reminder)
        self._findings: dict[str, list[Finding]] = {}
        for finding in desk.judged.findings:
            for id in _concerned(finding):
                self._findings.setdefault(id, []).append(finding)
        self._needs: dict[str, list[Need]] = {}
        for need in (plan.workspace.needs or {}).values():
            if need.sender:
                self._needs.setdefault(need.sender, []).append(need)
        self._lines: dict[str, list[LogLine]] = {}
        for line in plan.workspace.log or ():
            found = self.meant(line)
            if found:
                self._lines.setdefault(found.id, []).append(line)

    def meant(self, line: LogLine) -> Occurrence | None:
        """The entry that a line of the log names; of a repetition named by its slug, the one nearest to its day."""
        name = line.entry
        if not name:
            return None
        if name in self._entries:
            return self._entries[name]
        same = self._same.get(name) or self._same.get(_DATED.sub("", name)) or []
        return min(same, key=lambda one: _apart(one.day, line.date.day), default=None)

    def answers(self, need: str) -> list[Occurrence]:
        """The entries that answer a need, ideas too."""
        return self._shelves.answers(need)

    def lines_of(self, entry: str) -> list[LogLine]:
        """The lines of the log that belong to an entry."""
        return self._lines.get(entry, [])

    def reminders_of(self, contact: str) -> list[Reminder]:
        """What is to be done for a client."""
        return self._reminders.get(contact, [])

    def reminders_for(self, need: str) -> list[Reminder]:
        """What is to be done about a need."""
        return self._of_needs.get(need, [])

    def findings_of(self, contact: str) -> list[Finding]:
        """What was found about a client."""
        return self._findings.get(contact, [])

    def needs_of(self, contact: str) -> list[Need]:
        """What a client said."""
        return self._needs.get(contact, [])


def _concerned(finding: Finding) -> list[str]:
    """Whom a finding is about: one client, or the few that its data names."""
    if finding.contact:
        return [finding.contact]
    named = finding.data.get("contacts")
    return list(dict.fromkeys(named)) if isinstance(named, list | tuple) and len(named) <= FEW else []


def _apart(day: date | None, other: date) -> int:
    return abs((day - other).days) if day else 10**6
