"""`valuegen add`: what is new stands where it belongs, in the form of its neighbours, and only lines are added."""

import pytest

from bench import Bench, MiniWorkspace

MONTH = "content/calendar/2026-12.yaml"
PRIVATE = "content/private"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/calendar/2026.yaml": None,
            MONTH: """
            # Diciembre
            - date: 2026-12-01
              title: Harina
              slug: harina
              segments: [panaderias]
              kind: industry
              status: ready
              ask: ¿Cuánta tiraste?
              text: Pesa lo que barres.

            - date: 2026-12-20
              title: Turnos
              slug: turnos
              segments: [panaderias]
              kind: reference
              ask: ¿Quién abre?
            """,
            f"{PRIVATE}/contacts.yaml": "rosa: {name: Rosa Díaz, segments: [panaderias]}   # la del mercado\n",
            f"{PRIVATE}/needs.yaml": "# Lo que nos cuentan\n",
            f"{PRIVATE}/log.yaml": "- {date: 2026-11-02, contact: rosa, by: irene-vidal, what: coffee}\n",
        }
    )


ENTRY = (
    "add",
    "entry",
    "¿Cuánta sal?",
    "--segment",
    "panaderias",
    "--kind",
    "reference",
    "--ask",
    "¿Y tú?",
    "--topic",
    "sal",
)


def test_an_entry_stands_between_its_neighbours(work: MiniWorkspace) -> None:
    before = work.read(MONTH)
    added = work.run(*ENTRY, "--date", "2026-12-10")
    assert added.exit == 0
    entry = (
        '- date: 2026-12-10\n  title: "¿Cuánta sal?"\n  slug: cuanta-sal\n  segments: [panaderias]\n  kind: reference\n'
        '  topics: [sal]\n  ask: "¿Y tú?"\n\n'
    )
    assert work.read(MONTH) == before.replace("- date: 2026-12-20\n", entry + "- date: 2026-12-20\n")
    assert f"{MONTH}:11: + - date: 2026-12-10" in added.out
    assert work.run("check").exit == 0


def test_its_month_has_a_file_of_its_own(work: MiniWorkspace) -> None:
    assert work.run(*ENTRY, "--date", "2027-01-12", "--yes").exit == 0
    assert work.read("content/calendar/2027-01.yaml").startswith("- date: 2027-01-12\n")
    assert work.run(*ENTRY, "--yes").exit == 0  # no date: the backlog, and another slug
    assert "slug: cuanta-sal-2\n" in work.read("content/calendar/backlog.yaml")


def test_it_asks_before_it_breaks_a_promise(work: MiniWorkspace) -> None:
    before = work.read(MONTH)
    pitch = ("add", "entry", "Curso de costos", "--segment", "panaderias", "--kind", "pitch", "--date", "2026-12-10")
    asked = work.run(*pitch, answer="no\n")
    assert asked.exit == 0
    assert "pitch-share" in asked.err
    assert work.read(MONTH) == before
    assert "falla" not in asked.err
    written = work.run(*pitch, answer="s\n")
    assert written.exit == 0
    assert "title: Curso de costos\n" in work.read(MONTH)
    after = "Escrito.\nMientras haya una promesa rota, `valuegen build` falla: `valuegen check` dice cómo arreglarla.\n"
    assert after in written.err
    done = work.run("done", "harina")  # it stays so, whatever else is written
    assert (done.exit, "`valuegen check`" in done.err) == (0, True)
    assert "`valuegen check`" not in work.run("move", "curso-de-costos", "2027-09-01").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("entry", "Pan", "--segment", "panaderias"), "--kind is needed"),
        (("entry", "--kind", "pitch", "--segment", "panaderias"), "Say it in quotes: what it is called."),
        (("entry", "Pan", "--kind", "pitch"), "--segment or --contact is missing"),
        (("contact", "Zoe"), "--segment is needed"),
        (("log", "--contact", "rosa"), "--what is needed"),
    ],
)
def test_what_is_missing_is_said_where_nobody_can_be_asked(
    work: MiniWorkspace, arguments: tuple[str, ...], said: str
) -> None:
    refused = work.run("add", *arguments, language="en")
    assert refused.exit == 2
    assert said in refused.err


def test_a_mistake_is_told_and_nothing_is_written(work: MiniWorkspace) -> None:
    before = work.read(MONTH)
    refused = work.run(
        "add", "entry", "Pan", "--segment", "panaderias", "--kind", "reference", "--slug", "Pan duro", language="en"
    )
    assert refused.exit == 1
    assert "slug" in refused.err
    assert refused.err.endswith("So nothing was changed.\n")
    assert work.read(MONTH) == before


def test_a_contact_under_their_id(work: MiniWorkspace) -> None:
    before = work.read(f"{PRIVATE}/contacts.yaml")
    assert (
        work.run(
            "add",
            "contact",
            "Zoe Ríos",
            "--segment",
            "panaderias",
            "--phone",
            "+57 300 000 0001",
            "--birthday",
            "02-29",
            "--yes",
        ).exit
        == 0
    )
    after = work.read(f"{PRIVATE}/contacts.yaml")
    assert after == before + (
        'zoe-rios: {name: Zoe Ríos, segments: [panaderias], phone: "+57 300 000 0001", dates: {birthday: 02-29}}\n'
    )


def test_a_contact_in_the_file_of_their_segment(work: MiniWorkspace) -> None:
    work.remove(f"{PRIVATE}/contacts.yaml")
    work.write("content/segments.yaml", "panaderias: {name: Panaderías}\ncafes: {name: Cafés}\n")
    work.write(f"{PRIVATE}/contacts/a.yaml", "- {id: rosa, name: Rosa, segments: [panaderias]}\n")
    work.write(f"{PRIVATE}/contacts/b.yaml", "- {id: ana, name: Ana, segments: [cafes]}\n")
    assert work.run("add", "contact", "Zoe", "--segment", "panaderias", "--yes").exit == 0
    assert "id: zoe" in work.read(f"{PRIVATE}/contacts/a.yaml")


def test_the_first_of_their_kind(work: MiniWorkspace) -> None:
    for name in ("contacts", "needs", "log"):
        work.remove(f"{PRIVATE}/{name}.yaml")
    assert work.run("add", "contact", "Zoe", "--segment", "panaderias", "--yes").exit == 0
    assert work.read(f"{PRIVATE}/contacts.yaml") == "- id: zoe\n  name: Zoe\n  segments: [panaderias]\n"
    assert (
        work.run(
            "add", "log", "--what", "coffee", "--contact", "zoe", "--by", "irene-vidal", "Vio el horno", "--yes"
        ).exit
        == 0
    )
    assert work.read(f"{PRIVATE}/log.yaml") == (
        "- {date: 2026-12-01, contact: zoe, by: irene-vidal, what: coffee, note: Vio el horno}\n"
    )


def test_a_reply_and_the_need_heard_in_it(work: MiniWorkspace) -> None:
    log = work.read(f"{PRIVATE}/log.yaml")
    added = work.run(
        "add",
        "log",
        "--reply-from",
        "rosa",
        "--channel",
        "whatsapp",
        "Un curso",
        "--need",
        "Saber cuánta harina tira: sin planilla",
    )
    assert added.exit == 0
    assert work.read(f"{PRIVATE}/log.yaml") == log + (
        "- {date: 2026-12-01, contact: rosa, channel: whatsapp, what: reply, note: Un curso}\n"
    )
    assert work.read(f"{PRIVATE}/needs.yaml") == (
        "# Lo que nos cuentan\n"
        "- {id: saber-cuanta-harina-tira-sin-planilla, heard: 2026-12-01, from: rosa, where: whatsapp, "
        'asked: Un curso, needs: "Saber cuánta harina tira: sin planilla"}\n'
    )
    assert [line.split(":")[0] for line in added.out.splitlines()] == [f"{PRIVATE}/log.yaml", f"{PRIVATE}/needs.yaml"]


def test_one_who_is_there_already(work: MiniWorkspace) -> None:
    before = work.read(f"{PRIVATE}/contacts.yaml")
    refused = work.run("add", "contact", "rosa díaz", "--segment", "panaderias", language="en")
    assert refused.exit == 1
    assert "There is a contact of that name already: rosa." in refused.err
    assert work.read(f"{PRIVATE}/contacts.yaml") == before
    assert work.run("add", "contact", "Rosa Díaz", "--id", "rosa-2", "--segment", "panaderias", "--yes").exit == 0


def test_a_need_is_not_written_twice(work: MiniWorkspace) -> None:
    need = ("add", "need", "Saber  cuánta harina tira", "--from", "rosa")
    assert work.run(*need).exit == 0
    before = work.read(f"{PRIVATE}/needs.yaml")
    again = work.run("add", "need", "saber cuánta harina tira", "--from", "rosa")
    said = "Esa necesidad ya está escrita: saber-cuanta-harina-tira (content/private/needs.yaml:2)."
    assert (again.exit, said in again.err, work.read(f"{PRIVATE}/needs.yaml")) == (1, True, before)
    assert work.run(*need, "--id", "otra").exit == 0
    assert work.run("add", "need", "Saber cuánta harina tira", "--segment", "panaderias").exit == 0


def test_an_entry_is_not_written_twice(work: MiniWorkspace) -> None:
    entry = (*ENTRY, "--date", "2026-12-10")
    assert work.run(*entry).exit == 0
    before = work.read(MONTH)
    again = work.run(*entry, "--yes", language="en")
    said = "cuanta-sal has that title, on that day, for the same people (content/calendar/2026-12.yaml:11)."
    assert (again.exit, said in again.err, work.read(MONTH)) == (1, True, before)
    assert work.run(*entry, "--slug", "otra-sal", "--yes").exit == 0
    assert work.run(*ENTRY, "--yes").exit == 0
    waiting = work.run(*ENTRY, "--yes", language="en")
    assert (waiting.exit, "has that title, and waits for a day" in waiting.err) == (1, True)


def test_a_line_of_the_log_is_asked_about_before_it_is_written_twice(work: MiniWorkspace) -> None:
    line = ("add", "log", "Cambió de molino", "--what", "coffee", "--contact", "rosa", "--by", "irene-vidal")
    assert work.run(*line).exit == 0
    before = work.read(f"{PRIVATE}/log.yaml")
    again = work.run(*line, answer="n\n")
    assert "El registro ya lo dice (content/private/log.yaml:2). ¿Escribirlo otra vez? [s/N] " in again.err
    assert (again.exit, work.read(f"{PRIVATE}/log.yaml")) == (0, before)
    assert work.run(*line, "--yes").exit == 0
    assert work.read(f"{PRIVATE}/log.yaml").count("Cambió de molino") == 2


def test_a_need_that_is_known_is_not_written_again_with_the_reply(work: MiniWorkspace) -> None:
    reply = ("add", "log", "--reply-from", "rosa", "Un curso", "--need", "Saber más")
    assert work.run(*reply).exit == 0
    before = work.read(f"{PRIVATE}/needs.yaml")
    again = work.run(*reply, "--date", "2026-11-30")
    assert (again.exit, "La necesidad ya está escrita: saber-mas." in again.err) == (0, True)
    assert work.read(f"{PRIVATE}/needs.yaml") == before
    assert "date: 2026-11-30, contact: rosa, what: reply" in work.read(f"{PRIVATE}/log.yaml")


def test_the_words_of_the_log_are_those_of_the_format() -> None:
    from valuegen.cli.add_sorts import KINDS, REASONS, STAGES, STATUSES, WHATS
    from valuegen.model import entry, log

    assert (KINDS, STATUSES) == (entry.KINDS, entry.STATUSES)
    assert (WHATS, STAGES, REASONS) == (log.WHATS, log.STAGES, log.REASONS)


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        ("--kind", "anuncio", "--kind: No existe «anuncio». Hay: algo útil para su oficio (industry), lo que sabes "),
        ("--segment", "panaderia", "--segment: No existe «panaderia». ¿Querías decir «panaderias»?"),
    ],
)
def test_a_name_that_is_not_there_is_told_of_where_it_was_typed(
    work: MiniWorkspace, option: str, value: str, said: str
) -> None:
    refused = work.run(*ENTRY, "--date", "2026-12-10", option, value)
    assert (refused.exit, refused.out) == (2, "")
    assert said in refused.err
    assert ".yaml:" not in refused.err
