"""`valuegen add` where somebody sits: what it asks, and what it makes of the answers."""

import re

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
    typed = "¿Cuánta sal?\npanadrias\npanaderias\nreference\n\n¿Y tú?\n\ns\n"
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


def test_to_a_question_how_a_choice_begins_will_do(work: MiniWorkspace) -> None:
    """Six kinds are long to retype. What may be two of them is asked back, and one letter alone may be a slip."""
    typed = "¿Cuánta sal?\npan\nco\nr\nref\n\n¿Y tú?\n-\n"
    asked = in_terminal(work.root, "add", "entry", typed=typed)
    assert asked.exit == 0, asked.out
    assert "«pan» se lee como panaderias." in asked.out
    assert "«co» puede ser conversation o courtesy. Escribe cuál." in asked.out
    assert "No existe «r»." in asked.out
    assert "«ref» se lee como reference." in asked.out
    assert "kind: reference" in work.read("content/calendar/backlog.yaml")
    option = work.run("add", "entry", "Pan", "--segment", "pan", "--kind", "reference")
    assert (option.exit, "¿Querías decir «panaderias»?" in option.err) == (2, True)


def test_a_day_that_is_none_is_asked_for_again(work: MiniWorkspace) -> None:
    typed = "¿Cuánta sal?\npanaderias\nreference\n\n¿Y tú?\nmartes\n12/12/2026\ns\n"
    asked = in_terminal(work.root, "add", "entry", typed=typed)
    assert asked.exit == 0, asked.out
    assert "«martes» puede ser 2026-12-01 o 2026-12-08. Escribe cuál." in asked.out
    assert "«12/12/2026» se lee como 2026-12-12." in asked.out
    assert "- {date: 2026-12-12, title:" in work.read(MONTH)


def test_an_answer_that_can_not_stand_is_told_and_asked_for_again(work: MiniWorkspace) -> None:
    """Before all of them are lost: an address, a number. Letters may be large or small, as somebody types them."""
    typed = "Ana Gil\nPanaderias\n\n\nllámame\n300 000 0000\nana@\nana@horno.example\n\n\n"
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
    assert (missing.exit, "Falta --segment o --contact: ¿para quién es?" in missing.err) == (2, True)


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
    asked = in_terminal(work.root, "add", "log", typed="stage\n\nvip\namigo\nrosa\nNos entendemos\n")
    assert asked.exit == 0, asked.out
    assert asked.out.count("¿A qué etapa ha llegado: usa algo tuyo (user), ") == 3
    assert "No existe «vip». Hay: usa algo tuyo (user), " in asked.out
    assert "«amigo» se lee como friend." in asked.out
    assert "{date: 2026-12-01, contact: rosa, what: stage, stage: friend, note: Nos entendemos}" in work.read(log)
    missing = work.run("add", "log", "--what", "stage", "--contact", "rosa")
    assert (missing.exit, "Falta --stage" in missing.err) == (2, True)


def test_a_change_of_stage_says_what_happened_by_itself(work: MiniWorkspace) -> None:
    log = f"{PRIVATE}/log.yaml"
    assert work.run("add", "log", "--contact", "rosa", "--stage", "buyer", "--yes").exit == 0
    assert "{date: 2026-12-01, contact: rosa, what: stage, stage: buyer}" in work.read(log)
    lost = ("add", "log", "--contact", "rosa", "--why", "precio", "--yes")
    assert work.run(*lost).exit == 0
    assert "what: lost, why: price" in work.read(log)


def test_nothing_is_noted_of_nobody_by_mistake(work: MiniWorkspace) -> None:
    """Enter alone names nobody; with whom a coffee was may be left out, and who left may not."""
    log = f"{PRIVATE}/log.yaml"
    asked = in_terminal(work.root, "add", "log", typed="café\n\n-\n\n\n")
    assert asked.exit == 0, asked.out
    assert asked.out.count("¿Con quién? (-: con nadie en concreto) ") == 2
    assert "{date: 2026-12-01, by: irene-vidal, what: coffee}" in work.read(log)
    gone = in_terminal(work.root, "add", "log", typed="baja\n\n-\nrosa\n\n")
    assert (gone.exit, gone.out.count("¿Con quién? ")) == (0, 3)
    assert "{date: 2026-12-01, contact: rosa, what: opt-out}" in work.read(log)
    missing = work.run("add", "log", "--stage", "friend")
    assert (missing.exit, "Falta --contact: Con quién." in missing.err) == (2, True)


def test_of_work_the_channel_and_the_minutes_are_asked(work: MiniWorkspace) -> None:
    asked = in_terminal(work.root, "add", "log", typed="work\n\nblog\n45\n\n")
    assert (asked.exit, "¿Con quién?" in asked.out) == (0, False)
    line = "{date: 2026-12-01, by: irene-vidal, channel: blog, what: work, minutes: 45}"
    assert line in work.read(f"{PRIVATE}/log.yaml")


def test_the_words_of_the_log_are_told_with_their_meaning(work: MiniWorkspace) -> None:
    from valuegen.model.log import WHATS

    for language, said in (("es", "una llamada (call)"), ("en", "inquiry (they asked to buy)")):
        asked = in_terminal(work.root, "add", "log", typed=f"nada\ncall\nrosa\n\n{language}\n", language=language)
        before = asked.out.partition("nada")[0]
        assert said in before
        assert [what for what in WHATS if what not in before] == []
        assert max(map(len, before.splitlines())) < 200


def test_of_a_client_the_stage_and_the_consent_are_asked(work: MiniWorkspace) -> None:
    contacts = f"{PRIVATE}/contacts.yaml"
    asked = in_terminal(work.root, "add", "contact", typed="Ana\npanaderias\ncliente\nbuyer\n\n\n\n\nen su horno\n")
    assert asked.exit == 0, asked.out
    assert "ana: {name: Ana, segments: [panaderias], stage: buyer, agreed: {on: 2026-12-01, how: en su horno}}" in (
        work.read(contacts)
    )
    assert in_terminal(work.root, "add", "contact", typed="Eva\npanaderias\n\n\n\n\n\n\n").exit == 0
    assert "eva: {name: Eva, segments: [panaderias], stage: prospect}" in work.read(contacts)
    flags = ("--segment", "panaderias", "--agreed", "por teléfono", "--agreed-on", "ayer", "--yes")
    assert work.run("add", "contact", "Leo", *flags).exit == 0
    assert "agreed: {on: 2026-11-30, how: por teléfono}}" in work.read(contacts)


def test_several_segments_and_what_an_offer_sells(work: MiniWorkspace) -> None:
    work.write("content/segments.yaml", "panaderias: {name: Panaderías}\ncafes: {name: Cafés}\n")
    work.write("valuegen.yaml", work.read("valuegen.yaml") + "products: [{id: curso, name: Curso de costos}]\n")
    typed = "Curso\ncafes, panaderías\noferta\n\n¿Sí?\nCurso de costos\n\ns\n"
    asked = in_terminal(work.root, "add", "entry", typed=typed)
    assert asked.exit == 0, asked.out
    assert "¿Para qué segmento es? (panaderias o cafes; si son varios, con comas) " in asked.out
    assert "¿Qué vende? (curso; Intro: otra cosa) " in asked.out
    said = (
        "«panaderías» se lee como panaderias.",
        "«oferta» se lee como pitch.",
        "«Curso de costos» se lee como curso.",
    )
    assert [one for one in said if one not in asked.out] == []
    waiting = work.read("content/calendar/backlog.yaml")
    assert "  segments: [cafes, panaderias]\n  kind: pitch\n" in waiting
    assert "  product: curso\n" in waiting
    free = in_terminal(work.root, "add", "entry", typed="Sal\ncafes\nreference\n\n¿Y tú?\n-\n")
    assert (free.exit, "¿Qué vende?" in free.out) == (0, False)


def test_the_first_day_offered_is_one_for_all_its_segments(work: MiniWorkspace) -> None:
    """The cafés are closed up to the 20th: what is for both waits for them."""
    pause = "[{from: 2026-12-01, to: 2026-12-20, why: Obras}]"
    work.write("content/segments.yaml", f"panaderias: {{name: Panaderías}}\ncafes: {{name: Cafés, pauses: {pause}}}\n")
    asked = in_terminal(work.root, "add", "entry", typed="Sal\npanaderias, cafes\nreference\n\n¿Y tú?\n-\n")
    (day,) = re.findall(r"Intro: el 2026-12-([0-9]+), el primero que encaja", asked.out)
    assert int(day) > 20


def test_where_the_text_of_a_page_goes_is_told(work: MiniWorkspace) -> None:
    page = ("add", "entry", "Sal", "--segment", "panaderias", "--kind", "reference", "--ask", "¿Y tú?")
    told = work.run(*page, "--date", "2026-12-10", "--yes").err
    assert "en `text` (content/calendar/2026-12.yaml:2)" in told
    assert "content/posts/sal.md, y ahí `body: posts/sal.md`" in told
    assert "Le falta el texto" not in work.run(*page, "--slug", "b", "--text", "Pesa la sal.", "--yes").err
    assert "Le falta el texto" not in work.run(*page, "--slug", "c", "--channel", "whatsapp", "--yes").err


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
