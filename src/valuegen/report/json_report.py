"""Findings for programs: the JSON of `check --format json` (3-rules.md, 4-output.md)."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from valuegen.finding import LEVELS, Finding
from valuegen.words import say

VERSION = 1
# Control and bidi characters that JSON itself would leave as they are; its own escape of them reads back the same.
_UNSEEN = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def report(
    findings: Sequence[Finding], as_of: date, credit: Mapping[str, Mapping[str, Any]], language: str, skipped: int = 0
) -> str:
    """The whole report as one JSON text; `credit` as {"segment": {"now": n, "next": "2026-12-20" or null}}."""
    counts: dict[str, Any] = {level: sum(finding.level == level for finding in findings) for level in LEVELS}
    data = {
        "version": VERSION,
        "as_of": as_of.isoformat(),
        "findings": [_finding(finding, language) for finding in findings],
        "credit": dict(credit),
        "summary": {**counts, "skipped_rules": skipped},
    }
    return json_text(data)


def json_text(data: Any) -> str:
    """Data as JSON, with an escape for each character that can't be seen."""
    return _UNSEEN.sub(lambda found: f"\\u{ord(found[0]):04x}", json.dumps(data, ensure_ascii=False, indent=2))


def _finding(finding: Finding, language: str) -> dict[str, Any]:
    mend = finding.mend
    return {
        "rule": finding.rule,
        "level": finding.level,
        "message": say(finding.message, language),
        "file": finding.place.file,
        "line": finding.place.line,
        "column": finding.place.column,
        "segment": finding.segment,
        "contact": finding.contact,
        "need": finding.need,
        "entry": finding.entry,
        "data": dict(finding.data),
        "mend": mend
        and {
            "text": say(mend.text, language),
            "add_value": mend.add_value,
            "move_to": mend.move_to and mend.move_to.isoformat(),
        },
    }
