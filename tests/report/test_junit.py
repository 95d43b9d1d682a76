"""JUnit's XML, as Jenkins and GitLab read it: parsed by two parsers, and held against the form of junit-10.xsd."""

from xml.dom import minidom
from xml.etree import ElementTree as Tree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from outcome_samples import FILE, NASTY, finding_of, one_of_each_level, outcome_with

from valuegen.report.junit import report
from valuegen.rules import ALL
from valuegen.words import msg

# element → the attributes it must and may have, and what may stand in it (Jenkins' xunit plugin, junit-10.xsd)
FORM = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time"}, {"testcase"}),
    "testcase": ({"name"}, {"classname", "time"}, {"failure", "skipped", "system-out"}),
    "failure": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}


def read_back(*findings, **more):
    text = report(outcome_with(*findings, **more))
    top = Tree.fromstring(text)
    for element in top.iter():
        must, may, inside = FORM[element.tag]
        assert must <= set(element.attrib) <= must | may
        assert {child.tag for child in element} <= inside
    cases = top.findall("./testsuite/testcase")
    for counted in (top, *top):
        assert counted.get("tests") == str(len(cases))
        assert counted.get("failures") == str(len(top.findall(".//failure")))
        assert counted.get("errors") == "0"
    assert top[0].get("skipped") == str(len(top.findall(".//skipped")))
    other = minidom.parseString(text.encode())
    assert [node.firstChild.data for node in other.getElementsByTagName("failure")] == [
        node.text for node in top.iter("failure")
    ]
    return {case.get("name"): case for case in cases}


def test_each_rule_is_a_case_and_those_that_hold_pass():
    cases = read_back()
    assert sorted(cases) == sorted(rule.NAME for rule in ALL)
    assert not [case for case in cases.values() if len(case)]
    assert cases["pitch-share"].get("classname") == "valuegen.mix"
    assert list(read_back(rules=ALL[:2])) == [ALL[1].NAME, ALL[0].NAME]


def test_what_fails_is_a_failure_and_the_rest_is_told():
    cases = read_back(*one_of_each_level(), finding_of(line=5, text="Otra cosa."))
    failure = cases["pitch-share"].find("failure")
    assert failure.get("message") == "Una parte demasiado grande de lo que recibe un segmento vende. 2 errores."
    assert failure.text.splitlines() == [
        f"{FILE}:4:3: error: Qué pasa. Haz esto.",
        f"{FILE}:5:3: error: Otra cosa.",
    ]
    for name, level in (("too-quiet", "warning"), ("overdue", "todo"), ("too-often", "note")):
        assert [child.tag for child in cases[name]] == ["system-out"]
        assert f": {level}: " in cases[name][0].text


@pytest.mark.parametrize(
    ("failing", "names"),
    [
        ("error", {"pitch-share"}),
        ("warning", {"pitch-share", "too-quiet"}),
        ("todo", {"pitch-share", "too-quiet", "overdue"}),
    ],
)
def test_what_fails_is_what_was_asked_to_fail(failing, names):
    cases = read_back(*one_of_each_level(), failing=failing)
    assert {name for name, case in cases.items() if case.find("failure") is not None} == names


def test_what_was_not_looked_at_is_skipped_and_why():
    cases = read_back(unchecked={"overdue": msg("Not here.")})
    assert cases["overdue"].find("skipped").get("message") == "Not here."
    assert cases["pitch-share"].find("skipped") is None


@given(st.text() | st.just(NASTY))
def test_any_text_is_xml(text):
    assert read_back(finding_of(file=f"x{text}"))["pitch-share"].find("failure").text.startswith("x")
    failure = read_back(finding_of(text=text, file="a.yaml"))["pitch-share"].find("failure")
    assert failure.text.startswith("a.yaml:12:3: error: ")
    assert "\n" not in failure.text
    if text.isascii() and text.isprintable():
        assert failure.text == f"a.yaml:12:3: error: {text}"
