"""Laws that hold for every page of the public site: of the example in both languages, and of canaries in each field."""

import json
import posixpath
import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from selectolax.lexbor import LexborHTMLParser
from shown import example, shown, wider_plan
from small_plan import entry

LANGUAGES = ("es", "en")
VOID_OF_SCRIPTS = ("style", "iframe", "object", "embed", "form", "base", "noscript", "template")


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def site(language):
    return example(language)[1]


@pytest.fixture(scope="module")
def pages(site):
    return {name: LexborHTMLParser(data.decode()) for name, data in site.items() if name.endswith(".html")}


def test_there_is_something_to_look_at(pages) -> None:
    kinds = {page.css_first("main").attributes["class"] for page in pages.values()}
    assert {"home", "post", "hub", "archive", "lost", "list", "list of-topics", "list of-segments"} <= kinds


def test_every_link_inside_the_site_leads_to_a_file_and_every_anchor_to_a_place(site, pages) -> None:
    broken = []
    for name, page in pages.items():
        if name == "404.html":  # shown at any address: its links begin at the root of the host
            continue
        for node in page.css("[href], [src]"):
            target = node.attributes.get("href") or node.attributes.get("src")
            parts = urlsplit(target)
            if parts.scheme:
                continue
            file = unquote(
                posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)) if parts.path else name
            )
            anchored = file in pages and pages[file].css_first(f'[id="{unquote(parts.fragment)}"]')
            if file not in site or (parts.fragment and not anchored):
                broken.append((name, target))
    assert not broken


def test_each_page_is_a_whole_of_its_own(pages, language) -> None:
    for name, page in pages.items():
        assert page.css_first("html").attributes["lang"] == language, name
        assert len(page.css("h1")) == 1, name
        assert len(page.css("main")) == len(page.css("header.masthead")) == len(page.css("footer.colophon")) == 1, name
        assert page.css_first("title").text(), name
        levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
        ids = [node.attributes["id"] for node in page.css("[id]")]
        assert len(ids) == len(set(ids)), name
        for node in page.css("[aria-labelledby]"):
            assert node.attributes["aria-labelledby"] in ids, name


def test_titles_and_addresses_tell_pages_apart(pages) -> None:
    titles = [page.css_first("title").text() for page in pages.values()]
    canonical = [page.css_first('link[rel="canonical"]').attributes["href"] for page in pages.values()]
    assert len(set(canonical)) == len(canonical)
    assert len(set(titles)) == len(titles)


def test_nothing_is_fetched_from_elsewhere_and_nothing_runs(site, pages) -> None:
    for name, page in pages.items():
        for node in page.css("[src], link[rel=stylesheet], link[rel=icon]"):
            target = node.attributes.get("src") or node.attributes.get("href")
            assert not urlsplit(target).netloc, (name, target)
            assert not urlsplit(target).scheme, (name, target)
        assert not page.css(", ".join(VOID_OF_SCRIPTS)), name
        assert {node.attributes.get("type") for node in page.css("script")} == {"application/ld+json"}
        for node in page.css("*"):
            assert not any(key == "style" or key.startswith("on") for key in node.attributes), (name, node.html)
        policy = page.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"]
        assert policy.startswith("default-src 'none'")
        assert "unsafe" not in policy
    for name, data in site.items():
        if name.endswith(".css"):
            assert b"@import" not in data, name
            for target in re.findall(r"""url\(["']?([^"')]*)""", data.decode()):
                assert posixpath.join(posixpath.dirname(name), target) in site, (name, target)


def test_each_page_is_light(site) -> None:
    styles = sum(len(data) for name, data in site.items() if name.endswith(".css"))
    heavy = {name: len(data) + styles for name, data in site.items() if name.endswith(".html")}
    assert max(heavy.values()) <= 60_000, max(heavy.items(), key=lambda item: item[1])


def test_structured_data_can_be_read(pages) -> None:
    for name, page in pages.items():
        data = json.loads(page.css_first("script").text())
        kinds = [thing["@type"] for thing in data["@graph"]]
        assert kinds[0] == "Organization", name
        assert ("BlogPosting" in kinds) == (page.css_first("main").attributes["class"] == "post"), name


def test_every_image_says_what_it_shows(pages) -> None:
    for name, page in pages.items():
        for node in page.css("img"):
            assert node.attributes.get("alt"), name


def test_every_word_is_of_the_language(pages, language) -> None:
    other = {
        "es": ("Topics", "Who is behind this", "Read next", "minutes"),
        "en": ("Temas", "Quién está detrás", "minutos"),
    }[language]
    for name, page in pages.items():
        frame = " ".join(node.text() for node in page.css(".masthead, .colophon, .kicker, .meta, .skip, section > h2"))
        assert not [word for word in other if word in frame], name


def test_an_example_says_which_day_is_today(pages) -> None:
    assert all("2026" in page.css_first(".pinned").text() for page in pages.values())


def test_nothing_private_is_in_any_page() -> None:
    plan = wider_plan(
        entry("2026-11-01", slug="uno", text="Texto.", answers=["n1"], segments=["a"]),
        entry("2026-12-09", slug="canario-futuro", title="canario futuro", text="canario"),
        entry("2026-11-09", slug="canario-borrador", title="canario borrador", status="draft", text="canario"),
        entry(
            "2026-11-08",
            slug="canario-personal",
            title="canario",
            contacts=["canario-c1"],
            channels=["email"],
            text="canario",
        ),
        contacts={
            "canario-c1": {
                "name": "Canario Uno",
                "segments": "a",
                "email": "canario@x.example",
                "phone": "+34 611 222 333",
                "about": "canario",
                "cares_about": "canario",
                "dates": {"canario": "01-02"},
                "came_by": "canario",
            }
        },
        log=[
            {"date": "2026-11-02", "contact": "canario-c1", "what": "reply", "note": "canario", "entry": "uno"},
            {"date": "2026-11-03", "contact": "canario-c1", "what": "testimonial", "quote": "canario"},
            {
                "date": "2026-11-03",
                "contact": "canario-c1",
                "what": "testimonial",
                "quote": "Gracias.",
                "may_publish": "true",
            },
        ],
        needs=[{"id": "n1", "heard": "2026-10-01", "from": "canario-c1", "asked": "canario", "needs": "canario"}],
    )
    site = shown(plan)
    assert b"Gracias." in site["para/a/index.html"]
    for name, data in site.items():
        assert b"canario" not in data.lower(), name
        assert b"611222333" not in data.replace(b" ", b""), name
