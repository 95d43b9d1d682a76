"""Findings for programs: every field of the format, whatever is in it."""

import json
from datetime import date

from valuegen.finding import Finding, Mend, Place
from valuegen.report.json_report import report
from valuegen.words import msg

DAY = date(2026, 12, 1)
PITCH = Finding(
    "pitch-share",
    "error",
    msg("{n} de 6", n=2),
    Place("content/calendar/2026-12.yaml", 12, 3),
    segment="panaderias",
    entry="2026-12-03-harina",
    data={"pitches": 2, "posts": 6, "limit": "1/5"},
    mend=Mend(msg("Pásala."), add_value=4, move_to=date(2026, 12, 20)),
)


def test_the_form_of_the_design():
    assert json.loads(report([PITCH], DAY, {"panaderias": {"now": 1, "next": "2026-12-20"}}, "es", 2)) == {
        "version": 1,
        "as_of": "2026-12-01",
        "findings": [
            {
                "rule": "pitch-share",
                "level": "error",
                "message": "2 de 6",
                "file": "content/calendar/2026-12.yaml",
                "line": 12,
                "column": 3,
                "segment": "panaderias",
                "contact": None,
                "need": None,
                "entry": "2026-12-03-harina",
                "data": {"pitches": 2, "posts": 6, "limit": "1/5"},
                "mend": {"text": "Pásala.", "add_value": 4, "move_to": "2026-12-20"},
            }
        ],
        "credit": {"panaderias": {"now": 1, "next": "2026-12-20"}},
        "summary": {"error": 1, "warning": 0, "todo": 0, "note": 0, "skipped_rules": 2},
    }


def test_a_finding_without_a_mend():
    plain = Finding("overdue", "todo", msg("x"), Place("a.yaml"))
    assert json.loads(report([plain], DAY, {}, "es"))["findings"][0]["mend"] is None


def test_odd_characters_are_escaped_and_read_back():
    text = "a\u202eb\x7f\x1b\u2028ñ\udc80"
    said = report([Finding("format", "error", msg("{text}", text=text), Place(text))], DAY, {}, "es")
    assert said.isprintable() or set(said) - {"\n"} <= {c for c in said if c.isprintable()}
    assert "ñ" in said
    assert json.loads(said)["findings"][0]["message"] == text
