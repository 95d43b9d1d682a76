"""The pages of clients: what they received, said and were told, what is known of them, and who is left in peace."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from planned import desk_of, planner, shown_in
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

from bench import Bench, MiniWorkspace
from valuegen.pages.planner.contact_index import contact_index
from valuegen.pages.planner.contacts import contact_pages
from valuegen.pages.planner.ledger import Ledger
from valuegen.pages.planner.story import Story
from valuegen.plan.received import Group, Receipts
from valuegen.plan.types import Occurrence

CONTACTS = """
    - id: rosa
      name: Rosa Díaz
      segments: [panaderias]
      stage: prospect
      phone: "+57 300 000 0001"
      email: rosa@horno.example
      channel: whatsapp
      came_by: referral
      agreed: {on: 2024-03-01, how: en la feria}
      dates: {birthday: 1980-12-05, "abrió el horno": 03-10}
      not_by: [email]
    - id: luis
      name: Luis Peña
      segments: [panaderias]
      phone: "+57 300 000 0002"
      email: luis@horno.example
      dates: {birthday: 1970-12-06}
      opted_out: 2026-10-01
    - id: gema
      name: Gema Ruiz
      segments: [panaderias]
      phone: "+57 300 000 0003"
      status: gone
    - id: eva
      name: Eva Sanz
      segments: [panaderias]
      phone: "+57 300 000 0004"
      no_pitches: 2026-05-01
    """
LOG = """
    - {date: 2026-11-28, contact: rosa, channel: whatsapp, what: reply, note: Se me quema por abajo}
    - {date: 2026-11-29, contact: rosa, by: irene-vidal, channel: whatsapp, what: answer, minutes: 10}
    - {date: 2026-11-24, contact: rosa, by: irene-vidal, channel: call, what: call, entry: llamada,
       note: Contó lo del horno}
    - {date: 2026-11-25, contact: rosa, what: sale, product: curso, amount: 120.50 EUR}
    - {date: 2026-11-26, contact: rosa, what: stage, stage: buyer}
    - {date: 2025-03-02, contact: rosa, by: irene-vidal, channel: visit, what: visit, note: Primera visita}
    """
CALENDAR = """
    - {date: 2026-11-20, title: Nota vieja, slug: nota, segments: [panaderias], kind: industry, channels: [newsletter],
       status: done, ask: ¿Y tú?}
    - {date: 2026-11-24, title: Llamada a Rosa, slug: llamada, contacts: [rosa], kind: conversation, channels: [call],
       status: done, ask: ¿Qué tal?}
    - {date: 2026-12-09, title: Visita a Rosa, slug: visita, contacts: [rosa], kind: conversation, channels: [whatsapp],
       status: ready, ask: ¿Vamos?}
    - {date: 2026-12-12, title: Hornos pequeños, slug: hornos, segments: [panaderias], kind: expertise, status: draft,
       channels: [newsletter], ask: ¿Cuál?, answers: [quemado]}
    """
NEEDS = """
    - {id: quemado, heard: 2026-11-28, from: rosa, where: whatsapp, segment: panaderias, asked: Otro horno.,
       needs: Que no se queme por abajo.}
    """


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    made = Bench(tmp_path_factory.mktemp("contacts")).workspace(
        {
            "content/contacts.yaml": CONTACTS,
            "content/log.yaml": LOG,
            "content/needs.yaml": NEEDS,
            "content/calendar/mas.yaml": CALENDAR,
        }
    )
    made.change("valuegen.yaml", "site:", "products: [{id: curso, name: Curso de horno, type: service}]\nsite:")
    result = made.run("build", "--quiet")
    assert result.exit == 0, result.err
    return made


def page(work: MiniWorkspace, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((work.root / "site/planner" / name).read_text())


def words(tree: LexborHTMLParser, selector: str = "main") -> list[str]:
    return [re.sub(r"\s+", " ", node.text()).strip() for node in tree.css(selector)]


def hrefs(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [node.attributes.get("href") or "" for node in tree.css(selector)]


def test_a_client_is_told_from_the_newest_to_the_oldest(work: MiniWorkspace) -> None:
    rosa = page(work, "contacts/rosa.html")
    story = words(rosa, 'section[aria-labelledby="story_"] > .story .what')
    assert story == [
        "→ Irene Vidal le contestó",
        "? Necesita: Que no se queme por abajo.",
        "← Respondió",
        "↑ Desde entonces: ha comprado",
        "★ Compró «Curso de horno» (120,50 €)",
        "→ Irene Vidal le llamó",
        "● Su oficio: Nota vieja",
    ]
    assert words(rosa, "details .story .what") == ["→ Irene Vidal le hizo una visita"]
    assert "2025" in words(rosa, "details .month-name")[0]
    assert "Contó lo del horno" in words(rosa)[0]


def test_what_was_brought_by_hand_is_told_once(work: MiniWorkspace) -> None:
    rosa = page(work, "contacts/rosa.html")
    links = hrefs(rosa, 'section[aria-labelledby="story_"] a')
    assert links.count("../entries/2026-11-24-llamada.html") == 1


def test_what_comes_stands_first_with_a_way_to_its_words(work: MiniWorkspace) -> None:
    ahead = page(work, "contacts/rosa.html").css_first('section[aria-labelledby="ahead_"]')
    assert ahead is not None
    titles = [re.sub(r"\s+", " ", node.text()) for node in ahead.css(".what a")]
    assert titles == ["¿Cuánta harina tiras en diciembre?", "Visita a Rosa", "Hornos pequeños"]
    assert "../outbox/2026-12-09-visita.html" in [node.attributes["href"] for node in ahead.css("a.act")]


def test_who_they_are_is_said_plainly(work: MiniWorkspace) -> None:
    rosa = page(work, "contacts/rosa.html")
    facts = dict(zip(words(rosa, ".facts dt"), words(rosa, ".facts dd"), strict=True))
    assert facts["En qué punto está"] == "podría ser cliente, ha comprado desde el 26 de noviembre de 2026"
    assert facts["Cómo llegó"] == "se lo recomendó alguien"
    assert facts["Aceptó que se le escriba"] == "el 1 de marzo de 2024, en la feria"
    assert facts["Teléfono y correo"] == "+57 300 000 0001, rosa@horno.example"
    assert words(rosa, ".feasts > div") == [
        "✿ Cumpleaños5 de diciembre · cumple 46",
        "✿ Abrió el horno10 de marzo",
    ]
    assert "La última vez que supo de ti fue el 29 de noviembre de 2026 (hace 2 días)" in words(rosa, ".pace")[0]
    assert "0 de las 3 entradas" in words(rosa, ".balance")[0]


def test_what_is_not_known_is_a_gentle_list(work: MiniWorkspace) -> None:
    assert words(page(work, "contacts/rosa.html"), ".unknown li") == [
        "Aún no hay una línea sobre quién es. about",
        "No has apuntado qué le importa más. cares_about",
    ]
    assert "No sabes cómo llegó. came_by" in words(page(work, "contacts/eva.html"), ".unknown li")
    assert not page(work, "contacts/luis.html").css(".unknown")


def test_the_ways_to_write_leave_out_what_they_refused(work: MiniWorkspace) -> None:
    assert hrefs(page(work, "contacts/rosa.html"), ".acts a") == ["https://wa.me/573000000001", "tel:+573000000001"]
    assert words(page(work, "contacts/rosa.html"), ".wishes li") == ["Por aquí no: Correo. Lo pidió."]
    assert words(page(work, "contacts/eva.html"), ".wishes li") == ["No quiere ofertas, desde el 1 de mayo de 2026."]


@pytest.mark.parametrize(("first", "last"), [("2026-11-25", "2026-12-03"), ("11-25", "12-03")])
def test_a_pause_that_runs_is_said_and_so_is_one_of_every_year(first: str, last: str) -> None:
    paused = {"segments": ["a"], "pauses": [{"from": first, "to": last}, {"from": "2026-11-02", "to": "2026-11-03"}]}
    files = planner(plan_of([], {"a": {}}, {"c": paused}, [], site={"language": "es"}))
    assert shown_in(files, "contacts/c.html", ".wishes") == "En pausa hasta el 3 de diciembre de 2026."
    assert "del 25 de noviembre de 2026 al 3 de diciembre de 2026" in shown_in(files, "contacts/c.html")


@pytest.mark.parametrize(
    ("id", "wish"),
    [
        ("luis", "El 1 de octubre de 2026 pidió que no se le escriba."),
        ("gema", "Ya no está: no se le planea ni se recuerda nada."),
    ],
)
def test_nobody_is_invited_to_write_to_who_is_out(work: MiniWorkspace, id: str, wish: str) -> None:
    tree = page(work, f"contacts/{id}.html")
    assert words(tree, ".wishes li") == [wish]
    links = hrefs(tree, "main a")
    assert not [link for link in links if link.startswith(("https:", "tel:", "mailto:", "sms:")) or "outbox/" in link]
    assert "+57" not in words(tree)[0]
    assert "horno.example" not in words(tree)[0]


def test_the_list_says_the_last_time_and_what_is_next(work: MiniWorkspace) -> None:
    tree = page(work, "contacts/index.html")
    rows = {words_of[0]: words_of for words_of in ([*row] for row in _rows(tree))}
    assert list(rows) == ["Rosa Díaz", "Eva Sanz", "Gema Ruiz", "Luis Peña"]
    assert rows["Rosa Díaz"][1] == "Última vez: 29 nov 2026 hace 2 días · Irene Vidal le contestó"
    assert rows["Rosa Díaz"][2].startswith("Sigue: 5 dic 2026 Felicitar")
    assert rows["Gema Ruiz"][2] == ""
    assert words(tree, ".stage-name")[-1] == "no quieren mensajes o ya no están"


def _rows(tree: LexborHTMLParser) -> list[list[str]]:
    return [
        [re.sub(r"\s+", " ", (row.css_first(f".{part}") or row).text()).strip() for part in ("name", "last", "next")]
        for row in tree.css(".folk > li")
    ]


def test_every_line_leads_to_the_client_it_speaks_of(work: MiniWorkspace) -> None:
    assert "contacts/rosa.html" in hrefs(page(work, "index.html"), "main a")
    entry_page = page(work, "entries/2026-11-24-llamada.html")
    assert "../contacts/rosa.html" in hrefs(entry_page, ".facts a")
    assert "../contacts/rosa.html" in hrefs(entry_page, 'section[aria-labelledby="happened_"] a')
    hornos = page(work, "entries/2026-12-12-hornos.html")
    assert "../needs.html#need-quemado" in hrefs(hornos, ".facts a")
    assert (
        dict(zip(words(hornos, ".facts dt"), words(hornos, ".facts dd"), strict=True))["Quién lo pidió"] == "Rosa Díaz"
    )


def test_in_english_too(bench: Bench) -> None:
    files = {"content/contacts.yaml": CONTACTS, "content/log.yaml": LOG, "content/calendar/mas.yaml": CALENDAR}
    made = bench.workspace({**files, "content/needs.yaml": NEEDS})
    made.change("valuegen.yaml", "language: es", "language: en")
    made.change("valuegen.yaml", "site:", "products: [{id: curso, name: Curso de horno, type: service}]\nsite:")
    assert made.run("build", "--quiet").exit == 0
    rosa = words(page(made, "contacts/rosa.html"))[0]
    for said in ("They bought “Curso de horno” (€120.50)", "turns 46", "Irene Vidal answered them", "What we know"):
        assert said in rosa


def test_a_client_called_index_does_not_take_the_place_of_the_list(bench: Bench) -> None:
    made = bench.workspace({"content/contacts.yaml": "- {id: index, name: Índice Pérez, segments: [panaderias]}"})
    assert made.run("build", "--quiet").exit == 0
    assert words(page(made, "contacts/index.html"), "h1") == ["Clientes"]
    assert hrefs(page(made, "contacts/index.html"), ".folk a") == ["../contacts/index-.html"]
    assert words(page(made, "contacts/index-.html"), "h1") == ["Índice Pérez"]


def _crowd(clients: int, lines: int) -> dict[str, bytes]:
    contacts = {f"c{n}": {"segments": ["a"], "name": f"Cliente {n}"} for n in range(clients)}
    first = date(2026, 1, 1)
    rows = [entry((first + timedelta(days=n % 360)).isoformat(), channels=["newsletter"]) for n in range(lines)]
    log = [{"date": str(first + timedelta(days=n % 300)), "contact": "c0", "what": "reply"} for n in range(lines)]
    return planner(plan_of(rows, {"a": {}}, contacts, log))


def test_no_page_grows_with_the_workspace() -> None:
    files = _crowd(450, 900)
    assert max(len(data) for file, data in files.items() if file.startswith("contacts/")) < 300_000
    assert {"contacts/by/a.html", "contacts/by/a/2.html", "contacts/by/a/3.html"} <= files.keys()
    leaves = [file for file in files if file.startswith("contacts/by/")]
    listed = [href for file in leaves for href in hrefs(LexborHTMLParser(files[file].decode()), ".folk a")]
    assert len(listed) == len(set(listed)) == 450
    assert "cosas anteriores" in shown_in(files, "contacts/c0.html")


def test_what_a_group_receives_is_gathered_for_all_of_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Contacts × entries is never built: how often a row is gathered hangs on no number of clients."""
    gathered = 0
    of_group = Receipts.of_group

    def counted(self: Receipts, group: Group) -> tuple[Occurrence, ...]:
        nonlocal gathered
        gathered += 1
        return of_group(self, group)

    def gathered_for(clients: int) -> int:
        nonlocal gathered
        desk = desk_of(
            plan_of([entry("2026-11-20")], {"a": {}}, {f"c{n}": {"segments": ["a"]} for n in range(clients)})
        )
        ledger, gathered = Ledger(desk), 0
        story = Story(desk, ledger)
        assert len([*contact_index(desk, ledger, story), *contact_pages(desk, ledger, story)]) > clients
        return gathered

    monkeypatch.setattr(Receipts, "of_group", counted)
    assert gathered_for(5) == gathered_for(300)


WHATS = st.sampled_from(["reply", "answer", "sale", "stage", "lost", "call", "testimonial"])
DAYS = st.dates(date(2024, 1, 1), date(2027, 3, 1))


@given(st.lists(st.tuples(DAYS, WHATS), max_size=20), st.lists(DAYS, max_size=12))
@settings(max_examples=40)
def test_the_past_is_told_once_and_in_order(lines: list[tuple[date, str]], days: list[date]) -> None:
    """Every line up to today, and every entry received by then, stands there once, no newer one after an older."""
    log: list[dict[str, Any]] = [
        {"date": str(day), "contact": "c", "what": what, **({"stage": "buyer"} if what == "stage" else {})}
        for day, what in lines
    ]
    rows = [entry(str(day), status="done" if day <= date(2026, 12, 1) else "ready") for day in days]
    files = planner(plan_of(rows, {"a": {}}, {"c": {"segments": ["a"]}}, log))
    tree = LexborHTMLParser(files["contacts/c.html"].decode())
    told = [node.attributes["datetime"] or "" for node in tree.css('section[aria-labelledby="story_"] .event time')]
    expected = [day for day, _ in lines if day <= date(2026, 12, 1)] + [day for day in days if day <= date(2026, 12, 1)]
    assert told == sorted((str(day) for day in expected), reverse=True)
