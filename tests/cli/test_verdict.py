"""Whether the promises hold: errors are broken promises, warnings are to look at, in the same words everywhere."""

import pytest

from bench import Bench, MiniWorkspace

CALENDAR = "content/calendar/2026.yaml"
NO_ASK = ("add", "entry", "Sal", "--segment", "panaderias", "--kind", "reference", "--date", "2026-12-10")
PITCH = ("add", "entry", "Curso", "--segment", "panaderias", "--kind", "pitch", "--ask", "¿Sí?", "--date", "2026-12-10")


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


def test_warnings_alone_break_no_promise(work: MiniWorkspace) -> None:
    asked = work.run(*NO_ASK, answer="n\n")
    assert "No rompe ninguna promesa, y trae un aviso que mirar. ¿Lo escribo? [S/n] " in asked.err
    assert "No se ha cambiado nada." in asked.err
    written = work.run(*NO_ASK, answer="\n").err
    assert "Escrito.\n" in written
    assert "falla" not in written
    verdict = "No hay ninguna promesa rota. Por mirar: 1 aviso."
    checked = work.run("check", "--rule", "monologue")
    assert (checked.exit, checked.err.splitlines()[1]) == (0, verdict)
    strict = work.run("check", "--rule", "monologue", "--strict")
    assert (strict.exit, strict.err.splitlines()[1]) == (1, f"{verdict} Con --strict basta un aviso para fallar.")
    built = work.run("build")
    assert (built.exit, f"\n\n{verdict}\n" in built.err) == (0, True)
    today = work.read("site/planner/index.html")
    assert verdict in today
    assert verdict in work.read("site/planner/checks.html")
    assert "promesas se cumplen" not in today
    refused = work.run("build", "--strict")
    assert f"{verdict} Con --strict basta un aviso para fallar.\nNo se ha publicado nada" in refused.err


def test_errors_are_broken_promises(work: MiniWorkspace) -> None:
    asked = work.run(*PITCH, answer="\n")
    assert "Rompe una promesa. ¿Escribirlo de todos modos? [s/N] " in asked.err
    assert "No se ha cambiado nada." in asked.err
    assert work.run(*PITCH, "--yes").exit == 0
    verdict = "1 error: hay una promesa rota."
    assert verdict in work.run("check", "--rule", "pitch-share").err
    assert f"\n\n{verdict}\nNo se ha publicado nada" in work.run("build").err
    moved = work.run("move", "curso", "2027-06-01", "--yes")
    assert "Con esto hay un aviso menos." not in moved.err


def test_a_warning_that_goes_is_no_promise_mended(work: MiniWorkspace) -> None:
    work.write("content/segments.yaml", "panaderias: {name: Panaderías, cadence: {at_least: 9 days}}\n")
    assert work.run(*NO_ASK, "--ask", "¿Y tú?", "--date", "2026-12-20", "--yes").exit == 0
    moved = work.run("move", "sal", "2026-12-08")
    assert (moved.exit, moved.err) == (0, "Con esto hay un aviso menos.\nEscrito.\n")


def test_what_is_said_soon_after_a_silence_brings_no_new_one(work: MiniWorkspace) -> None:
    """The silence lies in the past; it ends sooner now, and nobody is asked about it."""
    work.change(CALENDAR, "date: 2026-12-01", "date: 2026-08-01")
    work.run(*NO_ASK, "--ask", "¿Y tú?", "--yes")
    added = work.run("add", "entry", "Hoy", *NO_ASK[3:-1], "2026-12-02", "--ask", "¿Y tú?", "--text", "Sal.")
    assert (added.exit, added.err.splitlines()[-1]) == (0, "Escrito.")


def test_what_nobody_can_mend_any_more_is_counted_alone(work: MiniWorkspace) -> None:
    past = "- {date: 2026-10-01, title: Ayer, slug: ayer, segments: [panaderias], kind: reference, status: done}\n"
    work.write("content/calendar/2026-10.yaml", past)
    plain = work.run("check")
    assert "monologue" not in plain.out
    assert "missing-body" in plain.out  # a page can be mended however old it is
    line = "1 nota es del pasado, que ya no tiene arreglo: monologue 1. `valuegen check --verbose` la muestra."
    assert line in plain.err.splitlines()
    for asked in (("--verbose",), ("--rule", "monologue"), ("content/calendar/2026-10.yaml",)):
        shown = work.run("check", *asked)
        assert "note monologue: «Ayer»" in shown.out, asked
        assert "del pasado" not in shown.err
    assert [finding["level"] for finding in work.findings("monologue")] == ["note"]


def test_all_holds_where_nothing_is_found(work: MiniWorkspace) -> None:
    assert work.run("check", "--rule", "pitch-share").err.startswith("Todas las promesas se cumplen.\n")


def test_a_mistake_in_a_file_comes_before_the_promises(work: MiniWorkspace) -> None:
    work.change(CALENDAR, "segments: [panaderias]", "segments: [panderias]")
    told = work.run("check").err
    assert "1 error en los archivos: cuando esté arreglado se comprueban las promesas." in told
    refused = work.run(*NO_ASK)
    assert "panderias" in refused.err
    assert "note" not in refused.err  # what is only to know keeps nobody from writing


def test_what_is_owed_is_counted_in_the_planner_as_it_is_after_a_build(work: MiniWorkspace) -> None:
    """No page says that all promises hold above a list of what is left undone."""
    late = "- {date: 2026-11-20, title: Ayer, slug: ayer, segments: [panaderias], kind: reference, status: draft}\n"
    work.write("content/calendar/2026-11.yaml", late)
    work.write("content/posts/harina.md", "¿Cuánta harina tiras?\n")
    built = work.run("build")
    (verdict,) = (line for line in built.err.splitlines() if line.startswith("No hay ninguna promesa rota."))
    assert verdict.endswith("1 cosa pendiente.")
    for page in ("index", "checks"):
        assert verdict in work.read(f"site/planner/{page}.html")
        assert "promesas se cumplen" not in work.read(f"site/planner/{page}.html")


def test_a_segment_that_received_nothing_or_one_thing_is_told_in_so_many_words(work: MiniWorkspace) -> None:
    """And not “0 of 0 entries … sell”."""
    nothing = work.run("build", "--as-of", "2026-11-20", language="en")
    assert "In the last 90 days they received nothing." in nothing.out
    assert "0 of 1 entry of the last 90 days sell (0%; the limit is 20%)." in work.run("build", language="en").out
