"""`valuegen done` of what several clients receive one by one: for all of them, or with `--with` for some."""

import pytest
from terminal import in_terminal

from bench import Bench, MiniWorkspace

FILE, LOG = "content/calendar/2026.yaml", "content/private/log.yaml"
LAST = "- {date: 2026-11-20, contact: ana, by: irene-vidal, what: call}\n"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            FILE: """
            - {date: 2026-11-30, title: Llamada, slug: llamada, contacts: [rosa, ana], kind: conversation,
               channels: [call], status: ready, ask: ¿Qué tal?}
            - {date: 2026-12-09, title: Visita, slug: visita, contacts: [rosa, ana], kind: conversation,
               channels: [visit], status: ready, ask: ¿Qué tal?}
            - {date: 2026-11-23, title: Charla, slug: charla, contacts: [rosa, ana], kind: conversation,
               channels: [call], status: ready, ask: ¿Qué tal?, repeat: {rule: FREQ=WEEKLY, until: 2026-12-28}}
            - {date: 2026-12-01, title: Carta, slug: carta, segments: [panaderias], kind: reference,
               channels: [newsletter], status: ready, ask: ¿Qué tal?, text: Hola.}
            - {title: Idea, slug: idea, contacts: [rosa], kind: conversation, channels: [call], ask: ¿Qué tal?}
            """,
            "content/private/contacts.yaml": """
            - {id: rosa, name: Rosa Díaz, segments: [panaderias], phone: "+57 300 123 4567"}
            - {id: ana, name: Ana Gil, segments: [panaderias], phone: "+57 300 123 4568"}
            - {id: leo, name: Leo Paz, segments: [panaderias], phone: "+57 300 123 4569"}
            """,
            LOG: LAST,
        }
    )


def shares(work: MiniWorkspace) -> set[str]:
    found = work.run("remind", "--format", "json").json["reminders"]
    return {one["uid"].partition("@")[0] for one in found if one["kind"] == "share"}


def test_one_of_them_is_a_line_of_the_log_and_the_others_still_wait(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    done = work.run("done", "llamada", "--with", "Rosa", "--yes", language="en")
    assert done.exit == 0, done.err
    assert "“Rosa” is read" not in done.err
    assert "Still to be reached: Ana Gil." in done.err
    assert work.read(LOG) == LAST + (
        "- {date: 2026-12-01, contact: rosa, by: irene-vidal, channel: call, what: call, entry: llamada}\n"
    )
    assert work.read(FILE) == before
    assert "share.llamada.ana.call" in shares(work)
    assert "share.llamada.rosa.call" not in shares(work)


def test_with_the_last_of_them_the_entry_is_done(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    work.run("done", "llamada", "--with", "rosa", "--yes")
    last = work.run("done", "llamada", "--with", "rosa", "--with", "ana", "--yes")
    assert "El registro ya dice que llegó a Rosa Díaz." in last.err
    assert work.read(FILE) == before.replace("status: ready", "status: done", 1)
    assert work.read(LOG).count("entry: llamada") == 2
    assert work.run("check", "--rule", "overdue").exit == 0


def test_of_a_repetition_it_is_said_of_its_latest_day(work: MiniWorkspace) -> None:
    assert work.run("done", "charla", "--with", "rosa", "--yes").exit == 0
    assert "entry: 2026-11-30-charla" in work.read(LOG)
    assert {"share.charla.2.ana.call", "share.charla.1.rosa.call"} <= shares(work)
    assert "share.charla.2.rosa.call" not in shares(work)


def test_what_lies_ahead_keeps_its_day_for_the_others(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    refused = work.run("done", "visita", "--with", "rosa", answer="n\n", language="en")
    assert "which is still to come. Has it happened today? [y/N] Nothing was changed." in refused.err
    assert work.read(LOG) == LAST
    assert work.run("done", "visita", "--with", "rosa", answer="s\n").exit == 0
    assert work.read(FILE) == before
    assert "what: visit, entry: visita" in work.read(LOG)


@pytest.mark.parametrize(
    ("entry", "name", "exit", "said"),
    [
        ("llamada", "leo", 2, "--with: There is no “leo”. Use one of these: rosa and ana."),
        ("carta", "rosa", 1, "“carta” goes to nobody one by one, so --with has nothing to say."),
        ("idea", "rosa", 1, "“idea” has no date yet. Give it one first: `valuegen move idea today`."),
    ],
)
def test_who_is_not_reached_by_it(work: MiniWorkspace, entry: str, name: str, exit: int, said: str) -> None:
    refused = work.run("done", entry, "--with", name, language="en")
    assert (refused.exit, said in refused.err) == (exit, True), refused.err
    assert work.read(LOG) == LAST


def test_without_it_is_told_for_whom_it_counts(work: MiniWorkspace) -> None:
    done = work.run("done", "llamada")
    assert done.err.splitlines()[-1] == (
        "Cuenta como hecha con Rosa Díaz y Ana Gil. Si fue solo con alguien, devuélvele su estado y di con quién: "
        "`valuegen done llamada --with rosa`."
    )
    assert "status: done" in work.read(FILE)
    assert work.read(LOG) == LAST
    assert "Cuenta" not in work.run("done", "carta").err


def test_who_sits_there_is_asked_whether_it_reached_all_of_them(work: MiniWorkspace) -> None:
    before = work.read(FILE)
    asked = in_terminal(work.root, "done", "llamada", typed="n\n")
    said = " ".join(asked.out.split())
    assert (
        "¿Ha llegado a todos: Rosa Díaz y Ana Gil? (Si fue a una persona: `valuegen done llamada --with rosa`.)" in said
    )
    assert (asked.exit, work.read(FILE)) == (0, before)
    assert in_terminal(work.root, "done", "llamada", typed="\n").exit == 0
    assert "status: done" in work.read(FILE)
