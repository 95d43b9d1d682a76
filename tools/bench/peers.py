"""The other programs, in an environment of their own (`.bench/`, ignored by git): nothing of it is in the package."""

import shutil
import subprocess
import sys
import venv
from collections.abc import Callable, Iterator
from pathlib import Path

from tools.bench.eleventy import eleventy
from tools.bench.hugo import hugo
from tools.bench.pelican import pelican
from tools.bench.program import Program

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".bench"
ENV = HOME / "env"
ELEVENTY = "@11ty/eleventy@3"
SCRIPTS = "Scripts" if sys.platform == "win32" else "bin"


def others(memory: Path) -> Iterator[Program]:
    """Each program that could be installed, with its site's folder in `memory`."""
    if (program := hugo_program()) is not None:
        yield hugo(program, memory / "hugo")
    if (program := eleventy_program()) is not None:
        yield eleventy(Path(shutil.which("node") or "node"), program, memory / "eleventy")
    if (program := pelican_program()) is not None:
        yield pelican(program, memory / "pelican")


def hugo_program() -> Path | None:
    """Hugo itself, as the package `hugo` brings it."""
    return had("Hugo", lambda: installed("hugo"), lambda: found(ENV.glob("**/site-packages/hugo/binaries/hugo*")))


def pelican_program() -> Path | None:
    """Pelican's command."""
    return had("Pelican", lambda: installed("pelican[markdown]"), lambda: found(ENV.glob(f"{SCRIPTS}/pelican*")))


def eleventy_program() -> Path | None:
    """Eleventy's command, which Node runs."""
    return had("Eleventy", npm, lambda: found(HOME.glob("node_modules/@11ty/eleventy/cmd.cjs")))


def had(name: str, install: Callable[[], None], look: Callable[[], Path | None]) -> Path | None:
    """What is installed, once it is; else a line about why it is absent."""
    if (program := look()) is not None:
        return program
    print(f"installing {name} into {HOME.name}/ (once)…", file=sys.stderr, flush=True)
    try:
        install()
    except (OSError, subprocess.CalledProcessError) as why:
        told = (getattr(why, "stderr", None) or str(why)).strip().splitlines()
        print(f"{name} is absent, and not compared with: {told[-1] if told else why}", flush=True)
        return None
    return look()


def installed(name: str) -> None:
    """Install something of PyPI."""
    if not (ENV / "pyvenv.cfg").exists():
        venv.create(ENV, with_pip=True)
    run(str(ENV / SCRIPTS / "python"), "-m", "pip", "--quiet", "--disable-pip-version-check", "install", name)


def npm() -> None:
    """Install Eleventy."""
    if shutil.which("node") is None or (command := shutil.which("npm")) is None:
        raise FileNotFoundError("it needs Node.js and npm")
    HOME.mkdir(exist_ok=True)
    run(command, "install", "--silent", "--no-fund", "--no-audit", "--prefix", str(HOME), ELEVENTY)


def run(*command: str) -> None:
    subprocess.run(command, capture_output=True, text=True, check=True)


def found(paths: Iterator[Path]) -> Path | None:
    return min(paths, default=None)
