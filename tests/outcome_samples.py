"""Findings as rules make them, and what a run with them came to."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from valuegen.finding import LEVELS, Finding, Mend, Place
from valuegen.report.outcome import Outcome
from valuegen.rules import ALL
from valuegen.words import msg

FILE = "content/calendar/2026-12.yaml"
NASTY = "50%, a:b\r\n::error::x \x1b[2J \u202e \ufffe \U0001fffe \x00 <&\"'>]]> ñ 🍞 \udc80"
"""A text that would do harm in each of the forms, if it were written as it is."""


def finding_of(rule: str = "pitch-share", level: Any = "error", text: str = "Qué pasa.", **more: Any) -> Finding:
    """A finding; `file`, `line`, `column` say where."""
    place = Place(more.pop("file", FILE), more.pop("line", 12), more.pop("column", 3))
    return Finding(rule, level, msg("{text}", text=text), place, **more)


def outcome_with(*findings: Finding, **more: Any) -> Outcome:
    """A run that found these."""
    return Outcome(findings, more.pop("language", "es"), date(2026, 12, 1), more.pop("rules", ALL), **more)


def one_of_each_level() -> Sequence[Finding]:
    """A note, a todo, a warning and an error, in that order of lines, with mends."""
    rules = {"error": "pitch-share", "warning": "too-quiet", "todo": "overdue", "note": "too-often"}
    return [
        finding_of(rules[level], level, line=line, entry=f"e{line}", mend=Mend(msg("{text}", text="Haz esto.")))
        for line, level in enumerate(reversed(LEVELS), 1)
    ]
