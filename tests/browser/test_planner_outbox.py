"""The outbox in a real Chromium, from a folder: its buttons copy, also with looks; cards print, and can be cut out."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from shown import THEME
from small_plan import entry, plan_of, policy

from bench import Bench
from valuegen.pages.judged import Judged
from valuegen.pages.planner.frame import Desk, planner_site
from valuegen.pages.planner.outbox import outbox_pages
from valuegen.render.html import Renderer

pytestmark = pytest.mark.browser

TEXT = "Pesa **hoy** la harina.\n\n- una\n- dos"
HEARD = """
window.heard = null;
window.addEventListener('copy', event => {
  window.heard = [event.clipboardData.getData('text/plain'), event.clipboardData.getData('text/html')];
});
"""
PAGE_SIZE = re.compile(rb"/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The outbox of one entry on all kinds of channels, as files in a folder."""
    people = {
        f"c{n}": {"name": f"Clienta {n}", "segments": ["a"], "phone": f"+57 3{n}", "email": f"c{n}@a.example"}
        for n in range(3)
    }
    rows = [
        entry("2026-12-10", slug=channel, title="La harina", channels=[channel], text=TEXT)
        for channel in ("whatsapp", "newsletter", "call", "card", "letter")
    ]
    plan = plan_of(rows, contacts={id: {**row, "channel": "whatsapp"} for id, row in people.items()})
    judged = Judged(plan, policy(plan), (), {}, ())
    desk = Desk(judged, planner_site(judged, THEME))
    renderer, top = Renderer(THEME, "es"), tmp_path_factory.mktemp("planner")
    files = {page.address: renderer.render(page) for page in outbox_pages(desk)}
    files |= {f"planner/{asset.path}": asset.data for name, asset in THEME.assets.items() if name.startswith("planner")}
    for name, data in files.items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top / "planner/outbox"


def look(browser: Any, folder: Path, slug: str, width: int = 1440) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})  # of other tests' pages
    browser.get((folder / f"2026-12-10-{slug}.html").as_uri())


def copied(browser: Any, selector: str) -> Any:
    browser.execute_script(HEARD)
    browser.find_element("css selector", selector).click()
    return browser.execute_script("return window.heard")


def test_a_button_copies_the_words(browser: Any, folder: Path) -> None:
    look(browser, folder, "whatsapp")
    plain, html = copied(browser, "[data-copy='words-whatsapp']")
    assert plain == "Pesa *hoy* la harina.\n\n- una\n- dos\n\n¿Y la tuya?\n\nIrene Vidal"
    assert html == ""
    assert browser.find_element("css selector", "[data-copy='words-whatsapp']").text == "Copiado"
    assert browser.find_element("id", "copied_").get_attribute("textContent") == "Copiado"


def test_an_email_is_copied_with_its_looks_and_as_text(browser: Any, folder: Path) -> None:
    look(browser, folder, "newsletter")
    plain, html = copied(browser, "[data-with]")
    assert plain.startswith("Pesa hoy la harina.")
    assert html.startswith("<!doctype html>")
    assert "<strong>hoy</strong>" in html


def test_without_a_script_the_words_are_selected_by_a_click(browser: Any, folder: Path) -> None:
    look(browser, folder, "whatsapp")
    browser.find_element("id", "words-whatsapp").click()
    assert browser.execute_script("return getSelection().toString()").startswith("Pesa *hoy*")


@pytest.mark.parametrize("slug", ["whatsapp", "newsletter", "call", "card", "letter"])
def test_nothing_is_wider_than_a_phone(browser: Any, folder: Path, slug: str) -> None:
    for width in (320, 390, 1440):
        look(browser, folder, slug, width)
        assert browser.execute_script("return document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize(("slug", "pages", "size"), [("card", 1, (148, 105)), ("letter", 1, (210, 297))])
def test_cards_and_letters_print_one_a_page_on_their_own_paper(
    browser: Any, folder: Path, slug: str, pages: int, size: tuple[int, int]
) -> None:
    look(browser, folder, slug)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    found = PAGE_SIZE.findall(base64.b64decode(printed["data"]))
    assert len(found) == pages
    for width, height in found:
        assert (round(float(width) / 72 * 25.4), round(float(height) / 72 * 25.4)) == size


PLACES = "return [...document.querySelectorAll('.card')].map(card => card.getBoundingClientRect().toJSON())"


def test_cards_to_speak_from_print_several_a_sheet_beside_one_another_to_be_cut(browser: Any, folder: Path) -> None:
    look(browser, folder, "call", 794)
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True, "paperWidth": 8.27})
    assert len(PAGE_SIZE.findall(base64.b64decode(printed["data"]))) == 1
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    points, first, second, third = browser.execute_script(PLACES)
    assert points["width"] == pytest.approx(2 * first["width"], abs=3)
    assert (first["top"], first["right"] - 1) == pytest.approx((second["top"], second["left"]), abs=0.5)
    assert third["top"] >= first["bottom"] - 2
    border = "return getComputedStyle(document.querySelector('.card')).borderStyle"
    assert browser.execute_script(border) == "dashed"


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's planner, built into a folder."""
    work = Bench(tmp_path_factory.mktemp("journey")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work.root / "site/planner"


def follow(browser: Any, selector: str) -> str:
    """Click the first link that fits; the file it leads to, with its anchor."""
    browser.find_element("css selector", selector).click()
    return str(browser.current_url).rpartition("/planner/")[2]


def test_from_today_to_the_words_to_the_client_and_back_to_words_that_are_copied(browser: Any, planner: Path) -> None:
    size = {"width": 1440, "height": 900, "deviceScaleFactor": 1, "mobile": False}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.get((planner / "index.html").as_uri())
    assert follow(browser, "a[href*='outbox/2026-11-16-llamar-pablo-coles']") == (
        "outbox/2026-11-16-llamar-pablo-coles.html#send-call"
    )
    assert "Mariposas en las coles" in browser.find_element("css selector", ".card").text
    assert follow(browser, ".card h3 a") == "contacts/pablo.html"
    assert follow(browser, "a[href*='outbox/2026-11-30-']").startswith(
        "outbox/2026-11-30-comedores-raices-navidad.html"
    )
    plain, _ = copied(browser, "[data-copy='words-whatsapp']")
    assert plain.startswith("¿Cuántas raciones de zanahoria")
    assert follow(browser, ".standfirst a") == "entries/2026-11-30-comedores-raices-navidad.html"
    assert follow(browser, ".to-send a").startswith("outbox/2026-11-30-comedores-raices-navidad.html")
