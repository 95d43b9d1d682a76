"""Pages of others in a real Chromium: what they try on a preview that runs on the same machine, and get nothing of."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from previewing import Seen, preview, until
from selenium.webdriver.common.by import By

from bench import Bench

pytestmark = pytest.mark.browser

CLIENTS = "- {id: rosa, name: Rosa Díaz, segments: [panaderias]}\n"
# What a page can try without asking anybody: each way ends in a word, and `got` would be one of ours.
TRIES = """
const target = TARGET, ended = {};
const way = (name, work) => Promise.race([
    work(), new Promise(done => setTimeout(() => done('nothing came'), 4000)),
]).catch(() => 'refused').then(end => { ended[name] = end; });
const loaded = (tag, keys) => () => new Promise(done => {
    const made = Object.assign(document.createElement(tag), keys);
    made.onload = () => done(tag === 'iframe' ? framed(made) : 'got');
    made.onerror = () => done('refused');
    document.body.append(made);
});
const framed = frame => {
    try { return frame.contentDocument.body.innerText ? 'got' : 'empty'; } catch { return 'opaque'; }
};
const read = init => () => fetch(target + init.path, init).then(
    async answer => init.mode === 'no-cors' ? answer.type : 'got ' + await answer.text());
const socket = () => new Promise(done => {
    const made = new WebSocket(target.replace('http', 'ws') + '/_valuegen/events');
    made.onopen = () => done('got'); made.onerror = () => done('refused');
});
const stream = () => new Promise(done => {
    const made = new EventSource(target + '/_valuegen/events', {withCredentials: true});
    made.onopen = () => done('got'); made.onerror = () => done('refused');
});
const opened = () => new Promise(done => {
    const other = open(target + '/planner/');
    setTimeout(() => { try { done(other && other.document && other.document.body.innerText ? 'got' : 'empty'); }
                       catch { done('refused'); } if (other) other.close(); }, 1500);
});
const wish = JSON.stringify({as_of: '2031-01-01', drafts: false, future: false});
window.tried = Promise.all([
    way('fetch', read({path: '/', credentials: 'include'})),
    way('fetch of the planner', read({path: '/planner/', credentials: 'include'})),
    way('fetch of findings', read({path: '/_valuegen/page?at=/', credentials: 'include'})),
    way('fetch blindly', read({path: '/', mode: 'no-cors', credentials: 'include'})),
    way('wish', read({path: '/_valuegen/wishes', method: 'POST', body: wish,
                      headers: {'Content-Type': 'application/json'}})),
    way('wish as text', read({path: '/_valuegen/wishes', method: 'POST', body: wish, mode: 'no-cors',
                              headers: {'Content-Type': 'text/plain'}})),
    way('img', loaded('img', {src: target + '/favicon.svg'})),
    way('script', loaded('script', {src: target + '/_valuegen/preview.js'})),
    way('style', loaded('link', {rel: 'stylesheet', href: target + '/_valuegen/preview.css'})),
    way('iframe', loaded('iframe', {src: target + '/'})),
    way('object', loaded('object', {data: target + '/', type: 'text/html'})),
    way('events', stream), way('websocket', socket), way('window', opened),
]).then(() => ended);
const form = Object.assign(document.createElement('form'), {method: 'POST', action: target + '/_valuegen/wishes',
                                                            enctype: 'text/plain', target: 'formed'});
form.append(Object.assign(document.createElement('input'), {name: wish.slice(0, -1) + ',"x":"', value: '"}'}));
const frame = Object.assign(document.createElement('iframe'), {name: 'formed'});
document.body.append(frame, form); form.submit();
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Seen]:
    work = Bench(tmp_path_factory.mktemp("strangers")).workspace({"content/private/contacts.yaml": CLIENTS})
    with preview(work.root) as found:
        yield found


@pytest.fixture(scope="module")
def evil() -> Iterator[int]:
    """Another server of this machine, at whose pages scripts may do what they like; its port."""

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(b"<!DOCTYPE html><title>evil</title><body></body>")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


@pytest.fixture(autouse=True)
def _forgotten(browser: Any) -> Iterator[None]:
    browser.set_script_timeout(30)
    yield
    browser.delete_all_cookies()
    browser.get("about:blank")


def let_in(browser: Any, seen: Seen) -> None:
    """The browser has the planner's cookie, as its owner's has."""
    browser.get(seen.serving.planner)
    assert browser.current_url == f"{seen.serving.site}planner/"


def tried(browser: Any, seen: Seen) -> set[str]:
    """The ways by which the page that is open got something of the preview's."""
    browser.execute_script(TRIES.replace("TARGET", json.dumps(f"http://127.0.0.1:{seen.port}"), 1))
    ended = browser.execute_async_script("const done = arguments[0]; window.tried.then(done)")
    assert len(ended) == 14
    return {way for way, end in ended.items() if end.startswith("got")}


def test_the_same_ways_are_open_to_our_own_pages(browser: Any, seen: Seen) -> None:
    """So it is not for another reason that others get nothing."""
    let_in(browser, seen)
    browser.get(f"{seen.serving.site}_valuegen/preview.css")
    ways = {"fetch", "fetch of the planner", "fetch of findings", "wish", "img", "script", "style", "events", "window"}
    assert ways <= tried(browser, seen)
    assert seen.wish().status == 200  # as it was before


@pytest.mark.parametrize("name", ["localhost", "evil.localhost", "127.0.0.1"])
def test_a_page_of_others_gets_nothing(browser: Any, seen: Seen, evil: int, name: str) -> None:
    """At another site, and at the same one but for the port (where the cookies are the same)."""
    let_in(browser, seen)
    browser.get(f"http://{name}:{evil}/")
    assert tried(browser, seen) == set()
    assert seen.serving.loop.state.wishes.as_of is None
    assert seen.serving.loop.state.wishes.drafts


@pytest.mark.parametrize("path", ["/", "/planner/", "/_valuegen/page?at=/", "/_valuegen/events"])
def test_a_name_that_was_rebound_to_this_machine_is_refused(browser: Any, seen: Seen, path: str) -> None:
    """The name of a stranger's that leads here now: for the browser their page and ours are of one origin."""
    let_in(browser, seen)
    browser.get(f"http://rebound.localhost:{seen.port}{path}")
    shown = browser.find_element(By.TAG_NAME, "body").text
    assert shown == "Esta vista previa solo contesta al navegador de quien la abrió."
    script = "const done = arguments[1]; fetch(arguments[0]).then(async a => done(a.status + await a.text()), done)"
    assert str(browser.execute_async_script(script, path)).startswith("403")


def test_a_link_elsewhere_leads_to_the_site_and_not_to_the_planner_of_another_run(
    browser: Any, seen: Seen, evil: int
) -> None:
    browser.get(f"http://evil.localhost:{evil}/")
    browser.execute_script("location = arguments[0]", f"{seen.serving.site}harina/")
    until(lambda: browser.find_elements(By.CSS_SELECTOR, "main h1"))
    browser.get(f"{seen.serving.site}planner/?token=guessed")
    assert "Rosa" not in browser.page_source
    let_in(browser, seen)
    assert seen.serving.door.token not in browser.page_source
    assert seen.serving.door.token not in browser.execute_script(
        "return document.cookie + document.referrer + location"
    )


def test_a_slow_browser_gets_its_page_and_keeps_nobody_waiting(browser: Any, seen: Seen) -> None:
    slow = {"offline": False, "latency": 200, "downloadThroughput": 40_000, "uploadThroughput": 40_000}
    browser.execute_cdp_cmd("Network.enable", {})
    browser.execute_cdp_cmd("Network.emulateNetworkConditions", slow)
    try:
        browser.execute_script("location = arguments[0]", f"{seen.serving.site}harina/")
        assert seen.ask("/harina/").status == 200
        until(lambda: browser.find_elements(By.CSS_SELECTOR, "main h1"))
    finally:
        quick = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1}
        browser.execute_cdp_cmd("Network.emulateNetworkConditions", quick)
        browser.execute_cdp_cmd("Network.disable", {})
