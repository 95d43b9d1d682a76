"""The Code Quality report: what GitLab's documentation asks of it."""

import json

from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from outcome_samples import FILE, NASTY, finding_of, one_of_each_level, outcome_with

from valuegen.report.gitlab import report

# https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format, as a schema
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)."},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer"}}},
                },
            },
        },
    },
}


def read_back(*findings, **more):
    data = json.loads(report(outcome_with(*findings, **more)))
    Draft202012Validator(SCHEMA).validate(data)
    return data


def test_one_object_a_finding():
    data = read_back(*one_of_each_level())
    assert [one["severity"] for one in data] == ["info", "minor", "major", "critical"]
    last = {key: value for key, value in data[-1].items() if key != "fingerprint"}
    assert last == {
        "description": "Qué pasa. Haz esto.",
        "check_name": "pitch-share",
        "severity": "critical",
        "location": {"path": FILE, "lines": {"begin": 4}},
    }
    assert read_back() == []


def test_paths_are_those_of_the_repository():
    found = read_back(finding_of(), finding_of(file="../base.yaml"), folder="clients/oven")
    assert [one["location"]["path"] for one in found] == [f"clients/oven/{FILE}", "clients/base.yaml"]


@given(st.lists(st.text() | st.just(NASTY), max_size=5))
def test_fingerprints_are_never_equal_and_any_text_reads_back(texts):
    data = read_back(*(finding_of(text=f"x{text}", file=f"x{text}") for text in texts))
    assert len({one["fingerprint"] for one in data}) == len(texts)
    assert [one["location"]["lines"]["begin"] for one in data] == [12] * len(texts)
