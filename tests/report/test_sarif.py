"""SARIF 2.1.0: the form of the standard, every rule's page, and each finding at its place."""

import json
import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from jsonschema.validators import validator_for
from outcome_samples import FILE, NASTY, finding_of, one_of_each_level, outcome_with
from sarif_form import LOG

from valuegen.report.sarif import report
from valuegen.rules import ALL
from valuegen.rules.card import card_of
from valuegen.words import say

PUBLISHED = os.environ.get("SARIF_SCHEMA")
VALIDATOR = Draft202012Validator(LOG)


def read_back(*findings, **more):
    log = json.loads(report(outcome_with(*findings, **more)))
    VALIDATOR.validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:  # 3.27.6: the index is of the rule that is named
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    return run


def test_each_finding_with_its_level_and_place():
    results = read_back(*one_of_each_level())["results"]
    assert [(result["ruleId"], result["level"], result["properties"]["level"]) for result in results] == [
        ("too-often", "note", "note"),
        ("overdue", "note", "todo"),
        ("too-quiet", "warning", "warning"),
        ("pitch-share", "error", "error"),
    ]
    last = results[-1]
    assert last["message"] == {"text": "Qué pasa. Haz esto."}
    assert last["properties"] == {"level": "error", "entry": "e4"}
    assert last["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": FILE, "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 4, "startColumn": 3},
    }


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_rule_has_its_page(language):
    driver = read_back(language=language)["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == [rule.NAME for rule in ALL]
    for rule, told in zip(ALL, driver["rules"], strict=True):
        title = say(card_of(rule).title, language)
        assert told["shortDescription"]["text"] == title
        assert told["help"]["markdown"].startswith(title)
        assert told["defaultConfiguration"]["enabled"] == (rule.TRAITS.level != "off")
    page = next(rule for rule in driver["rules"] if rule["id"] == "pitch-share")
    assert page["defaultConfiguration"] == {"enabled": True, "level": "error"}
    assert "```yaml\n# content/calendar/2026-12.yaml" in page["help"]["markdown"]
    assert len(read_back(rules=ALL[:2])["tool"]["driver"]["rules"]) == 2


def test_paths_are_those_of_the_repository_and_coded():
    found = [finding_of(file="año: 1%#?.yaml"), finding_of(file="../base.yaml")]
    results = read_back(*found, folder="clients/oven")["results"]
    uris = [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in results]
    assert uris == ["clients/oven/a%C3%B1o%3A%201%25%23%3F.yaml", "clients/base.yaml"]
    assert unquote(uris[0]) == "clients/oven/año: 1%#?.yaml"


@given(st.text() | st.just(NASTY), st.text(min_size=1).filter(lambda name: name.strip("./")) | st.just(NASTY))
def test_any_text_reads_back(text, file):
    (result,) = read_back(finding_of(text=f"x{text}", file=f"d/{file}"))["results"]
    assert result["message"]["text"].startswith("x")
    if text.isascii() and text.isprintable():
        assert result["message"]["text"] == f"x{text}"


@pytest.mark.skipif(not PUBLISHED, reason="set SARIF_SCHEMA to the path of OASIS' sarif-schema-2.1.0.json")
@pytest.mark.parametrize("findings", [[], one_of_each_level(), [finding_of(text=NASTY, file=f"d/{NASTY}")]])
def test_the_published_schema_holds(findings):
    schema = json.loads(Path(str(PUBLISHED)).read_text("utf-8"))
    validator_for(schema)(schema).validate(json.loads(report(outcome_with(*findings))))
