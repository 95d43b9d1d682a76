"""Findings as JUnit's XML, as Jenkins and GitLab read it: each rule is a test case.

So a rule that holds is a test that passed, and its history keeps its name from run to run. What is below the failing
level is told in `system-out`, and fails nothing. The form is that of Jenkins' xunit plugin (junit-10.xsd).
"""

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree import ElementTree as Tree

from valuegen.finding import Finding, counts
from valuegen.report.outcome import Outcome
from valuegen.rules.card import card_of
from valuegen.rules.found import Rule
from valuegen.rules.themes import Theme, themed
from valuegen.words import msg

NAME = "valuegen"


class _Case(NamedTuple):
    rule: Rule
    theme: Theme
    failures: Sequence[Finding]
    others: Sequence[Finding]


def report(outcome: Outcome) -> str:
    """The whole document; numbers of a suite are those of its cases."""
    cases = [_case(outcome, rule, theme) for theme, rules in themed(outcome.rules) for rule in rules]
    counts = {
        "tests": str(len(cases)),
        "failures": str(sum(bool(case.failures) for case in cases)),
        "errors": "0",
    }
    top = Tree.Element("testsuites", {"name": NAME, **counts, "time": "0"})
    skipped = sum(_is_skipped(outcome, case) for case in cases)
    suite = Tree.SubElement(top, "testsuite", {"name": NAME, **counts, "skipped": str(skipped), "time": "0"})
    for case in cases:
        _write(outcome, case, suite)
    Tree.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + Tree.tostring(top, encoding="unicode")


def _case(outcome: Outcome, rule: Rule, theme: Theme) -> _Case:
    found = [finding for finding in outcome.findings if finding.rule == rule.NAME]
    failures = [finding for finding in found if outcome.fails(finding)]
    return _Case(rule, theme, failures, [finding for finding in found if not outcome.fails(finding)])


def _is_skipped(outcome: Outcome, case: _Case) -> bool:
    return case.rule.NAME in outcome.unchecked and not case.failures


def _write(outcome: Outcome, case: _Case, suite: Tree.Element) -> None:
    names = {"name": case.rule.NAME, "classname": f"{NAME}.{case.theme.id}", "time": "0"}
    element = Tree.SubElement(suite, "testcase", names)
    if _is_skipped(outcome, case):
        Tree.SubElement(element, "skipped", {"message": _xml(outcome.said(outcome.unchecked[case.rule.NAME]))})
    if case.failures:
        counted = outcome.said(msg("{counts}.", counts=counts(case.failures)))
        told = f"{outcome.said(card_of(case.rule).title)} {counted}"
        failure = Tree.SubElement(element, "failure", {"type": case.rule.NAME, "message": _xml(told)})
        failure.text = _lines(outcome, case.failures)
    if case.others:
        Tree.SubElement(element, "system-out").text = _lines(outcome, case.others)


def _lines(outcome: Outcome, findings: Sequence[Finding]) -> str:
    lines = []
    for finding in findings:
        place = f"{outcome.shown_path(finding)}:{finding.place.line}:{finding.place.column}"
        lines.append(_xml(f"{place}: {finding.level}: {outcome.sentence(finding)}"))
    return "\n".join(lines)


def _xml(text: str) -> str:
    """`text`, whose control characters are escaped already, without the last ones that XML 1.0 has no place for."""
    return "".join(f"\\u{ord(one):04x}" if ord(one) & 0xFFFE == 0xFFFE else one for one in text)
