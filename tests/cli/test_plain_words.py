"""Plain words at the keyboard: they are read where they can mean one thing alone, and how is told."""

import pytest

from bench import Bench, MiniWorkspace

CALENDAR, LOG = "content/calendar/2026.yaml", "content/private/log.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace(
        {
            "content/people.yaml": "irene: {name: Irene Vidal, role: principal}\ntomas: {name: Tomás Gil}\n",
            "content/private/contacts.yaml": """
                - {id: rosa-diaz, name: Rosa Díaz, segments: [panaderias]}
                - {id: ana-gil, name: Ana Gil, segments: [panaderias]}
                - {id: ana-paz, name: Ana Paz, segments: [panaderias]}
                """,
            LOG: "[]",
        }
    )


@pytest.mark.parametrize(
    ("word", "kind"), [("oferta", "pitch"), ("Offer", "pitch"), ("consejo", "expertise"), ("Detalle", "courtesy")]
)
def test_a_kind(work: MiniWorkspace, word: str, kind: str) -> None:
    added = work.run("add", "entry", "Curso", "--segment", "Panaderías de barrio", "--kind", word, "--yes")
    assert added.exit == 0, added.err
    assert f"«{word}» se lee como {kind}." in added.err
    assert "«Panaderías de barrio» se lee como panaderias." in added.err
    assert f"segments: [panaderias]\n  kind: {kind}\n" in work.read("content/calendar/backlog.yaml")
    assert f"«{word}» se lee como {kind}." in work.run("suggest", "--segment", "panaderias", "--kind", word).err


def test_a_client_and_one_of_the_team_by_their_first_name(work: MiniWorkspace) -> None:
    line = ("add", "log", "Cambió de molino", "--what", "café", "--channel", "visita", "--yes")
    noted = work.run(*line, "--contact", "rosa", "--by", "Tomás")
    assert noted.exit == 0, noted.err
    assert "contact: rosa-diaz, by: tomas, channel: visit, what: coffee, " in work.read(LOG)
    before = work.read(LOG)
    either = work.run(*line, "--contact", "Ana")
    said = "--contact: «Ana» puede ser ana-gil (Ana Gil) o ana-paz (Ana Paz). Escribe cuál."
    assert (either.exit, said in either.err, work.read(LOG)) == (2, True, before)
    assert work.run("add", "log", "--reply-from", "ana paz", "Sí", "--yes").exit == 0
    assert "contact: ana-paz, what: reply" in work.read(LOG)
    assert work.run("remind", "--owner", "tomás").exit == 0


def test_a_birthday_of_which_the_month_may_stand_first_is_asked_back(work: MiniWorkspace) -> None:
    new = ("add", "contact", "Eva Sol", "--segment", "panaderias", "--birthday")
    either = work.run(*new, "03/04", language="en")
    said = "--birthday: “03/04” may be 04-03 (April 3) or 03-04 (March 4). Write which one."
    assert (either.exit, said in either.err) == (2, True), either.err
    whole = work.run(*new, "3/4/1980", language="en")
    assert "“3/4/1980” may be 1980-04-03 (April 3) or 1980-03-04 (March 4). Write which one." in whole.err
    for text, told in (("3/4", "«3/4» se lee como 3 de abril."), ("03-04", "«03-04» se lee como 4 de marzo.")):
        of_country = work.run("add", "contact", text, *new[3:], text, "--yes")
        assert (of_country.exit, told in of_country.err) == (0, True), of_country.err
    month_first = work.run(*new, "3/4", LC_ALL="es_PA.UTF-8", LANG="es_PA.UTF-8")
    assert (month_first.exit, "puede ser" in month_first.err) == (2, True)
    sure = work.run(*new, "24/12", "--yes")
    assert (sure.exit, "«24/12» se lee como 12-24." in sure.err) == (0, True)


def test_how_it_was_read_is_not_told_where_nobody_wants_to_hear_it(work: MiniWorkspace) -> None:
    assert "se lee como" not in work.run("suggest", "--kind", "oferta", "--quiet").err
    assert "se lee como" not in work.run("suggest", "--segment", "PANADERIAS", "--kind", "Pitch").err


def test_in_files_there_is_one_word_for_each(work: MiniWorkspace) -> None:
    work.change(CALENDAR, "kind: industry", "kind: oferta")
    (finding,) = work.findings("format")
    assert finding["message"] == "«oferta» no es de las palabras que valen aquí. ¿Querías decir `pitch`?"
    work.change(CALENDAR, "kind: oferta", "kind: industry\n  channels: [teléfono]")
    work.change(CALENDAR, "status: ready", "status: listo")
    said = [finding["message"] for finding in work.findings("format")]
    assert {text.partition("¿")[2] for text in said} == {"Querías decir `call`?", "Querías decir `ready`?"}


@pytest.mark.parametrize("command", [("add", "entry"), ("add", "log"), ("add", "contact"), ("add", "need"), ("move",)])
def test_the_help_says_so(work: MiniWorkspace, command: tuple[str, ...]) -> None:
    assert "tomorrow" in work.run(*command, "--help", language="en").out
    assert "mañana" in work.run(*command, "--help").out


def test_a_talk_that_is_called_one_goes_by_no_blog(work: MiniWorkspace) -> None:
    new = ("add", "entry", "¿Qué tal el horno?", "--segment", "panaderias", "--date", "2026-12-20", "--yes", "--kind")
    call = work.run(*new, "llamada")
    assert (call.exit, "Va por Llamada." in call.err) == (0, True), call.err
    assert "channels: [call]" in work.read(CALENDAR)
    by_title = work.run("add", "entry", "Visita al obrador", *new[3:], "conversation", language="en")
    assert (by_title.exit, "It goes by Visit." in by_title.err) == (0, True), by_title.err
    assert "channels: [visit]" in work.read(CALENDAR)
    said = work.run(*new, "conversation", "--channel", "teléfono", "--slug", "otra")
    assert (said.exit, "«teléfono» se lee como call." in said.err) == (0, True), said.err
    other = work.run("add", "entry", "La llamada del horno", *new[3:], "industry")
    assert (other.exit, "Va por Blog" in other.err) == (0, True), other.err


@pytest.mark.parametrize(("typed", "read"), [("60 €", "60 EUR"), ("£1,200.50", "1,200.50 GBP"), ("60 euros", "60 EUR")])
def test_an_amount_by_the_sign_of_its_currency(work: MiniWorkspace, typed: str, read: str) -> None:
    sale = work.run("add", "log", "--what", "sale", "--contact", "ana paz", "--amount", typed, "--yes")
    assert (sale.exit, f"«{typed}» se lee como {read}." in sale.err) == (0, True), sale.err
    assert f"amount: {read}" in work.read(LOG).replace('"', "")
    elsewhere = work.run("add", "log", "--what", "sale", "--contact", "ana paz", "--amount", "₡60", "--yes")
    assert (elsewhere.exit, "«₡60» no es un importe. Escribe, por ejemplo, 120 EUR" in elsewhere.err) == (2, True)


@pytest.mark.parametrize(
    ("zone", "typed", "read"),
    [
        ("America/Mexico_City", "$4,500", "4,500 MXN"),
        ("America/Mexico_City", "4500 pesos", "4500 MXN"),
        ("America/Mexico_City", "$4500 MXN", None),
        ("America/Bogota", "$ 150.000", "150.000 COP"),
        ("America/Lima", "S/ 320", "320 PEN"),
        ("America/Guayaquil", "60 dólares", "60 USD"),
        ("Europe/Madrid", "$60", None),
        ("UTC", "$60", None),
        ("America/Guatemala", "quizá 60", None),
    ],
)
def test_the_money_of_where_one_is(work: MiniWorkspace, zone: str, typed: str, read: str | None) -> None:
    work.change("valuegen.yaml", "timezone: America/Bogota", f"timezone: {zone}")
    sale = work.run("add", "log", "--what", "sale", "--contact", "ana paz", "--amount", typed, "--yes")
    if read is None:
        assert (sale.exit, f"«{typed}» no es" in sale.err) == (2, True), sale.err
    else:
        assert (sale.exit, f"«{typed}» se lee como {read}." in sale.err) == (0, True), sale.err
        assert f"amount: {read}" in work.read(LOG).replace('"', "")


def test_who_replied_is_told_by_the_option_that_was_typed(work: MiniWorkspace) -> None:
    none = work.run("add", "log", "--reply-from", "Ramona", "Sí")
    assert (none.exit, "--reply-from: No existe «Ramona»" in none.err) == (2, True), none.err


def test_a_first_name_behind_a_title(work: MiniWorkspace) -> None:
    people = "content/private/contacts.yaml"
    work.write(people, work.read(people) + "- {id: dra-solis, name: Dra. Rita Solís, segments: [panaderias]}\n")
    done = work.run("add", "log", "--reply-from", "rita", "Sí", "--yes")
    assert (done.exit, "«rita» se lee como dra-solis." in done.err) == (0, True), done.err
