"""Findings for people: the place, the sentence, the user's own line with a caret, the mend."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench import Bench
from valuegen.finding import Finding, Mend, Place, summary
from valuegen.report.shown import shown
from valuegen.report.text import MOST, Manner, report
from valuegen.words import msg, say

PLAIN = Manner("es", "es")


def finding(rule="pitch-share", level="error", line=12, column=3, file="content/calendar/2026.yaml", **keys):
    return Finding(rule, level, msg("{text}", text=keys.pop("text", "Qué pasa.")), Place(file, line, column), **keys)


def source(text):
    return lambda file, line: text


def nothing(file, line):
    return None


def test_a_finding_with_its_line_and_its_mend():
    one = finding(mend=Mend(msg("{text}", text="Haz esto.")))
    assert report([one], source("  title: ¿Cuánta harina?\n"), PLAIN) == (
        "content/calendar/2026.yaml:12:3: error pitch-share: Qué pasa.\n"
        "    12 |   title: ¿Cuánta harina?\n"
        "       |   ^\n"
        "        = Haz esto."
    )


def test_without_a_line_to_show():
    assert report([finding()], nothing, PLAIN) == "content/calendar/2026.yaml:12:3: error pitch-share: Qué pasa."


def test_lines_about_clients_are_for_terminals():
    one = finding(private=True)
    assert "secreto" not in report([one], source("secreto"), PLAIN)
    assert "secreto" in report([one], source("secreto"), Manner("es", "es", private=True))


def columns(text):
    """So many columns a terminal gives to a text."""
    return sum(
        0 if unicodedata.category(c) in ("Mn", "Me", "Cf") else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


@pytest.mark.parametrize(
    "line",
    [
        "日本語 harina",
        "\t\tharina",
        "e\u0301 harina",
        "«🥖» harina",
        "\u202eabc harina",
        "\x07 harina",
        "👩\u200d🍳 harina",
    ],
)
def test_the_caret_stands_under_its_column(line):
    column = line.index("harina") + 1
    _, quoted, caret = report([finding(column=column)], source(line), PLAIN).split("\n")
    assert columns(quoted[: quoted.index("harina")]) == columns(caret[: caret.index("^")])
    assert "\t" not in quoted


@pytest.mark.parametrize("column", [1, 85, 91, 200, 999, 1000, 1005])
def test_a_long_line_is_cut_around_its_column(column):
    line = "".join(chr(0x4E00 + n) if n % 2 else "a" for n in range(1000))
    _, quoted, caret = report([finding(column=column)], source(line), PLAIN).split("\n")
    assert len(quoted) < 165
    at = columns(caret[: caret.index("^")])
    if column <= len(line):
        under = next(n for n in range(len(quoted)) if columns(quoted[:n]) == at)
        assert quoted[under] == line[column - 1]


@settings(max_examples=200)
@given(st.text(max_size=60), st.integers(1, 70))
def test_no_text_can_write_over_the_terminal(line, column):
    said = report([finding(column=column, text=line, file="a\x1b[2Jb.yaml")], source(line), PLAIN)
    for character in said.replace("\n", ""):
        assert unicodedata.category(character) not in ("Cc", "Cs", "Zl", "Zp")
        assert character not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
    assert said.count("\n") == 2


def test_shown_says_which_character_it_was():
    assert shown("a\x1b\u202e\ud800b\u2028") == "a\\u001b\\u202e\\ud800b\\u2028"
    assert shown("Ñandú 日本") == "Ñandú 日本"


def test_at_most_fifty_are_shown_errors_first_in_the_order_of_places():
    many = [finding(level="note", line=n) for n in range(1, 61)] + [
        finding(line=n, file="z.yaml") for n in range(1, 11)
    ]
    said = report(many, nothing, PLAIN).split("\n\n")
    assert len(said) == MOST + 1
    assert said[-1] == "… y 20 hallazgos más; `check --format json` los da todos."
    heads = [block.partition("\n")[0] for block in said if block.startswith("──")]
    assert heads == ["── content/calendar/2026.yaml: 60 notas", "── z.yaml: 10 errores"]
    said = [block.splitlines()[-1] for block in said]
    assert [line.split(":")[1] for line in said[:40]] == [str(n) for n in range(1, 41)]
    assert sum(line.startswith("z.yaml") for line in said) == 10
    assert "más" not in report(many[:MOST], nothing, PLAIN)


def test_colours_only_where_they_are_wanted():
    assert "\x1b[" not in report([finding()], source("x"), PLAIN)
    assert "\x1b[31merror\x1b[0m" in report([finding()], source("x"), Manner("es", "es", colour=True))


@pytest.mark.parametrize(
    ("levels", "es", "en"),
    [
        ([], "Todas las promesas se cumplen.", "All promises hold."),
        (["error", "error"], "2 errores: hay promesas rotas.", "2 errors: promises are broken."),
        (["error", "warning", "warning"], "1 error: hay una promesa rota. Por mirar: 2 avisos.",
         "1 error: a promise is broken. To look at: 2 warnings."),
        (["todo"], "No hay ninguna promesa rota. Por mirar: 1 cosa pendiente.",
         "No promise is broken. To look at: 1 thing to do."),
        (["note", "note"], "No hay ninguna promesa rota. Por mirar: 2 notas.",
         "No promise is broken. To look at: 2 notes."),
    ],
)  # fmt: skip
def test_a_line_that_counts_them(levels, es, en):
    counted = summary([finding(level=level) for level in levels])
    assert (say(counted, "es"), say(counted, "en")) == (es, en)


def test_files_have_a_line_of_their_own_where_that_groups_something():
    a, b, c = finding(file="a.yaml"), finding(file="a.yaml", line=13, level="warning"), finding(file="b.yaml")
    assert report([a, b], nothing, PLAIN).count("──") == 0
    assert report([a, b, c], nothing, PLAIN).count("──") == 0
    assert report([a, b, c, c], nothing, Manner("es", "en")) == (
        "── a.yaml: 1 error and 1 warning\n"
        "a.yaml:12:3: error pitch-share: Qué pasa.\n\n"
        "a.yaml:13:3: warning pitch-share: Qué pasa.\n\n"
        "── b.yaml: 2 errors\n"
        "b.yaml:12:3: error pitch-share: Qué pasa.\n\n"
        "b.yaml:12:3: error pitch-share: Qué pasa."
    )


def test_a_name_that_is_not_known_is_told_once_with_all_its_places(bench: Bench) -> None:
    """As after a segment got another name: one finding a place for programs, one for people."""
    calendar = "".join(
        f"- {{date: 2026-12-0{day}, title: T{day}, slug: t{day}, segments: [panaderos], kind: industry, ask: '¿Y?'}}\n"
        for day in (2, 3, 4)
    )
    work = bench.workspace({"content/calendar/2026-12.yaml": calendar})
    work.change("content/segments.yaml", "panaderias:", "hornos:")
    work.change("content/calendar/2026.yaml", "[panaderias]", "[panaderos]")
    told = work.run("check")
    assert told.out.count("No hay ningún segmento «panaderos».") == 1
    assert "Está en 3 sitios más: " in told.out
    assert "content/calendar/2026-12.yaml:2, 3 y content/calendar/2026.yaml:4." in told.out
    assert "Si le has cambiado el nombre, cámbialo en todos." in told.out
    assert told.err.startswith("\n4 errores en los archivos:")
    assert work.run("check", "--verbose").out.count("No hay ningún segmento «panaderos».") == 4
    assert len(work.findings("format")) == 4


def test_of_very_many_places_the_first_are_told(bench: Bench) -> None:
    line = "- {title: T, segments: [panaderos], kind: industry, status: idea}\n"
    work = bench.workspace({"content/calendar/2026-12.yaml": line * 40})
    told = work.run("check").out
    assert "Está en 39 sitios más; los primeros: content/calendar/2026-12.yaml:2, 3, " in told
    assert ", 13. Si le has cambiado" in told
    assert ", 14" not in told


def test_so_is_one_in_a_file_about_clients_without_being_said(bench: Bench) -> None:
    log = "".join(
        f"- {{date: 2026-11-0{day}, contact: {who}, by: irene-vidal, what: call}}\n"
        for day, who in ((2, "rossa"), (3, "rossa"), (4, "lucas"))
    )
    work = bench.workspace(
        {
            "content/private/contacts.yaml": "- {id: pepe, name: Pepe Sal, segments: [panaderias]}\n",
            "content/private/log.yaml": log + '- date: 2026-11-05\n  contact: "rossa"\n  what: reply\n',
        }
    )
    told = work.run("check", "--rule", "format")
    assert told.out.count("No hay ningún contacto así.") == 2
    assert "Está en 2 sitios más: content/private/log.yaml:2, 5." in told.out
    assert not any(name in told.out + told.err for name in ("rossa", "lucas"))
    assert told.err.startswith("\n4 errores en los archivos:")
    assert not any("rossa" in str(finding) for finding in work.findings("format"))
