"""A date in another form is told of in one sentence, the same wherever it is written, with the date that was meant."""

import pytest

from bench import Bench

MEANT = {
    "20-12-2026": "Escribe 2026-12-20.",
    "20/12/2026": "Escribe 2026-12-20.",
    "12/20/2026": "Escribe 2026-12-20.",
    "20.12.26": "Escribe 2026-12-20.",
    "20 de diciembre de 2026": "Escribe 2026-12-20.",
    "martes, 20 de diciembre del 2026": "Escribe 2026-12-20.",
    "December 20th, 2026": "Escribe 2026-12-20.",
    "mar 3 2026": "Escribe 2026-03-03.",
    "2026-2-3": "Escribe 2026-02-03.",
    "03/04/2026": "Escribe 2026-04-03 (o 2026-03-04, si delante iba el mes).",
    "20/12/2026 9:30": "Escribe 2026-12-20T09:30.",
    "20 de diciembre": "Escríbela con su año: AAAA-12-20.",
    "20/12": "Escríbela con su año: AAAA-12-20.",
    "31/02/2026": "Escríbela como año-mes-día, por ejemplo 2026-12-03.",
    "mañana": "Escríbela como año-mes-día, por ejemplo 2026-12-03.",
}
POST = "---\ntitle: Hola\ndate: {date}\n---\n¿Qué tal?\n"


@pytest.mark.parametrize("text", MEANT)
def test_the_same_words_everywhere(bench: Bench, text: str) -> None:
    sentence = f"«{text}» no es una fecha. {MEANT[text]}"
    work = bench.workspace()
    entry = ("add", "entry", "Hola", "--segment", "panaderias", "--kind", "industry", "--date", text)
    for arguments in (("move", "harina", text), ("check", "--as-of", text), ("remind", "--on", text), entry):
        done = work.run(*arguments)
        assert done.exit == 2, arguments
        assert sentence in done.err, arguments
    asked = work.run("add", "need", "Algo", "--heard", text)
    assert (asked.exit, sentence in asked.err) == (2, True)
    work.change("content/calendar/2026.yaml", "date: 2026-12-01", f'date: "{text}"')
    work.write("content/posts/hola.md", POST.format(date=f'"{text}"'))
    found = work.findings("format")
    said = {finding["file"]: f"{finding['message']} {finding['mend']['text']}" for finding in found}
    assert said["content/calendar/2026.yaml"] == said["content/posts/hola.md"] == sentence


def test_of_a_yearly_date_no_year_is_asked(bench: Bench) -> None:
    work = bench.workspace({"content/private/contacts.yaml": "[]"})
    for text in ("24 de diciembre", "24/12", "Dec 24", "24-12"):
        done = work.run("add", "contact", "Ana", "--segment", "panaderias", "--birthday", text, language="en")
        assert done.exit == 2
        assert done.err.endswith("Write 12-24.\n")


def test_a_date_of_a_client_is_not_quoted_in_what_others_read(bench: Bench) -> None:
    contact = (
        "- {id: ana, name: Ana, segments: [panaderias], dates: {birthday: 24-12-1980}, agreed: {on: 2026-13-01}}\n"
    )
    work = bench.workspace({"content/private/contacts.yaml": contact})
    told = " ".join(f"{finding['message']} {finding['mend']['text']}" for finding in work.findings("format"))
    assert "1980" not in told
    assert "01-13" not in told
    assert "13-01" not in told
