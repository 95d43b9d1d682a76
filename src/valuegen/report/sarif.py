"""Findings as SARIF 2.1.0 (OASIS), which code hosts and editors read.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html; section numbers are of that text.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from valuegen import __version__
from valuegen.finding import Finding
from valuegen.report.json_report import json_text
from valuegen.report.outcome import Outcome
from valuegen.report.rule_markdown import markdown, plain
from valuegen.rules.card import card_of
from valuegen.rules.found import Rule
from valuegen.rules.policy import OFF
from valuegen.words import msg, say

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS: Mapping[str, str] = {"error": "error", "warning": "warning", "todo": "note", "note": "note"}
"""A warning is what fails under --strict; a todo does not. Its own level is in its properties."""
ROOT = "%SRCROOT%"


def report(outcome: Outcome) -> str:
    """The whole log, with the page of every rule that was asked for."""
    number = {rule.NAME: index for index, rule in enumerate(outcome.rules)}
    run = {
        "tool": {
            "driver": {
                "name": "valuegen",
                "version": __version__,
                "language": outcome.language,
                "rules": [_rule(rule, outcome.language) for rule in outcome.rules],
            }
        },
        "language": outcome.language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": say(msg("The root of the repository."), outcome.language)}}
        },
        "results": [
            _result(outcome, finding, fingerprint, number)
            for finding, fingerprint in zip(outcome.findings, outcome.fingerprints, strict=True)
        ],
        "properties": {"as_of": outcome.as_of.isoformat()},
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: Rule, language: str) -> dict[str, Any]:
    """A reportingDescriptor (3.49)."""
    card, level = card_of(rule), rule.TRAITS.level
    return {
        "id": rule.NAME,
        "shortDescription": {"text": say(card.title, language)},
        "fullDescription": {"text": plain(card.why, language)},
        "help": {"text": plain((*card.why, *card.options), language), "markdown": markdown(rule, language)},
        "defaultConfiguration": {"enabled": False} if level == OFF else {"enabled": True, "level": LEVELS[level]},
    }


def _result(outcome: Outcome, finding: Finding, fingerprint: str, number: Mapping[str, int]) -> dict[str, Any]:
    """A result (3.27)."""
    place = finding.place
    about = {"segment": finding.segment, "contact": finding.contact, "need": finding.need, "entry": finding.entry}
    location = {
        "artifactLocation": {"uri": _uri(outcome.path(finding)), "uriBaseId": ROOT},
        "region": {"startLine": place.line, "startColumn": place.column},
    }
    return {
        "ruleId": finding.rule,
        "ruleIndex": number[finding.rule],
        "level": LEVELS[finding.level],
        "message": {"text": outcome.sentence(finding)},
        "locations": [{"physicalLocation": location}],
        # GitHub's code scanning looks at the first name alone, and would else make one of the line's text
        "partialFingerprints": {"primaryLocationLineHash": fingerprint, "valuegen/v1": fingerprint},
        "properties": {"level": finding.level, **{name: id for name, id in about.items() if id is not None}},
    }


def _uri(path: str) -> str:
    """A relative reference (RFC 3986): every byte that is not plain is written as %XX."""
    return quote(path.encode("utf-8", "surrogatepass"), safe="/")
