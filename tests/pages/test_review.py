"""The review: one file that says what is coming, and nothing about anybody's clients."""

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from picture_samples import photo, saved
from selectolax.lexbor import LexborHTMLParser

CLIENTS = {
    "content/private/contacts.yaml": """
        - id: rosa-canario
          name: Rosa Canaria Díaz
          segments: [panaderias]
          email: rosa@canario.example
          phone: "+57 300 111 22 33"
          about: Prefiere los lunes canarios por la mañana.
          dates: {birthday: 12-20, "abrió su horno canario": 12-21}
          cares_about: [canarios]
        """,
    "content/private/needs.yaml": """
        - {id: merma-canaria, heard: 2026-10-12, from: rosa-canario, asked: Un curso canario de costos,
           needs: Saber cuánta harina canaria tira}
        """,
    "content/private/log.yaml": """
        - {date: 2026-11-20, contact: rosa-canario, by: irene-vidal, what: coffee, channel: coffee,
           note: Cambió de molino canario}
        - {date: 2026-11-28, contact: rosa-canario, what: reply, note: Preguntó por el horno canario}
        """,
    "content/calendar/2026.yaml": """
        - {date: 2026-12-01, title: Hoy, segments: [panaderias], kind: industry, status: ready, ask: "¿Qué tal?",
           text: Un texto de hoy.}
        - date: 2026-12-10
          title: El pan de mañana
          slug: manana
          segments: [panaderias]
          kind: reference
          summary: Una libreta y tres números.
          ask: ¿Cuánta tiras?
          answers: [merma-canaria]
          text: |
            ## Pesar

            Mira [la cuenta](https://otro.example/x) y ![sacos](img/saco.jpg).[^1]

            ::: pitch
            Un curso.
            :::

            [^1]: Una nota.
        - {date: 2026-12-12T09:30, title: Visita canaria a Rosa, slug: visita-canaria, contacts: [rosa-canario],
           kind: conversation, channels: [visit], ask: "¿Qué tal, canaria?"}
        - {date: 2026-12-14, title: Para todos y alguien, segments: [panaderias], contacts: [rosa-canario],
           kind: courtesy, channels: [card]}
        - {date: 2026-11-03, title: Quedó a medias, segments: [panaderias], kind: industry, ask: "¿Eh?",
           text: Un borrador.}
        - {title: Una idea suelta, segments: [panaderias], kind: industry, status: idea}
        """,
    "content/people.yaml": "irene-vidal: {name: Irene Vidal, role: principal, email: irene@levadura.example}\n",
    "content/static/img/saco.jpg": saved(photo(), "JPEG"),
}


@pytest.fixture
def work(bench):
    return bench.workspace(CLIENTS)


def review(work, *arguments, **env):
    done = work.run("build", "--review", "review.html", *arguments, **env)
    assert done.exit == 0, done.err
    return work.read("review.html")


def words(html, selector="body"):
    return " ".join(LexborHTMLParser(html).css_first(selector).text(separator=" ").split())


def test_it_shows_balance_months_drafts_ideas_and_texts(work):
    html = review(work)
    page = LexborHTMLParser(html)
    assert [node.text() for node in page.css("h2")] == [
        "Lo que aporta y lo que vende", "Lo que viene", "Por terminar", "Ideas", "Los textos, tal como están ahora"
    ]  # fmt: skip
    shown = words(html)
    for text in ("El pan de mañana", "Una libreta y tres números.", "¿Cuánta tiras?", "Diciembre de 2026", "borrador"):
        assert text in shown
    assert "Quedó a medias" in shown
    assert "su día ya pasó" in shown
    assert "Una idea suelta" in shown
    assert "Para todos y alguien" in shown
    said = words(html, "#text-manana")
    assert "Mira la cuenta y [sacos] . 1 Una oferta nuestra Un curso. Una nota." in said
    assert "↩" not in said


def test_nothing_about_clients_is_in_it(work):
    html = review(work)
    for canary in ("canari", "Rosa", "300 111", "57300", "molino", "merma", "Preguntó"):
        assert canary.lower() not in html.lower()


def test_a_draft_that_names_a_client_is_not_let_out(work):
    work.change("content/calendar/2026.yaml", "Un borrador.", "Lo contó Rosa Canaria Díaz.")
    done = work.run("build", "--review", "review.html")
    assert done.exit == 1
    (line,) = [line for line in done.err.splitlines() if "private-leak" in line]
    assert line.startswith("review.html:1:1: error private-leak: ")
    assert "rosa-canario" in line
    assert "Canaria" not in line
    assert not (work.root / "review.html").exists()
    assert work.tree() == {}
    assert work.run("build").exit == 0


class Outward(HTMLParser):
    """Addresses that lead out of the file, and what is loaded."""

    def __init__(self):
        super().__init__()
        self.found = []
        self.ids = []
        self.anchors = []
        self.tags = set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value)
            if name in ("href", "src", "srcset", "action", "data", "poster", "background"):
                (self.anchors if (value or "").startswith("#") else self.found).append(value)


def test_it_stands_alone(work):
    html = review(work)
    seen = Outward()
    seen.feed(html)
    assert seen.found == []
    assert {anchor[1:] for anchor in seen.anchors} <= set(seen.ids)
    assert len(seen.ids) == len(set(seen.ids))
    assert not seen.tags & {"script", "link", "img", "iframe", "object", "form", "base"}
    style = LexborHTMLParser(html).css_first("style").text()
    assert "url(" not in style
    assert "@import" not in style
    assert "--paper" in style


def test_headings_follow_each_other(work):
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", review(work))]
    assert levels[0] == 1
    assert all(later - before <= 1 for before, later in pairwise(levels))


def test_in_english(work):
    work.change("valuegen.yaml", "language: es", "language: en")
    shown = words(review(work))
    for text in (
        "The months ahead",
        "December 2026",
        "What gives, and what sells",
        "draft",
        "This page names no client.",
    ):
        assert text in shown


def test_the_same_bytes_each_time_and_it_may_be_written_over(work):
    assert review(work) == review(work, "--no-cache")


@pytest.mark.parametrize(
    "place", ["valuegen.yaml", "content/people.yaml", "content", "site/review.html", "site/public/x.html"]
)
def test_nothing_else_is_ever_written_over(work, place):
    before = {**work.tree("content"), "valuegen.yaml": work.read("valuegen.yaml")}
    done = work.run("build", "--review", place)
    assert (done.exit, done.out) == (2, "")
    assert {**work.tree("content"), "valuegen.yaml": work.read("valuegen.yaml")} == before
    assert work.tree() == {}


def test_its_style_is_its_own_alone(work):
    review(work)
    assert not [path for path in work.tree() if "review" in path]
    page = work.read("site/public/index.html")
    assert "review" not in page


def test_where_nothing_is_planned(bench):
    work = bench.workspace(
        {"content/calendar/2026.yaml": "- {title: Algo, segments: [panaderias], kind: industry, status: idea}\n"}
    )
    assert "Todavía no hay nada previsto." in words(review(work))
