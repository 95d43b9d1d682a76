"""The search box of the planner in a real Chromium, from a folder with no server."""

from pathlib import Path
from typing import Any

import pytest
from planned import planner
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from small_plan import entry, plan_of

pytestmark = pytest.mark.browser

WIDEST = "return document.documentElement.scrollWidth"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A planner as files in a folder."""
    top = tmp_path_factory.mktemp("planner")
    entries = [
        entry("2026-12-03", slug="harina", title="¿Cuánta HARINA tiras?", channels=["newsletter"]),
        entry("2026-12-20", slug="pan", title="Pan de mañana", topics=["harina"], channels=["newsletter"]),
        entry(None, slug="mas", title="Más harina, más tarde", status="idea"),
    ]
    contacts = {"rosa": {"segments": ["a"], "name": "Rosa Díaz"}}
    needs = {"sal": {"heard": "2026-11-20", "from": "rosa", "needs": "Saber cuánta sal.", "asked": "Harina mejor."}}
    for name, data in planner(plan_of(entries, {"a": {"name": "Panaderías"}}, contacts, needs=needs)).items():
        (top / name).parent.mkdir(parents=True, exist_ok=True)
        (top / name).write_bytes(data)
    return top


def widen(browser: Any, width: int) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})  # of other tests' pages


def opened(browser: Any, folder: Path, file: str = "index.html", width: int = 1440) -> Any:
    """The search box of a page, asked for with the key `/`."""
    widen(browser, width)
    browser.get((folder / file).as_uri())
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    field = browser.switch_to.active_element
    assert field.get_attribute("role") == "combobox"
    assert field.get_attribute("value") == ""
    return field


def options(browser: Any, at_least: int = 1) -> list[str]:
    """The titles in the list, once there are so many."""

    def titles(_: Any) -> list[str] | None:
        found = [node.text for node in browser.find_elements(By.CSS_SELECTOR, "[role=option] .title")]
        return found if len(found) >= at_least and all(found) else None

    result: list[str] = WebDriverWait(browser, 10).until(titles)
    return result


def test_titles_come_first_whatever_the_case_and_the_accents(browser: Any, folder: Path) -> None:
    opened(browser, folder).send_keys("hári")
    assert options(browser, 4) == [
        "¿Cuánta HARINA tiras?",
        "Más harina, más tarde",
        "Pan de mañana",
        "Saber cuánta sal.",
    ]


def test_words_are_found_by_their_beginnings_in_any_order(browser: Any, folder: Path) -> None:
    opened(browser, folder).send_keys("dia ros")
    assert options(browser) == ["Rosa Díaz"]
    field = opened(browser, folder)
    field.send_keys("arina")
    status = browser.find_element(By.CSS_SELECTOR, ".search [role=status]")
    WebDriverWait(browser, 10).until(lambda _: status.text == "No hay nada con «arina».")
    assert field.get_attribute("aria-expanded") == "false"


def test_arrows_choose_and_enter_goes_there(browser: Any, folder: Path) -> None:
    field = opened(browser, folder, "contacts/rosa.html")
    field.send_keys("sal")
    options(browser)
    assert field.get_attribute("aria-expanded") == "true"
    assert not field.get_attribute("aria-activedescendant")
    field.send_keys(Keys.ARROW_DOWN)
    active = browser.find_element(By.ID, field.get_attribute("aria-activedescendant"))
    assert active.get_attribute("aria-selected") == "true"
    field.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: browser.current_url.endswith("needs.html#need-sal"))


def test_escape_closes_and_a_slash_in_the_box_is_a_slash(browser: Any, folder: Path) -> None:
    field = opened(browser, folder)
    field.send_keys("pan")
    options(browser)
    field.send_keys(Keys.ESCAPE)
    assert field.get_attribute("aria-expanded") == "false"
    assert field.get_attribute("value") == "pan"
    field.send_keys("/")
    assert field.get_attribute("value") == "pan/"
    field.send_keys(Keys.ESCAPE, Keys.ESCAPE)
    assert field.get_attribute("value") == ""


def test_the_list_fits_a_phone(browser: Any, folder: Path) -> None:
    for width in (320, 390):
        opened(browser, folder, width=width).send_keys("harina")
        options(browser, 4)
        assert browser.execute_script(WIDEST) <= width


def test_without_script_there_is_no_box(browser: Any, folder: Path) -> None:
    widen(browser, 1440)
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.get((folder / "index.html").as_uri())
        assert not browser.find_element(By.CSS_SELECTOR, ".search").is_displayed()
        assert browser.find_element(By.LINK_TEXT, "Hoy").is_displayed()
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
