"""`valuegen import csv`: what stands above the headings of a table that somebody drew for people."""

import pytest

from bench import Bench, MiniWorkspace

CONTACTS = "content/private/contacts.yaml"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    return bench.workspace()


@pytest.mark.parametrize(
    "above",
    [
        "Clientes 2026\n\n",
        "Clientes 2026;;;\n;;;\n",
        "Clientes, proveedores y amigos\n\n",
        "Contactos;;;\nExportado el;12/11/2026;;\n\n",
        '"Listado: ""todos"""\n',
        "sep=;\nClientes 2026;;;\n",
    ],
)
def test_a_title_above_the_headings_is_left_out_and_told(work: MiniWorkspace, above: str) -> None:
    work.write(
        "c.csv", f"{above}Nombre;Correo;Celular;Notas\nRosa Díaz;rosa@horno.example;;Prefiere lunes, no martes\n"
    )
    done = work.run("import", "csv", "c.csv", "--yes", language="en")
    assert done.exit == 0, done.err
    assert "name: Rosa Díaz" in work.read(CONTACTS)
    assert 'about: "Prefiere lunes, no martes"' in work.read(CONTACTS)
    headings = above.count("\n") + 1
    assert "It stands above the headings" in done.err
    assert f"(line {headings})" in done.err
    assert f"c.csv:{2 if 'sep=' in above else 1}: It stands above the headings" in done.err
    assert "There is more in this row than there are headings" not in done.err
    assert work.run("import", "csv", "c.csv", "--yes", language="en").err.endswith("nothing was changed.\n")


def test_so_it_is_where_the_headings_are_unknown(work: MiniWorkspace) -> None:
    """One cell, and a whole row below it that holds no address and no number."""
    work.write(
        "c.csv", "Mi cartera\n\nWho;Where;Colour\nRosa Díaz;rosa@horno.example;red\nLuz Mora;luz@horno.example;blue\n"
    )
    done = work.run("import", "csv", "c.csv", "--yes", language="en")
    assert 'email: "rosa@horno.example"' in work.read(CONTACTS), done.err
    assert "name: Who" not in work.read(CONTACTS)
    assert "It stands above the headings (line 3), so it is left out: “Mi cartera”." in done.err


@pytest.mark.parametrize(
    "text",
    [
        "Correo\nrosa@horno.example\nluz@horno.example\n",
        "Nombre\nRosa\nLuz\n",
        "Nombre;\nRosa;Díaz\nLuz;Mora\n",
        "Quien;Notas\nRosa;nombre, correo, teléfono\n",
        "Nombre,Correo\nContacto,email\nRosa,rosa@horno.example\n",
    ],
)
def test_a_table_without_a_title_is_as_it_was(work: MiniWorkspace, text: str) -> None:
    work.write("c.csv", text)
    assert "above the headings" not in work.run("import", "csv", "c.csv", "--dry-run", language="en").err
