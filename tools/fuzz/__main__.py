"""Texts that a machine thinks up, for readers that must end in findings and never in an exception.

    make fuzz                                each reader for a minute, and a minute of whole workspaces
    make fuzz ARGS="--minutes 60"            for an hour each
    make fuzz ARGS="markdown --minutes 10"   one of them

Atheris, which follows the paths that a text takes through the code, is installed into an environment of its own, with
its hash. Where it is not made for this Python or system, the same texts are changed blindly.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

from tools.fuzz.targets import TARGETS

ROOT = Path(__file__).parents[2]
HOME = ROOT / ".bench" / "fuzz"
CORPUS = ROOT / "tests" / "hostile" / "corpus"
LOCK = ROOT / "requirements" / "fuzz.lock"
WORKSPACES = "workspaces"


def main(arguments: Sequence[str]) -> int:
    """Run what was asked for, one after the other; the number of those that found something."""
    parser = argparse.ArgumentParser(
        prog="make fuzz", description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("targets", nargs="*", help="default: all")
    parser.add_argument("--minutes", type=float, default=1)
    asked = parser.parse_args(arguments)
    python = with_atheris()
    found = 0
    for target in asked.targets or [*TARGETS, WORKSPACES]:
        print(f"{target}: {asked.minutes:g} min", flush=True)
        if target == WORKSPACES:
            found += bool(workspaces(asked.minutes))
        else:
            found += bool(one(target, asked.minutes, python))
    return found


def with_atheris() -> str | None:
    """A Python that has atheris; None where there is none for it."""
    python = HOME / "venv" / "bin" / "python"
    if not python.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(HOME / "venv")], check=True)
        install = [
            str(python),
            "-m",
            "pip",
            "install",
            "-q",
            "--only-binary",
            ":all:",
            "--require-hashes",
            "-r",
            str(LOCK),
        ]
        subprocess.run(install, check=False)
    has = subprocess.run([str(python), "-c", "import atheris"], capture_output=True, check=False)
    return str(python) if has.returncode == 0 else None


def one(target: str, minutes: float, python: str | None) -> int:
    """Fuzz a reader. What it has learned to tell apart stays in `.bench/fuzz`, what broke it too."""
    learned = HOME / target
    learned.mkdir(parents=True, exist_ok=True)
    paths = [str(ROOT), str(ROOT / "src"), sysconfig.get_path("platlib"), sysconfig.get_path("purelib")]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    command = [python or sys.executable, "-m", "tools.fuzz.targets", target, str(CORPUS / target)]
    if python is None:
        return subprocess.call([*command, "--blindly", str(minutes)], cwd=ROOT, env=environment)
    command[4:] = [str(learned), str(CORPUS / target)]
    limits = [f"-max_total_time={int(minutes * 60)}", "-timeout=60", "-rss_limit_mb=2048", "-max_len=4096"]
    quiet = ["-print_final_stats=1", "-verbosity=0", f"-artifact_prefix={HOME / target}-"]
    return subprocess.call([*command, *limits, *quiet], cwd=ROOT, env=environment)


def workspaces(minutes: float) -> int:
    """Whole workspaces by Hypothesis, until the time is over."""
    environment = {**os.environ, "VALUEGEN_FUZZ_MINUTES": str(minutes)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/hostile/test_workspaces.py"]
    return subprocess.call(command, cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
