"""private-leak's search: what is a client's is found as a whole and by its words; what is nobody's is not."""

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from leak_samples import ABOUT, EMAIL, KINDS, NAME, PHONE, ROSA, SAID, SECRETS, fresh, kinds, page

from bench import Bench
from valuegen.leaks import known
from valuegen.leaks.scan import Leak, Private, Whose, scan, secrets_from, secrets_of
from valuegen.read.workspace import read_workspace

PHONES = """\
+57 312 555 0148
573125550148
0057-312-555-0148
(312) 555 01 48
312.555.01.48
3125550148
12 555 01 48
tel:+573125550148
https://wa.me/573125550148?text=x
+57 (312) 555-0148
3 1 2 5 5 5 0 1 4 8
312 555 0148 / 310 222 3344
310 222 3344, 312 555 0148
٣١٢٥٥٥٠١٤٨
<b>312</b> <i>555</i>-0148
""".splitlines()


@pytest.mark.parametrize("phone", PHONES)
def test_a_phone_in_any_form(phone):
    assert kinds(page(phone)) == {"phone"}


@pytest.mark.parametrize(
    "text",
    [
        "31255501480",
        "555 0148",
        "2 555 0148",
        "312 555 0149",
        "312a5550148",
        "9312555014",
        "31,25 5501,48",
        "0148 555 312",
    ],
)
def test_other_numbers(text):
    assert kinds(page(text)) == set()


OTHERS = """\
Rosa y Díaz
Díaz Rosa
Rosalía Díaz
Rosa Díazval
Teo
Teo y Teo
mariarosa@horno.example
maria.rosa@horno.example
rosa@horno.example.com
rosa@otro.example
rosa horno example
decide con su hermana
los lunes su hermana prefiere con
Cambió de molino
""".splitlines()


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_not_it(text):
    assert kinds(page(text)) == set()


EMAILS = """\
Escribe a rosa@horno.example.
<rosa@horno.example>
?to=rosa@horno.example&x
ROSA@Horno.Example
a/rosa@horno.example/b
rosa @ horno.example
mailto:rosa@horno.example
""".splitlines()


@pytest.mark.parametrize("text", EMAILS)
def test_an_email_in_any_form(text):
    assert kinds(text) == {"email"}


def test_the_address_of_a_file_counts_too():
    assert kinds("nada", "public/img/rosa-diaz.jpg") == {"name"}
    assert kinds("nada", "public/ROSA%20D%C3%8DAZ/index.html") == {"name"}


VOCABULARY = (
    "su hermana prefiere los lunes por la mañana pesó merma en una báscula nueva rosa díaz con decide de".split()
)


@given(
    st.lists(
        st.tuples(st.sampled_from(VOCABULARY), st.sampled_from([" ", ", ", ". ", "<b> ", " </p><p>", "\n"])),
        max_size=80,
    )
)
def test_exactly_five_words_in_a_row_and_whole_names(parts):
    """Against a definition written apart: what is found in a text of the secrets' own words is what stands there."""
    text = page("".join(word + gap for word, gap in parts))
    row = ["antes", "de", *(word for word, _ in parts), "y", "después"]
    runs = {tuple(row[at : at + 5]) for at in range(len(row) - 4)}
    secrets = ["decide con su hermana prefiere los lunes por la mañana", "pesó la merma en una báscula nueva"]
    private = {tuple(words[at : at + 5]) for words in map(str.split, secrets) for at in range(len(words) - 4)}
    wanted = {"text"} if runs & private else set()
    if any(row[at : at + 2] == ["rosa", "díaz"] for at in range(len(row))):
        wanted.add("name")
    assert kinds(text) == wanted


NOBODYS = (
    "el pan se enfría cuando nadie mira y la harina cuesta cada mes un poco más que el anterior 2026 300 12".split()
)


@given(
    st.lists(
        st.sampled_from([*NOBODYS, "<p>", "</p>\n", "&amp;", "%20", "\\u00ed", "=C3=AD", "QUJDREVGR0hJSktMTU5P"]),
        max_size=300,
    )
)
def test_what_has_nothing_to_do_with_it(parts):
    assert kinds(page(" ".join(parts))) == set()


LINES = """\
<p>su hermana</p>
<li>Prefiere</li>
<li>los lunes por la</li>
<b>Rosa</b>
Díaz</p>
<p>312</p>
<p>555 0148</p>
<p>nada que ver con esto, que es mucho más largo que los demás renglones</p>
decide con <i>su</i>
&quot;por la&quot;<br>
""".splitlines()


@given(st.lists(st.lists(st.sampled_from(LINES), max_size=12), min_size=3, max_size=8))
def test_known_lines_change_nothing(pages):
    secrets = fresh()
    for lines in pages:
        data = ("<!doctype html>\n" + "\n".join(lines) + "\n").encode()
        assert scan(secrets, "x", data) == scan(fresh(), "x", data)


def test_known_lines_are_not_looked_at_again():
    secrets = fresh()
    menu = "".join(f'<li><a href="/{n}/">Una página que está en el menú, y van {n}</a></li>\n' for n in range(200))
    for n in range(3):
        assert scan(secrets, "x", page(menu + f"Página {n}").encode()) == ()
    whole = page(menu + "Página 4")
    assert len(secrets.known.fresh(whole.split(known.END))) < len(whole) / 1.5
    assert {leak.kind for leak in scan(secrets, "x", page(menu + NAME).encode())} == {"name"}


def test_lines_of_a_page_with_a_leak_are_not_known():
    secrets = fresh()
    bad = page("relleno " * 300 + f"\n<p>{NAME}</p>\n")
    for _ in range(4):
        assert {leak.kind for leak in scan(secrets, "x", bad.encode())} == {"name"}


def test_what_is_published_anyway_is_no_leak():
    secrets = secrets_from(
        Private(((EMAIL, ROSA), ("b@x.example", ROSA)), ("Rosa@HORNO.example",)),
        Private(((PHONE, ROSA),), ("312 555 01 48",)),
        Private(((NAME, ROSA),), ("Panadería Rosa Diaz e hijos",)),
        Private(((ABOUT, ROSA),), ("Nos dijo: su hermana prefiere los lunes",)),
    )
    assert scan(secrets, "x", page(f"{EMAIL} {PHONE} {NAME} {SAID}").encode()) == ()
    found = scan(secrets, "x", b"b@x.example, los lunes por la ma\xc3\xb1ana")
    assert {leak.kind for leak in found} == {"email", "text"}


def test_several_owners_are_all_named():
    other = Whose("contact", "tomas", "tomas")
    secrets = secrets_from(Private(), Private(((PHONE, ROSA), ("312 5550148", other))), Private(), Private())
    assert [leak.whose.id for leak in scan(secrets, "x", PHONE.encode())] == ["rosa", "tomas"]


def test_nothing_that_is_found_says_what():
    found = scan(fresh(), "public/index.html", page(" ".join(KINDS.values())).encode())
    assert [leak.kind for leak in found] == ["email", "name", "phone", "text"]
    assert {(leak.whose.about, leak.whose.id) for leak in found} == {("contact", "rosa")}
    shown = repr(found) + repr(SECRETS)
    assert not any(part in shown.lower() for part in ("horno", "312", "díaz", "diaz", "hermana"))


def test_secrets_travel_to_other_processes():
    secrets = pickle.loads(pickle.dumps(SECRETS))
    assert scan(secrets, "x", page(NAME).encode())


PRIVATE = {
    "content/people.yaml": "irene: {name: Irene Vidal, email: irene@levadura.example, phone: '+57 300 111 2222'}\n",
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example, phone: "+57 312 555 0148",
           about: "Decide con su hermana. Prefiere los lunes."}
        - {id: tomas, name: Tomás Ruiz, named: true, segments: [panaderias], email: tomas@horno.example}
        - {id: irene-vidal, name: Irene Vidal, segments: [panaderias], email: Irene@levadura.example,
           phone: "300 111 22 22"}
        - {id: teo, name: Teo, segments: [panaderias]}
        """,
    "content/private/needs.yaml": """
        - {id: merma, heard: 2026-10-12, from: rosa, asked: Un curso de costos para todos.,
           needs: Saber cuánta harina tira sin otra planilla.}
        - {id: turnos, heard: 2026-10-12, from: rosa, needs: Repartir los turnos de noche sin pelearse., quotable: true}
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-02, contact: rosa, by: irene, what: coffee, note: Cambió el molino viejo por otro}
        - {date: 2026-11-03, contact: rosa, what: testimonial, quote: Ahora tiro mucha menos harina que antes}
        - {date: 2026-11-04, contact: tomas, what: testimonial, may_publish: true,
           quote: Repartimos los turnos sin pelearnos por primera vez, note: Lo dijo sin que nadie le preguntara}
        - {date: 2026-11-05, what: work, by: irene, channel: blog, note: Escribir la entrada de los molinos nuevos}
        """,
}


@pytest.fixture
def leaks(tmp_path: Path):
    """What of a workspace's clients a text holds: kind, what it is of, its id."""
    root = Bench(tmp_path).workspace(PRIVATE).root
    reading = read_workspace(root, None)
    assert reading.workspace is not None
    assert reading.findings == ()
    secrets = secrets_of(reading.workspace)

    def look(text: str) -> set[tuple[str, str, str]]:
        return {(leak.kind, leak.whose.about, leak.whose.id) for leak in scan(secrets, "x", text.encode())}

    return look


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("rosa@horno.example", ("email", "contact", "rosa")),
        ("312 555 01 48", ("phone", "contact", "rosa")),
        ("ROSA DIAZ", ("name", "contact", "rosa")),
        ("decide con su hermana, prefiere", ("text", "contact", "rosa")),
        ("tomas@horno.example", ("email", "contact", "tomas")),
        ("un curso de costos para", ("text", "need", "merma")),
        ("cuánta harina tira sin otra", ("text", "need", "merma")),
        ("cambió el molino viejo por", ("text", "log", "2026-11-02-rosa")),
        ("tiro mucha menos harina que", ("text", "log", "2026-11-03-rosa")),
        ("Lo dijo sin que nadie", ("text", "log", "2026-11-04-tomas")),
        ("la entrada de los molinos", ("text", "log", "2026-11-05-work")),
    ],
)
def test_what_a_workspace_keeps_private(leaks, text, wanted):
    assert leaks(page(text)) == {wanted}


@pytest.mark.parametrize(
    "text",
    [
        "Irene Vidal, irene@levadura.example, +57 300 111 2222",
        "Tomás Ruiz",
        "Teo",
        "Repartir los turnos de noche sin pelearse.",
        "Repartimos los turnos sin pelearnos por primera vez",
        "merma turnos rosa tomas teo",
        "molino viejo por otro",
    ],
)
def test_what_may_be_published(leaks, text):
    assert leaks(page(text)) == set()


def test_a_leak_tells_where_its_secret_is_written(tmp_path):
    reading = read_workspace(Bench(tmp_path).workspace(PRIVATE).root, None)
    assert reading.workspace is not None
    (found,) = scan(secrets_of(reading.workspace), "public/x", b"rosa@horno.example")
    assert found == Leak("public/x", "email", Whose("contact", "rosa"))
    assert (found.whose.place.file, found.whose.place.line) == ("content/private/contacts.yaml", 1)
    assert found.whose.contact == "rosa"


def test_without_contacts_nothing_is_private(tmp_path):
    reading = read_workspace(Bench(tmp_path).workspace().root, None)
    assert reading.workspace is not None
    assert scan(secrets_of(reading.workspace), "x", page(" ".join(KINDS.values())).encode()) == ()
