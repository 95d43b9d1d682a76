"""What a run of `check` came to, for the reports that CI servers read."""

import os
from pathlib import Path

from valuegen.build import Survey
from valuegen.finding import Finding
from valuegen.read.root import git_root
from valuegen.report.outcome import Outcome
from valuegen.rules import ALL
from valuegen.rules.policy import OFF
from valuegen.words import Message, msg


def outcome_of(
    found: Survey, findings: tuple[Finding, ...], root: Path, rules: tuple[str, ...], failing: str
) -> Outcome:
    """`findings` are those that were asked for; so are `rules`, where some are named. Format always is."""
    whole = Path(os.path.realpath(root))
    return Outcome(
        findings=findings,
        language=found.reading.language,
        as_of=found.reading.as_of.day,
        rules=tuple(rule for rule in ALL if not rules or rule.NAME in (*rules, "format")),
        folder=whole.relative_to(git_root(root)).as_posix(),
        unchecked=_unchecked(found),
        failing=failing,
    )


def _unchecked(found: Survey) -> dict[str, Message]:
    """Why some rules were not looked at."""
    if not found.is_readable or found.policy is None:
        told = msg("Not checked: the workspace can't be read as it is.")
        return {rule.NAME: told for rule in ALL if rule.NAME != "format"}
    off = [rule.NAME for rule in ALL if found.policy.levels(rule.NAME) == {OFF}]
    skipped = msg("Skipped: the contacts, needs or log that it looks at are not here.")
    return {**dict.fromkeys(off, msg("Off in this workspace.")), **dict.fromkeys(found.skipped, skipped)}
