"""A preview that runs in this process, and requests to it as a browser, or somebody else, would make them."""

import http.client
import json
import socket
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from valuegen.leaf import NoLeaves
from valuegen.preview.serving import Asked, Serving, Voice, serving
from valuegen.preview.state import Wishes

PATIENCE = 30.0
"""Seconds after which what is waited for will not come; no test is about how long it takes."""


@dataclass(frozen=True)
class Reply:
    """What was answered; names of headers in lower case."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True)
class Seen:
    """A preview, looked at from outside."""

    serving: Serving
    root: Path

    @property
    def port(self) -> int:
        return self.serving.door.port

    def ask(self, path: str, method: str = "GET", body: str | None = None, **headers: str) -> Reply:
        """A request; `headers` with `_` for `-`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        try:
            connection.request(method, path, body, {name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Reply(answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read())
        finally:
            connection.close()

    def raw(self, request: bytes) -> bytes:
        """All that is answered to some bytes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE) as stream:
            stream.sendall(request)
            found = b""
            while part := stream.recv(65_536):
                found += part
            return found

    def cookie(self) -> str:
        """The planner's cookie, as a browser that opened the printed address has it."""
        reply = self.ask(f"/planner/?token={self.serving.door.token}")
        assert reply.status == 303
        return reply.headers["set-cookie"].partition(";")[0]

    def told(self, at: str = "/", **headers: str) -> Any:
        """What a page's bar and overlay say."""
        return self.ask(f"/_valuegen/page?at={at}&digest=none", **headers).json

    def wish(self, **wishes: Any) -> Reply:
        """Ask for another day, or other pages, as the bar does."""
        body = json.dumps({"as_of": "", "drafts": True, "future": True, **wishes})
        origin = f"http://127.0.0.1:{self.port}"
        return self.ask("/_valuegen/wishes", "POST", body, Content_Type="application/json", Origin=origin)

    def until(self, true: Callable[[], Any]) -> Any:
        """Wait for something to be so."""
        return until(true)


def until(true: Callable[[], Any]) -> Any:
    """Wait for something to be so."""
    end = time.monotonic() + PATIENCE
    while not (found := true()):
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)
    return found


def free_port() -> int:
    """A port that nothing listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port


@contextmanager
def preview(root: Path, **asked: Any) -> Iterator[Seen]:
    """A preview of a workspace, in Spanish. `asked`: as `Asked`, and the fields of `Wishes`."""
    environment = asked.pop("environment", {})
    voice = asked.pop("voice", Voice())
    wishes = Wishes(**{name: asked.pop(name) for name in ("as_of", "drafts", "future") if name in asked})
    wanted = Asked(root, **{"language": "es", "port": free_port(), "wishes": wishes, **asked})
    with serving(wanted, NoLeaves(), voice, environment) as found:
        yield Seen(found, root)
