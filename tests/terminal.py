"""The program in a real terminal of its own (a pty), as somebody who sits there sees it."""

import os
import select
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import Result, process_environment

pty = pytest.importorskip("pty", reason="there are no terminals of this kind here")


def in_terminal(
    root: Path,
    *arguments: str,
    language: str = "es",
    during: Callable[[int], None] | None = None,
    typed: str = "",
    **env: str | None,
) -> Result:
    """Run `valuegen …` in a terminal; all that it shows is in `out`. `typed`: what is typed, ahead of the questions."""
    master, slave = pty.openpty()
    surroundings = process_environment(language, **{"TERM": "xterm-256color", **env})
    command = [sys.executable, "-m", "valuegen", *arguments]
    with subprocess.Popen(
        command, cwd=root, env=surroundings, stdin=slave, stdout=slave, stderr=slave, start_new_session=True
    ) as process:
        os.close(slave)
        os.write(master, typed.encode())
        if during:
            during(process.pid)
        shown = b""
        while True:
            ready, _, _ = select.select([master], [], [], 60)
            try:
                data = os.read(master, 65536) if ready else b""
            except OSError:  # Linux: the other side is closed
                data = b""
            if not data:
                break
            shown += data
        status = process.wait()
    os.close(master)
    return Result(status, shown.decode().replace("\r\n", "\n"), "")
