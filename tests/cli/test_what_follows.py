"""What `done` and `add log` point out besides: a text that no rule could read, an offer that was taken, a stage."""

import pytest

from bench import Bench, MiniWorkspace

FILE, LOG = "content/calendar/2026.yaml", "content/private/log.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "valuegen.yaml": """
            site:
              title: Taller Levadura
              url: https://levadura.example
              language: es
              timezone: America/Bogota
              as_of: 2026-12-01
              owner: {name: Irene Vidal, email: irene@levadura.example}
            products: [{id: curso, name: Curso de costos}]
            """,
            "content/private/contacts.yaml": """
            - {id: rosa, name: Rosa Díaz, segments: [panaderias], stage: friend, phone: "+57 300 123 4567"}
            """,
            LOG: "- {date: 2026-11-20, contact: rosa, by: irene-vidal, what: call}\n",
        }
    )


def said_of_done(work: MiniWorkspace, keys: str, language: str = "en") -> str:
    """What `done` says after it has written, of an entry of today with these keys."""
    work.write(FILE, f"- {{date: 2026-12-01, title: Nota, slug: nota, ask: ¿Y tú?, contacts: [rosa], {keys}}}\n")
    done = work.run("done", "nota", "--yes", language=language)
    assert done.exit == 0, done.err
    return done.err.partition("Written." if language == "en" else "Escrito.")[2].strip()


def test_of_what_was_sent_without_its_text_it_is_said_that_no_rule_could_read_it(work: MiniWorkspace) -> None:
    assert said_of_done(work, "kind: reference, channels: [whatsapp]") == (
        "It counts as something that helps, by its `kind` alone: no rule can read what you sent. "
        "To have it read, write it into the entry as `text` (content/calendar/2026.yaml:1)."
    )
    assert said_of_done(work, "kind: reference, channels: [email]", "es") == (
        "Cuenta como algo que ayuda solo por su `kind`: ninguna regla puede leer lo que enviaste. "
        "Para que lo lean, escríbelo en la entrada como `text` (content/calendar/2026.yaml:1)."
    )


@pytest.mark.parametrize(
    "keys",
    [
        "kind: reference, channels: [whatsapp], text: Pesa lo que barres.",
        "kind: conversation, channels: [call]",
        "kind: conversation, channels: [event]",
        "kind: courtesy, channels: [whatsapp]",
    ],
    ids=["text", "talk", "gathering", "courtesy"],
)
def test_not_of_what_is_said_or_counts_nowhere(work: MiniWorkspace, keys: str) -> None:
    assert said_of_done(work, keys) == ""


def test_of_an_offer_it_is_said_how_a_yes_is_written_down(work: MiniWorkspace) -> None:
    values = "kind: reference, channels: [call], title: Antes"
    more = "".join(
        f"- {{date: 2026-11-2{n}, slug: v{n}, contacts: [rosa], status: done, {values}}}\n" for n in range(5)
    )
    work.write("content/calendar/2026-11.yaml", more)
    command = "valuegen add log --what sale --contact rosa --product curso"
    assert said_of_done(work, "kind: pitch, product: curso, channels: [whatsapp], text: Ven.") == (
        f"When somebody takes the offer, write it down: `{command}`."
    )
    sold = work.run(*command.split()[1:], language="en")
    assert sold.exit == 0, sold.err
    stage = "valuegen add log --contact rosa --stage buyer"
    assert sold.err.strip().endswith(
        f"The stage of Rosa Díaz is still: a friend of the house (friend). If they are a client now: `{stage}`."
    )
    assert work.run(*stage.split()[1:], "--yes").exit == 0
    again = work.run(*command.split()[1:], "--yes")
    stage = "valuegen add log --contact rosa --stage recurring"
    assert again.err.strip().endswith(f"Rosa Díaz ya había comprado. Si ahora vuelve a menudo: `{stage}`.")
    assert work.run(*stage.split()[1:], "--yes").exit == 0
    assert "stage" not in work.run(*command.split()[1:], "--yes", language="en").err


def test_a_first_sale_to_whom_you_call_a_buyer_says_nothing(work: MiniWorkspace) -> None:
    work.change("content/private/contacts.yaml", "stage: friend", "stage: buyer")
    assert "--stage" not in work.run("add", "log", "--what", "sale", "--contact", "rosa").err
