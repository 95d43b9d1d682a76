"""The planner: what its pages say, and the laws that all of them keep."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from posixpath import normpath
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser

from bench import Bench, MiniWorkspace

CONTACTS = """
    - id: rosa
      name: Rosa Díaz
      segments: [panaderias]
      phone: "+57 300 000 0001"
      channel: whatsapp
      dates: {birthday: 1980-12-05}
    - id: luis
      name: Luis Peña
      segments: [panaderias]
      email: luis@horno.example
      opted_out: true
    """


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    work = Bench(tmp_path_factory.mktemp("planner")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work


def pages(work: MiniWorkspace, tree: str = "planner") -> Iterator[tuple[PurePosixPath, LexborHTMLParser]]:
    top = work.root / "site" / tree
    for path in sorted(top.rglob("*.html")):
        yield PurePosixPath(path.relative_to(top).as_posix()), LexborHTMLParser(path.read_text())


def text_of(work: MiniWorkspace, page: str) -> str:
    tree = LexborHTMLParser((work.root / "site/planner" / page).read_text())
    main = tree.css_first("main")
    assert main is not None
    return re.sub(r"\s+", " ", main.text())


def built(bench: Bench, files: dict[str, str], *arguments: str) -> MiniWorkspace:
    work = bench.workspace(files)
    result = work.run("build", *arguments)
    assert result.exit == 0, result.err
    return work


def test_every_link_of_the_planner_leads_somewhere(example: MiniWorkspace) -> None:
    top = example.root / "site/planner"
    ids = {page: {node.attributes["id"] for node in tree.css("[id]")} for page, tree in pages(example)}
    for page, tree in pages(example):
        for node in tree.css("[href], [src]"):
            assert node.attributes.get("href") != "#", (page, node.html)
            target = urlsplit(node.attributes.get("href") or node.attributes.get("src") or "")
            if target.scheme or target.netloc:
                assert target.scheme in ("http", "https", "mailto", "tel", "sms"), (page, node.html)
                continue
            path = PurePosixPath(normpath(page.parent / unquote(target.path))) if target.path else page
            assert Path(top / path).is_file(), (page, node.html)
            if target.fragment and path.suffix == ".html":
                assert unquote(target.fragment) in ids[path], (page, node.html)


def test_every_page_of_the_planner_is_private_and_sound(example: MiniWorkspace) -> None:
    for page, tree in pages(example):
        robots = tree.css_first('meta[name="robots"]')
        assert robots is not None, page
        assert "noindex" in (robots.attributes["content"] or ""), page
        assert tree.css_first("html").attributes["lang"] == "es"  # type: ignore[union-attr]
        assert len(tree.css("h1")) == 1, page
        assert not tree.css("script:not([src]), style, [onclick], iframe, form"), page
        is_email = page.parts[:2] == ("outbox", "mail")  # as it will be seen: with its styles at its elements
        assert is_email or not tree.css("[style]"), page
        ids = [node.attributes["id"] for node in tree.css("[id]") if node.tag != "li"]
        assert len(ids) == len(set(ids)), page
        levels = [int(node.tag[1]) for node in tree.css("h1, h2, h3, h4, h5, h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), page
        for label in tree.css("[aria-labelledby]"):
            for id in (label.attributes["aria-labelledby"] or "").split():
                assert tree.css_first(f"#{id}") is not None, (page, id)


def test_no_public_page_leads_to_the_planner(example: MiniWorkspace) -> None:
    for page, tree in pages(example, "public"):
        assert not [node.html for node in tree.css("[href]") if "planner" in (node.attributes["href"] or "")], page


def test_pictures_can_be_read_without_eyes(example: MiniWorkspace) -> None:
    drawn = 0
    for page, tree in pages(example):
        for svg in tree.css("svg"):
            if svg.attributes.get("aria-hidden") == "true":
                continue
            assert svg.attributes.get("role") == "img", page
            assert svg.attributes.get("aria-label") or svg.attributes.get("aria-labelledby"), page
        for figure in tree.css("figure.picture"):
            drawn += 1
            assert "figcaption" in (figure.child.next.tag if figure.child.tag == "-text" else figure.child.tag), page
            rows = len(figure.css("details table tbody tr"))
            assert rows, page
            assert rows >= len(figure.css("rect.step")), page
    assert drawn >= 4


def test_today_says_what_to_do_and_whether_the_promises_hold(bench: Bench) -> None:
    call = """
        - {date: 2026-12-01, title: Llamar a Rosa, slug: llamar-rosa, contacts: [rosa], kind: conversation,
           channels: [whatsapp], status: ready, ask: ¿Qué tal el horno?}
        """
    work = built(bench, {"content/contacts.yaml": CONTACTS, "content/calendar/rosa.yaml": call})
    today = text_of(work, "index.html")
    assert "Martes, 1 de diciembre de 2026" in today
    assert "Todas las promesas se cumplen" in today
    assert "Escribe a Rosa Díaz (WhatsApp): «Llamar a Rosa»" in today
    assert "Luis" not in today
    assert 'href="https://wa.me/573000000001"' in (work.root / "site/planner/index.html").read_text()


def test_one_entry_to_several_people_is_one_line_with_a_link_for_each(bench: Bench) -> None:
    contacts = CONTACTS.replace("opted_out: true", 'phone: "+57 300 000 0002"\n      channel: whatsapp')
    news = """
        - {date: 2026-12-01, title: Harina nueva, slug: harina-nueva, segments: [panaderias], kind: industry,
           channels: [whatsapp], status: ready, ask: ¿La has probado?}
        """
    work = built(bench, {"content/contacts.yaml": contacts, "content/calendar/nueva.yaml": news})
    tree = LexborHTMLParser((work.root / "site/planner/index.html").read_text())
    assert "A 2 personas (WhatsApp): «Harina nueva»" in tree.text()
    ways = [[link.attributes["href"] for link in way.css("a")] for way in tree.css(".ways > span")]
    assert sorted(ways) == [
        ["contacts/luis.html", "https://wa.me/573000000002"],
        ["contacts/rosa.html", "https://wa.me/573000000001"],
    ]


def test_a_month_shows_entries_dates_to_greet_and_days_off(bench: Bench) -> None:
    closed = "closed: [{from: 12-24, to: 01-02, why: Vacaciones}]\nsite:"
    work = bench.workspace({"content/contacts.yaml": CONTACTS}).change("valuegen.yaml", "site:", closed)
    assert work.run("build").exit == 0
    month = LexborHTMLParser((work.root / "site/planner/calendar/2026-12.html").read_text())
    cells = {
        cell.css_first("time").attributes["datetime"]: re.sub(r"\s+", " ", cell.text())  # type: ignore[union-attr]
        for cell in month.css("table.grid td")
    }
    assert "¿Cuánta harina tiras en diciembre?" in cells["2026-12-01"]
    assert "Su oficio" in cells["2026-12-01"]
    assert "Rosa Díaz: cumpleaños" in cells["2026-12-05"]
    assert "Cerrado: Vacaciones" in cells["2026-12-25"]
    assert "Cerrado" not in cells["2026-12-23"]
    today = month.css_first('td[aria-current="date"]')
    assert today is not None
    assert "1" in today.text()


@pytest.mark.parametrize(
    ("language", "country", "first"), [("es", "ES", "lun"), ("es", "MX", "dom"), ("en", "US", "Sun")]
)
def test_weeks_begin_as_the_country_has_it(bench: Bench, language: str, country: str, first: str) -> None:
    site = f"language: {language}\n  country: {country}"
    work = bench.workspace().change("valuegen.yaml", "language: es", site)
    assert work.run("build").exit == 0
    month = LexborHTMLParser((work.root / "site/planner/calendar/2026-12.html").read_text())
    assert month.css("table.grid th")[0].text().strip() == first


def test_the_backlog_and_ideas_stand_beside_the_months(bench: Bench) -> None:
    ideas = """
        - {title: Masa madre en verano, slug: masa-madre, segments: [panaderias], kind: expertise, ask: ¿Y tú?}
        """
    work = built(bench, {"content/calendar/ideas.yaml": ideas})
    assert "En espera: 1" in text_of(work, "calendar/index.html")
    page = text_of(work, "calendar/backlog.html")
    assert "1 idea espera su día" in page
    assert "Masa madre en verano" in page
    assert "sin fecha" in page


def test_a_segment_shows_its_balance_against_its_limit(bench: Bench) -> None:
    entries = "".join(
        f"""
        - {{date: 2026-11-{day:02}, title: Nota {day}, slug: nota-{day}, segments: [panaderias], kind: industry,
           channels: [newsletter], status: done, ask: ¿Y tú?}}"""
        for day in (2, 6, 10, 14, 18, 22)
    )
    pitch = """
        - {date: 2026-11-26, title: Curso, slug: curso, segments: [panaderias], kind: pitch, channels: [newsletter],
           status: done, ask: ¿Te apuntas?}
        """
    work = built(bench, {"content/calendar/mas.yaml": entries + pitch})
    page = text_of(work, "segments/panaderias.html")
    assert "1 de 8 entradas de los últimos 90 días vende (12,5 %; el límite es 20 %)" in page
    tree = LexborHTMLParser((work.root / "site/planner/segments/panaderias.html").read_text())
    picture = tree.css_first("figure.picture svg")
    assert picture is not None
    assert "límite 20\xa0%" in picture.text()
    assert len(picture.css("g.pitch")) == 1
    assert len(tree.css("table.offers tbody tr")) == 1
    assert len(tree.css("table.steps tbody tr")) == len(picture.css("rect.step"))


def test_an_entry_shows_all_that_is_known_of_it(bench: Bench) -> None:
    work = built(bench, {"content/contacts.yaml": CONTACTS})
    page = text_of(work, "entries/2026-12-01-harina.html")
    for said in ("Su oficio", "¿Cuánta tiraste la semana pasada?", "Panaderías de barrio", "Irene Vidal", "Rosa Díaz"):
        assert said in page
    assert "Luis" not in page
    assert "content/calendar/2026.yaml:1" in page


def test_checks_show_findings_and_silences(bench: Bench) -> None:
    late = """
        - {date: 2026-11-20, title: Tarde, slug: tarde, segments: [panaderias], kind: industry, status: draft}
        - {date: 2026-11-21, title: Callada, slug: callada, segments: [panaderias], kind: industry, status: draft,
           allow: {overdue: se hace en enero}}
        """
    work = built(bench, {"content/calendar/tarde.yaml": late})
    page = text_of(work, "checks.html")
    assert "overdue" in page
    assert "content/calendar/tarde.yaml:1" in page
    assert "se hace en enero" in page


def test_the_planner_says_that_its_day_is_pinned(bench: Bench) -> None:
    pinned = built(bench, {})
    page = (pinned.root / "site/planner/index.html").read_text()
    assert "hoy es 1 de diciembre de 2026" in page
    assert pinned.run("build", "--as-of", "2026-12-02").exit == 0
    page = (pinned.root / "site/planner/index.html").read_text()
    assert "Tal como estaba el 2 de diciembre de 2026" in page


def test_a_huge_title_or_a_script_in_it_stays_text(bench: Bench) -> None:
    nasty = """
        - {date: 2026-12-02, title: "<script>alert(1)</script> ' \\" & </title>", slug: nasty, segments: [panaderias],
           kind: industry, ask: "<img src=x onerror=alert(1)>?", summary: "]]> -->"}
        """
    work = built(bench, {"content/calendar/nasty.yaml": nasty})
    for page, tree in pages(work):
        assert not tree.css("script:not([src]), img, [onerror]"), page
    assert "<script>alert(1)</script>" in text_of(work, "entries/2026-12-02-nasty.html")
