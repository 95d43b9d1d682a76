"""A running preview: the watch, the loop and the server, each in its thread, and all of them ended together."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from valuegen.leaf import Leaves
from valuegen.preview.answers import Answers
from valuegen.preview.door import Door
from valuegen.preview.editor import editor_of
from valuegen.preview.loop import Loop
from valuegen.preview.server import Server
from valuegen.preview.state import State, Wishes
from valuegen.preview.watch import Watch
from valuegen.read.workspace import outside

MOST_TRIED = 50
"""So many ports are tried after the usual one."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a preview is asked for. `port`: None is the usual one, or the next that is free."""

    root: Path
    language: str
    host: str = "127.0.0.1"
    port: int | None = None
    wishes: Wishes = field(default_factory=Wishes)
    has_planner: bool = True
    polls: bool = False


@dataclass(frozen=True, slots=True)
class Voice:
    """What happens meanwhile: nothing wakes the preview but looks (`polling`), our own fault (`failed`), the promises
    were looked at again (`judged`)."""

    polling: Callable[[], None] = lambda: None
    failed: Callable[[], None] = lambda: None
    judged: Callable[[State], None] = lambda _: None


USUAL = 8000


@dataclass(frozen=True, slots=True)
class Serving:
    """Where it is seen."""

    door: Door
    loop: Loop

    @property
    def site(self) -> str:
        """The address of the public site."""
        host = f"[{self.door.host}]" if ":" in self.door.host else self.door.host
        return f"http://{host}:{self.door.port}/"

    @property
    def planner(self) -> str:
        """The address that opens the planner, once for each browser."""
        return f"{self.site}planner/?token={self.door.token}" if self.door.has_planner else ""


@contextmanager
def serving(asked: Asked, leaves: Leaves, voice: Voice, environment: Mapping[str, str]) -> Iterator[Serving]:
    """A preview, until the context ends. Raises OSError where the port, or every port tried, is taken."""
    server = _listening(asked)
    try:
        door = Door(asked.host, server.server_address[1], asked.has_planner)
        loops: list[Loop] = []
        others = lambda: [path for loop in loops for path in outside(loop.state.survey.reading, asked.root)]  # noqa: E731
        with Watch(asked.root, others, asked.polls, voice.polling) as watch:
            loop = Loop(
                asked.root, asked.wishes, leaves, voice.failed, voice.judged
            )  # what changes meanwhile, the watch sees
            loops.append(loop)
            server.loop = loop
            editor = editor_of(environment)
            server.answers = Answers(loop, door, asked.root, asked.language, editor, voice.failed)
            works: list[Callable[[], None]] = [lambda: loop.follow(watch), loop.run, server.serve_forever]
            threads = [threading.Thread(target=work, daemon=True) for work in works]
            for thread in threads:
                thread.start()
            try:
                yield Serving(door, loop)
            finally:
                watch.stop()
                loop.end()
                server.shutdown()
                for thread in threads:
                    thread.join(2)
    finally:
        server.server_close()


def _listening(asked: Asked) -> Server:
    if asked.port is not None:
        return Server(asked.host, asked.port)
    for port in range(USUAL, USUAL + MOST_TRIED):
        try:
            return Server(asked.host, port)
        except OSError as error:
            taken = error
    raise taken
