"""Requests → answers: a mapping of pages, not a folder. Nothing here knows of sockets."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote, unquote_to_bytes, urlsplit

from valuegen.finding import Finding
from valuegen.preview.door import Door, Headers
from valuegen.preview.inserted import OWN, SECURITY, bare_page, inserted, own_files
from valuegen.preview.loop import Loop
from valuegen.preview.state import Made, State, Wishes
from valuegen.preview.told import Teller, about, for_everybody
from valuegen.preview.types import type_of
from valuegen.render.theme_error import ThemeError
from valuegen.words import msg

TEXT = "text/plain; charset=utf-8"
LONGEST = 2_000
"""Characters of an address; there is none that long."""
ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Content-Security-Policy": SECURITY,
}


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked. `target`: as it stands in the request; `headers`: by their names in lower case."""

    method: str
    target: str
    headers: Headers
    body: bytes = b""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is answered. `streams`: the connection stays open for events."""

    status: int
    body: bytes = b""
    type: str = TEXT
    headers: Mapping[str, str] = field(default_factory=dict)
    streams: bool = False


class Answers:
    """Answers the requests of one preview."""

    def __init__(
        self,
        loop: Loop,
        door: Door,
        root: Path,
        language: str,
        editor: str = "",
        failed: Callable[[], None] = lambda: None,
    ) -> None:
        self._loop, self._door, self._failed = loop, door, failed
        self._teller = Teller(root, language, editor)

    def answer(self, request: Request) -> Answer:
        """The answer to a request, whatever it is; our own fault is told (`failed`), and the preview goes on."""
        try:
            return self._answer(request)
        except Exception:
            self._failed()
            return self._refusal(500)

    def _answer(self, request: Request) -> Answer:
        if request.method not in ("GET", "HEAD", "POST"):
            return self._refusal(405, headers={"Allow": "GET, HEAD, POST"})
        if not self._door.lets_in(request.method, request.headers):
            return self._refusal(403)
        path, query = _asked(request.target)
        if path is None:
            return self._refusal(400)
        if path.startswith(OWN):
            return self._own(request, path.removeprefix(OWN), query)
        if request.method == "POST":
            return self._refusal(405, headers={"Allow": "GET, HEAD"})
        if path == "/planner" or path.startswith("/planner/"):
            return self._planner(request, path, query)
        return self._page(self._loop.state, f"public{path}", path)

    def _planner(self, request: Request, path: str, query: Mapping[str, str]) -> Answer:
        """The planner, behind its cookie; the token in the address is taken once, and taken out of it."""
        if self._door.has_planner and self._door.is_host(query.get("token", "")):
            cookie = f"{self._door.cookie}={self._door.token}; Path=/; HttpOnly; SameSite=Strict"
            return Answer(303, headers={"Location": quote(path), "Set-Cookie": cookie})
        if not self._door.sees_planner(request.headers):
            told = (
                msg("The planner opens with the address that `valuegen serve` printed when it was started.")
                if self._door.has_planner
                else msg("This preview can be seen from other machines, so the planner is not in it.")
            )
            return Answer(403, bare_page(self._teller, msg("The planner is private"), told), "text/html; charset=utf-8")
        return self._page(self._loop.state, path.removeprefix("/"), path)

    def _page(self, state: State, address: str, path: str) -> Answer:
        if state.memory is None:
            told = msg("There is nothing to show yet. What is wrong is listed below, and goes away as you fix it.")
            page = bare_page(self._teller, msg("Not yet"), told)
            return Answer(200, inserted(page, "", state.number), "text/html; charset=utf-8")
        if address.endswith("/"):
            address += "index.html"
        try:
            made = state.memory.page(address)
        except ThemeError as wrong:  # and it was never made before
            where = f"{wrong.place.file}:{wrong.line}"
            page = bare_page(self._teller, msg("This page can’t be made"), wrong.message, where)
            return Answer(500, inserted(page, "", state.number), "text/html; charset=utf-8")
        if made is not None:
            shown = _shown(made, address, state)
            return replace(shown, type=TEXT) if self._may_not_run(shown, address, state) else shown
        if f"{address}/index.html" in state.pages:
            return Answer(301, headers={"Location": quote(f"{path}/")})
        return self._lost(state, address)

    def _may_not_run(self, shown: Answer, address: str, state: State) -> bool:
        """Whether it is a script of a theme that is not built in: it could read the planner, which has its origin."""
        if shown.type != type_of(".js") or not self._door.has_planner or state.theme is None:
            return False
        return any(address == f"public/{state.theme.assets[name].path}" for name in state.theme.strange)

    def _lost(self, state: State, address: str) -> Answer:
        assert state.memory is not None
        moved = state.ways.moved.get(address.removeprefix("public/"))
        if moved:
            return Answer(302, headers={"Location": quote(_path(moved))})
        made = state.memory.page("public/404.html") if address.startswith("public/") else None
        if made is None:
            return self._refusal(404)
        return _shown(made, "public/404.html", state, 404)

    def _own(self, request: Request, name: str, query: Mapping[str, str]) -> Answer:
        """What the preview itself needs: its files, its events, what to say of a page, and what is wished."""
        if name in own_files() and request.method != "POST":
            return Answer(200, own_files()[name], type_of(name))
        if name == "events" and request.method == "GET":
            return Answer(200, type="text/event-stream", streams=True)
        if name == "page" and request.method != "POST":
            return _json(self._told(request, query.get("at", "/"), query.get("digest", "")))
        if name == "wishes" and request.method == "POST":
            return self._wish(request)
        return self._refusal(404)

    def _wish(self, request: Request) -> Answer:
        """Another day, with or without drafts and what is to come: for all who look at this preview."""
        if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
            return self._refusal(415)
        try:
            asked = json.loads(request.body)
            wishes = Wishes(
                date.fromisoformat(asked["as_of"]) if asked["as_of"] else None,
                drafts=asked["drafts"] is True,
                future=asked["future"] is True,
            )
        except (ValueError, TypeError, KeyError, RecursionError):
            return self._refusal(400)
        if wishes.as_of and not 1900 <= wishes.as_of.year <= 2199:
            return self._refusal(400)
        return _json({"number": self._loop.again(wishes).number})

    def _told(self, request: Request, at: str, digest: str) -> dict[str, Any]:
        """What a page's bar and overlay say. `at`: the path of the page; `digest`: as it was when it was loaded."""
        state = self._loop.state
        is_private = self._door.sees_planner(request.headers)
        findings = [one for one in state.findings if is_private or for_everybody(one)]
        path, _ = _asked(at)
        address = _address(path or "/")
        here = about(state, findings, address.removeprefix("public/"))
        now = self._digest(state, address, is_private)
        moved = state.ways.moved.get(address.removeprefix("public/")) if address not in state.pages else None
        broken = [one for one in (*state.broken, *_wrong(state, address)) if is_private or for_everybody(one)]
        return {
            "number": state.number,
            "changed": now is not None and now != digest,
            "moved": _path(moved) if moved else "",
            "styles": {name: f"/{file}" for name, file in state.styles.items()},
            "isOld": state.is_old and state.memory is not None,
            "broken": self._teller.findings(state, broken, is_private),
            "here": self._teller.findings(state, here, is_private),
            "counts": self._teller.counts(_others(findings, here, broken)),
            "wishes": {
                "as_of": state.wishes.as_of.isoformat() if state.wishes.as_of else "",
                "today": state.survey.reading.as_of.day.isoformat(),
                "drafts": state.wishes.drafts,
                "future": state.wishes.future,
            },
            "planner": "/planner/" if is_private else "",
            "words": self._words(state),
        }

    def _digest(self, state: State, address: str, is_private: bool) -> str | None:
        """As the page is now; None where it is not there, or not theirs to know."""
        if state.memory is None or (address.startswith("planner/") and not is_private):
            return None
        try:
            made = state.memory.page(address) or state.memory.page("public/404.html")
        except ThemeError:
            return ""
        return made.digest if made else None

    def _words(self, state: State) -> dict[str, str]:
        say = self._teller.say
        return {
            "bar": say(msg("Preview")),
            "drafts": say(msg("Drafts")),
            "future": say(msg("What is to come")),
            "day": say(msg("The site as of")),
            "today": say(msg("Today")),
            "planner": say(msg("Planner")),
            "old": say(msg("You are seeing how it was before: fix this, and it goes on.")),
            "here": say(msg("On this page")),
            "elsewhere": say(msg("Elsewhere: {counts}.", counts="\0")),
            "fine": say(msg("All promises hold.")),
            "away": say(msg("valuegen serve does not answer. This page keeps trying by itself.")),
            "close": say(msg("Fold")),
            "open": say(msg("Show")),
            "language": self._teller.language,
        }

    def _refusal(self, status: int, headers: Mapping[str, str] | None = None) -> Answer:
        told = {
            400: msg("This address can’t be read."),
            403: msg("This preview answers only the browser of whoever started it."),
            404: msg("There is nothing here."),
            405: msg("A preview can’t do that."),
            415: msg("A preview can’t do that."),
            500: msg("Something went wrong in valuegen itself. The terminal it runs in says where the details are."),
        }[status]
        return Answer(status, f"{self._teller.say(told)}\n".encode(), headers=headers or {})


def _wrong(state: State, address: str) -> list[Finding]:
    wrong = state.memory.wrong(address) if state.memory else None
    return [Finding("format", "error", wrong.message, wrong.place)] if wrong else []


def _others(findings: list[Finding], *told: list[Finding]) -> list[Finding]:
    shown = {id(one) for some in told for one in some}
    return [one for one in findings if id(one) not in shown]


def _asked(target: str) -> tuple[str | None, dict[str, str]]:
    """The path that is asked for, decoded once, and its query; None for what no page of ours would ask."""
    if not target.startswith("/") or target.startswith("//") or len(target) > LONGEST:
        return None, {}
    try:
        parts = urlsplit(target)
        path = unquote_to_bytes(parts.path).decode("utf-8")
        query = {name: values[0] for name, values in parse_qs(parts.query, max_num_fields=8).items()}
    except ValueError:
        return None, {}
    bad = "\0" in path or "\\" in path or not path.isprintable() or "//" in path or {".", ".."} & set(path.split("/"))
    return (None if bad else path), query


def _address(path: str) -> str:
    """The file in the output that a path shows."""
    address = path.removeprefix("/") if path.startswith("/planner/") else f"public{path}"
    return f"{address}index.html" if address.endswith("/") else address


def _path(file: str) -> str:
    """The path at which a file of the public site is looked at."""
    return "/" + file.removesuffix("index.html")


def _shown(made: Made, address: str, state: State, status: int = 200) -> Answer:
    if address.endswith(".html"):
        return Answer(status, inserted(made.data, made.digest, state.number), "text/html; charset=utf-8")
    return Answer(status, made.data, type_of(address))


def _json(data: Mapping[str, Any]) -> Answer:
    return Answer(200, json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), "application/json")
