"""All other rules, once an entry has moved: whether one of them has an error that it had not.

Each is asked only about what a move can touch (`Traits.reach`): mostly nothing, or the moved entry itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from valuegen.check import check, is_skipped
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.replan import moved, with_moved
from valuegen.plan.types import Plan
from valuegen.remedy.same import Key, Move, key_of
from valuegen.remedy.scene import Scene
from valuegen.rules import ALL, client_pitch_share, client_too_often, pitch_share, pitch_words, too_often
from valuegen.rules.found import Rule

DATED = frozenset(rule.NAME for rule in (pitch_share, client_pitch_share, too_often, client_too_often))
"""The rules whose findings a later day can mend; `shares.py` and `crowds.py` know them."""
COUNTED = DATED | {pitch_words.NAME}
"""Those that have a module here, and are not asked."""
DATES = ("{year}", "{month}", "{day}")


class Others:
    """The rules but those that count in windows, as far as they can have errors."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        plan, policy = scene.plan, scene.policy
        self.has_dates = any(field in plan.workspace.settings.site.permalinks.post for field in DATES)
        self.rules = [
            rule
            for rule in ALL
            if rule.NAME not in COUNTED and "error" in policy.levels(rule.NAME) and not is_skipped(plan, rule)
        ]

    def is_never_good(self, entry: Occurrence, target: Key) -> bool:
        """Whether what is a note on this entry, because it is past, would be an error on any later day."""
        still = {rule.NAME for rule in self.rules if self._reach(rule, entry) == "nothing"}
        for note in self.scene.notes.get(entry.id, ()):
            level = self.scene.policy.level(note.rule, note.segment)
            if entry.is_past and note.rule in still and level == "error" and self._is_new(key_of(note), target):
                return True
        return False

    def is_bad_on(self, entry: Occurrence, day: date, target: Key) -> bool:
        """Whether the entry, standing there, makes an error that was not."""
        return any(self._is_new(key, target) for key in self._errors(entry, day))

    def _is_new(self, key: Key, target: Key) -> bool:
        return key == target or key not in self.scene.before

    def _errors(self, entry: Occurrence, day: date) -> Iterator[Key]:
        plan, policy = self.scene.plan, self.scene.policy
        by_reach: dict[str, list[Rule]] = {}
        for rule in self.rules:
            by_reach.setdefault(self._reach(rule, entry), []).append(rule)
        by_reach.pop("nothing", None)
        move = Move(entry, moved(plan, entry, day))
        for reach, rules in by_reach.items():
            after = self._after(move, day, reach)
            asked: Sequence[Rule] = ALL if reach == "everything" else rules
            for finding in check(after, policy, asked):
                if finding.level == "error":
                    yield key_of(finding, after, move)

    def _reach(self, rule: Rule, entry: Occurrence) -> str:
        if rule.TRAITS.reach == "addresses":
            return "addresses" if self.has_dates and entry.publishes else "nothing"
        return rule.TRAITS.reach

    def _after(self, move: Move, day: date, reach: str) -> Plan:
        """The plan after the move; as much of it as the reach asks for."""
        plan = self.scene.plan
        if reach == "entry":
            relations = {id: plan.relations[id] for id in move.new.contacts if id in plan.relations}
            return replace(plan, occurrences=(move.new,), relations=relations)
        if reach == "receivers":
            return replace(plan, occurrences=(move.new,))
        if reach == "segments":
            whole = plan.receipts.changed([move.old], [move.new])
            touched = {segment: whole.by_segment[segment] for segment in dict.fromkeys(move.new.segments)}
            return replace(plan, receipts=replace(whole, by_segment=touched))
        return with_moved(plan, move.old, day)  # `plan`, `addresses`, `everything`
