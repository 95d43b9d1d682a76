"""Templates that somebody else wrote are shown in a child process, with limits on time and memory.

Jinja's sandbox keeps a template from the program's insides, but not from `'a' * 10**9`. So there is one child for all
pages, 5 s a page, 512 MiB. It is sent pickles; what it sends back is never unpickled: a status, a length, bytes.

The seconds are those that the template works, so that it is no fault of a theme when the machine has much else to do.
(Where the system has no `resource` module, Windows, they are those of the clock, and the limit on memory is not kept.)
"""

import json
import os
import pickle
import signal
import struct
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as TooLate
from dataclasses import replace
from importlib.util import find_spec
from typing import IO

from valuegen.pages.types import Page, Theme
from valuegen.render.drawing import laid_out
from valuegen.render.drawing_forms import finished
from valuegen.render.placeless import SAID, says_places
from valuegen.render.templates import Templates
from valuegen.render.theme_error import ThemeError, error_from
from valuegen.words import Message, msg

SECONDS, START_SECONDS = 5, 60
PATIENCE = 24 if find_spec("resource") else 1
"""So many times longer may it take by the clock."""
MEMORY = 512 * 1024 * 1024
LARGEST = 64 * 1024 * 1024
_FRAME = struct.Struct(">cQ")
SHOWN, WRONG, READY = b"k", b"e", b"r"


class Child:
    """A process that shows the pages of one theme, in `language` where they name no other.

    After a page too slow or too large it is another.
    """

    def __init__(self, theme: Theme, language: str) -> None:
        self._theme, self._language = theme, language
        self._process: subprocess.Popen[bytes] | None = None
        self._thread = ThreadPoolExecutor(1)

    def show(self, page: Page) -> bytes:
        """The bytes of a page. Raises `ThemeError`."""
        try:
            if self._process is None:
                self._process = _start()
                whole = replace(self._theme, assets={})
                self._asked(pickle.dumps((whole, self._language, SECONDS)), START_SECONDS)
            status, data = self._asked(pickle.dumps(page), SECONDS * PATIENCE)
        except TooLate:
            self.close()
            raise self._too_slow(page) from None
        except (OSError, EOFError):
            if self.close() == -getattr(signal, "SIGXCPU", 0):
                raise self._too_slow(page) from None
            raise self._error(
                page, msg("The template needs more than 512 MiB, or ends the program, at {page}.", page=page.address)
            ) from None
        if status != SHOWN:
            raise error_from(json.loads(data))
        return data

    def close(self) -> int | None:
        """End the process; how it ended, if it was there."""
        process, self._process = self._process, None
        if process is None:
            return None
        process.kill()
        ended = process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                _shut(pipe)
        return ended

    def _asked(self, question: bytes, seconds: float) -> tuple[bytes, bytes]:
        assert self._process is not None
        return self._thread.submit(_exchange, self._process, question).result(seconds)

    def _too_slow(self, page: Page) -> ThemeError:
        message = msg("The template takes more than {n} seconds for the page {page}.", n=SECONDS, page=page.address)
        return self._error(page, message)

    def _error(self, page: Page, message: Message) -> ThemeError:
        """At the page's template, or, where that is not the stranger's own, at the frame that is."""
        own = f"themes/{self._theme.name}/"
        names = [page.template or "", "base.html", *sorted(self._theme.templates)]
        there = [name for name in names if name in self._theme.templates]
        mine = [name for name in there if self._theme.templates[name].file.startswith(own)]
        name = next(iter((*mine, *there)), names[0])
        return ThemeError(message, name, 1, self._theme.templates[name].file if there else "")


def _shut(pipe: IO[bytes]) -> None:
    try:
        pipe.close()
    except OSError:
        return


def _start() -> subprocess.Popen[bytes]:
    """`-P` keeps the current folder, which may be a stranger's workspace, off the module path."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return subprocess.Popen(
        [sys.executable, "-P", "-m", __name__],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=kept | {"PYTHONPATH": path, "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"},
    )


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> tuple[bytes, bytes]:
    assert process.stdin is not None
    assert process.stdout is not None
    _send(process.stdin, READY, question)
    return _receive(process.stdout)


def _send(pipe: IO[bytes], status: bytes, data: bytes) -> None:
    pipe.write(_FRAME.pack(status, len(data)))
    pipe.write(data)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> tuple[bytes, bytes]:
    head = pipe.read(_FRAME.size)
    if len(head) < _FRAME.size:
        raise EOFError
    status, length = _FRAME.unpack(head)
    if length > LARGEST:
        raise EOFError
    data = pipe.read(length)
    if len(data) < length:
        raise EOFError
    return status, data


def main() -> None:
    """The child: a theme, then one page after another, until there are no more."""
    questions, answers = sys.stdin.buffer, sys.stdout.buffer
    theme, language, seconds = pickle.loads(_receive(questions)[1])
    written = "".join(template.text for template in theme.templates.values()).encode("utf-8", "replace")
    spoken = {"": Templates(theme, language, is_sandboxed=True)}
    laid_out(theme.fonts)
    _limit()
    _send(answers, READY, b"")
    while True:
        try:
            question = _receive(questions)[1]
            page = pickle.loads(question)
        except EOFError:
            return
        _allow(seconds)
        if page.language not in spoken:
            spoken[page.language] = Templates(theme, page.language, is_sandboxed=True)
        try:
            shown = spoken[page.language].show(page)
            if says_places(shown, question, written):
                found = theme.templates.get(page.template or "")
                raise ThemeError(SAID, page.template or "", 1, found.file if found else "")
            status, data = SHOWN, finished(page, shown, theme.fonts)
        except ThemeError as wrong:
            status, data = WRONG, json.dumps(wrong.plain()).encode()
        _send(answers, status, data)


def _limit() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _allow(seconds: int) -> None:
    """So many more seconds of work, to the next whole one; then the system ends the process."""
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + seconds + 1, most))


if __name__ == "__main__":
    main()
