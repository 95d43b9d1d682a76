"""A first visit of any page weighs no more than 60 kB, pictures aside: HTML, style sheets, scripts, the fonts used."""

import posixpath
import re
from collections.abc import Mapping
from dataclasses import replace

import pytest
from sample_site import full_plan, site_of
from selectolax.lexbor import LexborHTMLParser
from shown import example

from bench import Bench
from valuegen.read.theme_folders import built_in_names
from valuegen.read.themes import built_in_theme
from valuegen.render.assets import load_theme

MOST = 60_000
SLANTED = ".body em, .body i, .body cite, .body dfn, cite"
HEADLINES = "h1, h2, .title, .name, .stamp b, .monogram"
CASES = [(theme, fonts) for theme in built_in_names() for fonts in built_in_theme(theme).options["fonts"].of]


def example_site(theme: str, fonts: str) -> Mapping[str, bytes]:
    chosen = built_in_theme(theme)
    options = {**chosen.options, "fonts": replace(chosen.options["fonts"], value=fonts)}
    return site_of(example()[0], load_theme(replace(chosen, options=options)))


def linked(page: LexborHTMLParser, name: str, selector: str, attribute: str) -> list[str]:
    folder = posixpath.dirname(name)
    found = [node.attributes[attribute] for node in page.css(selector)]
    return [
        posixpath.normpath(posixpath.join(folder, target)) if name != "404.html" else target[1:] for target in found
    ]


def families(css: str, fonts: str) -> dict[str, str]:
    """What the first family of text, and of headlines where they have their own, is where this pair is chosen."""
    base = re.findall(r'--(text|display):"([^"]+)"', css.split("[data-fonts", 1)[0])
    chosen = re.findall(rf'\[data-fonts="{fonts}"\]\{{--(text):"([^"]+)"', css)
    return {family: role for role, family in dict([*base, *chosen]).items()}


def has_one_of(rule: str, text: str) -> bool:
    """Whether a text has a letter for which the face is there."""
    spans = re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", rule)
    return not spans or any(
        int(first, 16) <= ord(one) <= int(last or first, 16) for one in text for first, last in spans
    )


def faces(css: str, sheet: str, words: Mapping[str, str], is_slanted: bool) -> set[str]:
    """The files of the faces that a browser fetches for what is written in these families."""
    found = set()
    for rule in re.findall(r"@font-face\{([^}]*)\}", css):
        family, file = re.search(r'font-family:"([^"]+)"', rule), re.search(r'url\("([^"]+)"\)', rule)
        is_used = family and family[1] in words and (is_slanted or "font-style:italic" not in rule)
        if file and family and is_used and has_one_of(rule, words[family[1]]):
            found.add(posixpath.normpath(posixpath.join(posixpath.dirname(sheet), file[1])))
    return found


def first_visit(site: Mapping[str, bytes], name: str, fonts: str) -> dict[str, int]:
    """What a browser fetches to show a page, and how many bytes each is."""
    page = LexborHTMLParser(site[name].decode())
    sheets = linked(page, name, "link[rel=stylesheet]", "href")
    css = {sheet: site[sheet].decode() for sheet in sheets}
    texts = {"text": page.body.text() if page.body else "", "display": " ".join(n.text() for n in page.css(HEADLINES))}
    words = {family: texts[role] for family, role in families("".join(css.values()), fonts).items()}
    is_slanted = bool(page.css(SLANTED))
    used = {file for sheet, text in css.items() for file in faces(text, sheet, words, is_slanted)}
    scripts = linked(page, name, "script[src]", "src")
    return {file: len(site[file]) for file in {name, *sheets, *scripts, *used}}


@pytest.mark.parametrize(("theme", "fonts"), CASES)
def test_every_page_of_the_example_is_light(theme: str, fonts: str) -> None:
    site = example_site(theme, fonts)
    visits = {name: first_visit(site, name, fonts) for name in site if name.endswith(".html")}
    assert all(any(file.endswith(".woff2") for file in visit) for visit in visits.values())
    heaviest = max(visits, key=lambda name: sum(visits[name].values()))
    assert sum(visits[heaviest].values()) <= MOST, (heaviest, visits[heaviest])


@pytest.mark.parametrize("theme", built_in_names())
def test_so_is_a_page_with_everything_in_it_and_a_list_as_long_as_they_get(theme: str) -> None:
    chosen = built_in_theme(theme)
    site = site_of(full_plan(), load_theme(chosen))
    fonts = str(chosen.options["fonts"].value)
    weights = {name: sum(first_visit(site, name, fonts).values()) for name in site if name.endswith(".html")}
    heaviest = max(weights, key=lambda name: weights[name])
    assert weights[heaviest] <= MOST, (heaviest, weights[heaviest])


def test_a_slanted_word_fetches_the_slanted_face() -> None:
    site = site_of(full_plan(), load_theme(built_in_theme()))
    page = next(name for name in site if name.startswith("primera/"))
    assert any("italic" in file for file in first_visit(site, page, "cuaderno"))
    assert not any("italic" in file for file in first_visit(site, "index.html", "cuaderno"))


def test_what_was_not_chosen_is_not_published(bench: Bench) -> None:
    work = bench.workspace()
    work.write("valuegen.yaml", f"{work.read('valuegen.yaml')}theme: {{fonts: llana}}\n")
    assert work.run("build").exit == 0
    names = " ".join(work.tree("site/public/assets"))
    assert "familjen." in names
    assert not re.search(r"brygada|piazzolla|fonts-cuaderno|fonts-imprenta", names)
