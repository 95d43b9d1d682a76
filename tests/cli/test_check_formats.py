"""`check --format github|gitlab|sarif|junit`: the same findings in each, for CI servers."""

import json
import re
from urllib.parse import unquote
from xml.etree import ElementTree as Tree

import pytest

CALENDAR = """
    - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
       ask: ¿Vienes?}
    - {date: 2026-11-05, title: Se quedó, slug: quedo, segments: [panaderias], kind: industry, ask: ¿Eh?}
    - {date: 2027-02-20, title: Lejos, slug: lejos, segments: [panaderias], kind: industry, ask: ¿Eh?}
    """
CLIENTS = {
    "content/private/contacts.yaml": "- {id: rosa, name: Berta Quiroga, segments: [panaderias], phone: 311 424 2424}\n",
    "content/private/log.yaml": "- {date: 2026-11-05, contact: rosa, what: reply, note: Secreto de la casa}\n",
    "content/private/needs.yaml": "- {id: merma, heard: 2026-09-01, from: rosa, needs: Saber de qué color pinta}\n",
}
LINE = re.compile(r"::\w+ file=(.*?),line=(\d+),.*?,title=(\w+) ([\w-]+)::")
TEXT = re.compile(r"^(\S+?):(\d+):\d+: (\w+)(?: ([\w-]+))?: ", re.MULTILINE)


def of_json(text):
    return [(f["rule"], f["file"], f["line"]) for f in json.loads(text)["findings"]]


def of_text(text):
    return [(rule, file, int(line)) for file, line, _, rule in TEXT.findall(text)]


def of_github(text):
    return [(rule, file, int(line)) for file, line, _, rule in LINE.findall(text)]


def of_gitlab(text):
    return [(f["check_name"], f["location"]["path"], f["location"]["lines"]["begin"]) for f in json.loads(text)]


def of_sarif(text):
    found = []
    for result in json.loads(text)["runs"][0]["results"]:
        place = result["locations"][0]["physicalLocation"]
        found.append((result["ruleId"], unquote(place["artifactLocation"]["uri"]), place["region"]["startLine"]))
    return found


def of_junit(text):
    return [
        (case.get("name"), file, int(line))
        for case in Tree.fromstring(text).iter("testcase")
        for part in case
        if part.tag != "skipped"
        for file, line, _, _ in TEXT.findall(part.text)
    ]


READERS = {"github": of_github, "gitlab": of_gitlab, "sarif": of_sarif, "junit": of_junit}
FORMS = list(READERS)


@pytest.fixture
def work(bench):
    return bench.workspace({**CLIENTS, "content/calendar/2026.yaml": CALENDAR})


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--rule", "overdue"],
        ["--rule", "overdue", "--rule", "pitch-share"],
        ["content/calendar"],
        ["content/segments.yaml"],
        ["--as-of", "2027-03-01"],
        ["--strict", "--rule", "too-quiet"],
        ["--fail-on", "todo", "--rule", "overdue"],
        ["--rule", "opted-out"],
    ],
    ids=" ".join,
)
def test_each_form_has_the_same_findings_and_the_same_status(work, form, arguments):
    plain = work.run("check", "--format", "json", *arguments)
    done = work.run("check", "--format", form, *arguments)
    assert done.exit == plain.exit
    assert sorted(READERS[form](done.out)) == sorted(of_json(plain.out))
    assert sorted(of_text(work.run("check", "--verbose", *arguments).out)) == sorted(of_json(plain.out))


@pytest.mark.parametrize("form", FORMS)
def test_mistakes_of_format_are_in_each(work, form):
    work.change("content/segments.yaml", "name: ", "nme: ")
    done = work.run("check", "--format", form, "--rule", "overdue")
    assert done.exit == 1
    assert {rule for rule, _, _ in READERS[form](done.out)} == {"format"}
    assert work.run("check", "--format", form).exit == 1


@pytest.mark.parametrize("form", FORMS)
def test_data_goes_to_stdout_and_the_summary_to_stderr(work, form):
    done = work.run("check", "--format", form, language="en")
    assert re.fullmatch(r"1 error: a promise is broken\. To look at: [\w ,]+\.\n", done.err)
    assert work.run("check", "--format", form, "--quiet").err == ""
    assert "«Panaderías de barrio» recibe" in done.out


@pytest.mark.parametrize("form", FORMS)
def test_nothing_of_clients_is_in_it_but_their_ids(work, form):
    said = work.run("check", "--format", form).out
    assert "rosa" in said
    assert "unanswered" in said
    work.change("content/private/contacts.yaml", "311 424 2424", "mal 311 424 2424 ext")
    for shown in (said, work.run("check", "--format", form).out):
        for private in ("Berta Quiroga", "424", "Secreto", "de qué color pinta", "Se quedó, slug"):
            assert private not in shown


@pytest.mark.parametrize("form", FORMS)
def test_where_all_is_well(bench, form):
    done = bench.workspace().run("check", "--format", form, "--rule", "pitch-share", language="en")
    assert (done.exit, done.err) == (0, "All promises hold.\n")
    assert READERS[form](done.out) == [] if done.out else form == "github"


@pytest.mark.parametrize("form", FORMS)
def test_paths_are_counted_from_the_repository(bench, form):
    """CI servers know the repository; a workspace may be a folder in it."""
    work = bench.workspace({"content/calendar/2026.yaml": CALENDAR}, name="oven")
    (bench.folder / ".git").mkdir()
    files = {file for _, file, _ in READERS[form](work.run("check", "--format", form).out)}
    assert files == {"oven/content/calendar/2026.yaml"}
    (bench.folder / ".git").rmdir()


def test_rules_that_were_not_looked_at_are_skipped_tests(bench):
    work = bench.workspace()
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "rules: {too-quiet: off}\n")
    cases = {
        case.get("name"): case for case in Tree.fromstring(work.run("check", "--format", "junit").out).iter("testcase")
    }
    assert [part.tag for part in cases["too-quiet"]] == ["skipped"]
    assert [part.tag for part in cases["unanswered"]] == ["skipped"]
    assert len(cases["pitch-share"]) == 0
    only = work.run("check", "--format", "junit", "--rule", "overdue").out
    assert {case.get("name") for case in Tree.fromstring(only).iter("testcase")} == {"overdue", "format"}
    work.write("valuegen.yaml", "site: [\n")
    broken = Tree.fromstring(work.run("check", "--format", "junit").out)
    assert {case.get("name") for case in broken.iter("testcase") if case.find("skipped") is None} == {"format"}


@pytest.mark.parametrize("form", ["sarif", "junit"])
def test_which_levels_fail_is_told_by_status_and_by_failures(work, form):
    arguments = ["check", "--format", form, "--rule", "too-quiet"]
    assert [work.run(*arguments).exit, work.run(*arguments, "--strict").exit] == [0, 1]
    failures = [
        len(
            list(
                Tree.fromstring(work.run("check", "--format", "junit", "--rule", "too-quiet", *more).out).iter(
                    "failure"
                )
            )
        )
        for more in ([], ["--strict"], ["--fail-on", "todo"])
    ]
    assert failures == [0, 1, 1]
