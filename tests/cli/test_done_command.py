"""`valuegen done`: an entry has happened; of one that repeats, all of its days so far."""

import pytest

from bench import Bench, MiniWorkspace

FILE = "content/calendar/2026.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            FILE: """
            - date: 2026-12-01
              title: Visita
              slug: visita
              segments: [panaderias]
              kind: conversation
              channels: [visit]
              ask: ¿Y el horno?

            - {date: 2026-12-09, title: Taller, slug: taller, segments: [panaderias], kind: reference,
               channels: [event], status: draft, ask: ¿Vienes?}
            - {date: 2026-11-24, title: Llamada, slug: llamada, segments: [panaderias], kind: conversation,
               channels: [call], ask: ¿Sí?, repeat: {rule: FREQ=WEEKLY, until: 2026-12-29}}
            - {title: Idea, slug: idea, segments: [panaderias], kind: reference, status: idea}
            """
        }
    )


def test_a_status_that_nobody_wrote(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    assert work.run("done", "visita", "--yes").exit == 0
    assert work.read(FILE) == before.replace("  kind: conversation\n", "  kind: conversation\n  status: done\n", 1)


def test_a_status_that_is_there(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    assert work.run("done", "taller", "--as-of", "2026-12-10", "--yes").exit == 0
    assert work.read(FILE) == before.replace("status: draft", "status: done")
    again = work.run("done", "taller", "--as-of", "2026-12-10", language="en")
    assert (again.exit, again.err.strip()) == (0, "“taller” is done already.")


def test_all_days_so_far_of_one_that_repeats(work: MiniWorkspace) -> None:
    assert work.run("done", "llamada", "--yes").exit == 0
    assert "repeat: {rule: FREQ=WEEKLY, done: 2026-12-01, until: 2026-12-29}" in work.read(FILE)
    assert work.run("done", "2026-12-08-llamada", "--as-of", "2026-12-08", "--yes").exit == 0
    assert "done: 2026-12-08" in work.read(FILE)


def test_of_one_that_repeats_and_is_done_the_time_that_may_be_meant_is_named(work: MiniWorkspace) -> None:
    assert work.run("done", "llamada", "--yes").exit == 0
    before = work.read(FILE)
    again = work.run("done", "llamada", language="en")
    meant = "If you mean December 8, 2026: `valuegen done 2026-12-08-llamada`."
    said = f"“llamada” is done already: all of its days up to December 1, 2026 are. {meant}"
    assert (again.exit, again.err.strip()) == (0, said)
    earlier = work.run("done", "2026-11-24-llamada")
    assert earlier.err.strip() == (
        "«2026-11-24-llamada» ya está hecha: lo están todos sus días hasta el 1 de diciembre de 2026. "
        "Si hablas del 8 de diciembre de 2026: `valuegen done 2026-12-08-llamada`."
    )
    assert work.read(FILE) == before
    assert work.run("done", "llamada", "--as-of", "2026-12-30", "--yes").exit == 0
    last = work.run("done", "llamada", "--as-of", "2026-12-30", language="en")
    assert last.err.strip() == "“llamada” is done already, with all of its days up to the last, December 29, 2026."


def test_what_is_not_there(work: MiniWorkspace) -> None:
    refused = work.run("done", "tallr", language="en")
    assert (refused.exit, refused.err.strip()) == (1, "There is no entry “tallr”. Did you mean “taller”?")


def test_what_lies_ahead_may_have_happened_today(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    question = "«taller» está puesta para el 9 de diciembre de 2026, que aún no ha llegado. ¿Ha ocurrido hoy?"
    refused = work.run("done", "taller", answer="n\n")
    becomes = "Entonces su fecha pasa a ser el 1 de diciembre de 2026."
    assert (refused.exit, f"{question} {becomes} [s/N] No se ha cambiado nada." in refused.err) == (0, True)
    assert work.read(FILE) == before
    done = work.run("done", "taller", answer="s\n")
    assert done.exit == 0, done.err
    changed = before.replace("date: 2026-12-09", "date: 2026-12-01").replace("status: draft", "status: done")
    assert work.read(FILE) == changed


def test_what_has_no_date_may_have_happened_today(work: MiniWorkspace) -> None:
    done = work.run("done", "idea", answer="s\n", language="en")
    assert "“idea” has no date yet. Has it happened today? Then December 1, 2026 becomes its date. [y/N] " in done.err
    assert "title: Idea, date: 2026-12-01, slug: idea" in work.read(FILE)
    assert "kind: reference, status: done}" in work.read(FILE)


def test_one_day_that_lies_ahead_of_one_that_repeats(work: MiniWorkspace) -> None:
    assert work.run("done", "2026-12-22-llamada", "--yes").exit == 0
    text = work.read(FILE)
    assert "except: 2026-12-22" in text.replace("[2026-12-22]", "2026-12-22")
    assert "{date: 2026-12-01, title: Llamada, slug: llamada-2026-12-22" in text
    assert work.run("check", "--rule", "format").exit == 0
