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


@pytest.mark.parametrize(
    ("name", "said"),
    [
        (
            "taller",
            (
                "“taller” stands on December 9, 2026, which is still to come. If it has happened, "
                "`valuegen move taller 2026-12-01` first."
            ),
        ),
        ("idea", "“idea” has no date yet. Give it one: `valuegen move idea 2026-12-01`."),
        ("tallr", "There is no entry “tallr”. Did you mean “taller”?"),
    ],
)
def test_what_cannot_be_done(work: MiniWorkspace, name: str, said: str) -> None:
    before = work.read(FILE)
    refused = work.run("done", name, language="en")
    assert (refused.exit, refused.err.strip()) == (1, said)
    assert work.read(FILE) == before
