"""`valuegen add` where somebody sits: what it asks, and what it makes of the answers."""

import pytest
from terminal import in_terminal

from bench import Bench, MiniWorkspace

MONTH = "content/calendar/2026-12.yaml"
PRIVATE = "content/private"
CALENDAR = """
    - {date: 2026-12-01, title: Harina, slug: harina, segments: panaderias, kind: industry, ask: ¿Y tú?, text: Pesa.}
    - {date: 2026-12-20, title: Turnos, slug: turnos, segments: [panaderias], kind: reference, ask: ¿Quién abre?}
    """


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/calendar/2026.yaml": None,
            MONTH: CALENDAR,
            f"{PRIVATE}/contacts.yaml": "rosa: {name: Rosa Díaz, segments: [panaderias]}   # la del mercado\n",
            f"{PRIVATE}/needs.yaml": "# Lo que nos cuentan\n",
            f"{PRIVATE}/log.yaml": "- {date: 2026-11-02, contact: rosa, by: irene-vidal, what: coffee}\n",
        }
    )


def test_questions_where_somebody_sits(work: MiniWorkspace) -> None:
    typed = "¿Cuánta sal?\npanaderia\npanaderias\nreference\n\n¿Y tú?\n\ns\n"
    asked = in_terminal(work.root, "add", "entry", typed=typed)
    assert asked.exit == 0, asked.out
    for question in (
        "¿Cómo se titula?",
        "¿Para qué segmento es?",
        "¿Querías decir «panaderias»?",
        "¿Qué les preguntas?",
        "el primero que encaja",
    ):
        assert question in asked.out
    text = work.read(MONTH)
    assert "slug: cuanta-sal," in text
    assert work.run("check").exit == 0


def test_a_day_that_is_none_is_asked_for_again(work: MiniWorkspace) -> None:
    typed = "¿Cuánta sal?\npanaderias\nreference\n\n¿Y tú?\n12/12/2026\n2026-12-12\ns\n"
    asked = in_terminal(work.root, "add", "entry", typed=typed)
    assert asked.exit == 0, asked.out
    assert "Escribe 2026-12-12." in asked.out
    assert "- {date: 2026-12-12, title:" in work.read(MONTH)


def test_an_answer_that_can_not_stand_is_told_and_asked_for_again(work: MiniWorkspace) -> None:
    """Before all of them are lost: an address, a number. Letters may be large or small, as somebody types them."""
    typed = "Ana Gil\nPanaderias\n\nllámame\n300 000 0000\nana@\nana@horno.example\n\n"
    asked = in_terminal(work.root, "add", "contact", typed=typed)
    assert asked.exit == 0, asked.out
    assert "¿De qué segmento es? (panaderias) " in asked.out
    assert "«llámame» no es un número de teléfono." in asked.out
    assert "«ana@» no es una dirección de correo." in asked.out
    written = work.read(f"{PRIVATE}/contacts.yaml")
    assert "segments: [panaderias]" in written.partition("Ana Gil")[2]
    assert 'email: "ana@horno.example"' in written


def test_who_it_is_for_is_asked_until_it_is_said(work: MiniWorkspace) -> None:
    asked = in_terminal(work.root, "add", "entry", "Sal", "--kind", "reference", typed="\npanaderias\n\n¿Y tú?\n-\n")
    assert asked.exit == 0, asked.out
    assert asked.out.count("¿Para qué segmento es? (panaderias) ") == 2
    alone = in_terminal(work.root, "add", "entry", "Pan", "--contact", "Rosa", typed="conversation\n\n¿Y tú?\n-\n")
    assert alone.exit == 0, alone.out
    assert "¿Para qué segmento es?" not in alone.out
    missing = work.run("add", "entry", "Luz", "--kind", "reference")
    assert (missing.exit, "Falta --segment o --contact: para quién es." in missing.err) == (2, True)


def test_what_somebody_of_the_team_did_is_theirs_unless_they_say_otherwise(work: MiniWorkspace) -> None:
    """A line without `by` is the client's own doing: a coffee would count as if they had called."""
    log = f"{PRIVATE}/log.yaml"
    asked = in_terminal(work.root, "add", "log", typed="coffee\nrosa\n\nCambió de molino\n")
    assert asked.exit == 0, asked.out
    assert "{date: 2026-12-01, contact: rosa, by: irene-vidal, what: coffee, note: Cambió de molino}" in work.read(log)
    assert in_terminal(work.root, "add", "log", typed="call\nrosa\n-\nLlamó ella\n").exit == 0
    assert "{date: 2026-12-01, contact: rosa, what: call, note: Llamó ella}" in work.read(log)
    reply = in_terminal(work.root, "add", "log", typed="reply\nrosa\nSí\n")
    assert (reply.exit, "¿Quién del equipo fue?" in reply.out) == (0, False)


def test_of_a_stage_it_is_asked_which(work: MiniWorkspace) -> None:
    """A finding says to note it down; without an answer nothing could be written."""
    log = f"{PRIVATE}/log.yaml"
    asked = in_terminal(work.root, "add", "log", typed="stage\n\namigo\nfriend\nrosa\nNos entendemos\n")
    assert asked.exit == 0, asked.out
    assert asked.out.count("¿A qué etapa ha llegado? (user, prospect, friend, buyer o recurring) ") == 3
    assert "{date: 2026-12-01, contact: rosa, what: stage, stage: friend, note: Nos entendemos}" in work.read(log)
    missing = work.run("add", "log", "--what", "stage", "--contact", "rosa")
    assert (missing.exit, "Falta --stage" in missing.err) == (2, True)
    assert work.run("add", "log", "--what", "stage", "--contact", "rosa", "--stage", "buyer", "--yes").exit == 0
    lost = ("add", "log", "--what", "lost", "--contact", "rosa", "--why", "price", "--yes")
    assert work.run(*lost).exit == 0
    assert "what: lost, why: price" in work.read(log)


def test_what_is_said_to_have_happened_on_a_day_to_come_is_asked_about(work: MiniWorkspace) -> None:
    line = ("add", "log", "--what", "coffee", "--contact", "rosa", "--date", "2062-11-02")
    before = work.read(f"{PRIVATE}/log.yaml")
    asked = work.run(*line, answer="n\n")
    assert "El 2 de noviembre de 2062 aún no ha llegado. ¿Lo escribo de todos modos? [s/N] " in asked.err
    assert (asked.exit, work.read(f"{PRIVATE}/log.yaml")) == (0, before)
    need = work.run("add", "need", "Saber más", "--heard", "2027-01-01", answer="n\n")
    assert "aún no ha llegado" in need.err
    assert work.run(*line, "--yes").exit == 0


def test_a_warning_about_others_too_is_not_told_as_mended(work: MiniWorkspace) -> None:
    offer = ("add", "entry", "Curso", "--segment", "panaderias", "--kind", "pitch", "--ask", "¿Sí?")
    assert work.run(*offer, "--date", "2026-12-20", "--channel", "whatsapp", "--yes").exit == 0
    more = work.run("add", "contact", "Ana", "--segment", "panaderias", "--yes")
    assert "pitch-too-soon: «rosa» y «ana» reciben" in more.err
    assert "un aviso menos" not in more.err
