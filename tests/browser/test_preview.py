"""The live preview in a real Chromium: write, save, see."""

from collections.abc import Iterator
from typing import Any

import pytest
from node_tools import axe
from previewing import Seen, free_port, preview, until
from selenium.webdriver.common.by import By

from bench import Bench, MiniWorkspace

pytestmark = pytest.mark.browser

CALENDAR = "content/calendar/2026.yaml"
BODY = "".join(f"Párrafo {number} de un texto largo.\n\n" for number in range(200))
POST = f"---\ntitle: Un texto largo\ndate: 2026-11-20\nslug: largo\nkind: industry\nask: ¿Y tú?\n---\n{BODY}"
SAID = "return document.querySelector('valuegen-preview')?.shadowRoot.querySelector('.panel')?.innerText ?? ''"
SCROLL = "return Math.round(scrollY)"


@pytest.fixture
def work(bench: Bench) -> MiniWorkspace:
    work = bench.workspace({"content/posts/largo.md": POST})
    work.write("valuegen.yaml", f"{work.read('valuegen.yaml')}  theme: mio\n")
    work.write("themes/mio/assets/mio.css", "h1 { color: rgb(1, 2, 3) }\n")
    return work


@pytest.fixture
def seen(work: MiniWorkspace) -> Iterator[Seen]:
    with preview(work.root) as found:
        yield found


@pytest.fixture(autouse=True)
def _one_tab(browser: Any) -> Iterator[None]:
    yield
    first, *others = browser.window_handles
    for other in others:
        browser.switch_to.window(other)
        browser.close()
    browser.switch_to.window(first)
    browser.get("about:blank")


def opened(browser: Any, seen: Seen, path: str) -> None:
    browser.get(f"http://127.0.0.1:{seen.port}{path}")
    until(lambda: browser.execute_script(SAID))


def text(browser: Any) -> str:
    found: str = browser.execute_script("return document.querySelector('main')?.innerText ?? ''")
    return found


def test_a_body_changes_and_the_scroll_and_what_is_open_stay(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    browser.execute_script("scrollTo({top: 1500, behavior: 'instant'})")
    at = browser.execute_script(SCROLL)
    assert at > 1000
    work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
    until(lambda: "Cambiado 30 de" in text(browser))
    until(lambda: browser.execute_script(SCROLL) == at)


def test_a_mistake_lies_over_the_page_and_goes_when_it_is_mended(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    work.change(CALENDAR, "kind: industry", "kind: industri")
    said = until(lambda: (now := browser.execute_script(SAID)) and f"{CALENDAR}:5:9" in now and now)
    assert "kind: industri" in said
    assert "Párrafo 30 de" in text(browser)
    work.change(CALENDAR, "kind: industri", "kind: industry")
    until(lambda: CALENDAR not in browser.execute_script(SAID))


def test_a_style_sheet_is_exchanged_without_a_reload(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    browser.execute_script("window.still = true")
    colour = "return getComputedStyle(document.querySelector('main h1')).color"
    assert browser.execute_script(colour) == "rgb(1, 2, 3)"
    work.write("themes/mio/assets/mio.css", "h1 { color: rgb(4, 5, 6) }\n")
    until(lambda: browser.execute_script(colour) == "rgb(4, 5, 6)")
    assert browser.execute_script("return window.still")


def test_a_page_that_vanished_leads_to_where_it_went(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    work.change("content/posts/largo.md", "slug: largo", "slug: otro")
    until(lambda: browser.current_url.endswith("/otro/"))
    until(lambda: "Párrafo 30 de" in text(browser))


def test_drafts_and_days_are_switched_on_the_bar(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    work.write("content/posts/despues.md", POST.replace("largo", "despues").replace("2026-11-20", "2026-12-20"))
    seen.until(lambda: seen.ask("/despues/").status == 200)
    opened(browser, seen, "/despues/")
    click = "document.querySelector('valuegen-preview').shadowRoot.querySelector(arguments[0]).click()"
    browser.execute_script(click, "input[name=future]")
    until(lambda: "Párrafo 30 de" not in text(browser))
    set_day = """
        const day = document.querySelector('valuegen-preview').shadowRoot.querySelector('input[name=day]');
        day.value = arguments[0]; day.dispatchEvent(new Event('change'));
        """
    until(lambda: browser.execute_script(SAID))
    browser.execute_script(set_day, "2026-12-21")
    until(lambda: "Párrafo 30 de" in text(browser))


def test_the_planner_opens_with_its_address_and_follows(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    browser.get(f"http://127.0.0.1:{seen.port}/planner/")
    assert browser.find_elements(By.CSS_SELECTOR, "body.bare")
    browser.get(seen.serving.planner)
    assert browser.current_url.endswith("/planner/")
    until(lambda: browser.execute_script(SAID))
    browser.get(f"http://127.0.0.1:{seen.port}/planner/entries/2026-11-20-largo.html")
    until(lambda: "Un texto largo" in text(browser))
    work.change("content/posts/largo.md", "title: Un texto largo", "title: Un texto larguísimo")
    until(lambda: "Un texto larguísimo" in text(browser))


def test_twenty_tabs_all_follow(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    for _ in range(19):
        browser.switch_to.new_window("tab")
        opened(browser, seen, "/largo/")
    work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
    for tab in browser.window_handles:
        browser.switch_to.window(tab)
        until(lambda: "Cambiado 30 de" in text(browser))


def test_it_finds_a_server_that_was_started_again(browser: Any, work: MiniWorkspace) -> None:
    port = free_port()
    with preview(work.root, port=port) as seen:
        opened(browser, seen, "/largo/")
    until(lambda: "no responde" in browser.execute_script(SAID))
    work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
    with preview(work.root, port=port):
        until(lambda: "Cambiado 30 de" in text(browser))
        until(lambda: "no responde" not in browser.execute_script(SAID))


def test_a_page_of_somebody_else_gets_nothing(browser: Any, seen: Seen, tmp_path: Any) -> None:
    page = tmp_path / "evil.html"
    page.write_text(
        f"""<!DOCTYPE html><title>x</title><body><script>
        const base = "http://127.0.0.1:{seen.port}";
        window.got = [];
        const take = (path) =>
          fetch(base + path, {{credentials: "include"}}).then(() => got.push("yes"), () => got.push("no"));
        take("/planner/");
        take("/_valuegen/page?at=/");
        const img = new Image(); img.onload = () => got.push("img"); img.onerror = () => got.push("no");
        img.src = base + "/favicon.svg";
        const frame = document.createElement("iframe"); frame.src = base + "/"; document.body.append(frame);
        </script>"""
    )
    browser.get(seen.serving.planner)
    browser.get(page.as_uri())
    until(lambda: len(browser.execute_script("return window.got ?? []")) == 3)
    assert browser.execute_script("return window.got") == ["no", "no", "no"]


SHADOW = "document.querySelector('valuegen-preview').shadowRoot"


def test_what_is_read_stays_where_it_is_when_something_above_it_grows(
    browser: Any, work: MiniWorkspace, seen: Seen
) -> None:
    opened(browser, seen, "/largo/")
    top = """
        return Math.round([...document.querySelectorAll('main p')].find((each) =>
          each.textContent.startsWith('Párrafo 120 ')).getBoundingClientRect().top)
        """
    browser.execute_script(f"scrollBy({{top: (() => {{{top}}})() - 100, behavior: 'instant'}})")
    at = browser.execute_script(top)
    more = "".join(f"Nuevo {number}.\n\n" for number in range(40))
    work.change("content/posts/largo.md", "Párrafo 3 de", f"{more}Párrafo 3 de")
    until(lambda: "Nuevo 39" in text(browser))
    until(lambda: abs(browser.execute_script(top) - at) <= 2)


def test_focus_and_open_details_are_kept(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    more = "<details><summary>Más</summary><p>Dentro</p></details><p><a id=enlace href='/'>Inicio</a></p>"
    work.write(
        "themes/mio/post.html",
        f'{{% extends "base.html" %}}\n{{% block content %}}{{{{ page.body }}}}{more}{{% endblock %}}\n',
    )
    seen.until(lambda: "<details>" in seen.ask("/largo/").text)
    opened(browser, seen, "/largo/")
    browser.execute_script("document.querySelector('main details, details').open = true")
    browser.execute_script("document.getElementById('enlace').focus({preventScroll: true})")
    work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
    until(lambda: "Cambiado 30 de" in browser.execute_script("return document.body.innerText"))
    until(lambda: browser.execute_script("return document.querySelector('details').open"))
    assert browser.execute_script("return document.activeElement.id") == "enlace"


def test_what_is_typed_into_the_search_is_kept(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/buscar/")
    until(lambda: browser.find_elements(By.CSS_SELECTOR, "input[type=search]"))
    browser.find_element(By.CSS_SELECTOR, "input[type=search]").send_keys("párrafo")
    browser.execute_script("window.before = true")
    work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
    until(lambda: not browser.execute_script("return window.before"))
    until(
        lambda: browser.execute_script("return document.querySelector('input[type=search]')?.value ?? ''") == "párrafo"
    )


def test_it_folds_with_the_keyboard_and_stays_folded(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    opened(browser, seen, "/largo/")
    work.change(CALENDAR, "kind: industry", "kind: industri")
    until(lambda: f"{CALENDAR}:5:9" in browser.execute_script(SAID))
    height = f"return {SHADOW}.querySelector('.panel').offsetHeight"
    before = browser.execute_script(height)
    browser.execute_script(f"{SHADOW}.querySelector('button[name=fold]').focus()")
    browser.switch_to.active_element.send_keys(" ")
    until(lambda: browser.execute_script(height) < before / 2)
    assert browser.execute_script(f"return {SHADOW}.activeElement.name") == "fold"
    assert f"{CALENDAR}:5:9" in browser.execute_script(SAID)
    opened(browser, seen, "/")
    until(lambda: browser.execute_script(height) < before / 2)
    browser.execute_script(f"{SHADOW}.querySelector('button[name=fold]').click()")
    until(lambda: browser.execute_script(height) > before / 2)


def test_axe_finds_nothing_in_the_overlay(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    work.write("themes/mio/assets/mio.css", "")
    seen.until(lambda: not seen.ask(seen.told("/largo/")["styles"]["mio.css"]).body)
    opened(browser, seen, "/largo/")
    browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    work.change(CALENDAR, "kind: industry", "kind: industri")
    until(lambda: f"{CALENDAR}:5:9" in browser.execute_script(SAID))
    try:
        for width, scheme in ((1440, "light"), (390, "light"), (390, "dark")):
            turn(browser, width, scheme)
            assert axe(browser) == [], (width, scheme)
    finally:
        browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
        browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "", "features": []})
        browser.execute_cdp_cmd("Page.setBypassCSP", {"enabled": False})  # or the tests after it would be told nothing


def turn(browser: Any, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": width < 600}
    browser.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    features = [{"name": "prefers-color-scheme", "value": scheme}]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "screen", "features": features})


def test_a_browser_without_shared_workers_follows_too(browser: Any, work: MiniWorkspace, seen: Seen) -> None:
    script = {"source": "delete window.SharedWorker"}
    held = browser.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    try:
        opened(browser, seen, "/largo/")
        assert browser.execute_script("return window.SharedWorker === undefined")
        work.change("content/posts/largo.md", "Párrafo 30 de", "Cambiado 30 de")
        until(lambda: "Cambiado 30 de" in text(browser))
    finally:
        browser.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", held)
