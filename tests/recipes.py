"""The CI recipes, read; and their shell steps, run as a CI's machine would run them."""

import os
import re
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bench import ROOT, process_environment

ACTION, CI = ROOT / "action.yml", ROOT / "ci"
WORKFLOWS = sorted(CI.glob("github-*.yml"))
_EXPRESSION = re.compile(r"\$\{\{\s*(.*?)\s*\}\}")


def read(path: Path) -> dict[str, Any]:
    """A file of YAML; `on` stays a word."""
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)
    return found


def used(path: Path) -> Iterator[tuple[str, str]]:
    """What a file says after each `uses:`, and the comment after it."""
    for found in re.finditer(r"^\s*(?:- )?uses: (\S+)(?: # (.*))?$", path.read_text("utf-8"), re.M):
        yield found[1], found[2] or ""


@dataclass(frozen=True)
class Machine:
    """A machine of a CI: its folder for what passes, its programs, and what a step says of expressions."""

    temp: Path
    said: Mapping[str, str]

    @property
    def programs(self) -> Path:
        """Where programs lie that stand in for others."""
        place = self.temp / "programs"
        place.mkdir(parents=True, exist_ok=True)
        return place

    def program(self, name: str, script: str) -> Path:
        """Put a program there."""
        path = self.programs / name
        path.write_text(f"#!/bin/bash\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def expanded(self, text: str) -> str:
        """The text with the value of each expression; one that is not known is a mistake of the test."""
        return _EXPRESSION.sub(lambda found: self.said[found[1]], text)

    def run(self, script: str, folder: Path, **env: str) -> "subprocess.CompletedProcess[str]":
        """A step, in bash as GitHub starts it."""
        path = os.pathsep.join([str(self.programs), os.environ["PATH"]])
        surroundings = process_environment("en", PATH=path, RUNNER_TEMP=str(self.temp), **env)
        return subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
            cwd=folder,
            env=surroundings,
            capture_output=True,
            encoding="utf-8",
        )


def without_installing(machine: Machine) -> Path:
    """A `python` that notes what it was asked for, and makes an environment with the valuegen of these tests in it."""
    asked = machine.temp / "asked"
    valuegen = f'exec "{sys.executable}" -P -m valuegen "$@"'
    machine.program("valuegen", valuegen)
    machine.program(
        "python",
        f"""
        printf '%s\\n' "$*" >> "{asked}"
        if [ "$2 $3" = "-m venv" ]; then
            mkdir -p "$4/bin"
            cp "$0" "$4/bin/python"
            cp "{machine.programs}/valuegen" "$4/bin/valuegen"
        fi""",
    )
    return asked
