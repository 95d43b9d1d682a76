"""What screen readers and crawlers rely on, on every page of a site with everything in it, in each built-in theme."""

import posixpath
import re
from datetime import date
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from sample_site import full_site
from selectolax.lexbor import LexborHTMLParser
from shown import example

from valuegen.read.theme_folders import built_in_names

ALONE = {"aquí", "here", "más", "more", "leer más", "read more", "ver más", "enlace", "link"}
"""Link texts that tell nothing by themselves."""
UNLINKED = {"404.html"}


@pytest.fixture(scope="module", params=[(name, language) for name in built_in_names() for language in ("es", "en")])
def site(request):
    theme, language = request.param
    return full_site(theme, language)


@pytest.fixture(scope="module")
def pages(site):
    found = {name: LexborHTMLParser(data.decode()) for name, data in site.items() if name.endswith(".html")}
    return {name: page for name, page in found.items() if not page.css('meta[http-equiv="refresh"]')}


def words(node) -> str:
    return " ".join((node.attributes.get("aria-label") or node.text()).split())


def test_headings_tell_the_parts_in_their_order(pages) -> None:
    for name, page in pages.items():
        levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1, name
        assert levels[0] == 1, name
        assert all(after <= before + 1 for before, after in pairwise(levels)), (name, levels)
        assert all(words(node) for node in page.css("h1, h2, h3, h4, h5, h6")), name


def test_landmarks_are_there_once_and_are_told_apart(pages) -> None:
    for name, page in pages.items():
        for landmark in ("main", "body > header", "body > footer"):
            assert len(page.css(landmark)) == 1, (name, landmark)
        ids = {node.attributes["id"]: node for node in page.css("[id]")}
        for tag in ("nav", "section"):
            labels = []
            for node in page.css(tag):
                by = node.attributes.get("aria-labelledby")
                labels.append(node.attributes.get("aria-label") or (words(ids[by]) if by else ""))
            assert all(labels), (name, tag)
            assert len(set(labels)) == len(labels), (name, tag, labels)


def test_the_menu_says_where_one_is(pages, site) -> None:
    for name, page in pages.items():
        here = [(node.attributes["aria-current"], words(node)) for node in page.css("body > header [aria-current]")]
        kind = page.css_first("main").attributes["class"]
        if kind in ("home", "post", "lost"):
            assert here == [], name
        else:
            assert len(here) == 1, name
            to = page.css_first("body > header [aria-current]").attributes["href"]
            itself = posixpath.normpath(posixpath.join(posixpath.dirname(name), to)) == name
            assert here[0][0] == ("page" if itself else "true"), name


def test_links_say_by_themselves_where_they_lead(pages) -> None:
    for name, page in pages.items():
        led: dict[str, set[str]] = {}
        for node in page.css("a[href]"):
            text = words(node)
            assert text, (name, node.html)
            assert text.casefold() not in ALONE, (name, node.html)
            to = node.attributes["href"]
            led.setdefault(text.casefold(), set()).add(to)
        # The same words lead to the same place; footnotes are numbers, and say where they are by their role.
        unclear = {text: to for text, to in led.items() if len(to) > 1 and not text.isdigit()}
        assert not unclear, name


def test_days_are_days_for_machines_too(pages) -> None:
    count = 0
    for page in pages.values():
        for node in page.css("time"):
            assert date.fromisoformat(node.attributes["datetime"])
            assert re.search(r"\d", node.text())
            count += 1
    assert count > 50


def test_tables_and_pictures_say_what_they_are(pages) -> None:
    for name, page in pages.items():
        assert all(node.attributes.get("scope") for node in page.css("table th")), name
        assert all(node.attributes.get("alt") is not None for node in page.css("img")), name
    assert pages["primera/index.html"].css("table th")
    assert pages["primera/index.html"].css("img")


def test_lists_hold_items_alone(pages) -> None:
    for name, page in pages.items():
        for node in page.css("main ul, main ol, header ul, footer ul"):
            assert {child.tag for child in node.iter(include_text=False)} == {"li"}, (name, node.html[:200])


def walked(site) -> tuple[set[str], list[tuple[str, str]]]:
    """The pages that one reaches from home by links of files, and the links that lead nowhere."""
    seen, waiting, broken = {"index.html"}, ["index.html"], []
    while waiting:
        name = waiting.pop()
        page = LexborHTMLParser(site[name].decode())
        for node in page.css("a[href]"):
            parts = urlsplit(node.attributes["href"])
            if parts.scheme or not parts.path:
                continue
            file = unquote(posixpath.normpath(posixpath.join(posixpath.dirname(name), parts.path)))
            if file not in site:
                broken.append((name, node.attributes["href"]))
            elif file.endswith(".html") and file not in seen:
                seen.add(file)
                waiting.append(file)
    return seen, broken


def test_from_home_one_reaches_every_page_by_links_that_lead_somewhere(site, pages) -> None:
    seen, broken = walked(site)
    assert broken == []
    assert set(pages) - seen == UNLINKED


def test_so_one_does_in_the_example() -> None:
    site = example()[1]
    seen, broken = walked(site)
    forwards = {name for name, data in site.items() if name.endswith(".html") and b'http-equiv="refresh"' in data}
    assert broken == []
    assert {name for name in site if name.endswith(".html")} - seen - forwards == UNLINKED
