"""`valuegen import csv`: who may be written to, in whatever words a table says it; and phones without their country."""

import pytest

from bench import Bench, MiniWorkspace

CLIENTS = "content/private/contacts.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({"content/segments.yaml": "bares: {name: Bares}\n"}).change(
        "content/calendar/2026.yaml", "[panaderias]", "[bares]"
    )


def test_who_may_not_be_written_to_is_left_alone(work: MiniWorkspace) -> None:
    work.write(
        "c.csv",
        "Nombre;Acepta correos;Baja;Acepta ofertas\nAna;No;;\nEva;Sí;;no\nIda;2025-03-01;no;sí\nLuz;;2026-01-02;\n"
        "Sol;-;x;\nMar;quizá;;\nPaz;;Unsubscribed;\nUma;Subscribed;;\n",
    )
    done = work.run("import", "csv", "c.csv", language="en")
    assert done.exit == 0
    said = {block.split("\n")[0]: block for block in work.read(CLIENTS).split("- id: ")}
    wanted = {
        "ana": "opted_out: true",
        "eva": "no_pitches: true",
        "ida": "agreed: {on: 2025-03-01}",
        "luz": "opted_out: 2026-01-02",
        "sol": "opted_out: true",
        "paz": "opted_out: true",
    }
    for id, line in wanted.items():
        assert said[id].strip().endswith(f"segments: [bares]\n  {line}"), said[id]
    for id in ("mar", "uma"):
        assert said[id].strip().endswith("segments: [bares]")
    assert "c.csv:7: Without `may_write`:" in done.err
    assert work.findings("format") == []


def test_who_is_here_and_asked_not_to_be_written_to_is_noted(work: MiniWorkspace) -> None:
    """Of who is here nothing is changed but this."""
    work.write(CLIENTS, "- {id: ana, name: Ana, segments: [bares], email: ana@a.example}\n")
    work.write("c.csv", "Nombre,Correo,Celular,Fecha de baja\nAna,ana@a.example,+57 300 000 0000,03/11/2026\n")
    assert work.run("import", "csv", "c.csv").exit == 0
    assert work.read(CLIENTS) == (
        "- {id: ana, name: Ana, segments: [bares], email: ana@a.example, opted_out: 2026-11-03}\n"
    )
    again = work.run("import", "csv", "c.csv", language="en")
    assert again.err.endswith("There is nothing new in it; nothing was changed.\n")


def test_a_list_of_opt_outs_may_say_no(work: MiniWorkspace) -> None:
    work.write(
        CLIENTS, "".join(f"- {{id: {id}, name: {id}, segments: [bares], email: {id}@a.example}}\n" for id in "abcd")
    )
    work.write("c.csv", "Correo;Baja\na@a.example;no\nb@a.example;sí\nc@a.example;\nd@a.example;activo\n")
    done = work.run("import", "csv", "c.csv", language="en")
    assert done.exit == 0
    assert [line[7] for line in work.read(CLIENTS).splitlines() if "opted_out: true" in line] == ["b", "c"]
    assert done.err.count("It says that they may be written to.") == 2


PHONES = "name;phone\nAna;300 123 4567\nEva;+57 300 111 2222\nIda;(601) 234 5678\nLuz;573001234568\nSol;123\n"


def test_phones_without_a_country_are_told_with_how_to_mend_them(work: MiniWorkspace) -> None:
    work.write("c.csv", PHONES)
    done = work.run("import", "csv", "c.csv", "--dry-run", language="en")
    assert (
        "c.csv:2: 4 phones have no country code (c.csv:2, c.csv:4, c.csv:5, …), so there are no WhatsApp links. If "
        "they are from CO, add --country CO, and they become +57 300 123 4567 and so on." in done.err
    )
    assert work.run("import", "csv", "c.csv", "--country", "co").exit == 0
    phones = [line.split(": ")[1] for line in work.read(CLIENTS).splitlines() if "phone" in line]
    assert phones == [
        '"+57 300 123 4567"', '"+57 300 111 2222"', '"+57 (601) 234 5678"', '"+573001234568"', "123",
    ]  # fmt: skip


def test_a_country_that_is_not_known_is_told(work: MiniWorkspace) -> None:
    work.write("c.csv", PHONES)
    work.change("valuegen.yaml", "America/Bogota", "UTC")
    refused = work.run("import", "csv", "c.csv", "--country", "XX", language="en")
    assert refused.exit == 2
    assert "--country: the numbers of “XX” are not known here; those of these are: AR, AU" in refused.err
    done = work.run("import", "csv", "c.csv", language="en")
    assert "Write it before the numbers (+57…), or add --country with the country they are from." in done.err


@pytest.mark.parametrize(
    ("country", "home", "abroad"),
    [
        ("ES", "600 000 000", "+34 600 000 000"),
        ("EC", "099 123 4567", "+593 99 123 4567"),
        ("GB", "(020) 7946 0000", "+44 (20) 7946 0000"),
        ("US", "1-212-555-0100", "+1 212-555-0100"),
        ("AR", "011 2345-6789", "+54 9 11 2345-6789"),
        ("MX", "52 55 1234 5678", "+52 55 1234 5678"),
        ("UY", "099 123 456", "+598 99 123 456"),
        ("CO", "234 5678", None),
        ("CO", "+34 600 000 000", None),
        ("DE", "030 123456", None),
    ],
)
def test_numbers_as_one_dials_them_from_anywhere(country: str, home: str, abroad: str | None) -> None:
    from valuegen.model.dialling import with_country

    assert with_country(home, country) == abroad


def test_what_is_only_to_look_at_needs_no_yes(work: MiniWorkspace) -> None:
    """As in `add`: a warning is no broken promise, and the Enter key writes it."""
    offer = ("add", "entry", "Curso", "--segment", "bares", "--kind", "pitch", "--ask", "¿Sí?", "--channel", "whatsapp")
    assert work.run(*offer, "--date", "2026-12-20", "--yes").exit == 0
    work.write("c.csv", "Name;Tel;For\nAnn Lee;07700 900123;bares\n")
    said = ("import", "csv", "c.csv", "--map", "For=segments", "--country", "uk")
    done = work.run(*said, language="en", answer="\n")
    assert "It brings a warning to look at: pitch-too-soon once.\nWrite it? " in done.err
    assert "[Y/n] " in done.err
    assert "promise" not in done.err
    assert 'phone: "+44 7700 900123"' in work.read(CLIENTS)
