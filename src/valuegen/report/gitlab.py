"""Findings as GitLab's Code Quality report: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format."""

from collections.abc import Mapping

from valuegen.report.json_report import json_text
from valuegen.report.outcome import Outcome

SEVERITIES: Mapping[str, str] = {"error": "critical", "warning": "major", "todo": "minor", "note": "info"}


def report(outcome: Outcome) -> str:
    """A JSON array, one object a finding."""
    return json_text(
        [
            {
                "description": outcome.sentence(finding),
                "check_name": finding.rule,
                "fingerprint": fingerprint,
                "severity": SEVERITIES[finding.level],
                "location": {"path": outcome.shown_path(finding), "lines": {"begin": finding.place.line}},
            }
            for finding, fingerprint in zip(outcome.findings, outcome.fingerprints, strict=True)
        ]
    )
