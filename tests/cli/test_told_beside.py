"""What commands tell beside what they write: where an entry goes, what comes of a line, what is new for others."""

import pytest

from bench import Bench, MiniWorkspace
from valuegen.cli.build_report import EXAMPLES

PRIVATE = "content/private"
CALENDAR = """
    - {date: 2026-12-01, title: Harina, slug: harina, segments: [panaderias], kind: industry, ask: ¿Y tú?, text: Pesa.}
    - {date: 2026-12-03, title: Sal, slug: sal, segments: [panaderias], kind: industry, ask: ¿Y tú?, channels: [call]}
    - {date: 2026-12-05, title: Masa, slug: masa, segments: [panaderias], kind: industry, ask: ¿Y tú?, channels: [call]}
    - {date: 2026-12-08, title: Pan, slug: pan, segments: [panaderias], kind: industry, ask: ¿Y tú?, channels: [call]}
    - {date: 2026-12-10, title: Curso, slug: curso, segments: [panaderias], kind: pitch, ask: ¿Sí?, channels: [flyer]}
    """
CONTACTS = """
    rosa: {name: Rosa Díaz, segments: [panaderias], stage: friend}
    ana: {name: Ana Gil, segments: [panaderias], stage: friend}
    eva: {name: Eva Sol, segments: [panaderias]}
    """


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/calendar/2026.yaml": CALENDAR,
            f"{PRIVATE}/contacts.yaml": CONTACTS,
            f"{PRIVATE}/needs.yaml": "# Lo que nos cuentan\n",
            f"{PRIVATE}/log.yaml": "- {date: 2026-11-28, contact: rosa, by: irene-vidal, what: coffee}\n",
        }
    )


def test_where_an_entry_goes_is_told_where_it_is_not_written(work: MiniWorkspace) -> None:
    new = ("add", "entry", "Miga", "--segment", "panaderias", "--kind", "industry", "--ask", "¿Y tú?", "--yes")
    assert "Va por Blog, al sitio público." in work.run(*new, "--date", "2026-12-20").err
    said = work.run(*new, "--date", "2026-12-22", "--slug", "otra", "--channel", "call", language="en")
    assert "It goes by" not in said.err
    assert "channels: [call]" in said.out
    for_her = ("add", "entry", "Horno", "--contact", "rosa", "--kind", "conversation", "--ask", "¿Y?", "--yes")
    assert "It goes by Email. For another way, add --channel." in work.run(*for_her, language="en").err
    assert "It goes by" not in work.run("--quiet", *for_her, "--slug", "pan-2", language="en").err


def test_a_reply_says_which_reminders_come_of_it(work: MiniWorkspace) -> None:
    told = work.run("add", "log", "--reply-from", "rosa", "Un curso", "--need", "Saber si compensa", language="en").err
    reminders = told.partition("2 reminders come of it:\n")[2]
    assert "  December 1, 2026: Responde a Rosa Díaz" in reminders
    assert "Saber si compensa" in reminders
    helped = work.run("add", "log", "--help", language="en").out
    assert "You are reminded to answer." in " ".join(helped.split())


def test_done_before_its_day_says_what_becomes_of_its_date_and_gives_no_mend_that_can_not_be(
    work: MiniWorkspace,
) -> None:
    asked = work.run("done", "curso", language="en", answer="n\n")
    assert "Has it happened today? Then December 1, 2026 becomes its date." in asked.err
    assert "Ya está hecha, así que no hay nada que mover" in asked.err
    assert "Quítala" not in asked.err


def test_what_is_new_for_others_once_one_is_forgotten_is_explained(work: MiniWorkspace) -> None:
    assert not work.findings("pitch-too-soon")
    assert "Sin esa persona" not in work.run("forget", "rosa").err
    assert "Sin esa persona" not in work.run("forget", "rosa", "--yes").err  # one of two is no more than half
    told = work.run("forget", "ana", "--yes").err
    assert "Sin esa persona, esto es lo que se ve de quienes quedan" in told
    assert "pitch-too-soon" in told


def test_a_build_says_which_addresses_are_still_those_of_the_first_workspace(bench: Bench) -> None:
    made = MiniWorkspace(bench.folder)
    assert made.run("new", "firma", "--name", "Firma", "--language", "es", "--what", "Cuentas").exit == 0
    firm = MiniWorkspace(bench.folder / "firma")
    assert EXAMPLES[1] in firm.read("valuegen.yaml")
    told = firm.run("build").out
    assert f"https://{EXAMPLES[1]} (valuegen.yaml:6) y hola@{EXAMPLES[1]} (content/people.yaml:6)." in told
    firm.change("valuegen.yaml", f"https://{EXAMPLES[1]}", "https://levadura.example")
    told = firm.run("build").out
    assert "valuegen.yaml:6" not in told
    firm.change("content/people.yaml", f"hola@{EXAMPLES[1]}", "irene@levadura.example")
    assert "ejemplos de `new`" not in firm.run("build").out


def test_an_offer_for_which_no_day_fits_says_why_and_what_a_value_entry_is(work: MiniWorkspace) -> None:
    told = work.run("suggest", "--segment", "panaderias", "--kind", "pitch", language="en")
    assert "more value entries are needed" in told.out
    assert "A value entry helps and sells nothing: any kind of entry except an offer (pitch)" in told.err
    assert "A value entry helps" in work.run("check", language="en").err
