"""The example's planner in a real Chromium, from its folder: the pages of figures, people and promises; on a phone."""

from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from bench import Bench

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def planner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example's planner, built into a folder."""
    work = Bench(tmp_path_factory.mktemp("pages")).example()
    result = work.run("build", "--quiet")
    assert result.exit == 0, result.err
    return work.root / "site/planner"


def look(browser: Any, planner: Path, file: str, width: int = 1440) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    browser.get((planner / file).as_uri())


def here(browser: Any) -> str:
    return str(browser.current_url).rpartition("/planner/")[2]


def follow(browser: Any, selector: str, text: str = "") -> str:
    """Click the first link that fits, and that says so; the file it leads to, with its anchor."""
    links = browser.find_elements(By.CSS_SELECTOR, selector)
    click(browser, next(link for link in links if text in link.text and link.is_displayed()))
    return here(browser)


def click(browser: Any, node: Any) -> None:
    """As a reader does, who scrolls there first: pages scroll softly, and selenium does not wait for it."""
    browser.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", node)
    node.click()


def heading(browser: Any) -> str:
    return str(browser.find_element(By.TAG_NAME, "h1").text)


def test_from_the_channels_to_who_is_there_and_to_what_comes_by_them(browser: Any, planner: Path) -> None:
    look(browser, planner, "index.html")
    assert follow(browser, "nav a", "Canales") == "channels.html"
    assert follow(browser, "#channel-email a", "Huertas de casa") == "segments/huertas.html"
    assert follow(browser, ".facts a", "Correo") == "channels.html#channel-email"
    entry = follow(browser, "#channel-email .entries a", "¿Qué vas a tener en el plato")
    assert entry == "entries/2026-11-18-plato-de-febrero.html"
    assert follow(browser, ".facts a", "Correo") == "channels.html#channel-email"


def test_from_the_results_to_a_sale_to_its_client_and_to_its_offer(browser: Any, planner: Path) -> None:
    look(browser, planner, "index.html")
    assert follow(browser, "nav a", "Resultados") == "results.html"
    assert follow(browser, "td a, th a", "Nuria Lasheras") == "contacts/nuria.html"
    browser.back()
    assert follow(browser, "main a", "Un plan de riego para la huerta del comedor").startswith("entries/2026-12-14-")
    browser.back()
    assert follow(browser, ".aim h3 a", "Fincas de fruta") == "segments/fruteros.html"


def test_a_picture_opens_into_its_table_without_a_script(browser: Any, planner: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        for file in ("results.html", "channels.html", "relations.html", "people.html", "segments/fruteros.html"):
            look(browser, planner, file)
            details = browser.find_element(By.CSS_SELECTOR, "figure details")
            assert not details.find_element(By.TAG_NAME, "table").is_displayed()
            details.find_element(By.TAG_NAME, "summary").send_keys(Keys.ENTER)
            assert details.find_element(By.TAG_NAME, "table").is_displayed(), file
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_from_the_relations_to_who_moved_and_to_what_it_followed(browser: Any, planner: Path) -> None:
    look(browser, planner, "index.html")
    assert follow(browser, "nav a", "Relaciones") == "relations.html"
    assert follow(browser, ".moves .move a", "Pilar Gazol") == "contacts/pilar.html"
    browser.back()
    assert follow(browser, ".moves .before a", "Agua de pozo y sal") == "entries/2026-10-22-agua-de-pozo.html"
    browser.back()
    assert follow(browser, ".moves .before a", "Celia Ordovás") == "people.html#person-celia"


def test_from_the_team_to_what_each_has_and_to_who_stands_in(browser: Any, planner: Path) -> None:
    look(browser, planner, "index.html")
    assert follow(browser, "nav a", "Equipo") == "people.html"
    assert follow(browser, "#person-bruno a", "cubre Amparo Lahoz") == "people.html#person-amparo"
    assert follow(browser, "#person-amparo a", "Pilar Gazol") == "contacts/pilar.html"
    assert follow(browser, ".facts a", "Amparo Lahoz") == "people.html#person-amparo"
    assert follow(browser, "#person-amparo a", "Fincas de fruta") == "segments/fruteros.html"


def test_from_the_promises_to_what_was_found_and_to_what_each_means(browser: Any, planner: Path) -> None:
    look(browser, planner, "index.html")
    assert follow(browser, ".verdict a") == "checks.html"
    assert follow(browser, ".finding .said a", "Julián Pardina") == "contacts/julian.html"
    assert "Julián Pardina" in heading(browser)
    browser.back()
    assert follow(browser, ".promises a", "Una parte demasiado grande de lo que recibe un segmento") == (
        "promises/pitch-share.html"
    )
    assert follow(browser, ".facts a", "Fincas de fruta") == "segments/fruteros.html"
    browser.back()
    assert follow(browser, ".kicker a") == "checks.html"


def test_on_a_phone_the_pictures_of_a_segment_open_at_today(browser: Any, planner: Path) -> None:
    browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        look(browser, planner, "segments/fruteros.html", 390)
    finally:
        browser.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})
    for picture in browser.find_elements(By.CSS_SELECTOR, "figure .wide"):
        room, today = picture.rect, picture.find_element(By.CSS_SELECTOR, ".now").rect
        assert picture.get_property("scrollWidth") > picture.get_property("clientWidth")
        assert room["x"] < today["x"] < room["x"] + room["width"]


def test_on_a_phone_a_month_begins_today_and_what_has_passed_is_folded(browser: Any, planner: Path) -> None:
    look(browser, planner, "calendar/2026-11.html", 390)
    days = [day for day in browser.find_elements(By.CSS_SELECTOR, "li.day") if day.is_displayed()]
    assert days[0].get_attribute("id") == "2026-11-16"
    assert days[0].rect["y"] < 600
    browser.find_element(By.CSS_SELECTOR, "details.days summary").click()
    assert browser.find_element(By.ID, "2026-11-03").is_displayed()


def test_the_key_of_the_search_box_is_off_where_the_keys_are(browser: Any, planner: Path) -> None:
    look(browser, planner, "calendar/2026-11.html")
    button = browser.find_element(By.CSS_SELECTOR, ".keys button")
    field, hint = browser.find_element(By.ID, "search_"), browser.find_element(By.CSS_SELECTOR, ".search kbd")
    button.click()
    try:
        browser.find_element(By.TAG_NAME, "h1").click()
        browser.find_element(By.TAG_NAME, "body").send_keys("/")
        assert browser.switch_to.active_element != field
        assert not hint.is_displayed()
    finally:
        button.click()
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element == field
    assert field.get_attribute("value") == ""


def test_from_the_search_to_a_need_on_its_board(browser: Any, planner: Path) -> None:
    look(browser, planner, "people.html")
    field = browser.find_element(By.ID, "search_")
    field.send_keys("zanahoria perro")
    WebDriverWait(browser, 10).until(lambda _: browser.find_elements(By.CSS_SELECTOR, "[role=option]"))
    field.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda _: here(browser) == "needs.html#need-topillos")
