"""Dates: in files in one form, and one sentence of another form; at the keyboard as somebody says them, if that is
plain. Today is Tuesday, 1 December 2026."""

import pytest

from bench import Bench

MEANT = {
    "20-12-2026": "Escribe 2026-12-20.",
    "20/12/2026": "Escribe 2026-12-20.",
    "12/20/2026": "Escribe 2026-12-20.",
    "20.12.26": "Escribe 2026-12-20.",
    "20 de diciembre de 2026": "Escribe 2026-12-20.",
    "domingo, 20 de diciembre del 2026": "Escribe 2026-12-20.",
    "December 20th, 2026": "Escribe 2026-12-20.",
    "mar 3 2026": "Escribe 2026-03-03.",
    "2026-2-3": "Escribe 2026-02-03.",
    "03/04/2026": "Escribe 2026-04-03 (o 2026-03-04, si delante iba el mes).",
    "20/12/2026 9:30": "Escribe 2026-12-20T09:30.",
    "20 de diciembre": "Escríbela con su año: AAAA-12-20.",
    "20/12": "Escríbela con su año: AAAA-12-20.",
    "26-12-19": "Escribe 2019-12-26 (o 2026-12-19, si delante iba el año).",
    "31/02/2026": "Escríbela como año-mes-día, por ejemplo 2026-12-03.",
    "mañana": "Escríbela como año-mes-día, por ejemplo 2026-12-03.",
}
READ = {
    "20-12-2026": "2026-12-20",
    "12/20/2026": "2026-12-20",
    "12/12/2026": "2026-12-12",
    "03/04/2026": "2026-04-03",
    "7/12": "2026-12-07",
    "20.12.26": "2026-12-20",
    "domingo, 20 de diciembre del 2026": "2026-12-20",
    "December 20th, 2026": "2026-12-20",
    "2026-12-5": "2026-12-05",
    "20 de diciembre": "2026-12-20",
    "20/12": "2026-12-20",
    "30 de noviembre": "2027-11-30",
    "hoy": "2026-12-01",
    "Tomorrow": "2026-12-02",
    "mañana": "2026-12-02",
    "pasado  mañana": "2026-12-03",
    "viernes": "2026-12-04",
    "el sábado": "2026-12-05",
    "monday": "2026-12-07",
    "el martes que viene": "2026-12-08",
    "el jueves que viene": "2026-12-03",
}
UNREAD = {
    "26-12-19": "«26-12-19» puede ser 2019-12-26 o 2026-12-19. Escribe cuál.",
    "martes": "«martes» puede ser 2026-12-01 o 2026-12-08. Escribe cuál.",
    "31/02/2026": "«31/02/2026» no es una fecha. Escríbela como año-mes-día, por ejemplo 2026-12-03.",
    "martes, 20 de diciembre de 2026": "«martes, 20 de diciembre de 2026» no es una fecha.",
    "algún día": "«algún día» no es una fecha. Escríbela como año-mes-día, por ejemplo 2026-12-03.",
}
POST = "---\ntitle: Hola\ndate: {date}\n---\n¿Qué tal?\n"
ENTRY = ("add", "entry", "Hola", "--segment", "panaderias", "--kind", "industry", "--yes", "--date")


@pytest.mark.parametrize("text", MEANT)
def test_the_same_words_in_all_files(bench: Bench, text: str) -> None:
    sentence = f"«{text}» no es una fecha. {MEANT[text]}"
    work = bench.workspace()
    work.change("content/calendar/2026.yaml", "date: 2026-12-01", f'date: "{text}"')
    work.write("content/posts/hola.md", POST.format(date=f'"{text}"'))
    found = work.findings("format")
    said = {finding["file"]: f"{finding['message']} {finding['mend']['text']}" for finding in found}
    assert said["content/calendar/2026.yaml"] == said["content/posts/hola.md"] == sentence


@pytest.mark.parametrize("text", READ)
def test_at_the_keyboard_what_is_plain_is_read_and_told(bench: Bench, text: str) -> None:
    work, told = bench.workspace(), f"«{text}» se lee como {READ[text]}."
    work.change("content/calendar/2026.yaml", "date: 2026-12-01", "date: 2026-10-01")
    added = work.run(*ENTRY, text)
    assert (added.exit, told in added.err) == (0, True), added.err
    assert f"date: {READ[text]}\n  title: Hola" in work.read(f"content/calendar/{READ[text][:4]}.yaml")
    assert told in work.run("move", "harina", text, "--yes").err
    assert f"date: {READ[text]}\n  title: ¿Cuánta" in work.read("content/calendar/2026.yaml")
    assert told in work.run("suggest", "--as-of", text).err
    assert work.run("remind", "--on", text, "--quiet").err == ""


@pytest.mark.parametrize("text", UNREAD)
def test_what_may_be_two_days_or_none_is_not_read(bench: Bench, text: str) -> None:
    work = bench.workspace()
    before = work.tree("content")
    for arguments in (("move", "harina", text), ("check", "--as-of", text), ("remind", "--on", text), (*ENTRY, text)):
        done = work.run(*arguments)
        assert (done.exit, UNREAD[text] in done.err) == (2, True), done.err
    assert work.tree("content") == before


def test_a_time_goes_with_its_day(bench: Bench) -> None:
    work = bench.workspace()
    assert work.run(*ENTRY, "20/12/2026 9:30").exit == 0
    assert "date: 2026-12-20T09:30\n" in work.read("content/calendar/2026.yaml")
    assert work.run(*ENTRY, "viernes a las 10:00").exit == 0
    assert "date: 2026-12-04T10:00\n" in work.read("content/calendar/2026.yaml")


def test_of_what_has_happened_the_last_such_day_is_meant(bench: Bench) -> None:
    work = bench.workspace({"content/private/log.yaml": "[]"})
    for text, day in (("viernes", "2026-11-27"), ("ayer", "2026-11-30"), ("20 de diciembre", "2025-12-20")):
        done = work.run("add", "log", "Algo", "--what", "message", "--date", text, "--yes")
        assert (done.exit, f"{{date: {day}, " in work.read("content/private/log.yaml")) == (0, True), done.err
    assert work.run("add", "need", "Saber más", "--heard", "domingo").exit == 0
    assert "heard: 2026-11-29" in work.read("content/private/needs.yaml")


def test_the_day_is_one_of_the_workspace_that_is_named(bench: Bench) -> None:
    bench.workspace(name="otro").change("valuegen.yaml", "as_of: 2026-12-01", "as_of: 2026-10-05")
    work = bench.workspace()
    told = work.run("suggest", "--as-of", "mañana", "--workspace", "../otro")
    assert (told.exit, "«mañana» se lee como 2026-10-06." in told.err) == (0, True)


def test_a_yearly_date(bench: Bench) -> None:
    for number, text in enumerate(("24 de diciembre", "24/12", "Dec 24", "24-12")):
        work = bench.workspace({"content/private/contacts.yaml": "[]"}, name=f"work{number}")
        done = work.run("add", "contact", "Ana", "--segment", "panaderias", "--birthday", text, language="en")
        assert (done.exit, f"“{text}” is read as 12-24." in done.err) == (0, True)
        assert "dates: {birthday: 12-24}" in work.read("content/private/contacts.yaml")
    none = work.run("add", "contact", "Eva", "--segment", "panaderias", "--birthday", "navidad", language="en")
    assert (none.exit, "Write month-day, for example 12-24." in none.err) == (2, True)


def test_a_date_of_a_client_is_not_quoted_in_what_others_read(bench: Bench) -> None:
    contact = (
        "- {id: ana, name: Ana, segments: [panaderias], dates: {birthday: 24-12-1980}, agreed: {on: 2026-13-01}}\n"
    )
    work = bench.workspace({"content/private/contacts.yaml": contact})
    told = " ".join(f"{finding['message']} {finding['mend']['text']}" for finding in work.findings("format"))
    assert "1980" not in told
    assert "01-13" not in told
    assert "13-01" not in told
