"""Workflow commands, read back as GitHub's runner reads them."""

import re
from unicodedata import category

from hypothesis import given
from hypothesis import strategies as st
from outcome_samples import FILE, NASTY, finding_of, one_of_each_level, outcome_with

from valuegen.report.github import report

COMMAND = re.compile(r"::(?P<name>\w+) (?P<properties>.*?)::(?P<data>.*)")


def read_back(line):
    """As actions/runner does: the properties up to the second `::`, then unescaped, `%25` last."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(pair.split("=", 1) for pair in found["properties"].split(","))
    values = {name: unescaped(value, {"%3A": ":", "%2C": ","}) for name, value in properties.items()}
    return found["name"], values, unescaped(found["data"], {})


def unescaped(text, more):
    for code, sign in {"%0D": "\r", "%0A": "\n", **more, "%25": "%"}.items():
        text = text.replace(code, sign)
    return text


def test_a_command_a_finding_the_gravest_first():
    lines = report(outcome_with(*one_of_each_level())).splitlines()
    assert lines[0] == f"::error file={FILE},line=4,col=3,title=error pitch-share::Qué pasa. Haz esto."
    assert [read_back(line)[0] for line in lines] == ["error", "warning", "notice", "notice"]
    assert [read_back(line)[1]["title"] for line in lines] == [
        "error pitch-share", "warning too-quiet", "todo overdue", "note too-often"
    ]  # fmt: skip


def test_nothing_found_says_nothing():
    assert report(outcome_with()) == ""


def test_paths_are_those_of_the_repository():
    found = [finding_of(file="a,b:c%.yaml"), finding_of(file="../base.yaml"), finding_of(file="")]
    lines = report(outcome_with(*found, folder="clients/oven")).splitlines()
    assert [read_back(line)[1]["file"] for line in lines] == [
        "clients/oven/a,b:c%.yaml", "clients/base.yaml", "clients/oven/valuegen.yaml"
    ]  # fmt: skip


@given(st.text() | st.just(NASTY), st.text(min_size=1) | st.just(NASTY))
def test_no_text_becomes_another_command(text, file):
    (line,) = report(outcome_with(finding_of(text=text, file=file))).split("\n")
    name, properties, data = read_back(line)
    assert (name, list(properties)) == ("error", ["file", "line", "col", "title"])
    assert properties["line"] == "12"
    for shown in (data, properties["file"]):
        assert not [one for one in shown if category(one) in ("Cc", "Cs", "Zl", "Zp")]
    if text.isascii() and text.isprintable():
        assert data == text
