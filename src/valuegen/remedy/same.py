"""Which finding is the same after an entry moved, and the errors of a plan in which one did (3-rules.md, "mends").

This is the definition, written for clearness: `trial.py` answers the same questions fast, and a property test holds
the two together.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from valuegen.check import check
from valuegen.clock import LAST, is_skipped
from valuegen.finding import Finding
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.received import receives
from valuegen.plan.replan import moved, with_moved
from valuegen.plan.types import Plan
from valuegen.rules import ALL, client_pitch_share, client_too_often, pitch_share, too_often
from valuegen.rules.found import Rule
from valuegen.rules.policy import Policy

Key = tuple[str, str | None, str | None, str | None]
"""Rule, segment, entry, and contact where a rule tells one finding a contact; for the crowding rules the date (ISO) in
place of the entry."""
CROWDING = (too_often.NAME, client_too_often.NAME)
SHARES = (pitch_share.NAME, client_pitch_share.NAME)


@dataclass(frozen=True, slots=True)
class Move:
    """An occurrence as it is (`old`) and on its new day (`new`)."""

    old: Occurrence
    new: Occurrence


def errors(plan: Plan, policy: Policy, rules: Sequence[Rule] = ALL) -> frozenset[Key]:
    """What has an error now."""
    return frozenset(key_of(finding) for finding in check(plan, policy, rules) if finding.level == "error")


def errors_after(plan: Plan, policy: Policy, old: Occurrence, day: date, rules: Sequence[Rule] = ALL) -> frozenset[Key]:
    """What has an error once an occurrence stands on another day, told by the names that it had before."""
    move = Move(old, moved(plan, old, day))
    found = check(with_moved(plan, old, day), policy, rules)
    return frozenset(key_of(finding, plan, move) for finding in found if finding.level == "error")


def key_of(finding: Finding, plan: Plan | None = None, move: Move | None = None) -> Key:
    """What makes a finding the same as another one."""
    entry = finding.entry
    if finding.rule in CROWDING and entry is not None:
        day: str | None = entry[: len("2026-12-03")]
        if plan and move and move.new.day and day == move.new.day.isoformat() and _concerns(plan, finding, move):
            day = move.old.day.isoformat() if move.old.day else None
        return (finding.rule, finding.segment, day, None)
    if move and entry == move.new.id:
        entry = move.old.id
    # One finding for all the clients whom an entry concerns (it names the only one, too): who they are may change.
    several = finding.rule in SHARES or "contacts" in finding.data
    return (finding.rule, finding.segment, entry, None if several else finding.contact)


def may_stand(plan: Plan, occurrence: Occurrence, day: date) -> bool:
    """Whether moving it there makes no `format` error."""
    if day > LAST or (occurrence.status == "done" and day > plan.as_of.day):
        return False
    return occurrence.at is None or not is_skipped(day, occurrence.at, plan.as_of.zone)


def _concerns(plan: Plan, finding: Finding, move: Move) -> bool:
    """Whether the moved entry is among what the finding is about."""
    if finding.segment is not None:
        return finding.segment in move.new.segments
    contacts: Iterable[str] = finding.data.get("contacts", ())
    return any(_gets(plan, contact, move.new) for contact in contacts)


def _gets(plan: Plan, contact: str, occurrence: Occurrence) -> bool:
    relation = plan.relations[contact]
    meant = contact in occurrence.contacts or not set(relation.contact.segments).isdisjoint(occurrence.segments)
    return meant and receives(relation, occurrence)
