"""Where, when and with what it was measured: a figure says little without."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from tools.bench.peers import eleventy_program, hugo_program, pelican_program

ROOT = Path(__file__).parents[2]
OURS = ("markdown-it-py", "markdown-it-pyrs", "pyromark", "jinja2", "click")


def machine() -> tuple[str, ...]:
    """Some lines about it."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    ours = ", ".join(f"{name} {found}" for name in OURS if (found := version_of(name)))
    peers = ", ".join(f"{name} {number}" for name, number in peer_versions())
    today = datetime.now(UTC).date()
    return (
        f"{cores} cores ({processor()}), {memory():.0f} GiB; {platform.system()} {platform.release().split('-')[0]}",
        f"{today}; valuegen {version_of('valuegen')} at {commit()}; Python {platform.python_version()}, {ours}",
        f"beside {peers}",
    )


def processor() -> str:
    """What the processor calls itself."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or platform.machine())


def memory() -> float:
    """GiB."""
    if "SC_PHYS_PAGES" not in os.sysconf_names:
        return float("nan")
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30


def commit() -> str:
    """The commit that was measured, and whether something was changed since."""
    asked = ["git", "describe", "--always", "--dirty", "--exclude", "*"]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or "an unknown commit"


def version_of(name: str) -> str:
    """Of a package in this environment; "" where it is not."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def peer_versions() -> list[tuple[str, str]]:
    """What each says of its version: the first number in it."""
    asked = {
        "Hugo": (hugo_program(), "version"),
        "Pelican": (pelican_program(), "--version"),
    }
    told = {name: said((str(program), option)) for name, (program, option) in asked.items() if program is not None}
    if (program := eleventy_program()) is not None:
        told |= {"Eleventy": said(("node", str(program), "--version")), "Node": said(("node", "--version"))}
    return sorted(told.items())


def said(command: tuple[str, ...]) -> str:
    """The first word of its answer that starts as a version does."""
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    words = (word.lstrip("v") for word in text.replace("+", " ").replace("-", " ").split())
    return next((word for word in words if word[:1].isdigit()), "?")
