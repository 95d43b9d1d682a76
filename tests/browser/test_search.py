"""The search of the public site in a real Chromium, served from this machine, and opened from a folder."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.wait import WebDriverWait
from shown import THEME
from small_plan import entry, plan_of

from valuegen.build import indexed
from valuegen.leaf import NoLeaves
from valuegen.pages.public import public_pages
from valuegen.render.html import Renderer

pytestmark = pytest.mark.browser

POSTS = [
    entry(f"2026-10-{day:02}", slug=f"p{day}", title=f"Pan número {day}", segments=["a"], text="Amasar la masa madre.")
    for day in range(1, 15)
]
POSTS += [
    entry(
        "2026-11-02", slug="harina", title="¿Cuánta harina tiras?", segments=["a", "b"], text="Pesa <b>lo</b> barrido."
    ),
    entry("2026-11-03", slug="horno", title="El horno", segments=["b"], text="Leña seca, y una puerta que cierre."),
]
SEGMENTS = {"a": {"name": "Panaderías"}, "b": {"name": "Cafés"}, "c": {"name": "Sin textos"}}


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing, and remembers what was asked for."""

    asked: list[str] = []

    def log_message(self, *_: object) -> None:
        self.asked.append(self.path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("search")
    pages = indexed(public_pages(plan_of(POSTS, SEGMENTS), searchable=True, theme=THEME), NoLeaves())
    with Renderer(THEME, "es") as renderer:
        for page in pages.values():
            target = top / page.address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(renderer.render(page))
    return top / "public"


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def opened(browser: Any, host: str) -> Callable[..., Any]:
    def open_page(query: str = "", width: int = 1440) -> Any:
        size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
        browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        browser.get(f"{host}/buscar/{query}")
        return browser.find_element(By.ID, "search_box")

    return open_page


def titles(browser: Any) -> list[str]:
    return [node.text for node in browser.find_elements(By.CSS_SELECTOR, ".found h2")]


def said(browser: Any, text: str) -> None:
    found = lambda driver: driver.find_element(By.CSS_SELECTOR, ".search [role=status]").text == text  # noqa: E731
    WebDriverWait(browser, 10).until(found, text)


def test_what_is_typed_is_found_with_its_marks(browser: Any, opened: Callable[..., Any]) -> None:
    opened().send_keys("barrido")
    said(browser, "1 entrada")
    assert titles(browser) == ["¿Cuánta harina tiras?"]
    item = browser.find_element(By.CSS_SELECTOR, ".found li")
    assert item.find_element(By.CSS_SELECTOR, ".meta").text == "2 de noviembre de 2026 · Panaderías y Cafés"
    assert [mark.text for mark in item.find_elements(By.TAG_NAME, "mark")] == ["barrido."]
    assert "<b>lo</b>" in item.text
    assert browser.current_url.endswith("/buscar/?q=barrido")


def test_words_of_titles_are_found_first_and_accents_do_not_count(browser: Any, opened: Callable[..., Any]) -> None:
    opened("?q=cuanta")
    said(browser, "1 entrada")
    assert titles(browser) == ["¿Cuánta harina tiras?"]


def test_it_is_used_by_keys(browser: Any, opened: Callable[..., Any]) -> None:
    box = opened()
    browser.find_element(By.TAG_NAME, "body").send_keys("/")
    assert browser.switch_to.active_element == box
    assert box.get_attribute("value") == ""
    box.send_keys("amasar")
    said(browser, "14 entradas")
    box.send_keys(Keys.ARROW_DOWN)
    first = browser.switch_to.active_element
    assert first.text == titles(browser)[0]
    first.send_keys(Keys.ARROW_DOWN)
    assert browser.switch_to.active_element.text == titles(browser)[1]
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    browser.switch_to.active_element.send_keys(Keys.ARROW_UP)
    assert browser.switch_to.active_element == box
    box.send_keys(Keys.ESCAPE)
    said(browser, "")
    assert (titles(browser), box.get_attribute("value")) == ([], "")
    box.send_keys("leña")
    said(browser, "1 entrada")
    box.send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda driver: driver.current_url.endswith("/horno/index.html"))
    browser.back()
    said(browser, "1 entrada")


def test_more_than_ten_come_in_steps(browser: Any, opened: Callable[..., Any]) -> None:
    opened("?q=amasar")
    said(browser, "14 entradas")
    assert len(titles(browser)) == 10
    browser.find_element(By.CSS_SELECTOR, ".more button").send_keys(Keys.ENTER)
    WebDriverWait(browser, 10).until(lambda driver: len(titles(driver)) == 14)
    assert browser.switch_to.active_element.text == titles(browser)[10]
    assert not browser.find_element(By.CSS_SELECTOR, ".more").is_displayed()


def test_it_is_narrowed_to_a_segment(browser: Any, opened: Callable[..., Any]) -> None:
    opened("?q=horno+harina")
    choices = browser.find_elements(By.CSS_SELECTOR, "#search_segment option")
    assert [each.text for each in choices] == ["todo el mundo", "Panaderías", "Cafés"]
    opened("?q=pesa&s=b")
    said(browser, "1 entrada")
    opened("?q=amasar&s=b")
    said(browser, "No hay nada con esas palabras. Prueba con otra, o con una parte de ella.")


def test_nothing_is_read_before_somebody_searches(browser: Any, opened: Callable[..., Any]) -> None:
    Quiet.asked.clear()
    opened()
    assert not [path for path in Quiet.asked if "pagefind" in path]


def test_its_policy_is_kept(browser: Any, opened: Callable[..., Any]) -> None:
    browser.get_log("browser")
    opened("?q=amasar")
    said(browser, "14 entradas")
    assert [line for line in browser.get_log("browser") if line["level"] != "INFO"] == []


def test_from_a_folder_it_says_where_else_to_look(browser: Any, folder: Path) -> None:
    browser.get((folder / "buscar/index.html").as_uri())
    off = browser.find_element(By.CSS_SELECTOR, ".search-off")
    assert off.is_displayed()
    assert [link.text for link in off.find_elements(By.TAG_NAME, "a")] == ["Archivo"]
    assert not browser.find_element(By.CSS_SELECTOR, ".search").is_displayed()


@pytest.mark.parametrize("width", [320, 390, 1440])
def test_it_fits(browser: Any, opened: Callable[..., Any], width: int) -> None:
    opened("?q=amasar", width)
    said(browser, "14 entradas")
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
