"""`valuegen import csv`: tables as Excel, Outlook, Google and Mailchimp write them, and nothing overwritten."""

import re

import pytest

from bench import Bench, MiniWorkspace

CONTACTS = "content/private/contacts.yaml"
EXCEL = (
    "sep=;\r\nNombre;Correo electrónico;Teléfono;Cumpleaños;Notas;Gasto\r\n"
    'Rosa Díaz;rosa@horno.example;+57 300 000 0000;29/02/1980;"Prefiere ""lunes""\r\ny tarde";1.250,50\r\n'
    "Zoé;zoe-at;5,73E+10;31/02;#N/D;3\r\n"
    ";x@y.example;;;;\r\n"
)


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


@pytest.mark.parametrize("encoding", ["cp1252", "utf-8-sig", "utf-8", "utf-16"])
def test_a_table_of_excel_in_spanish(work: MiniWorkspace, encoding: str) -> None:
    work.write("c.csv", EXCEL.encode(encoding))
    done = work.run("import", "csv", "c.csv")
    assert done.exit == 0
    assert work.read(CONTACTS) == (
        "- id: rosa-diaz\n  name: Rosa Díaz\n  segments: [panaderias]\n"
        '  phone: "+57 300 000 0000"\n  email: "rosa@horno.example"\n'
        '  about: |\n    Prefiere "lunes"\n    y tarde\n  dates: {birthday: 1980-02-29}\n\n'
        "- id: zoe\n  name: Zoé\n  segments: [panaderias]\n"
    )
    assert re.search(r"^ +6  Gasto +1\.250,50 +\(no se trae\)$", done.err, re.M)
    for line in ("c.csv:5: Sin `phone`", "c.csv:5: Sin `email`", "c.csv:5: Sin `birthday`", "c.csv:6: "):
        assert line in done.err
    assert work.findings("format") == []


@pytest.mark.parametrize(("name", "said"), [("no.csv", "Este archivo no existe."), ("a" * 300, "demasiado largo")])
def test_what_is_not_there_is_told_in_ones_language(work: MiniWorkspace, name: str, said: str) -> None:
    done = work.run("import", "csv", name)
    assert done.exit != 0
    assert said in done.err
    assert "No such file" not in done.err


def test_the_same_again_changes_nothing(work: MiniWorkspace) -> None:
    work.write("c.csv", EXCEL)
    assert work.run("import", "csv", "c.csv").exit == 0
    before = work.tree("content")
    again = work.run("import", "csv", "c.csv", language="en")
    assert again.exit == 0
    assert "c.csv:3: “rosa-diaz” is among your contacts already." in again.err
    assert again.err.endswith("There is nothing new in it; nothing was changed.\n")
    assert work.tree("content") == before


def test_dry_run_shows_all_and_writes_nothing(work: MiniWorkspace) -> None:
    work.write("c.csv", EXCEL)
    before = work.tree("content")
    shown = work.run("import", "csv", "c.csv", "--dry-run")
    assert shown.exit == 0
    assert f'{CONTACTS}:7: +     Prefiere "lunes"' in shown.out
    assert work.tree("content") == before


def test_who_is_here_stays_as_they_are(work: MiniWorkspace) -> None:
    """Told by their address, whatever they are called, or by their name, where nothing speaks against it."""
    work.write(
        CONTACTS,
        """
        # mis clientes
        rosa: {name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example}   # la del mercado
        luz: {name: Luz Mora, segments: [panaderias], email: luz@a.example, phone: "300 111 2222"}
        """,
    )
    work.write(
        "c.csv",
        "name,email,phone,segment\nRosita,ROSA@horno.example,,\nluz mora,,,\nLuz Mora,luz@b.example,300 333 4444,\n"
        "Ana,ana@a.example,,Panaderías de barrio\nAna,ana@b.example,,\nEva,,,panaderia\n",
    )
    before = work.read(CONTACTS)
    done = work.run("import", "csv", "c.csv", language="en")
    assert done.exit == 0
    added = work.read(CONTACTS).removeprefix(before)
    assert [line.partition(":")[0] for line in added.splitlines()] == ["luz-mora", "ana"]
    assert "c.csv:2: “rosa” is among" in done.err
    assert "c.csv:3: “luz” is among" in done.err
    assert "c.csv:6: The same as ana, above." in done.err
    assert "c.csv:7: There is no “panaderia” here. Did you mean “panaderias”?" in done.err


def test_what_a_table_has_beside_who_is_here_is_named(work: MiniWorkspace) -> None:
    """Nothing of theirs is changed but what they asked for, and no value is shown."""
    work.write(
        CONTACTS,
        """
        rosa: {name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example, dates: {wedding: 06-20}}
        luz: {name: Luz Mora, segments: panaderias, phone: "300 111 2222", no_pitches: true, dates: {cumpleaños: 01-02}}
        """,
    )
    work.write(
        "c.csv",
        "name,email,phone,birthday,notes,may_offer\n"
        "Rosa Díaz,rosa@horno.example,300 333 4444,12/05/1980,Lunes,no\n"
        "Luz Mora,luz@b.example,300 111 2222,02/01/1979,,no\nLuz Mora,,,,,\n",
    )
    before = work.read(CONTACTS)
    done = work.run("import", "csv", "c.csv", language="en")
    wished = "email: rosa@horno.example, no_pitches: true"
    assert work.read(CONTACTS) == before.replace("email: rosa@horno.example", wished)
    assert (
        "c.csv:2: “rosa” is among your contacts already. The file also has: phone, about, and birthday.\n"
        "  c.csv:3: “luz” is among your contacts already. The file also has: email.\n"
        "  c.csv:4: “luz” is among your contacts already.\n" in done.err
    )


def test_who_is_there_twice_is_left_alone_where_one_of_the_rows_asks_for_it(work: MiniWorkspace) -> None:
    work.write(
        "c.csv", "name,email,phone,baja\nAna,ana@a.example,,\nAna,ana@a.example,300 111 2222,2026-01-02\nAna,,,\n"
    )
    done = work.run("import", "csv", "c.csv", language="en")
    assert work.read(CONTACTS) == (
        '- id: ana\n  name: Ana\n  segments: [panaderias]\n  email: "ana@a.example"\n  opted_out: 2026-01-02\n'
    )
    assert (
        "c.csv:3: The same as ana, above. The file also has: phone.\n  c.csv:4: The same as ana, above.\n" in done.err
    )


def test_a_mapping_says_what_a_column_is(work: MiniWorkspace) -> None:
    work.write("c.csv", "Quién;Dónde;Otra\nRosa;rosa@horno.example;x\n")
    done = work.run("import", "csv", "c.csv", "--map", "Quién=name, donde=email")
    assert done.exit == 0
    assert 'email: "rosa@horno.example"' in work.read(CONTACTS)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("Nope=name", "--map: there is no column “Nope”"),
        ("Nombre=nombre", "--map: “nombre” is no key of contacts"),
        ("Nombre", "--map: there is no column “Nombre”. Write Heading=key"),
    ],
)
def test_a_wrong_mapping_is_told(work: MiniWorkspace, mapping: str, said: str) -> None:
    work.write("c.csv", "Nombre;Correo\nRosa;rosa@horno.example\n")
    refused = work.run("import", "csv", "c.csv", "--map", mapping, language="en")
    assert refused.exit == 2
    assert said in " ".join(refused.err.split())


def test_opt_outs_of_a_mailing_program(work: MiniWorkspace) -> None:
    work.write(
        CONTACTS,
        """
        - {id: rosa, name: Rosa, segments: [panaderias], email: rosa@horno.example}
        - id: luz
          name: Luz
          segments: [panaderias]
          email: luz@a.example   # del trabajo
        - {id: ana, name: Ana, segments: [panaderias], email: ana@a.example, opted_out: true}
        """,
    )
    work.write(
        "unsubscribed.csv",
        '"Email Address","First Name","UNSUB_TIME","UNSUB_REASON"\n'
        '"Rosa@horno.example","Rosa","2026-11-03 18:20:11","NORMAL"\n"luz@a.example","","",""\n'
        '"ana@a.example","","",""\n"nobody@a.example","","",""\n',
    )
    before = work.read(CONTACTS)
    done = work.run("import", "csv", "unsubscribed.csv", language="en")
    assert done.exit == 0
    assert work.read(CONTACTS) == before.replace(
        "rosa@horno.example}", "rosa@horno.example, opted_out: 2026-11-03}"
    ).replace("# del trabajo\n", "# del trabajo\n  opted_out: true\n")
    assert "unsubscribed.csv:4: “ana” has opted out already." in done.err
    assert "unsubscribed.csv:5: No contact has this address." in done.err
    assert work.run("import", "csv", "unsubscribed.csv").err.count("ya ") >= 3


def test_a_calendar_kept_in_a_table(work: MiniWorkspace) -> None:
    work.write(
        "plan.csv",
        "Fecha;Título;Tipo;Canal;Estado;Texto;Minutos\n"
        "05/11/2026 9:30;Tres cuentas de la merma;Consejo;Instagram;Publicado;Pesa lo que barres.;45,0\n"
        "20-dic-26;Curso de costos;;Boletín;Borrador;"
        '"Últimas plazas: inscríbete hoy, solo 120 € con un 20 % de descuento. Reserva tu plaza antes del viernes.";\n'
        "21/12/2026;Llamada a los hornos;;Llamada;;;\n"
        ";Algún día;;;;;\n"
        "22/12/2026;Otra;;Paloma;;;\n",
    )
    done = work.run("import", "csv", "plan.csv", "--yes")
    assert done.exit == 0
    calendar = work.read("content/calendar/2026.yaml")
    first = calendar[calendar.index("- date: 2026-11-05T09:30") : calendar.index("- date: 2026-12-01")]
    assert first == (
        "- date: 2026-11-05T09:30\n  title: Tres cuentas de la merma\n  slug: tres-cuentas-de-la-merma\n"
        "  segments: [panaderias]\n  kind: expertise\n  channels: [instagram]\n  text: Pesa lo que barres.\n"
        "  status: done\n  minutes: 45\n"
    ).replace("text: Pesa lo que barres.", 'text: "Pesa lo que barres."')
    assert "title: Curso de costos\n  slug: curso-de-costos\n  segments: [panaderias]\n  kind: pitch\n" in calendar
    assert "slug: llamada-a-los-hornos\n  segments: [panaderias]\n  kind: conversation\n  channels: [call]" in calendar
    assert "status: idea" in work.read("content/calendar/backlog.yaml")
    assert "plan.csv:3: «Curso de costos»: tomada por `pitch`." in done.err
    assert "Traído, pero sin esto:\n  plan.csv:6: Sin el canal «Paloma»" in done.err
    assert "No se ha traído" not in done.err  # it was taken, but for that
    assert work.findings("format") == []
    before = work.tree("content")
    assert work.run("import", "csv", "plan.csv", "--yes").exit == 0
    assert work.tree("content") == before


def test_dates_of_the_united_states(work: MiniWorkspace) -> None:
    """The column shows it where one day is beyond 12; else it is said."""
    work.write("c.csv", "name,birthday\nAna,02/03/1980\nEva,12/25/1981\n")
    assert work.run("import", "csv", "c.csv").exit == 0
    assert "birthday: 1980-02-03" in work.read(CONTACTS)
    work.write("d.csv", "name,birthday\nIda,02/03/1980\n")
    assert work.run("import", "csv", "d.csv", "--month-first").exit == 0
    assert work.read(CONTACTS).count("birthday: 1980-02-03") == 2


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "x.csv: There is nothing in this file."),
        (b"name;email\n\x81\x8d;a\n", "x.csv:2: From here on it is in no encoding that is known."),
        (b'name;email\nRosa;"a\n', "x.csv:2: From here on the quotes don't match."),
        (b"name;name\nRosa;a\n", "x.csv:1: Two columns are called “name”."),
        (b"name\nRo\0sa\n", "x.csv:2: This is no text: there is a NUL in it."),
        (b"a;" * 201 + b"\n", "x.csv:1: There are more than 200 columns."),
        (b"name\n" + b"x" * (8 << 20), "x.csv: This file is larger than 8 MiB."),
    ],
)
def test_what_is_no_table_is_refused_with_its_place(work: MiniWorkspace, data: bytes, said: str) -> None:
    work.write("x.csv", data)
    before = work.tree("content")
    refused = work.run("import", "csv", "x.csv", language="en")
    assert refused.exit == 1
    assert said in refused.err
    assert work.tree("content") == before


def test_control_characters_are_told_and_left_out(work: MiniWorkspace) -> None:
    work.write("c.csv", "name,notes\nRo\x1bsa,x\nAna,a\x07b\n")
    done = work.run("import", "csv", "c.csv", language="en")
    assert "c.csv:2: Without `name`: There is an invisible control character (U+001B)" in done.err
    assert "c.csv:3: Without `about`: There is an invisible control character (U+0007)" in done.err
    assert work.read(CONTACTS) == "- id: ana\n  name: Ana\n  segments: [panaderias]\n"


def test_a_text_that_does_not_fit_costs_its_row_alone(work: MiniWorkspace) -> None:
    work.write(
        "c.csv",
        "fecha,titulo,tipo,texto\n2026-11-01,Uno,industry,::: pitch\n2026-12-06,Dos,industry,Pesa lo que barres.\n",
    )
    done = work.run("import", "csv", "c.csv", "--as", "calendar", "--segment", "panaderias", "--yes", language="en")
    assert done.exit == 0
    assert "c.csv:2: “uno” does not fit: “::: pitch” has no end." in done.err
    assert "Pesa lo que barres." in work.read("content/calendar/2026.yaml")
    assert "slug: uno" not in work.read("content/calendar/2026.yaml")


def test_several_segments_have_to_be_told_apart(work: MiniWorkspace) -> None:
    work.write("content/segments.yaml", "panaderias: {name: Panaderías}\nbares: {name: Bares}\n")
    work.change("content/calendar/2026.yaml", "segments: [panaderias]", "segments: [panaderias, bares]")
    work.write("c.csv", "name\nRosa\n")
    refused = work.run("import", "csv", "c.csv", language="en")
    assert (refused.exit, "--segment is needed: panaderias or bares." in refused.err) == (2, True)
    assert work.run("import", "csv", "c.csv", "--segment", "bar").exit == 2
    assert work.run("import", "csv", "c.csv", "--segment", "bares").exit == 0
    assert "segments: [bares]" in work.read(CONTACTS)
