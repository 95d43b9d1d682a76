"""Where a report may be read by others, a client is their id, whatever text of the user's names them."""

import unicodedata

import pytest

from valuegen.leaks.veil import veil_of
from valuegen.read.workspace import read_workspace

CONTACTS = """
- id: nuria
  name: Nuria Díez Sanz
  segments: [panaderias]
  email: nuria@horno.example
  phone: "+34 600 111 222"
- {id: luis, name: Luis Peña, named: true, segments: [panaderias], stage: buyer, email: luis@horno.example}
- {id: bo, name: Bo, segments: [panaderias], stage: buyer}
"""
NAMES = ("Nuria Díez", "nuria@horno.example", "600 111 222", "600111222")
TITLES = (
    "El horno de Nuria Díez Sanz",
    "Escribe a nuria@horno.example",
    "Llama al 600 111 222 hoy",
    "De Luis Peña y de Bo",
)
CALENDAR = "\n".join(
    f"- {{date: 2027-03-0{n}, title: {title}, segments: [panaderias], kind: pitch, channel: email}}"
    for n, title in enumerate(TITLES, 1)
)


@pytest.fixture
def work(bench):
    return bench.workspace({"content/private/contacts.yaml": CONTACTS, "content/calendar/2027.yaml": CALENDAR})


@pytest.mark.parametrize("form", ["text", "json", "github", "gitlab", "sarif", "junit"])
def test_a_title_that_names_a_client_names_them_by_id_in_every_report(work, form):
    done = work.run("check", "--format", form, "--verbose")
    said = done.out + done.err
    assert "nuria" in said
    assert "Luis Peña" in said  # `named: true`: that may be known
    for name in NAMES:
        assert name not in said
    assert "Nuria" not in work.run("build").err
    assert "Nuria" not in work.run("move", "escribe-a-nuria", "2027-03-20", "--yes").err


def test_a_mistake_of_format_shows_no_line_that_names_a_client(work):
    work.change("content/calendar/2027.yaml", "Sanz, segments: [panaderias]", "Sanz, segments: [hornos]")
    done = work.run("check")
    assert "hornos" in done.out
    assert "Nuria" not in done.out + done.err


def test_the_step_s_page_names_them_by_id(work, tmp_path):
    work.run("check", "--format", "github", GITHUB_STEP_SUMMARY=str(tmp_path / "page.md"))
    page = (tmp_path / "page.md").read_text(encoding="utf-8")
    assert "pitch" in page
    assert "Nuria" not in page


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("El horno de NURIA DIEZ SANZ", "El horno de nuria"),
        ("Díez Sanz, Nuria: su horno", "nuria: su horno"),
        (unicodedata.normalize("NFD", "Nuria Díez Sanz, al fin"), "nuria, al fin"),
        ("a Nuria@Horno.example.", "a nuria."),
        ("(+34) 600-11-12-22", "nuria"),
        ("valuegen move 2027-03-01-el-horno-de-nuria-diez-sanz", None),
        ("Nuria, Díez y Sanz", None),
        ("Nuria vino. Díez Sanz no", None),
        ("Bo, el 600 111 223 y el 2026-11-12 22", None),
    ],
)
def test_what_stands_for_a_client(work, text, covered):
    veil = veil_of(read_workspace(work.root).workspace)
    assert veil is not None
    told = veil(text)
    assert told == (text if covered is None else covered)


def test_where_there_are_no_clients_there_is_nothing_to_cover(bench):
    assert veil_of(read_workspace(bench.workspace().root).workspace) is None
