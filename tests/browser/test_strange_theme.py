"""A strange theme in a real Chromium: whatever its templates and style sheets ask for elsewhere is not asked for."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from previewing import preview, until

from bench import Bench, MiniWorkspace

pytestmark = pytest.mark.browser

STYLE = """
@import "{else}/import.css"; @import url({else}/import-url.css);
@font-face { font-family: lejos; src: url({else}/letra.woff2) }
body { background: url({else}/fondo.png); font-family: lejos; cursor: url({else}/cursor.png), auto }
h1::before { content: url({else}/antes.svg) }
ul { list-style-image: url("{else}/punto.png") }
"""
LOADS = """
<link rel="stylesheet" href="{else}/hoja.css"><script src="{else}/guion.js"></script>
<style>@import "{else}/dentro.css"; body { background: url({else}/dentro.png) }</style>
<link rel="icon" href="{else}/icono.png"><link rel="manifest" href="{else}/m.json">
<link rel="preload" as="image" href="{else}/pre.png">
<img src="{else}/img.png" srcset="{else}/img2.png 2x"><iframe src="{else}/marco.html"></iframe>
<object data="{else}/objeto"></object><embed src="{else}/embed">
<video src="{else}/v.mp4" poster="{else}/poster.png"></video>
<svg width="9" height="9"><image href="{else}/svg.png"/><use href="{else}/use.svg#a"/></svg>
<p style="background:url({else}/estilo.png)" onclick="fetch('{else}/clic')">x</p>
<script>fetch("{else}/fetch"); new Image().src = "{else}/imagen.png"; navigator.sendBeacon("{else}/faro")</script>
<h1>Hola</h1><ul><li>a</li></ul>
"""
BARE = "{loads}<p>{{ page.title }}</p>"
PAGES = {
    "a whole page without a frame": "<!DOCTYPE html>\n<html lang='es'><head><title>x</title></head><body>" + BARE,
    "what loads before the head": "<!DOCTYPE html>" + BARE,
    "what loads before all": BARE,
    "an attribute that swallows": '<html lang="><head>' + BARE.replace('"', "'") + '"><head>' + BARE,
    "a comment that does not last": "<!--><script src='{else}/comentario.js'></script>-->" + BARE,
    "the frame of the built-in theme": '{% extends "parent:post.html" %}{% block content %}' + BARE + "{% endblock %}",
}


@pytest.fixture(scope="module")
def elsewhere() -> Iterator[tuple[str, list[str]]]:
    """Another server, and what was asked of it."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.end_headers()

        do_POST = do_GET  # noqa: N815 -- http.server's

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Noting) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", asked
        server.shutdown()


def themed(bench: Bench, name: str, there: str) -> MiniWorkspace:
    """A workspace whose theme asks for all of it elsewhere."""
    loads = LOADS.replace("{else}", there)
    post = PAGES[name].replace("{loads}", loads.replace('"', "'") if "swallows" in name else loads)
    work = bench.workspace({
        "themes/taller/post.html": post.replace("{else}", there),
        "themes/taller/assets/site.css": STYLE.replace("{else}", there),
    })  # fmt: skip
    return work.change("valuegen.yaml", "  language: es\n", "  language: es\n  theme: taller\n")


def looked_at(browser: Any, address: str) -> None:
    browser.get(address)
    browser.set_script_timeout(20)
    until(lambda: browser.execute_script("return document.readyState") == "complete")
    browser.execute_async_script("setTimeout(arguments[0], 500)")
    browser.get("about:blank")


@pytest.mark.parametrize("name", PAGES)
def test_a_built_page_asks_for_nothing_elsewhere(
    browser: Any, bench: Bench, elsewhere: tuple[str, list[str]], name: str
) -> None:
    there, asked = elsewhere
    work = themed(bench, name, there)
    done = work.run("build")
    assert done.exit == 0, done.err
    asked.clear()
    with served(work.root / "site/public") as here:
        looked_at(browser, f"{here}/harina/")
    assert asked == []


def test_nor_does_it_in_a_preview(browser: Any, bench: Bench, elsewhere: tuple[str, list[str]]) -> None:
    there, asked = elsewhere
    work = themed(bench, "what loads before all", there)
    asked.clear()
    with preview(work.root) as seen:
        looked_at(browser, f"{seen.serving.site}harina/")
    assert asked == []


def test_a_page_of_ones_own_asks_for_what_it_likes(
    browser: Any, bench: Bench, elsewhere: tuple[str, list[str]]
) -> None:
    """So it is not for another reason that the others ask for nothing."""
    there, asked = elsewhere
    loads = LOADS.replace("{else}", there)
    work = bench.workspace({"content/static/mia/index.html": f"<!DOCTYPE html><title>x</title>{loads}"})
    assert work.run("build").exit == 0
    asked.clear()
    with served(work.root / "site/public") as here:
        looked_at(browser, f"{here}/mia/")
    assert {"/hoja.css", "/guion.js", "/dentro.css", "/img.png", "/marco.html", "/fetch", "/faro"} <= set(asked)


class served:  # noqa: N801 -- used as a context
    """A folder, as a plain host serves it: without headers of its own."""

    def __init__(self, folder: Path) -> None:
        handler = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *_: None})
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))

    def __enter__(self) -> str:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self._server.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
