"""Channels, results, relations and the team: what the pages say, draw, and lead to."""

import re
from collections import Counter

import pytest
import yaml
from selectolax.lexbor import LexborHTMLParser, LexborNode

from bench import Bench, MiniWorkspace

PAGES = ("channels.html", "results.html", "relations.html", "people.html")
CONTACTS = """
    - {id: rosa, name: Rosa Díaz, segments: [panaderias], email: rosa@horno.example, stage: prospect}
    - {id: luis, name: Luis Peña, segments: [panaderias], email: luis@horno.example, stage: friend}
    """
PEOPLE = """
    irene: {name: Irene Vidal, role: principal, email: irene@levadura.example, knows: [harina], minutes_per_week: 90}
    leo: {name: Leo Paz, email: leo@levadura.example, away: [{from: 2026-12-07, to: 2026-12-11, cover: irene}]}
    """
LOG = """
    - {date: 2026-09-01, contact: rosa, by: irene, channel: visit, what: visit, minutes: 120}
    - {date: 2026-09-20, contact: rosa, channel: visit, what: reply}
    - {date: 2026-09-21, contact: rosa, by: irene, channel: whatsapp, what: answer, minutes: 60}
    - {date: 2026-09-22, contact: rosa, channel: whatsapp, what: inquiry}
    - {date: 2026-10-02, contact: rosa, channel: whatsapp, what: sale, product: curso, amount: 120.50 EUR}
    - {date: 2026-10-02, contact: rosa, what: stage, stage: buyer}
    - {date: 2026-11-02, contact: luis, channel: whatsapp, what: sale, product: curso, amount: 0.10 EUR}
    - {date: 2026-11-20, contact: luis, channel: whatsapp, what: sale, product: curso, amount: 90000 COP}
    - {date: 2026-11-30, contact: luis, what: lost, product: libro, why: absence}
    """
PRODUCTS = """
products:
  - {id: curso, name: Curso de costos}
  - {id: libro, name: Libro de masas}
goals:
  - {product: curso, sales: 4 per 30 days}
"""


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    work = Bench(tmp_path_factory.mktemp("figures")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    work = Bench(tmp_path_factory.mktemp("figures")).workspace(
        {"content/contacts.yaml": CONTACTS, "content/people.yaml": PEOPLE, "content/log.yaml": LOG}
    )
    work.write("valuegen.yaml", work.read("valuegen.yaml") + PRODUCTS)
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work


def page_of(work: MiniWorkspace, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((work.root / "site/planner" / name).read_text())


def words_of(node: LexborNode | LexborHTMLParser | None) -> str:
    assert node is not None
    return re.sub(r"\s+", " ", node.text()).strip()


def rows_of(figure: LexborNode) -> list[list[str]]:
    return [[words_of(cell) for cell in row.css("th, td")] for row in figure.css("tbody tr, tfoot tr")]


def figure_of(work: MiniWorkspace, page: str, id: str) -> LexborNode:
    for figure in page_of(work, page).css("figure"):
        if figure.css_first(f'[id="{id}-t"]'):
            return figure
    raise AssertionError(id)


@pytest.mark.parametrize("name", PAGES)
def test_each_picture_is_said_drawn_within_its_page_and_told_in_a_table(example: MiniWorkspace, name: str) -> None:
    tree = page_of(example, name)
    figures = tree.css("main figure")
    assert figures
    for figure in figures:
        svg = figure.css_first("svg[role=img]")
        assert svg is not None
        assert words_of(svg.css_first("title"))
        assert words_of(svg.css_first("desc"))
        assert len(figure.css("details tbody tr")) >= 1
        for shape in svg.css("rect"):
            left, width = (float((shape.attributes[key] or "").removesuffix("%")) for key in ("x", "width"))
            assert left >= 0
            assert width >= 0
            assert left + width <= 100.01, (name, shape.html)
    fillings = {node.attributes["id"] for node in tree.css("pattern")}
    assert set(re.findall(r"url\(#(\w+)\)", tree.html or "")) <= fillings


@pytest.mark.parametrize("name", PAGES)
def test_words_of_pictures_keep_their_size_on_a_phone(example: MiniWorkspace, name: str) -> None:
    for svg in page_of(example, name).css("main figure svg"):
        assert "viewbox" not in {key.lower() for key in svg.attributes}


def test_minutes_and_outcomes_are_those_of_the_log(example: MiniWorkspace) -> None:
    log = yaml.safe_load(example.read("content/private/log.yaml"))
    minutes = sum(line.get("minutes", 0) for line in log)
    back = Counter(line["what"] for line in log)
    total = rows_of(figure_of(example, "channels.html", "channels_"))[-1]
    assert total[2] == f"{minutes // 60} h {minutes % 60} min"
    kinds = ("reply", "inquiry", "sale", "referral", "helped", "meeting")
    assert total[3:10] == [*(str(back[kind]) for kind in kinds), str(sum(back[kind] for kind in kinds))]


def test_the_best_and_the_worst_channel_are_named_above_the_picture(small: MiniWorkspace) -> None:
    said = words_of(page_of(small, "channels.html").css_first(".claim"))
    assert said == "Por «WhatsApp» vuelve algo 4 veces por hora; por «Visita», 0,5."


def test_every_channel_has_a_place_to_lead_to(small: MiniWorkspace) -> None:
    ids = {node.attributes["id"] for node in page_of(small, "channels.html").css("[id^=channel-]")}
    assert {"channel-visit", "channel-whatsapp", "channel-blog", "channel-podcast"} <= ids


def test_amounts_are_summed_exactly_each_currency_for_itself(small: MiniWorkspace) -> None:
    said = words_of(page_of(small, "results.html").css_first(".standfirst"))
    assert said == "Desde enero de 2026: 3 ventas, 120,60 € y 90.000 COP en total."
    rows = rows_of(figure_of(small, "results.html", "sales_"))
    assert rows[-1] == ["Todo", "3", "120,60 €, 90.000 COP"]
    assert ["Noviembre de 2026", "2", "0,10 €, 90.000 COP"] in rows


def test_a_goal_stands_in_its_own_days_and_by_month(small: MiniWorkspace) -> None:
    assert "2 de 4 en los últimos 30 días." in words_of(page_of(small, "results.html"))
    rows = rows_of(figure_of(small, "results.html", "aim-1"))
    assert ["Noviembre de 2026", "2", "4", "0,10 €, 90.000 COP"] in rows
    assert ["Octubre de 2026", "1", "4,1", "120,50 €"] in rows


def test_what_does_not_move_is_told_and_what_sells_leads_to_its_offers(example: MiniWorkspace) -> None:
    tree = page_of(example, "results.html")
    assert "Nunca se ha ofrecido a nadie" in words_of(tree.css_first("#product-cuaderno-finca.is-still"))
    links = [link.attributes["href"] or "" for link in tree.css("#product-huerta-invierno a")]
    assert any(href.startswith("entries/") and "acompanamiento-invierno" in href for href in links)


@pytest.mark.parametrize("name", ["results.html", "relations.html"])
def test_a_loss_is_told_with_the_silence_before_it(small: MiniWorkspace, name: str) -> None:
    text = words_of(page_of(small, name).css_first("main"))
    assert "1 pérdida en doce meses, ninguna tras un silencio más largo de lo prometido" in text
    assert "10 días de silencio antes: la última vez fue el 20 de noviembre de 2026." in text
    assert "Luis Peña · Libro de masas · no estabais" in text


def test_stages_count_every_client_once_and_name_who_moved(small: MiniWorkspace) -> None:
    tree = page_of(small, "relations.html")
    counts = [int(words_of(node)) for node in tree.css(".rung b")]
    assert counts == [0, 1, 1, 0, 0]
    assert words_of(tree.css_first(".claim")) == "En doce meses alguien se acercó una vez."
    rows = rows_of(figure_of(small, "relations.html", "flow_"))
    assert rows[-1][-1] == "2"
    move = tree.css_first(".moves > li")
    assert "Rosa Díaz" in words_of(move)
    assert "Preguntó para comprar" in words_of(move)
    assert "22 sept" in words_of(move)


def test_the_team_tells_what_each_has_and_when_they_stand_in(small: MiniWorkspace) -> None:
    tree = page_of(small, "people.html")
    irene, leo = (words_of(tree.css_first(f"#person-{id}")) for id in ("irene", "leo"))
    assert "Panaderías de barrio" in irene
    assert "2 clientes que cuida" in irene
    assert "Cubre a" in irene
    assert "cubre Irene Vidal" in leo
    assert "harina" in irene
    table = rows_of(figure_of(small, "people.html", "weeks-irene"))
    (busy,) = [row for row in table[:-1] if row[1] == "2 h"]
    assert busy[0] == "30 nov 2026"
    assert words_of(tree.css_first(".claim")) == (
        "Irene Vidal tiene más de lo que cabe en la semana del 30 de noviembre de 2026: 2 h de 1 h 30 min."
    )


@pytest.mark.parametrize("name", ["channels.html", "results.html"])
def test_where_there_is_no_log_it_says_what_to_write_down(bench: Bench, name: str) -> None:
    work = bench.workspace({"content/contacts.yaml": CONTACTS})
    assert work.run("build", "--quiet").exit == 0
    blank = words_of(page_of(work, name).css_first(".blank"))
    assert "El registro aún está vacío" in blank
    assert yaml.safe_load(blank[blank.index("- {") :])[0]["contact"] == "rosa"
    assert words_of(page_of(work, "relations.html").css_first(".claim"))


def test_where_there_are_no_clients_the_relations_say_how_to_begin(bench: Bench) -> None:
    work = bench.workspace({})
    assert work.run("build", "--quiet").exit == 0
    text = words_of(page_of(work, "relations.html").css_first("main"))
    assert "Aquí aún no hay clientes" in text
    assert "segments: [panaderias]" in text


def test_all_of_it_can_be_read_in_english(bench: Bench) -> None:
    work = bench.workspace({"content/contacts.yaml": CONTACTS, "content/people.yaml": PEOPLE, "content/log.yaml": LOG})
    work.change("valuegen.yaml", "language: es", "language: en")
    work.write("valuegen.yaml", work.read("valuegen.yaml") + PRODUCTS)
    assert work.run("build", "--quiet").exit == 0
    assert words_of(page_of(work, "channels.html").css_first(".claim")) == (
        "By “WhatsApp” something comes back 4 times an hour; by “Visit”, 0.5."
    )
    assert "€120.60 and COP 90,000 together" in words_of(page_of(work, "results.html").css_first(".standfirst"))
    assert "came nearer once" in words_of(page_of(work, "relations.html").css_first(".claim"))
