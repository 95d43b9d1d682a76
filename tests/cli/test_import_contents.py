"""`import csv` where the headings say little: what stands in the columns says it; what stays open is told."""

import re

import pytest
from terminal import in_terminal

from bench import Bench, MiniWorkspace

CLIENTS = "content/private/contacts.yaml"
TWO = "panaderias: {name: Panaderías}\nbares: {name: Bares}\n"
ODD = (
    "Columna A;Col B;Col C;Cuándo cumple;Va a;¿Le mando cosas?;Col D\n"
    "Rosa Díaz;rosa@horno.example;+57 300 111 2233;14/03/1980;Bares;sí;900123456\n"
    "Íñigo de la Paz;inigo@x.example;301 555 1212;05/11;Panaderías;no;900123457\n"
)


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace({"content/segments.yaml": TWO})


def test_columns_are_known_by_what_stands_in_them(work: MiniWorkspace) -> None:
    """A number that may be anything is no phone, and a yes or a no is nobody's wish until somebody says so."""
    work.write("c.csv", ODD)
    done = work.run("import", "csv", "c.csv", "--yes", language="en")
    assert done.exit == 0, done.err
    made = work.read(CLIENTS)
    assert "name: Rosa Díaz\n  segments: [bares]\n" in made
    assert 'phone: "+57 300 111 2233"\n  email: "rosa@horno.example"\n  dates: {birthday: 1980-03-14}' in made
    assert "segments: [panaderias]" in made
    assert "dates: {birthday: 11-05}" in made
    assert "900123456" not in made
    assert "Column 6, “¿Le mando cosas?”, says yes and no, and is not taken." in done.err
    assert 'add --map "6=may_write"' in done.err
    assert 'say it by its number or heading: --map "3=phone,5=" (5 is left out)' in done.err


def test_a_calendar_is_known_by_its_days_and_titles(work: MiniWorkspace) -> None:
    work.write("p.csv", "A\tB\tC\n3/4/27\tMerma en la cocina\tBares\n13/12/27\tTres ideas para enero\tBares\n")
    done = work.run("import", "csv", "p.csv", "--dry-run", language="en")
    assert done.exit == 0, done.err
    assert "p.csv: 2 rows, taken as entries of the calendar (--as calendar)." in done.err
    for line in ("date: 2027-04-03", "title: Merma en la cocina", "segments: [bares]"):
        assert line in done.out


def test_dry_run_shows_the_rows_of_who_says_no_segment(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Correo\nRosa;rosa@x.example\n")
    done = work.run("import", "csv", "c.csv", "--dry-run")
    assert done.exit == 0
    assert "Para escribirlo, di cuál es: --segment panaderias o bares." in done.err
    assert "name: Rosa" in done.out
    assert work.run("import", "csv", "c.csv").exit == 2


def test_each_column_of_dates_shows_its_own_order(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Segmento;Cumpleaños;Fecha de alta en el boletín\nRosa;bares;14/03/1980;10/25/2025\n")
    assert work.run("import", "csv", "c.csv").exit == 0
    assert "birthday: 1980-03-14" in work.read(CLIENTS)
    assert "agreed: {on: 2025-10-25}" in work.read(CLIENTS)


def test_a_date_that_may_be_another_one_is_told(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Segmento;Cumpleaños\nAna;bares;5/5/1980\nRosa;bares;3/4/1980\n")
    told = "c.csv:3: “3/4/1980” is read with the day first, as April 3, 1980. If its month is first, add --month-first."
    first = work.run("import", "csv", "c.csv", "--dry-run", language="en")
    assert told in first.err
    assert "birthday: 1980-04-03" in first.out
    other = work.run("import", "csv", "c.csv", "--dry-run", "--month-first", language="en")
    assert "is read with" not in other.err
    assert "birthday: 1980-03-04" in other.out


def test_whoever_is_asked_reads_what_each_key_means(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Segmento\nRosa;bares\n")
    shown = in_terminal(work.root, "import", "csv", "c.csv", typed="\n")
    assert re.search(r"^  came_by +cómo llegó a ti$", shown.out, re.M)


def test_a_thousand_rows_twice(work: MiniWorkspace) -> None:
    """Everybody once, whoever has the same address is told, with line ends within cells, and in UTF-16."""
    rows = "".join(f'"Rosa {n}";r{n % 990}@x.example;bares;"dos\r\nlíneas; y más"\r\n' for n in range(1000))
    work.write("c.csv", ("Nombre;Correo;Segmento;Notas\r\n" + rows).encode("utf-16"))
    first = work.run("import", "csv", "c.csv", "--yes", language="en")
    assert "990 contacts: written." in first.err
    assert first.err.count("The same as") == 10
    before = work.tree("content")
    assert work.run("import", "csv", "c.csv", "--yes").exit == 0
    assert work.tree("content") == before


def test_a_column_of_dates_that_says_not_of_what_is_told(work: MiniWorkspace) -> None:
    work.write("c.csv", "Nombre;Segmento;Col C\nAna;bares;14/08/1990\nRosa;bares;25/12/1979\n")
    told = "c.csv: Column 3, “Col C”, holds dates, and is not taken. If they are birthdays, add --map "
    assert told + '"3=birthday".' in work.run("import", "csv", "c.csv", "--dry-run", language="en").err
    taken = work.run("import", "csv", "c.csv", "--dry-run", "--map", "3=birthday", language="en")
    assert "holds dates" not in taken.err
    assert "birthday: 1990-08-14" in taken.out


def test_a_mark_at_the_beginning_is_no_part_of_a_heading(work: MiniWorkspace) -> None:
    """Programs that write a mark before a text that has one already."""
    for encoding in ("utf-16", "utf-8-sig"):
        work.write("c.csv", "\ufeffNombre;Segmento\nRosa;bares\n".encode(encoding))
        shown = work.run("import", "csv", "c.csv", "--dry-run", language="en")
        assert "ufeff" not in shown.err + shown.out
        assert "\ufeff" not in shown.err + shown.out
