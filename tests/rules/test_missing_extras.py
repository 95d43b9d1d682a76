"""What a site goes without since an extra is not installed: one note each, where there would be something."""

import json
import re

import pytest

from valuegen.rules import missing_extras

CODE = """
    - date: 2026-12-01
      title: ¿Cuánta harina tiras en diciembre?
      slug: harina
      segments: [panaderias]
      kind: industry
      status: ready
      ask: ¿Cuánta tiraste la semana pasada?
      text: |
        Apunta así.

        ```python
        agua = harina * 0.65
        ```
    """


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(missing_extras, "version_of", lambda library: "")


def test_without_search_one_note(bench, bare: None):
    (note,) = bench.workspace().findings("format")
    assert (note["level"], note["file"]) == ("note", "valuegen.yaml")
    assert "«search»" in note["message"]
    assert "valuegen[search]" in note["mend"]["text"]


def test_who_wants_no_search_is_told_nothing(bench, bare: None):
    work = bench.workspace().change("valuegen.yaml", "language: es", "language: es\n  search: no")
    assert work.findings("format") == []


def test_without_search_there_is_no_page_of_it(bench):
    work = bench.workspace().change("valuegen.yaml", "language: es", "language: es\n  search: no")
    assert work.run("build").exit == 0
    assert not [path for path in work.tree() if "buscar" in path or "pagefind" in path]


def test_a_mistake_in_it_is_one_finding(bench):
    work = bench.workspace().change("valuegen.yaml", "language: es", "language: es\n  search: quizás")
    (found,) = work.findings("format")
    assert (found["file"], found["line"]) == ("valuegen.yaml", 5)


def test_code_that_says_its_language_gets_a_note_at_its_line(bench, bare: None):
    work = bench.workspace({"content/calendar/2026.yaml": CODE})
    notes = [note for note in work.findings("format") if "highlight" in note["message"]]
    assert [(note["level"], note["line"], "«python»" in note["message"]) for note in notes] == [("note", 11, True)]


@pytest.mark.parametrize(
    ("language", "said", "mend"),
    [
        (
            "es",
            "Los textos los lee el motor «markdown-it»: no está instalado el extra «fast».",
            'Instálalo con `pip install "valuegen[fast]"`. Las páginas son las mismas; solo tardan más.',
        ),
        (
            "en",
            "The texts are read by the engine “markdown-it”: the extra “fast” is not installed.",
            'Install it with `pip install "valuegen[fast]"`. The pages are the same; they only take longer.',
        ),
    ],
)
def test_without_the_engine_that_is_asked_for_one_note(bench, bare: None, language: str, said: str, mend: str):
    work = bench.workspace().change("valuegen.yaml", "site:", "markdown: {engine: fast}\nsite:")
    work.change("valuegen.yaml", "language: es", f"language: {language}\n  search: no")
    (note,) = work.findings("format")
    assert (note["level"], note["message"], note["mend"]["text"]) == ("note", said, mend)
    assert (note["line"], note["column"]) == (1, 20)
    assert work.run("build", "--strict").exit == 0


def test_the_usual_engine_is_not_spoken_of(bench, bare: None):
    work = bench.workspace().change("valuegen.yaml", "site:", "markdown: {engine: markdown-it}\nsite:")
    work.change("valuegen.yaml", "language: es", "language: es\n  search: no")
    assert work.findings("format") == []


def test_with_them_there_is_nothing_to_say(bench):
    assert bench.workspace({"content/calendar/2026.yaml": CODE}).findings("format") == []


def test_it_is_told_after_all_else_and_not_to_who_wants_errors_alone(bench, bare: None):
    work = bench.workspace()
    done = work.run("check")
    lacking = "El sitio va sin buscador: el extra «search» no está instalado."
    assert lacking not in done.out
    assert done.err.index(lacking) > done.err.index("promesa")
    assert "extra" not in work.run("check", "-q").out + work.run("check", "-q").err


@pytest.mark.parametrize("command", [("check",), ("check", "--verbose"), ("build",), ("build", "--verbose")])
def test_what_is_not_installed_is_not_counted_among_what_is_to_look_at(bench, bare: None, command: tuple[str, ...]):
    """Else two notes are told of, and none is to be seen."""
    done = bench.workspace().run(*command)
    shown = [line for line in (done.out + done.err).splitlines() if ": note " in line and "el extra «" not in line]
    counted = re.search(r"Por mirar: .*?(\d+) notas?", done.err)
    past = re.search(r"^(\d+) notas? (?:es|son) del pasado", done.err, re.M)
    assert int(counted[1] if counted else 0) == len(shown) + int(past[1] if past else 0)


def test_programs_count_it_with_all_else(bench, bare: None):
    report = json.loads(bench.workspace().run("check", "--format", "json").out)
    notes = [one for one in report["findings"] if one["level"] == "note"]
    assert report["summary"]["note"] == len(notes)
    assert any("extra" in one["data"] for one in notes)
