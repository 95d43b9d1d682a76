"""`valuegen forget`: what it shows, what it takes out, and what it says of the rest."""

import os
import shutil
import subprocess

import pytest

from valuegen.cli import git_history

FILES = {
    "content/private/contacts.yaml": """
        # Nuestros clientes
        - {id: rosa, name: Rosa Díaz, segments: [panaderias], phone: "+57 300 111 2233", opted_out: 2026-11-30}
        - id: ana
          name: Ana Gil
          segments: [panaderias]
          about: La trajo Rosa Díaz.
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-20, contact: rosa, what: testimonial, quote: Me salvó la Navidad, may_publish: true}
        - {date: 2026-11-28, contact: ana, what: reply, note: Preguntó por el horno}   # larga
        """,
    "content/private/needs.yaml": "- {id: masa, heard: 2026-11-25, from: rosa, needs: Una masa más firme}\n",
    "content/calendar/2027.yaml": """
        - {date: 2027-01-05, title: Dos visitas, slug: dos, contacts: [rosa, ana], kind: courtesy, channels: [visit]}
        - {date: 2027-01-06, title: A Rosa, slug: carta, contacts: [rosa], kind: courtesy, channels: [letter], text: Eh}
        - {date: 2027-01-07, title: Masa, slug: masa-firme, segments: [panaderias], kind: industry, answers: [masa],
           channels: [email], text: Rosa nos lo preguntó.}
        """,
}
SHOWN = """\
content/calendar/2027.yaml:1: - - {date: 2027-01-05, title: Dos visitas, slug: dos, contacts: [rosa, ana], \
kind: courtesy, channels: [visit]}
content/calendar/2027.yaml:1: + - {date: 2027-01-05, title: Dos visitas, slug: dos, contacts: [ana], \
kind: courtesy, channels: [visit]}
content/calendar/2027.yaml:2: - - {date: 2027-01-06, title: A Rosa, slug: carta, contacts: [rosa], kind: courtesy, \
channels: [letter], text: Eh}
content/calendar/2027.yaml:3: - - {date: 2027-01-07, title: Masa, slug: masa-firme, segments: [panaderias], \
kind: industry, answers: [masa],
content/calendar/2027.yaml:3: + - {date: 2027-01-07, title: Masa, slug: masa-firme, segments: [panaderias], \
kind: industry,
content/private/contacts.yaml:2: - - {id: rosa, name: Rosa Díaz, segments: [panaderias], phone: "+57 300 111 2233", \
opted_out: 2026-11-30}
content/private/log.yaml:1: - - {date: 2026-11-20, contact: rosa, what: testimonial, quote: Me salvó la Navidad, \
may_publish: true}
content/private/needs.yaml:1: - - {id: masa, heard: 2026-11-25, from: rosa, needs: Una masa más firme}
"""


@pytest.fixture
def work(bench):
    return bench.workspace(FILES)


def test_it_shows_every_line_and_changes_nothing(work):
    before = work.tree("")
    done = work.run("forget", "rosa")
    assert (done.exit, done.err) == (0, "")
    assert done.out.startswith(f"Lo que se quitaría:\n{SHOWN}\n")
    assert work.tree("") == before
    assert done.out.endswith("No se ha cambiado nada. Para quitarlo: valuegen forget rosa --yes\n")


def test_it_takes_them_out_and_the_rest_stays(work):
    done = work.run("forget", "rosa", "--yes")
    assert (done.exit, done.err) == (0, "")
    assert done.out.startswith(f"Quitado:\n{SHOWN}\n")
    assert work.read("content/private/contacts.yaml") == (
        "# Nuestros clientes\n- id: ana\n  name: Ana Gil\n  segments: [panaderias]\n  about: La trajo Rosa Díaz.\n"
    )
    assert work.read("content/private/log.yaml") == (
        "- {date: 2026-11-28, contact: ana, what: reply, note: Preguntó por el horno}   # larga\n"
    )
    assert work.read("content/private/needs.yaml") == ""
    assert work.read("content/calendar/2027.yaml") == (
        "- {date: 2027-01-05, title: Dos visitas, slug: dos, contacts: [ana], kind: courtesy, channels: [visit]}\n"
        "- {date: 2027-01-07, title: Masa, slug: masa-firme, segments: [panaderias], kind: industry,\n"
        "   channels: [email], text: Rosa nos lo preguntó.}\n"
    )
    assert work.run("remind").exit == 0
    again = work.run("forget", "rosa")
    assert (again.exit, again.out) == (1, "")
    assert "No hay ningún contacto «rosa»." in again.err


def test_what_only_a_person_can_take_out_is_listed_with_its_place(work):
    work.write("content/static/lista.txt", "nada\nRosa  DÍAZ\n")
    out = work.run("forget", "rosa").out
    sure = out.partition("Lo que solo puedes quitar tú")[2]
    # her id is a first name too: where it stands alone in a text, that is for a person to judge
    assert "content/calendar/2027.yaml:4: channels: [email], text: Rosa nos lo preguntó.}\n" in sure
    assert "content/private/contacts.yaml:6: about: La trajo Rosa Díaz.\n" in sure
    assert "content/static/lista.txt:2: Rosa  DÍAZ\n" in sure
    after = work.run("forget", "rosa", "--yes").out
    assert "content/calendar/2027.yaml:3: channels: [email], text: Rosa nos lo preguntó.}\n" in after
    assert work.read("content/calendar/2027.yaml").splitlines()[2].startswith("   channels: [email]")


def test_a_first_name_alone_is_told_apart(work):
    for path in FILES:
        work.write(path, work.read(path).replace("rosa", "cliente-9").encode())
    out = work.run("forget", "cliente-9").out
    sure, _, perhaps = out.partition("Quizá también hable de esa persona (solo su nombre de pila):\n")
    assert "content/private/contacts.yaml:6: about: La trajo Rosa Díaz." in sure
    assert perhaps.startswith("content/calendar/2027.yaml:4: channels: [email], text: Rosa nos lo preguntó.}\n")


def test_that_they_asked_for_silence_is_lost_and_said(work):
    assert "Pidió que no le escribieran" in work.run("forget", "rosa").out
    assert "Pidió que no le escribieran" not in work.run("forget", "ana").out
    work.change("content/private/contacts.yaml", ", opted_out: 2026-11-30", "")
    work.change(
        "content/private/log.yaml", "what: testimonial, quote: Me salvó la Navidad, may_publish: true", "what: opt-out"
    )
    assert "Pidió que no le escribieran" in work.run("forget", "rosa").out


def test_after_the_next_build_the_site_has_forgotten_them(work):
    def holds(word):
        files = (path for path in (work.root / "site").rglob("*") if path.is_file())
        return any(word in path.read_text("utf-8", "replace") for path in files)

    work.change("content/private/contacts.yaml", "  about: La trajo Rosa Díaz.\n", "")
    work.remove("content/calendar/2027.yaml").change("content/private/log.yaml", "what: reply", "what: helped")
    done = work.run("build")
    assert done.exit == 0, done.err
    assert holds("Me salvó la Navidad")
    assert work.run("forget", "rosa", "--yes").exit == 0
    assert work.run("build").exit == 0
    assert not (work.root / "site/planner/contacts/rosa.html").exists()
    assert not holds("Me salvó la Navidad")


def test_the_cache_forgets_too(work):
    def kept():
        return b"".join(path.read_bytes() for path in (work.root / ".valuegen").rglob("*") if path.is_file())

    work.change("content/calendar/2027.yaml", "text: Eh}", "text: Una carta secretísima}")
    assert work.run("remind").exit == 0
    assert "secretísima".encode() in kept()
    assert work.run("forget", "rosa").exit == 0
    assert "secretísima".encode() in kept()
    assert work.run("forget", "rosa", "--yes").exit == 0
    assert "secretísima".encode() not in kept()
    assert work.run("remind").exit == 0
    assert "secretísima".encode() not in kept()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("rossa", "No hay ningún contacto «rossa». ¿Querías decir «rosa»?"),
        ("Rosa Díaz", "No hay ningún contacto «Rosa Díaz». ¿Querías decir «rosa»?"),
        ("xyz", "No hay ningún contacto «xyz»."),
    ],
)
def test_who_is_not_there(work, name, said):
    done = work.run("forget", name, "--yes")
    assert (done.exit, done.out, done.err.strip()) == (1, "", said)


def test_without_contacts(bench):
    done = bench.workspace().run("forget", "rosa")
    assert done.exit == 1
    assert "content/private/contacts.yaml" in done.err


def test_a_workspace_with_mistakes_is_left_alone(work):
    work.change("content/segments.yaml", "name:", "nme:")
    before = work.tree("content")
    done = work.run("forget", "rosa", "--yes")
    assert (done.exit, done.out) == (1, "")
    assert "content/segments.yaml" in done.err
    assert work.tree("content") == before


def test_without_a_name_the_command_line_is_wrong(work):
    assert work.run("forget").exit == 2


def test_what_can_not_be_written_leaves_all_as_it_was(work, monkeypatch):
    import valuegen.write.several

    real, written = valuegen.write.several.moved, []

    def fail(new, path):
        written.append(path)
        if len(written) == 3:
            raise PermissionError(13, "Permission denied", str(path))
        real(new, path)

    before = work.tree("content")
    monkeypatch.setattr(valuegen.write.several, "moved", fail)
    done = work.run("forget", "rosa", "--yes")
    assert (done.exit, done.out) == (1, "")
    assert "no se puede escribir" in done.err
    assert work.tree("content") == before


def test_if_anything_else_changed_all_is_put_back(work, monkeypatch):
    import valuegen.write.forget_check

    monkeypatch.setattr(valuegen.write.forget_check, "is_same_but", lambda *_: False)
    before = work.tree("content")
    done = work.run("forget", "rosa", "--yes")
    assert (done.exit, done.out) == (1, "")
    assert "no se ha tocado nada" in done.err
    assert work.tree("content") == before


def test_control_characters_are_shown_and_not_run(work):
    work.write("content/static/lista.txt", "Rosa Díaz\x1b[2J\u202e\n")
    out = work.run("forget", "rosa").out
    assert "\x1b" not in out
    assert "content/static/lista.txt:1: Rosa Díaz\\u001b[2J\\u202e" in out


def test_in_english(work):
    out = work.run("forget", "rosa", language="en").out
    for said in (
        "What would go:",
        "What only you can take out",
        "They asked not to be written to",
        "Nothing was changed",
    ):
        assert said in out
    assert "Now run `valuegen build`" in work.run("forget", "rosa", "--yes", language="en").out


# ---- git's history

GIT = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed here")


def git(work, *arguments):
    who = {"GIT_AUTHOR_NAME": "I", "GIT_AUTHOR_EMAIL": "i@e.example", "GIT_AUTHOR_DATE": "2026-03-01T12:00:00Z"}
    who |= {name.replace("AUTHOR", "COMMITTER"): value for name, value in who.items()}
    settings = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(
        ["git", *arguments], cwd=work.root, env={**os.environ, **settings, **who}, check=True, capture_output=True
    )


@GIT
def test_what_git_still_holds_is_said(work):
    git(work, "init", "-q")
    assert "historial" not in work.run("forget", "rosa").out
    git(work, "add", "-A")
    git(work, "commit", "-qm", "Todo")
    out = work.run("forget", "rosa", "--yes").out
    assert f"El historial de {work.root.resolve()} tiene su nombre o sus señas en 1 commit (" in out
    assert "del 1 de marzo de 2026" in out
    work.write("content/private/contacts.yaml", "- {id: eva, name: Eva Mar, segments: [panaderias]}\n")
    for path in ("content/private/log.yaml", "content/private/needs.yaml", "content/calendar/2027.yaml"):
        work.remove(path)
    assert "historial" not in work.run("forget", "eva").out


@GIT
def test_it_is_only_read(work):
    git(work, "init", "-q")
    git(work, "add", "-A")
    git(work, "commit", "-qm", "Todo")
    before = work.tree(".git")
    work.run("forget", "rosa")
    assert work.tree(".git") == before


@GIT
def test_a_folder_with_a_history_of_its_own_is_looked_at_too(bench):
    work = bench.workspace(FILES)
    subprocess.run(["git", "init", "-q"], cwd=work.root / "content/private", check=True)
    inner = type(work)(work.root / "content/private")
    git(inner, "add", "-A")
    git(inner, "commit", "-qm", "Clientes")
    assert f"El historial de {inner.root.resolve()} tiene su nombre" in work.run("forget", "rosa").out


@GIT
def test_a_history_that_git_refuses_to_read_is_no_silence(work):
    work.write(".git", "gitdir: /nowhere\n")
    done = work.run("forget", "rosa")
    assert done.exit == 0
    assert f"El historial de {work.root.resolve()} no se ha podido mirar entero." in done.out


def test_without_git_nothing_is_said_of_it(work, monkeypatch):
    monkeypatch.setattr(git_history.shutil, "which", lambda name: None)
    done = work.run("forget", "rosa")
    assert done.exit == 0
    assert "historial" not in done.out
