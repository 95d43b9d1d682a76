"""`valuegen build`: what it publishes, what it says, and what it leaves alone."""

import re

import pytest
from terminal import in_terminal

PITCH = """
    - {date: 2026-12-05, title: Un curso, slug: curso, segments: [panaderias], kind: pitch, status: ready,
       ask: ¿Vienes?}
    """
QUIET = "- {date: 2027-02-20, title: Lejos, slug: lejos, segments: [panaderias], kind: industry, ask: ¿Eh?}\n"
CLIENTS = {
    "content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n",
    "content/private/log.yaml": "- {date: 2026-11-30, contact: rosa, what: reply, note: Preguntó por el horno}\n",
    "content/private/needs.yaml": "[]\n",
}


def test_it_says_what_was_written_the_balance_and_what_is_due(bench):
    work = bench.workspace(CLIENTS)
    done = work.run("build")
    assert done.exit == 0, done.err
    files = len(work.tree()) - 1
    assert f"Escrito en {work.root}/site: {files} archivos." in done.out
    assert "Panaderías de barrio: " in done.out
    assert "el límite es 20" in done.out
    assert "Hay " in done.out
    assert {path.split("/")[0] for path in work.tree()} >= {"public", "planner"}
    again = work.run("build")
    assert f"{work.root}/site está al día: {files} archivos, sin cambios." in again.out


def test_clients_are_named_on_a_terminal_only(bench):
    work = bench.workspace(CLIENTS)
    assert "Rosa" not in work.run("build").out
    assert "Irene Vidal: Responde a Rosa Díaz" in in_terminal(work.root, "build").out


def test_quiet_says_nothing_when_all_is_well(bench):
    done = bench.workspace().run("build", "--quiet")
    assert (done.exit, done.out, done.err) == (0, "", "")


def test_a_broken_promise_publishes_nothing(bench):
    work = bench.workspace()
    work.run("build")
    before = work.tree()
    work.write("content/calendar/2027.yaml", PITCH)
    for arguments in ([], ["--quiet"], ["--verbose"]):
        done = work.run("build", *arguments)
        assert (done.exit, done.out) == (1, "")
        assert "content/calendar/2027.yaml:1:3: error pitch-share:" in done.err
        assert "No se ha publicado nada; el sitio sigue como estaba." in done.err
        assert work.tree() == before


def test_warnings_pass_unless_they_must_not(bench):
    work = bench.workspace()
    work.write("content/calendar/2027.yaml", QUIET)
    for arguments in (["--strict"], ["--fail-on", "warning"]):
        assert work.run("build", *arguments).exit == 1
        assert work.tree() == {}
    done = work.run("build")
    assert done.exit == 0
    assert "warning too-quiet" in done.err
    done = work.run("build", "--quiet")
    assert (done.out, done.err) == ("", "")


def test_notes_are_said_when_more_is_asked_for(bench):
    work = bench.workspace()
    calendar = work.read("content/calendar/2026.yaml")
    old = "- {{date: 2026-0{0}-01, title: T, slug: t{0}, segments: [panaderias], kind: pitch, status: done}}\n"
    work.write("content/calendar/2026.yaml", old.format(6) + calendar)
    assert [finding["level"] for finding in work.findings("pitch-share")] == ["note"]
    assert " note " not in work.run("build").err
    assert " note " in work.run("build", "--verbose").err


def test_another_day_and_another_place(bench):
    work = bench.workspace()
    done = work.run("build", "--as-of", "2026-11-01", "--out", "other")
    assert done.exit == 0, done.err
    assert work.tree() == {}
    assert not [path for path in work.tree("other") if "harina" in path and path.startswith("public/")]
    assert [path for path in work.tree("other") if path == "public/index.html"]


@pytest.mark.parametrize(
    ("status", "date", "flag"), [("draft", "2026-12-01", "--drafts"), ("ready", "2026-12-05", "--future")]
)
def test_drafts_and_posts_to_come_are_shown_when_asked_for(bench, status, date, flag):
    work = bench.workspace()
    work.write(
        "content/calendar/2027.yaml",
        f"- {{date: {date}, title: Otro, slug: otro, segments: [panaderias], kind: industry, status: {status},\n"
        "   ask: ¿Eh?, text: Hola.}\n",
    )
    work.run("build")
    assert "public/otro/index.html" not in work.tree()
    done = work.run("build", flag)
    assert done.exit == 0, done.err
    assert "public/otro/index.html" in work.tree()


@pytest.mark.parametrize("place", [".", "content", "content/x", "..", "valuegen.yaml", ".git/x", "/"])
def test_it_refuses_what_must_not_be_touched(bench, place):
    work = bench.workspace()
    done = work.run("build", "--out", place)
    assert done.exit == 2
    assert "El sitio no se escribe en" in done.err
    assert work.tree() == {}


def test_what_it_did_not_write_it_leaves(bench):
    work = bench.workspace({"site/mine.txt": "mío"})
    done = work.run("build")
    assert done.exit == 1
    assert work.read("site/mine.txt") == "mío"
    work.remove("site/mine.txt")
    assert work.run("build").exit == 0
    work.write("site/public/mine.txt", "mío")
    done = work.run("build")
    assert (done.exit, "mine.txt" in done.err) == (1, True)


def test_a_strangers_changes_get_no_planner_and_see_no_client(bench):
    work = bench.workspace(CLIENTS)
    done = work.run("build", "--untrusted")
    assert done.exit == 0, done.err
    assert not [path for path in work.tree() if path.startswith("planner/")]


def test_a_wrong_template_is_told_with_its_line(bench):
    work = bench.workspace({"themes/mine/post.html": "<p>\n{{ page.titel }}\n"})
    work.change("valuegen.yaml", "language: es", "language: es\n  theme: mine")
    done = work.run("build")
    assert done.exit == 1
    assert "themes/mine/post.html:2:9: error format:" in done.err
    assert "title" in done.err
    assert "Traceback" not in done.err
    assert work.tree() == {}


def test_no_bar_where_nobody_looks(bench):
    work = bench.workspace()
    assert "%" not in work.run("build").err
    assert "100%" in in_terminal(work.root, "build", "--no-cache").out
    assert "100%" not in in_terminal(work.root, "build", "--no-cache", TERM="dumb").out
    assert "100%" not in in_terminal(work.root, "build", "--no-cache", "--quiet").out


def test_without_the_clients_it_says_how_many_rules_were_skipped(bench):
    done = bench.workspace().run("build")
    assert "Se han omitido" in done.out


def test_without_the_library_a_cluster_is_explained(bench, monkeypatch):
    import sys

    monkeypatch.setitem(sys.modules, "distributed", None)
    done = bench.workspace().run("build", "--executor", "dask://127.0.0.1:1")
    assert done.exit == 1
    assert "pip install" in done.err


def test_the_program_s_own_files_leak_nobody(bench):
    """A client may be called like a word of a style sheet; nobody could mend that, nor is it them."""
    rows = '- {id: grid, name: "Grid Column", segments: [panaderias], email: grid@x.example}\n'
    work = bench.workspace({"content/private/contacts.yaml": rows})
    done = work.run("build")
    assert done.exit == 0, done.err
    (sheet,) = (name for name in work.tree() if re.fullmatch(r"public/assets/site\.\w+\.css", name))
    assert "grid-column" in work.read(f"site/{sheet}")
    work.write("content/static/own.css", "p { grid-column: 1; }\n")
    done = work.run("build")
    assert done.exit == 1
    assert "private-leak" in done.err
