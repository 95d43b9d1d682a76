"""How each rule stands: kept, with findings, off or skipped, and why."""

from collections import Counter

from valuegen.check import is_skipped
from valuegen.pages.judged import Judged
from valuegen.rules import ALL
from valuegen.rules.policy import OFF
from valuegen.words import Message, msg, nmsg


class RuleStates:
    """Made once from what was judged."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged
        self._counts = Counter(finding.rule for finding in judged.findings)
        self._rules = {rule.NAME: rule for rule in ALL}

    def of(self, name: str) -> tuple[str, Message]:
        """Its state (kept, found, off, skipped), and that in words."""
        rule, settings = self._rules[name], self._judged.plan.workspace.settings
        if self._judged.policy.levels(name) == {OFF}:
            return "off", self._why_off(name)
        if is_skipped(self._judged.plan, rule):
            absent = [each for each in rule.TRAITS.needs if getattr(self._judged.plan.workspace, each) is None]
            files = tuple(f"{each}.yaml" for each in absent)
            words = nmsg("skipped: {files} is not here", "skipped: {files} are not here", len(files), files=files)
            return "skipped", words
        if self._counts[name]:
            return "found", nmsg("{n} found", "{n} found", self._counts[name])
        if name in settings.rules and settings.rules[name].level == OFF:
            return "kept", msg("off, but for segments that turn it on")
        return "kept", msg("nothing found")

    def _why_off(self, name: str) -> Message:
        settings = self._judged.plan.workspace.settings
        said = settings.rules.get(name)
        if said is not None and said.level == OFF:
            return msg("off: your `rules` say so")
        if self._rules[name].TRAITS.level == OFF:
            return msg("off, until your `rules` turn it on")
        return msg("off in the profile “{profile}”", profile=settings.profile)
