"""Large workspaces, each built or checked by a real process: does it end as it should, and how much does it take?

.venv/bin/python tools/load.py                 all of them (some minutes, 2 GiB of disk for a while)
.venv/bin/python tools/load.py one-file body   some
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

MIB = 1 << 20
SETTINGS = """site:
  title: Obrador
  url: https://obrador.example
  language: es
  as_of: 2026-12-01
  owner: {name: Irene Vidal, email: irene@obrador.example}
"""
POST = """---
title: Uno
date: 2026-11-24
segments: [s0]
kind: industry
ask: ¿Y tú?
---
Pesa la harina.
"""
ENTRY = (
    "- {{date: 2026-12-01, title: Título {n}, slug: e{n}, segments: [s0], kind: {kind}, status: ready, "
    "ask: ¿Y tú?, text: Pesa la harina {n}.}}\n"
)


@dataclass(frozen=True)
class Ended:
    """How a command ended: its status, the most memory that one of its processes had (MiB), and seconds of work."""

    status: int
    memory: int
    seconds: float


@dataclass(frozen=True)
class Load:
    """How a workspace is filled, what is run on it, how that has to end, and in how much memory (MiB)."""

    fill: Callable[[Path], None]
    command: tuple[str, ...]
    status: int = 0
    memory: int = 4096


def one_file(root: Path) -> None:
    """1 GiB in one file (sparse: it takes no room here)."""
    with (_statics(root) / "film.mp4").open("wb") as file:
        file.truncate(1 << 30)


def many_files(root: Path) -> None:
    """1 GiB in 1,024 files."""
    for number in range(1024):
        (_statics(root) / f"{number}.bin").write_bytes(os.urandom(MIB))


def body(root: Path) -> None:
    """One text of nearly 1 MiB."""
    text = "Pesa la harina que barres durante una semana, y apúntalo en una libreta.\n\n" * 13_000
    head = "---\ntitle: Largo\ndate: 2026-11-30\nsegments: [s0]\nkind: industry\nask: ¿Y tú?\n---\n"
    (root / "content/posts/largo.md").write_text(head + text, encoding="utf-8")


def one_day(root: Path) -> None:
    """10,000 entries on one day, which nobody could bear: that is found, and said."""
    _calendar(root, 10_000, "industry")


def findings(root: Path) -> None:
    """More than 50,000 findings: as many dates that are none."""
    lines = (ENTRY.format(n=n, kind="industry").replace("2026-12-01", "2026-02-30") for n in range(50_000))
    _written(root, list(lines))


def _statics(root: Path) -> Path:
    folder = root / "content/static"
    folder.mkdir(exist_ok=True)
    return folder


def _calendar(root: Path, count: int, kind: str) -> None:
    _written(root, [ENTRY.format(n=n, kind=kind) for n in range(count)])


def _written(root: Path, lines: Sequence[str]) -> None:
    """A calendar in files of no more than 10,000 entries."""
    (root / "content/calendar").mkdir()
    for start in range(0, len(lines), 10_000):
        text = "".join(lines[start : start + 10_000])
        (root / f"content/calendar/{start:06}.yaml").write_text(text, encoding="utf-8")


LOADS: Mapping[str, Load] = {
    "one-file": Load(one_file, ("build", "--jobs", "1"), memory=200),
    "many-files": Load(many_files, ("build", "--jobs", "1"), memory=200),
    "body": Load(body, ("build", "--jobs", "1"), memory=1024),
    "one-day": Load(one_day, ("check",), status=1),
    "findings": Load(findings, ("check",), status=1),
}


# A process counts what its parent held when it was begun (Linux keeps that over `exec`), so a small one begins it.
_STARTER = """
import os, subprocess, sys
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
_, status, used = os.wait4(process.pid, 0)
print(os.waitstatus_to_exitcode(status), used.ru_maxrss // 1024, used.ru_utime + used.ru_stime)
"""


def ended(root: Path, command: Sequence[str]) -> Ended:
    """Run the program on a workspace."""
    started = [sys.executable, "-c", _STARTER, sys.executable, "-P", "-m", "valuegen", *command]
    status, memory, seconds = subprocess.run(started, cwd=root, capture_output=True, check=True).stdout.split()
    return Ended(int(status), int(memory), float(seconds))


def loaded(load: Load) -> Ended:
    """Make a workspace, and run the program on it."""
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        (root / "content").mkdir()
        (root / "valuegen.yaml").write_text(SETTINGS, encoding="utf-8")
        (root / "content/segments.yaml").write_text("s0: {name: Panaderías}\n", encoding="utf-8")
        (root / "content/posts").mkdir()
        (root / "content/posts/uno.md").write_text(POST, encoding="utf-8")
        load.fill(root)
        return ended(root, load.command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the loads that are named, or all; 1 where one did not end as it should."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("loads", nargs="*", metavar="LOAD", help=", ".join(LOADS))
    wrong = 0
    for name in parser.parse_args(arguments).loads or LOADS:
        load = LOADS[name]
        found = loaded(load)
        is_fine = found.status == load.status and found.memory <= load.memory
        wrong += not is_fine
        shown = f"{found.memory:>6} MiB {found.seconds:>7.1f} s  {' '.join(load.command)}"
        print(f"{name:<12} {'ok' if is_fine else f'WRONG (status {found.status})':<8} {shown}", flush=True)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
