"""`valuegen check`: which findings, in which form, and whether they fail."""

import json
import re

import pytest
from terminal import in_terminal

CALENDAR = """
    - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
       ask: ¿Vienes?}
    - {date: 2026-11-05, title: Se quedó, slug: quedo, segments: [panaderias], kind: industry, ask: ¿Eh?}
    - {date: 2027-02-20, title: Lejos, slug: lejos, segments: [panaderias], kind: industry, ask: ¿Eh?}
    """
CLIENTS = {
    "content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n",
    "content/private/log.yaml": "- {date: 2026-11-05, contact: rosa, what: reply, note: Secreto de la casa}\n",
    "content/private/needs.yaml": "[]\n",
}


@pytest.fixture
def work(bench):
    return bench.workspace({"content/calendar/2026.yaml": CALENDAR})


def rules_of(done):
    return {(finding["rule"], finding["level"]) for finding in done.json["findings"]}


def test_text_begins_with_the_place_level_and_rule(work):
    done = work.run("check")
    assert done.exit == 1
    heads = re.findall(r"^(\S+:\d+:\d+): (error|warning|todo|note) ([a-z-]+): .+", done.out, re.MULTILINE)
    assert ("content/calendar/2026.yaml:1:3", "error", "pitch-share") in heads
    assert ("content/calendar/2026.yaml:3:3", "todo", "overdue") in heads
    assert ("content/calendar/2026.yaml:4:3", "warning", "too-quiet") in heads
    assert "Panaderías de barrio" in done.err
    assert "1 error" in done.err


def test_findings_are_said_in_the_sites_language_and_the_rest_in_the_readers(work):
    done = work.run("check", language="en")
    assert "La única entrada que «Panaderías de barrio» recibe" in done.out
    assert re.search(r"1 error: a promise is broken. To look at: \d+ warnings?", done.err)


def test_json_has_the_form_of_the_design(work):
    done = work.run("check", "--format", "json")
    assert (done.exit, done.err) == (1, "")
    data = json.loads(done.out)
    assert list(data) == ["version", "as_of", "findings", "credit", "summary"]
    assert (data["version"], data["as_of"]) == (1, "2026-12-01")
    assert list(data["credit"]) == ["panaderias"]
    assert list(data["credit"]["panaderias"]) == ["now", "next"]
    pitch = next(finding for finding in data["findings"] if finding["rule"] == "pitch-share")
    assert list(pitch) == [
        "rule", "level", "message", "file", "line", "column", "segment", "contact", "need", "entry", "data", "mend"
    ]  # fmt: skip
    assert [pitch[key] for key in ("level", "file", "line", "column", "segment", "contact", "need", "entry")] == [
        "error", "content/calendar/2026.yaml", 1, 3, "panaderias", None, None, "2026-12-05-curso"
    ]  # fmt: skip
    assert {"pitches": 1, "posts": 1, "limit": "1/5"}.items() <= pitch["data"].items()
    assert list(pitch["mend"]) == ["text", "add_value", "move_to"]
    assert pitch["mend"]["add_value"] == 4
    assert data["summary"]["error"] == 1
    order = [(f["file"], f["line"], f["column"], f["rule"]) for f in data["findings"]]
    assert order == sorted(order)


ROW = "- {{date: {}, title: T, slug: t{}, segments: [panaderias], kind: {}, status: {}, ask: ¿Eh?}}\n"
OF_LEVEL = {
    "error": ROW.format("2026-12-01", 1, "pitch", "ready"),
    "warning": ROW.format("2027-02-20", 1, "industry", "ready"),
    "todo": ROW.format("2026-11-05", 1, "industry", "draft") + ROW.format("2026-12-01", 2, "industry", "ready"),
    "note": ROW.format("2026-10-05", 1, "pitch", "done") + ROW.format("2026-12-01", 2, "industry", "ready"),
}


@pytest.mark.parametrize(
    ("level", "arguments", "status"),
    [
        ("error", [], 1),
        ("warning", [], 0),
        ("warning", ["--strict"], 1),
        ("warning", ["--fail-on", "warning"], 1),
        ("warning", ["--fail-on", "error"], 0),
        ("warning", ["--fail-on", "todo", "--strict"], 1),
        ("todo", ["--strict"], 0),
        ("todo", ["--fail-on", "todo"], 1),
        ("note", ["--fail-on", "todo"], 0),
    ],
)
def test_which_level_fails(bench, level, arguments, status):
    work = bench.workspace({"content/calendar/2026.yaml": OF_LEVEL[level]})
    rule = {"error": "pitch-share", "warning": "too-quiet", "todo": "overdue", "note": "pitch-share"}[level]
    assert {finding["level"] for finding in work.findings(rule)} == {level}
    assert work.run("check", "--rule", rule, *arguments).exit == status


def test_one_rule_or_several(work):
    assert rules_of(work.run("check", "--format", "json", "--rule", "overdue")) == {("overdue", "todo")}
    done = work.run("check", "--format", "json", "--rule", "overdue", "--rule", "pitch-share")
    assert rules_of(done) == {("overdue", "todo"), ("pitch-share", "error")}
    assert work.run("check", "--rule", "overdue").exit == 0


def test_one_file_or_folder(work):
    work.write("content/calendar/2027.yaml", CALENDAR.splitlines()[3].strip().replace("quedo", "otro") + "\n")
    both = {finding["file"] for finding in work.findings()}
    assert both == {"content/calendar/2026.yaml", "content/calendar/2027.yaml"}
    for path in ("content/calendar/2027.yaml", "./content/calendar/2027.yaml"):
        assert {finding["file"] for finding in work.findings(None, path)} == {"content/calendar/2027.yaml"}
    for path in ("content/calendar", "content", "."):
        assert {finding["file"] for finding in work.findings(None, path)} == both
    assert work.findings(None, "content/segments.yaml") == []
    assert work.run("check", "content/segments.yaml").exit == 0


def test_another_day(work):
    assert work.run("check", "--format", "json", "--as-of", "2027-03-01").json["as_of"] == "2027-03-01"
    assert ("overdue", "todo") not in rules_of(work.run("check", "--format", "json", "--as-of", "2026-11-01"))


def test_a_mistake_of_format_is_told_whatever_was_asked_for(work):
    work.change("content/segments.yaml", "name: ", "nme: ")
    for arguments in (
        [],
        ["--rule", "overdue"],
        ["content/calendar/2026.yaml"],
        ["--rule", "overdue", "content/calendar"],
    ):
        done = work.run("check", "--format", "json", *arguments)
        assert done.exit == 1
        assert "content/segments.yaml" in {finding["file"] for finding in done.json["findings"]}
        assert done.json["credit"] == {}


def test_quiet_says_findings_alone(work):
    done = work.run("check", "--quiet")
    assert done.err == ""
    assert "pitch-share" in done.out


def test_what_is_clients_is_shown_on_a_terminal_only(bench):
    work = bench.workspace({**CLIENTS, "content/calendar/2026.yaml": CALENDAR})
    seen = in_terminal(work.root, "check").out
    assert "Secreto de la casa" in seen
    assert "Se quedó" in seen
    for done in (work.run_process("check"), work.run("check"), work.run("check", "--format", "json")):
        assert "unanswered" in done.out
        assert "rosa" in done.out
        for private in ("Secreto", "Rosa Díaz"):
            assert private not in done.out + done.err
    assert "Se quedó" in work.run("check").out


def test_skipped_rules_are_counted(work):
    done = work.run("check")
    skipped = work.run("check", "--format", "json").json["summary"]["skipped_rules"]
    assert skipped >= 1
    assert f"{skipped} regla" in done.err or "Se han omitido" in done.err


def test_at_most_fifty_and_json_has_them_all(bench):
    lines = [
        f"- {{date: 2026-10-{n % 28 + 1:02}, title: T{n}, slug: t{n}, segments: [panaderias], kind: industry}}"
        for n in range(60)
    ]
    work = bench.workspace({"content/calendar/2026.yaml": "\n".join(lines) + "\n"})
    shown = work.run("check").out
    total = len(work.findings())
    assert total >= 60
    assert len(re.findall(r"^content/", shown, re.MULTILINE)) == 50
    assert f"… y {total - 50} hallazgos más" in shown


def test_the_credit_shows_no_sign_that_turns_a_line_around(bench):
    work = bench.workspace({"content/segments.yaml": 'panaderias: {name: "Hornos \\u202e del valle"}\n'})
    for command in ("check", "build"):
        done = work.run(command)
        assert "Hornos \\u202e del valle" in done.out + done.err
        assert "\u202e" not in done.out + done.err


def test_a_theme_of_one_s_own_is_looked_at_too(bench):
    """Else `check` is green on a laptop, and the build fails on the server."""
    work = bench.workspace({"themes/mine/home.html": "{% extends 'parent:home.html' %}\n{{ site.titel }}\n"})
    work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: mine\n")
    (found,) = work.findings("format")
    assert (found["level"], found["file"], found["line"], found["column"]) == ("error", "themes/mine/home.html", 2, 9)
    told = work.run("check", "--rule", "too-often")
    assert told.exit == 1
    assert "themes/mine/home.html:2:9: error format: «titel»" in told.out
    assert "2 | {{ site.titel }}" in told.out
    for form in ("github", "gitlab", "sarif", "junit"):
        assert "themes/mine/home.html" in work.run("check", "--format", form).out
    work.write("themes/mine/home.html", "{% extends 'parent:home.html' %}\n{# {{ site.titel }} #}\n")
    assert work.findings("format") == []


@pytest.mark.parametrize(
    ("site", "reader", "said"),
    [
        ("en", "en_GB.UTF-8", "9 November 2026"),
        ("en", "en_US.UTF-8", "November 9, 2026"),
        ("en", "C.UTF-8", "November 9, 2026"),
        ("en-GB", "en_US.UTF-8", "9 November 2026"),
        ("en_GB", "es_ES.UTF-8", "9 November 2026"),
    ],
)
def test_days_are_written_as_the_reader_or_the_site_writes_them(bench, site: str, reader: str, said: str):
    calendar = "- {date: 2026-11-09, title: A, segments: [panaderias], kind: industry, ask: ¿Qué?, status: draft}\n"
    work = bench.workspace({"content/calendar/2026-11.yaml": calendar})
    work.change("valuegen.yaml", "language: es", f"language: {site}")
    done = work.run("check", "--rule", "overdue", LANGUAGE="", LC_ALL=reader)
    assert f"“A” was planned for {said} and is still a draft." in done.out
