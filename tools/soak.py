"""A preview for long, as a process that a user started: it may not grow, nor lose a save, nor keep anybody waiting.

.venv/bin/python tools/soak.py                          an hour of an edit a second, a storm of files, slow readers
.venv/bin/python tools/soak.py --edits 500 --pause 0    as fast as they are shown
.venv/bin/python tools/soak.py --edits 0                the storm and the readers alone
"""

import argparse
import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO, Any

PATIENCE = 60.0
MORE_KIB, MORE_OTHERS = 2_048, 6
"""What may be held more at the end of the last half than at its begin: noise of an allocator, a request under way."""
EACH = 10
"""Edits between two looks at what the process holds."""
STORM, SLOW = 16_000, 200
"""So many files that come, are written, renamed and go (five events each); so many readers who never finish."""
FILES = {
    "valuegen.yaml": "site: {title: Obrador, url: https://obrador.example, language: es, as_of: 2026-12-01}\n",
    "content/segments.yaml": "panaderias: {name: Panaderías}\n",
    "content/people.yaml": "irene: {name: Irene, email: i@x.example}\n",
}
POST = """---
title: {title}
date: 2026-11-20
slug: {slug}
kind: industry
ask: ¿Y tú?
---
Texto {text}.
"""


@dataclass(frozen=True)
class Held:
    """What a process holds: memory of its own (KiB), threads, open files."""

    memory: int
    threads: int
    descriptors: int

    @classmethod
    def by(cls, pid: int) -> "Held":
        """As it is now."""
        lines = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines())
        files = len(os.listdir(f"/proc/{pid}/fd"))  # noqa: PTH208 -- names alone
        return cls(int(lines["RssAnon"].split()[0]), int(lines["Threads"]), files)


@dataclass(frozen=True)
class Preview:
    """`valuegen serve`, seen from outside."""

    root: Path
    pid: int
    address: str

    def page(self, path: str) -> str:
        """A page, or "" while there is none."""
        with suppress(OSError), urllib.request.urlopen(self.address + path, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text
        return ""

    def shows(self, path: str, text: str) -> bool:
        """Whether a page has a text."""
        return text in self.page(path)

    def is_broken(self) -> bool:
        """Whether the bar says that what was written can't be shown."""
        told: dict[str, Any] = json.loads(self.page("_valuegen/page?at=/uno/&digest=none") or "{}")
        return bool(told.get("broken"))

    def write(self, slug: str, title: str, text: str) -> None:
        """Save a post."""
        post = POST.format(title=title, slug=slug, text=text)
        (self.root / f"content/posts/{slug}.md").write_text(post, encoding="utf-8")


@contextmanager
def served(said: IO[str] | None = None) -> Iterator[Preview]:
    """A workspace with one post, and a preview of it, which has to end well. `said`: where it tells what happens."""
    in_memory = "/dev/shm" if Path("/dev/shm").is_dir() else None
    with tempfile.TemporaryDirectory(dir=in_memory) as name:
        root = Path(name)
        (root / "content/posts").mkdir(parents=True)
        for path, text in FILES.items():
            (root / path).write_text(text, encoding="utf-8")
        (root / "content/posts/uno.md").write_text(POST.format(title="Uno", slug="uno", text="0"), encoding="utf-8")
        command = [sys.executable, "-m", "valuegen", "serve"]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=said, text=True) as process:
            assert process.stdout
            try:
                yield Preview(root, process.pid, process.stdout.readline().partition(": ")[2].strip())
            finally:
                process.send_signal(signal.SIGINT)
            if process.wait(PATIENCE) != 0:
                raise SystemExit(f"it ended with {process.returncode}")


def soaked(preview: Preview, numbers: Iterable[int], pause: float = 0) -> list[Held]:
    """Edit a text each time, its title each tenth, break it each fiftieth; look at the page each time. What was held
    meanwhile."""
    found = []
    for number in numbers:
        if number % 50 == 49:
            (preview.root / "content/posts/uno.md").write_text("---\ntitle: [\n---\n", encoding="utf-8")
            _until(preview.is_broken)
        preview.write("uno", f"Uno {number // 10}", f"«{number}»")
        _until(partial(preview.shows, "uno/", f"«{number}»"))
        if number % EACH == 0:
            found.append(Held.by(preview.pid))
        if number % (60 * EACH) == 0:  # a run that is ended has told something
            print(f"  {number:,}: {found[-1]}", flush=True)
        time.sleep(pause)
    return found


def grown(found: Sequence[Held]) -> list[str]:
    """What grew over the last half, from its first fifth to its last, in a sentence each."""
    half = found[len(found) // 2 :]
    some = max(1, len(half) // 5)
    wrong = []
    for name, most in (("memory", MORE_KIB), ("threads", MORE_OTHERS), ("descriptors", MORE_OTHERS)):
        first, last = (statistics.median(getattr(one, name) for one in part) for part in (half[:some], half[-some:]))
        print(f"  {name}: {first:g} → {last:g} over the last half", flush=True)
        if last > first + most:
            wrong.append(f"{name} grew: {first:g} → {last:g}")
    return wrong


def stormed(preview: Preview, count: int = STORM, is_asleep: bool = False) -> None:
    """Files that come and go by thousands, as while git changes branches or a folder is synced, and three saves among
    them: a new post, another text, one that is gone. The pages are right afterwards.

    `is_asleep`: the preview gets no time meanwhile, so that fewer are too many for the system to tell it of."""
    posts = preview.root / "content/posts"
    preview.write("tres", "Tres", "se va")
    _until(partial(preview.shows, "tres/", "se va"))
    begin = time.monotonic()
    if is_asleep:
        os.kill(preview.pid, signal.SIGSTOP)
    for number in range(count):
        new, other = f"{posts}/.n{number}.swp", f"{posts}/n{number}~"
        handle = os.open(new, os.O_WRONLY | os.O_CREAT)
        os.write(handle, b"x")
        os.close(handle)
        os.rename(new, other)  # noqa: PTH104 -- so many a second
        os.unlink(other)  # noqa: PTH108
        if number == count // 3:
            preview.write("dos", "Dos", "en medio")
        elif number == count // 2:
            preview.write("uno", "Uno", "en medio")
            (posts / "tres.md").unlink()
    os.kill(preview.pid, signal.SIGCONT)
    print(f"  {5 * count:,} events in {time.monotonic() - begin:.1f} s", flush=True)
    _until(partial(preview.shows, "dos/", "en medio"))
    _until(partial(preview.shows, "uno/", "en medio"))
    _until(lambda: not preview.page("tres/"))


def kept_waiting(preview: Preview, count: int = SLOW) -> None:
    """Readers who send half a request, or never take their answer: a page comes all the same."""
    host, _, port = preview.address.removeprefix("http://").strip("/").partition(":")
    with ExitStack() as open_ones:
        for number in range(count):
            slow = open_ones.enter_context(socket.create_connection((host, int(port)), timeout=PATIENCE))
            whole = f"GET /uno/ HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode()
            slow.sendall(whole if number % 2 else whole[:20])
        begin = time.monotonic()
        preview.write("uno", "Uno", "para todos")
        _until(partial(preview.shows, "uno/", "para todos"))
        print(f"  a save was shown in {time.monotonic() - begin:.2f} s", flush=True)


def _until(true: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise SystemExit("it never came")
        time.sleep(0.01)


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, and say what grew; 1 where something did."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edits", type=int, default=3600)
    options.add_argument("--pause", type=float, default=1, help="seconds between two edits")
    asked = options.parse_args(arguments)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell has what it starts behind itself ignore Ctrl-C
    with served() as preview:
        print(f"a storm of {STORM:,} files", flush=True)
        stormed(preview)
        print(f"{SLOW} slow readers", flush=True)
        kept_waiting(preview)
        print(f"{asked.edits:,} edits", flush=True)
        found = soaked(preview, range(asked.edits), asked.pause)
        wrong = grown(found) if found else []
    print("\n".join(wrong) if wrong else "nothing grew, nothing was lost")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
