"""The yaml-language-server (npm), which editors ask: what it offers, and what it marks as wrong."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

import pytest
from node_tools import NPM

SERVER = NPM / "node_modules/yaml-language-server/bin/yaml-language-server"
SETTINGS = {"yaml": {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}}


@dataclass
class Server:
    """A conversation with it, in the words of the Language Server Protocol."""

    sending: IO[bytes]
    receiving: IO[bytes]
    told: dict[str, list[Any]] = field(default_factory=dict)
    asked: int = 0
    opened: int = 0

    def open(self, path: Path, text: str | None = None) -> list[str]:
        """Open a file (with other words than are in it): `LINE:COLUMN: MESSAGE` of each thing it marks, from 1."""
        self.opened += 1  # it remembers what a version of a file held
        words = path.read_text("utf-8") if text is None else text
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self.opened, "text": words}
        self.notify("textDocument/didOpen", textDocument=document)
        starts = [(one["range"]["start"], one["message"]) for one in self._marks(path)]
        return [f"{start['line'] + 1}:{start['character'] + 1}: {message}" for start, message in starts]

    def close(self, path: Path) -> None:
        """Close it again."""
        self.notify("textDocument/didClose", textDocument={"uri": path.as_uri()})
        assert self._marks(path) == []

    def _marks(self, path: Path) -> list[Any]:
        while path.as_uri() not in self.told:
            self._take(self._received())
        return self.told.pop(path.as_uri())

    def offered(self, path: Path, text: str) -> list[str]:
        """What is offered at the place of `|` in a text that is opened as a file."""
        before, _, after = text.partition("|")
        self.open(path, before + after)
        line = before.count("\n")
        place = {"line": line, "character": len(before.rpartition("\n")[2])}
        found = self.ask("textDocument/completion", textDocument={"uri": path.as_uri()}, position=place)
        self.close(path)
        items = found["items"] if isinstance(found, dict) else found or []
        return [item["label"] for item in items]

    def hovered(self, path: Path, text: str) -> str:
        """What is said of the word at the place of `|`."""
        before, _, after = text.partition("|")
        self.open(path, before + after)
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self.ask("textDocument/hover", textDocument={"uri": path.as_uri()}, position=place)
        self.close(path)
        return str(found["contents"]["value"]) if found else ""

    def ask(self, method: str, **parameters: Any) -> Any:
        self.asked += 1
        self._send({"id": self.asked, "method": method, "params": parameters})
        while True:
            message = self._received()
            if message.get("id") == self.asked and "method" not in message:
                return message.get("result")
            self._take(message)

    def notify(self, method: str, **parameters: Any) -> None:
        self._send({"method": method, "params": parameters})

    def _take(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self.told[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            wanted = [SETTINGS.get(item["section"], {}) for item in message["params"]["items"]]
            self._send({"id": message["id"], "result": wanted})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.sending.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self.sending.flush()

    def _received(self) -> dict[str, Any]:
        length = 0
        while line := self.receiving.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the language server has ended"
        message: dict[str, Any] = json.loads(self.receiving.read(length))
        return message


@contextmanager
def language_server(root: Path) -> Iterator[Server]:
    """One that runs, for a workspace."""
    node = shutil.which("node")
    if node is None or not SERVER.is_file():
        pytest.skip("yaml-language-server is not here: it needs node, and `npm ci --prefix requirements/npm`")
    with subprocess.Popen([node, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        server = Server(process.stdin, process.stdout)
        able = {"workspace": {"configuration": True}, "textDocument": {"completion": {}, "hover": {}}}
        server.ask("initialize", processId=None, rootUri=root.as_uri(), capabilities=able)
        server.notify("initialized")
        server.notify("workspace/didChangeConfiguration", settings=SETTINGS)
        yield server
        server.ask("shutdown")
        server.notify("exit")
