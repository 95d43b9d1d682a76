"""The public pages of the example in a real Chromium: from a folder, on phone and desk, light and dark, printed."""

from pathlib import Path
from typing import Any

import pytest
from shown import example, shown, wider_plan
from small_plan import entry

pytestmark = pytest.mark.browser

KINDS = {
    "home": "index.html",
    "post": "agua-de-pozo/index.html",
    "hub": "para/huertas/index.html",
    "topic": "temas/riego/index.html",
    "author": "personas/celia/index.html",
    "archive": "archivo/2026/index.html",
    "segments": "para-quien/index.html",
}

SMALL_TARGETS = """
const inline = node => node.closest('p, li, figcaption, td, sup') && getComputedStyle(node).display === 'inline';
return [...document.querySelectorAll('a, button, summary')]
  .filter(node => !inline(node) && !node.matches('.skip'))
  .map(node => [node.textContent.trim(), node.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && (box.width < 24 || box.height < 24))
  .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)
"""
WIDEST = "return document.documentElement.scrollWidth"
STYLED = """
const grounds = [document.body, document.documentElement].map(node => getComputedStyle(node).backgroundColor);
return grounds.find(ground => ground !== 'rgba(0, 0, 0, 0)');
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as files in a folder, without a server."""
    top = tmp_path_factory.mktemp("public")
    for name, data in example()[1].items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top


def look(browser: Any, folder: Path, file: str, width: int, scheme: str = "light", media: str = "screen") -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    browser.get((folder / file).as_uri())


@pytest.mark.parametrize("kind", KINDS)
def test_it_works_from_a_folder_at_every_width(browser: Any, folder: Path, kind: str) -> None:
    for width in (320, 390, 1440):
        look(browser, folder, KINDS[kind], width)
        assert browser.execute_script(WIDEST) <= width, width
        assert browser.execute_script(STYLED) == "rgb(250, 245, 234)"
        assert browser.execute_script(SMALL_TARGETS) == []
    look(browser, folder, KINDS[kind], 390, "dark")
    assert browser.execute_script(STYLED) == "rgb(27, 23, 19)"
    look(browser, folder, KINDS[kind], 800, media="print")
    assert browser.execute_script(STYLED) == "rgb(255, 255, 255)"
    assert browser.execute_script("return getComputedStyle(document.querySelector('.menu')).display") == "none"


def test_links_lead_on_from_a_folder(browser: Any, folder: Path) -> None:
    look(browser, folder, KINDS["home"], 1440)
    browser.execute_script("document.querySelector('.segments .title a').click()")
    assert browser.current_url == (folder / "para/fruteros/index.html").as_uri()
    browser.execute_script("document.querySelector('.questions a').click()")
    assert browser.execute_script("return document.querySelector('main').className") == "post"
    browser.execute_script("document.querySelector('.menu a').click()")
    assert browser.current_url == (folder / "para-quien/index.html").as_uri()


def test_the_keyboard_comes_first_to_the_content_and_sees_where_it_is(browser: Any, folder: Path) -> None:
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys

    look(browser, folder, KINDS["post"], 1440)
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.TAB)
    assert browser.execute_script("return document.activeElement.className") == "skip"
    assert browser.execute_script("return document.activeElement.getBoundingClientRect().top") >= 0
    browser.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.execute_script("return document.activeElement.id") == "main_"
    browser.switch_to.active_element.send_keys(Keys.TAB)
    outline = "const style = getComputedStyle(document.activeElement); return style.outlineStyle + style.outlineWidth"
    assert browser.execute_script(outline).startswith("solid")


def test_wide_tables_scroll_by_themselves(browser: Any, folder: Path) -> None:
    look(browser, folder, KINDS["post"], 320)
    wide = "return [...document.querySelectorAll('.table')].some(node => node.scrollWidth > node.clientWidth)"
    assert browser.execute_script(wide)
    assert browser.execute_script(WIDEST) <= 320


def test_a_word_of_any_length_is_broken_and_never_the_page(browser: Any, tmp_path: Path) -> None:
    word = "Donaudampfschifffahrt" * 9
    text = f"# {word}\n\n{word} `{word}`\n\n> {word}\n\n|{word}|{word}|\n|-|-|\n|{word}|{word}|\n\n    {word}\n"
    meet = {"text": word, "by": "irene", "hours": word}
    keys = {"title": word, "ask": f"{word}?", "question": f"{word}?", "summary": word, "topics": [word], "text": text}
    site = shown(
        wider_plan(
            entry("2026-11-20", slug="uno", sources=[f"https://x.example/{word}"], **keys),
            entry("2026-11-21", slug="dos", **keys),
            segments={"a": {"name": word, "about": word, "area": word, "cares_about": [word], "meet": meet}},
        )
    )
    for name, data in site.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    for file in (name for name in site if name.endswith(".html") and name != "404.html"):
        for width in (320, 1440):
            look(browser, tmp_path, file, width)
            assert browser.execute_script(WIDEST) <= width, (file, width)
