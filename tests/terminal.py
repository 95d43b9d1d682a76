"""The program in a real terminal of its own (a pty), as somebody who sits there sees it."""

import fcntl
import os
import select
import struct
import subprocess
import sys
import termios
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import Result, process_environment

pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")

_QUESTIONS = (b"? ", b") ", b"] ")
"""How what waits for an answer ends."""


def in_terminal(
    root: Path,
    *arguments: str,
    language: str = "es",
    during: Callable[[int], None] | None = None,
    watching: Callable[[int, str], None] | None = None,
    typed: str = "",
    **env: str | None,
) -> Result:
    """Run `valuegen …` in a terminal; all that it shows is in `out`. `typed`: the answers, a line a question.

    `watching` is told what is shown so far, each time that there is more of it.
    """
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))  # nothing is broken into lines
    surroundings = process_environment(language, **{"TERM": "xterm-256color", **env})
    command = [sys.executable, "-m", "valuegen", *arguments]
    with subprocess.Popen(
        command, cwd=root, env=surroundings, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    ) as process:
        os.close(slave)
        if during:
            during(process.pid)
        shown = b""
        answers, asked = typed.splitlines(keepends=True), 0
        while True:
            if answers and shown.endswith(_QUESTIONS) and (not asked or b"\n" in shown[asked:]):
                asked = len(shown)
                os.write(master, answers.pop(0).encode())
            ready, _, _ = select.select([master], [], [], 60)
            try:
                data = os.read(master, 65536) if ready else b""
            except OSError:  # Linux: the other side is closed
                data = b""
            if not data:
                break
            shown += data
            if watching:
                watching(process.pid, shown.decode(errors="ignore"))
        try:
            status = process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            pytest.fail(f"It still waits for somebody to answer:\n{shown.decode(errors='replace')}")
    os.close(master)
    return Result(status, shown.decode().replace("\r\n", "\n"), "")
