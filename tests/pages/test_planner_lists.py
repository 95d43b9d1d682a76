"""What the lists of the planner say of an entry, a finding, a day: whole, in words, and nothing that did not happen."""

import re

import pytest
from planned import planner
from selectolax.lexbor import LexborHTMLParser
from small_plan import entry, plan_of

from bench import Bench, MiniWorkspace

CALENDAR = """
    - {date: 2026-11-20, title: Tarde, slug: tarde, segments: [panaderias], kind: industry, status: draft}
    - {date: 2026-11-22, title: Dicha, slug: dicha, segments: [panaderias], kind: industry, status: done, ask: ¿Y tú?,
       channels: [newsletter]}
    - {date: 2026-12-05T17:30, title: La cita, slug: cita, segments: [panaderias], kind: conversation, status: ready,
       ask: ¿Vienes?, channels: [event]}
    - date: 2026-12-08
      title: Entera
      slug: entera
      segments: [panaderias]
      kind: reference
      status: ready
      ask: ¿Qué falta?
      question: ¿Cuánta harina es normal tirar?
      image: {src: saco.svg, alt: Un saco de harina}
      read_next: [harina, "https://otra.example/x"]
      review: 30 days
      expires: 2027-03-01
      approved: {by: irene-vidal, on: 2026-11-28}
      text: "![Una \\"balanza\\"](saco.svg) y nada más."
    """


@pytest.fixture(scope="module")
def work(tmp_path_factory: pytest.TempPathFactory) -> MiniWorkspace:
    made = Bench(tmp_path_factory.mktemp("lists")).workspace(
        {"content/calendar/mas.yaml": CALENDAR, "content/static/saco.svg": "<svg/>"}
    )
    result = made.run("build", "--quiet")
    assert result.exit == 0, result.err
    return made


def page(work: MiniWorkspace, name: str) -> LexborHTMLParser:
    return LexborHTMLParser((work.root / "site/planner" / name).read_text())


def words(page: LexborHTMLParser, selector: str) -> list[str]:
    return [re.sub(r"\s+", " ", node.text()).strip() for node in page.css(selector)]


def test_what_slipped_was_not_received_and_is_still_to_be_done(work: MiniWorkspace) -> None:
    sections = page(work, "segments/panaderias.html")
    ahead, past = (words(sections, f'section[aria-labelledby="{id}"] .what a') for id in ("ahead_", "past_"))
    assert ahead == ["Tarde", "¿Cuánta harina tiras en diciembre?", "La cita", "Entera"]
    assert past == ["Dicha"]


def test_a_day_says_the_time_of_what_is_on_it(work: MiniWorkspace) -> None:
    assert "◯ 17:30 La cita" in words(page(work, "calendar/2026-12.html"), ".days .what")
    assert "◯ 17:30 La cita" in [
        text.replace("Conversación, lista: ", "").removesuffix(" Panaderías de barrio")
        for text in words(page(work, "index.html"), ".week li li")
    ]
    assert "sáb 5" in words(page(work, "index.html"), ".week .name")


def test_a_level_is_said_in_words_of_the_language(work: MiniWorkspace) -> None:
    month = page(work, "calendar/2026-11.html")
    assert words(month, ".flag .hidden") == ["pendiente"]
    assert [node.attributes["title"] for node in month.css(".flag")] == ["pendiente"]


def test_what_to_write_stands_as_code(work: MiniWorkspace) -> None:
    checks = page(work, "checks.html")
    assert "valuegen done tarde" in words(checks, ".mend code")
    assert "`" not in " ".join(words(checks, "main"))


def test_an_entry_shows_every_key_that_was_written(work: MiniWorkspace) -> None:
    entry = page(work, "entries/2026-12-08-entera.html")
    facts = dict(zip(words(entry, ".facts dt"), words(entry, ".facts dd"), strict=True))
    expected = {
        "Pregunta que responde": "¿Cuánta harina es normal tirar?",
        "Su imagen": "Un saco de harina",
        "Para seguir leyendo": "¿Cuánta harina tiras en diciembre?, https://otra.example/x",
        "Quién le dio el visto bueno": "Irene Vidal, el 28 de noviembre de 2026",
        "Toca repasarla": "7 de enero de 2027",
        "Sale del sitio": "1 de marzo de 2027",
    }
    assert {name: facts.get(name) for name in expected} == expected
    assert "../entries/2026-12-01-harina.html" in [node.attributes["href"] for node in entry.css(".facts a")]
    assert words(entry, ".body .image") == ['Una "balanza"']
    assert not entry.css("img")


def test_a_big_team_has_several_pages_and_every_name_leads_to_its_own() -> None:
    team = {f"p{number}": {"name": f"Persona {number}"} for number in range(60)}
    files = planner(plan_of([entry("2026-12-09", slug="e", author="p59", channels=["newsletter"])], people=team))
    assert {name for name in files if name.startswith("people")} == {"people.html", "people-2.html", "people-3.html"}
    people = [LexborHTMLParser(files[name].decode()) for name in ("people.html", "people-2.html", "people-3.html")]
    assert [len(one.css("section.person")) for one in people] == [24, 24, 12]
    links = [node.attributes["href"] for node in LexborHTMLParser(files["entries/2026-12-09-e.html"].decode()).css("a")]
    assert "../people-3.html#person-p59" in links
    assert people[2].css_first("#person-p59") is not None
    assert people[1].css_first('.leaves [aria-current="page"]').text() == "2"  # type: ignore[union-attr]
    assert max(len(data) for name, data in files.items() if name.startswith("people")) < 300_000


def test_one_entry_is_not_counted_as_several(bench: Bench) -> None:
    work = bench.workspace({"content/private/contacts.yaml": "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n"})
    assert work.run("build").exit == 0
    page = work.read("site/planner/contacts/rosa.html")
    assert "La única entrada que recibió en los últimos 90 días no vende (" in page
