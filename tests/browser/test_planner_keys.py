"""The planner in a real Chromium: by keyboard from month to month and to an entry; at every width; printed."""

import base64
import re
from pathlib import Path
from typing import Any

import pytest
from planned import planner
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from small_plan import entry, plan_of

pytestmark = pytest.mark.browser

WIDEST = "return document.documentElement.scrollWidth"
PAGES = (
    "index.html", "calendar/2026-12.html", "calendar/index.html", "calendar/backlog.html", "segments/a.html",
    "segments/index.html", "checks.html", "promises/pitch-share.html", "reminders.html",
)  # fmt: skip
SMALL_TARGETS = """
const inline = node => node.closest('p, li, td, th, dd, h1, h2, h3') && getComputedStyle(node).display === 'inline';
return [...document.querySelectorAll('a, button, summary')]
  .filter(node => !inline(node) && !node.matches('.skip'))
  .map(node => [node.textContent.trim(), node.getBoundingClientRect()])
  .filter(([_, box]) => box.width > 0 && (box.width < 24 || box.height < 23.9))
  .map(([text, box]) => `${text}: ${box.width} × ${box.height}`)
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A planner as files in a folder."""
    top = tmp_path_factory.mktemp("planner")
    word = "Donaudampfschifffahrt" * 6
    entries = [
        entry("2026-12-03", slug="harina", title="¿Cuánta harina tiras?", channels=["newsletter"]),
        entry("2027-01-08", slug="pan", title="Pan de enero", channels=["newsletter"]),
        entry("2027-01-09", slug="oferta", title="Curso", kind="pitch", channels=["newsletter"]),
        entry(None, slug="idea", title=word, status="idea"),
        *(entry("2026-12-10", slug=f"m{number}", title=word, channels=["event"]) for number in range(8)),
    ]
    contacts = {"rosa": {"segments": ["a"], "name": word, "dates": {"birthday": "12-05"}, "phone": "+57 300 000 0001"}}
    log = [{"date": "2026-11-20", "contact": "rosa", "what": "reply", "note": word}]
    plan = plan_of(entries, {"a": {"name": "Panaderías"}}, contacts, log, site={"language": "es"})
    for name, data in planner(plan).items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top


def look(
    browser: Any, folder: Path, file: str, width: int = 1440, scheme: str = "light", media: str = "screen"
) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": media, "features": features})
    browser.get((folder / file).as_uri())


def press(browser: Any, key: str) -> None:
    browser.find_element(By.TAG_NAME, "body").send_keys(key)


def test_from_a_month_to_the_next_by_keyboard_to_an_entry_and_its_segment(browser: Any, folder: Path) -> None:
    look(browser, folder, "index.html")
    browser.find_element(By.LINK_TEXT, "Calendario").send_keys(Keys.ENTER)
    assert browser.current_url == (folder / "calendar/2026-12.html").as_uri()
    press(browser, Keys.ARROW_RIGHT)
    assert browser.current_url == (folder / "calendar/2027-01.html").as_uri()
    browser.find_element(By.LINK_TEXT, "Pan de enero").send_keys(Keys.ENTER)
    assert browser.current_url == (folder / "entries/2027-01-08-pan.html").as_uri()
    browser.find_element(By.CSS_SELECTOR, "main").find_element(By.LINK_TEXT, "Panaderías").send_keys(Keys.ENTER)
    assert browser.current_url == (folder / "segments/a.html").as_uri()


def test_back_and_to_today_by_keyboard(browser: Any, folder: Path) -> None:
    look(browser, folder, "calendar/2027-01.html")
    press(browser, Keys.ARROW_LEFT)
    assert browser.current_url == (folder / "calendar/2026-12.html").as_uri()
    press(browser, Keys.ARROW_LEFT)
    assert browser.current_url == (folder / "calendar/2026-11.html").as_uri()
    press(browser, "t")
    assert browser.current_url == f"{(folder / 'calendar/2026-12.html').as_uri()}#2026-12-01"
    look(browser, folder, "calendar/index.html")
    press(browser, Keys.ARROW_RIGHT)
    assert browser.current_url == (folder / "calendar/2027.html").as_uri()


def test_no_key_acts_while_somebody_types_or_holds_another(browser: Any, folder: Path) -> None:
    look(browser, folder, "calendar/2026-11.html")
    here = browser.current_url
    field = browser.find_element(By.ID, "search_")
    for key in ("t", Keys.ARROW_RIGHT):
        field.send_keys(key)
    assert field.get_attribute("value") == "t"
    for held in (Keys.CONTROL, Keys.ALT, Keys.SHIFT):
        browser.find_element(By.LINK_TEXT, "Hoy").send_keys(held, Keys.ARROW_DOWN)
    browser.find_element(By.TAG_NAME, "body").send_keys(Keys.CONTROL, Keys.ARROW_RIGHT)
    assert browser.current_url == here


def test_the_keys_are_told_and_can_be_turned_off(browser: Any, folder: Path) -> None:
    look(browser, folder, "calendar/2026-11.html")
    hint = browser.find_element(By.CSS_SELECTOR, ".keys")
    assert hint.is_displayed()
    button = hint.find_element(By.TAG_NAME, "button")
    assert button.text == "Teclas activas"
    button.click()
    assert button.text == "Teclas apagadas"
    assert button.get_attribute("aria-pressed") == "false"
    press(browser, "t")
    assert browser.current_url == (folder / "calendar/2026-11.html").as_uri()
    button.click()
    press(browser, "t")
    assert browser.current_url != (folder / "calendar/2026-11.html").as_uri()


@pytest.mark.parametrize("file", PAGES)
def test_pages_hold_at_every_width_and_in_the_dark(browser: Any, folder: Path, file: str) -> None:
    for width in (320, 390, 1440):
        look(browser, folder, file, width)
        assert browser.execute_script(WIDEST) <= width, width
        assert browser.execute_script(SMALL_TARGETS) == []
        menus = [menu.is_displayed() for menu in browser.find_elements(By.CSS_SELECTOR, "nav.menu, details.menu")]
        assert sorted(menus) == [False, True], width
    look(browser, folder, file, 390, "dark")
    assert browser.execute_script("return getComputedStyle(document.body).backgroundColor") == "rgb(27, 23, 19)"


def test_the_menu_of_a_phone_opens_without_a_script(browser: Any, folder: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        look(browser, folder, "index.html", 390)
        menu = browser.find_element(By.CSS_SELECTOR, "details.menu summary")
        before = menu.location
        menu.click()
        assert menu.location == before
        browser.find_element(By.CSS_SELECTOR, "details.menu").find_element(By.LINK_TEXT, "Promesas").click()
        assert browser.current_url == (folder / "checks.html").as_uri()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_a_month_is_printed_on_one_sheet_on_its_side_and_nothing_is_cut(browser: Any, folder: Path) -> None:
    for file in ("calendar/2027-01.html", "calendar/2026-08.html"):
        look(browser, folder, file)
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
        printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
        boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", base64.b64decode(printed))
        assert len(boxes) == 1, file
        assert float(boxes[0][0]) > float(boxes[0][1])


def test_today_begins_on_its_first_sheet_with_what_is_folded_on_the_screen(browser: Any, tmp_path: Path) -> None:
    late = [entry(f"2026-11-{day}", slug=f"e{day}", channels=["event"], title=f"Cita {day}") for day in range(10, 17)]
    for name, data in planner(plan_of(late, {"a": {"name": "Panaderías"}}, site={"language": "es"})).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    look(browser, tmp_path, "index.html", 800, media="print")
    assert browser.execute_script("return getComputedStyle(document.querySelector('.opening')).display") == "grid"
    assert len(browser.find_elements(By.CSS_SELECTOR, "details.fold .task")) == 2
    assert all(
        browser.execute_script("return [...document.querySelectorAll('.task')].map(one => one.checkVisibility())")
    )
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    assert len(re.findall(rb"/MediaBox", base64.b64decode(printed))) == 1


def test_printed_pages_have_no_menu_and_are_black_on_white(browser: Any, folder: Path) -> None:
    look(browser, folder, "segments/a.html", 800, "dark", media="print")
    colour = "return getComputedStyle(document.querySelector('{}')).{}"
    assert browser.execute_script(colour.format(":root", "getPropertyValue('--paper')")) == "#fff"
    assert browser.execute_script(colour.format("main", "color")) == "rgb(0, 0, 0)"
    assert browser.execute_script(colour.format("main a", "textDecorationLine")) == "none"
    for part in ("nav.menu", "details.menu", ".search", ".foot"):
        assert browser.execute_script(colour.format(part, "display")) == "none", part
