"""From saving one text to the new page served: `valuegen serve` beside `hugo server`, on the same text, in turn."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path

from tools.bench.building import EDITED, write_all
from tools.bench.corpus import posts
from tools.bench.hugo import hugo
from tools.bench.ours import command, has_fast, ours
from tools.bench.peers import hugo_program
from tools.bench.program import Program
from tools.bench.report import Bar, Report, Table, ratio, spread
from tools.bench.running import site_folder

PAUSE = 1.0
"""Seconds between one page served and the next save: somebody looks at it."""
PATIENCE = 600.0
AT_MOST = 0.3
HUGO = "hugo server"


@dataclass(frozen=True)
class Peer:
    """A running preview: the post that is written in, and where it is seen."""

    name: str
    file: Path
    url: str


def previewed(count: int, runs: int) -> Report:
    """The milliseconds from save to page, and the ratio."""
    with site_folder() as folder, ExitStack() as running:
        engines = ["markdown-it", "fast"] if has_fast() else ["markdown-it"]
        mine = [ours(folder / engine, engine) for engine in engines]
        peers = [running.enter_context(served(program, serving(program.root), count)) for program in mine]
        if (program := hugo_program()) is not None:
            other = hugo(program, folder / "hugo")
            asked = [str(program), "server", "--source", str(other.root), "--bind", "127.0.0.1", "--noBuildLock"]
            peers.append(running.enter_context(served(other, lambda port: [*asked, "--port", port], count)))
        took = told(peers, runs)
    theirs = took.get("Hugo")
    ratios = {name: ratio(each, theirs) for name, each in took.items() if theirs and name != "Hugo"}
    rows = tuple((name, spread(each), str(ratios.get(name, ""))) for name, each in took.items())
    return Report(
        "preview",
        (
            Table(
                f"From save to page, {count:,} posts", ("milliseconds", "median (least–most)", f"against {HUGO}"), rows
            ),
        ),
        tuple(
            Bar(f"{name}: from save to page, {count:,} posts, against {HUGO}", AT_MOST, each.middle)
            for name, each in ratios.items()
        ),
    )


def serving(root: Path) -> Callable[[str], Sequence[str]]:
    """`valuegen serve` at a port."""
    return lambda port: (*command(), "serve", "--workspace", str(root), "--port", port)


@contextmanager
def served(program: Program, at: Callable[[str], Sequence[str]], count: int) -> Iterator[Peer]:
    """A program's preview of so many posts, once it shows one."""
    write_all(program, count)
    *_, post = posts(EDITED + 1)
    port = free_port()
    peer = Peer(program.name, program.root / program.post(post)[0], f"http://127.0.0.1:{port}/{post.slug}/")
    quiet = subprocess.DEVNULL
    with subprocess.Popen(at(str(port)), cwd=program.root, stdin=quiet, stdout=quiet, stderr=quiet) as process:
        try:
            wait_for(peer, post.body.rstrip().rpartition("\n")[2])
            yield peer
        finally:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(10)
            process.kill()


def told(peers: Sequence[Peer], runs: int) -> dict[str, list[float]]:
    """Save, wait until the page has it, in turn, several times; the first is not counted."""
    took: dict[str, list[float]] = {peer.name: [] for peer in peers}
    texts = {peer.name: peer.file.read_text(encoding="utf-8") for peer in peers}
    for number in range(runs + 1):
        for peer in peers:
            time.sleep(PAUSE)
            mark = f"Marca {number} de {peer.name}."
            began = time.perf_counter()
            peer.file.write_text(f"{texts[peer.name]}\n{mark}\n", encoding="utf-8")
            wait_for(peer, mark)
            took[peer.name].append((time.perf_counter() - began) * 1000)
            print(f"  {peer.name}: {took[peer.name][-1]:.0f} ms", file=sys.stderr, flush=True)
    return {name: each[1:] for name, each in took.items()}


def wait_for(peer: Peer, mark: str) -> None:
    """Ask for the page until it has the words."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(OSError, HTTPException), urllib.request.urlopen(peer.url) as answer:
            if mark in answer.read().decode():
                return
        time.sleep(0.004)
    raise SystemExit(f"{peer.name}: the page did not come within {PATIENCE:.0f} s")


def free_port() -> int:
    """One that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port: int = server.getsockname()[1]
        return port
