"""A site of 2,000 posts: lists go on over pages that stay light, lose none and repeat none."""

from collections import Counter

import pytest
from sample_site import site_of, theme_of
from selectolax.lexbor import LexborHTMLParser
from shown import wider_plan
from small_plan import entry

from valuegen.pages.public import public_pages
from valuegen.render.html import Renderer

COUNT = 2_000
PUBLIC = "public/"


@pytest.fixture(scope="module")
def lists():
    """Every page but the posts' own, by file."""
    summary = "Una libreta, tres números y una semana de paciencia para saber cuánta harina se barre. " * 6
    rows = [
        entry(
            f"{2022 + number // 500}-{1 + number // 45 % 11:02}-{1 + number % 28:02}",
            slug=f"e{number}",
            title=f"La entrada {number}, con un título bastante largo que ocupa más de una línea en un teléfono",
            kind="reference" if number % 5 == 0 else "industry",
            topics=[f"tema {number % 60}"],
            question=f"¿Cuánta harina se tira, vez {number}?",
            segments=["a"] if number % 2 else ["a", "b"],
            summary=summary,
            text="Texto.",
        )
        for number in range(COUNT)
    ]
    theme = theme_of("default")
    pages = public_pages(wider_plan(*rows, segments={"a": {}, "b": {}}), theme=theme)
    with Renderer(theme, "es") as renderer:
        shown = {
            address.removeprefix(PUBLIC): renderer.render(page)
            for address, page in pages.items()
            if address.endswith(".html") and page.template != "post.html"
        }
    return {name: LexborHTMLParser(data.decode()) for name, data in shown.items()}, shown


def posts_along(pages, first: str, selector: str) -> list[str]:
    """The posts that a list names, over all of its pages, in order."""
    found, file, number = [], first, 1
    while file:
        page = pages[file]
        found += [node.attributes["href"].split("/")[-2] for node in page.css(selector)]
        of = page.css_first(".leaves span")
        assert of is None or str(number) in of.text()
        after = page.css_first('.leaves [rel="next"]')
        before = page.css_first('.leaves [rel="prev"]')
        assert (before is None) == (number == 1)
        file, number = (after.attributes["href"].replace("../", ""), number + 1) if after else ("", number)
    return found


def test_each_list_names_every_post_once(lists) -> None:
    pages, _ = lists
    hub = posts_along(pages, "para/a/index.html", "article .title a")
    assert Counter(hub) == Counter(f"e{number}" for number in range(COUNT))
    kinds = [int(slug[1:]) % 5 == 0 for slug in hub]
    assert kinds == sorted(kinds, reverse=True), "reference posts come first, on every page of the hub"
    assert len(posts_along(pages, "para/b/index.html", "article .title a")) == COUNT // 2
    assert Counter(posts_along(pages, "personas/irene/index.html", "article .title a")) == Counter(hub)
    years = [posts_along(pages, f"archivo/{year}/index.html", ".lines a") for year in range(2022, 2026)]
    assert Counter(slug for year in years for slug in year) == Counter(hub)
    topics = [posts_along(pages, f"temas/tema-{number}/index.html", "article .title a") for number in range(60)]
    assert Counter(slug for topic in topics for slug in topic) == Counter(hub)


def test_each_page_stays_light(lists) -> None:
    _, shown = lists
    assert max(len(data) for data in shown.values()) < 60_000


def test_no_two_pages_have_the_same_title(lists) -> None:
    pages, _ = lists
    titles = Counter(page.css_first("title").text() for page in pages.values() if page.css_first("main"))
    assert max(titles.values()) == 1, titles.most_common(2)


def test_a_long_summary_is_cut_on_a_card_between_two_words(lists) -> None:
    pages, _ = lists
    cut = pages["para/a/index.html"].css_first(".card .summary").text()
    assert len(cut) <= 300
    assert cut.endswith("…")
    assert ("Una libreta, tres números y una semana de paciencia para saber cuánta harina se barre. " * 6).startswith(
        cut[:-1]
    )


def test_a_list_of_many_topics_goes_on_and_the_menu_knows_where_one_is() -> None:
    topics = [f"tema {number:03}" for number in range(160)]
    plan = wider_plan(entry("2026-11-20", slug="uno", text="Texto.", topics=topics))
    site = site_of(plan, theme_of("default"))
    pages = {name: LexborHTMLParser(site[name].decode()) for name in ("temas/index.html", "temas/2/index.html")}
    named = [node.text() for page in pages.values() for node in page.css(".index .title")]
    assert named == topics
    for page, current in zip(pages.values(), ("page", "true"), strict=True):
        assert [node.attributes["aria-current"] for node in page.css(".menu [aria-current]")] == [current]
    assert max(len(site[name]) for name in site if name.startswith("temas")) < 60_000
