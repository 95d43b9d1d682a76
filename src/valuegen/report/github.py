"""Findings as GitHub's workflow commands: annotations beside the lines of a change.

https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands. GitHub shows at most ten errors,
ten warnings and ten notices of a step: the gravest come first.
"""

from collections.abc import Mapping

from valuegen.finding import Finding
from valuegen.report.outcome import Outcome

COMMANDS: Mapping[str, str] = {"error": "error", "warning": "warning", "todo": "notice", "note": "notice"}
"""A warning is what fails under --strict; a todo does not."""


def report(outcome: Outcome) -> str:
    """One command a line."""
    return "\n".join(_command(outcome, finding) for finding in outcome.most_grave_first)


def _command(outcome: Outcome, finding: Finding) -> str:
    place = finding.place
    properties = {
        "file": outcome.shown_path(finding),
        "line": str(place.line),
        "col": str(place.column),
        "title": f"{finding.level} {finding.rule}",
    }
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{COMMANDS[finding.level]} {said}::{_data(outcome.sentence(finding))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
