"""A preview under thousands of edits: threads, open files and memory may not grow with them.

.venv/bin/python tools/soak.py              10,000 edits (some minutes)
.venv/bin/python tools/soak.py --edits 500
.venv/bin/python tools/soak.py --edits 3600 --pause 1      an hour, as somebody writes
"""

import argparse
import gc
import os
import sys
import tempfile
import threading
import time
import tracemalloc
import urllib.request
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from valuegen.leaf import NoLeaves
from valuegen.preview.loop import Loop
from valuegen.preview.serving import Asked, Voice, serving

PATIENCE = 60.0
WARM = 50
"""Edits after which everything that is made once was made."""
MORE_BYTES, MORE_EACH = 2_000_000, 400
"""What may be held more in the end: in all, and for each edit (a sum that grows is a leak; noise is not)."""
SITE = "site: {title: Obrador, url: https://obrador.example, language: es, as_of: 2026-12-01}\n"
POST = """---
title: {title}
date: 2026-11-20
slug: uno
kind: industry
ask: ¿Y tú?
---
Texto {text}.
"""


@dataclass(frozen=True)
class Measured:
    """Threads, descriptors, and bytes that Python holds, where tracemalloc counts them."""

    threads: int
    descriptors: int
    held: int


def measured() -> Measured:
    """How it stands now."""
    gc.collect()
    descriptors = len(os.listdir("/dev/fd")) if Path("/dev/fd").is_dir() else 0  # noqa: PTH208 -- names alone
    return Measured(threading.active_count(), descriptors, tracemalloc.get_traced_memory()[0])


def grown(before: Measured, after: Measured, edits: int) -> list[str]:
    """What grew more than noise does."""
    found = []
    if after.threads > before.threads + 3:
        found.append(f"threads: {before.threads} → {after.threads}")
    if after.descriptors > before.descriptors + 6:
        found.append(f"descriptors: {before.descriptors} → {after.descriptors}")
    if after.held > before.held + MORE_BYTES + MORE_EACH * edits:
        found.append(f"bytes: {before.held} → {after.held}")
    return found


def soaked(root: Path, port: int, loop: Loop, numbers: Iterable[int], pause: float = 0) -> None:
    """Edit a text each time, its title each tenth, break it each fiftieth; look at the page each time."""
    file = root / "content/posts/uno.md"
    for number in numbers:
        if number % 50 == 49:
            before = loop.state.number
            file.write_text("---\ntitle: [\n---\n", encoding="utf-8")
            _until(partial(_is_after, loop, before))
        text = POST.format(title=f"Uno {number // 10}", text=f"«{number}»")
        file.write_text(text, encoding="utf-8")
        _until(partial(_shows, port, f"«{number}»"))
        time.sleep(pause)


def _is_after(loop: Loop, number: int) -> bool:
    return loop.state.number > number


def _shows(port: int, text: str) -> bool:
    return text in _page(port)


def _page(port: int) -> str:
    with suppress(OSError), urllib.request.urlopen(f"http://127.0.0.1:{port}/uno/") as answer:
        text: str = answer.read().decode()
        return text
    return ""


def _until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not true():
        if time.monotonic() > end:
            raise SystemExit("it never came")
        time.sleep(0.005)


def main(arguments: Sequence[str] | None = None) -> int:
    """Soak, and say what grew; 1 where something did."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--edits", type=int, default=10_000)
    options.add_argument("--pause", type=float, default=0, help="seconds between two edits")
    asked = options.parse_args(arguments)
    edits: int = asked.edits
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "content/posts").mkdir(parents=True)
        (root / "valuegen.yaml").write_text(SITE, encoding="utf-8")
        (root / "content/segments.yaml").write_text("panaderias: {name: Panaderías}\n", encoding="utf-8")
        (root / "content/people.yaml").write_text("irene: {name: Irene, email: i@x.example}\n", encoding="utf-8")
        (root / "content/posts/uno.md").write_text(POST.format(title="Uno", text="0"), encoding="utf-8")
        tracemalloc.start()
        with serving(Asked(root, "es"), NoLeaves(), Voice(), {}) as preview:
            soaked(root, preview.door.port, preview.loop, range(WARM), asked.pause)
            before = measured()
            soaked(root, preview.door.port, preview.loop, range(WARM, WARM + edits), asked.pause)
            after = measured()
    wrong = grown(before, after, edits)
    print(f"{edits:,} edits: {before} → {after}")
    print("\n".join(wrong) if wrong else "nothing grew")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
