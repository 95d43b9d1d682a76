"""The bench: mini workspaces that a test writes, changes and runs the program on, and that read as a story.

def test_a_third_pitch_is_too_many(bench):
    work = bench.workspace({"content/calendar/2027.yaml": '''
        - {date: 2027-01-03, title: Curso, segments: [panaderias], kind: pitch}
        '''})
    assert work.run("check").exit == 1
    work.change("content/calendar/2027.yaml", "kind: pitch", "kind: industry")
    assert work.run("check").exit == 0
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Mapping
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent

# The smallest workspace that keeps every promise on its as_of, with a page to publish that day.
SMALLEST = {
    "valuegen.yaml": """
        site:
          title: Taller Levadura
          url: https://levadura.example
          language: es
          timezone: America/Bogota
          as_of: 2026-12-01
          owner: {name: Irene Vidal, email: irene@levadura.example}
        """,
    "content/segments.yaml": """
        panaderias:
          name: Panaderías de barrio
        """,
    "content/calendar/2026.yaml": """
        - date: 2026-12-01
          title: ¿Cuánta harina tiras en diciembre?
          slug: harina
          segments: [panaderias]
          kind: industry
          status: ready
          ask: ¿Cuánta tiraste la semana pasada?
          text: |
            Pesa lo que barres durante una semana y apúntalo en una libreta.
        """,
}

LOCALES = {"es": "es_ES.UTF-8", "en": "en_US.UTF-8"}
# What a shell or a CI may have set, and the program listens to: None takes it out.
UNSET: dict[str, str | None] = dict.fromkeys(
    "NO_COLOR FORCE_COLOR CLICOLOR CLICOLOR_FORCE LC_MESSAGES LC_TIME VALUEGEN_WORKSPACE CI GITHUB_ACTIONS GITLAB_CI "
    "GITHUB_STEP_SUMMARY SOURCE_DATE_EPOCH PYTHONPATH VALUEGEN_CACHE_KEY".split()
)


@dataclass(frozen=True)
class Result:
    """How a run of the program ended: exit status, standard output, standard error."""

    exit: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The standard output, read as JSON."""
        return json.loads(self.out)


@dataclass(frozen=True)
class MiniWorkspace:
    """A workspace in a folder of the test's own. Paths are relative to it, with `/`."""

    root: Path

    def write(self, path: str, text: str | bytes) -> "MiniWorkspace":
        """Write a file. A text that begins with a line end is taken out of the test's indentation first."""
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text if isinstance(text, bytes) else plain(text).encode())
        return self

    def remove(self, path: str) -> "MiniWorkspace":
        """Take a file away."""
        (self.root / path).unlink()
        return self

    def read(self, path: str) -> str:
        """A file's text."""
        return (self.root / path).read_bytes().decode()

    def change(self, path: str, old: str, new: str) -> "MiniWorkspace":
        """Replace the one place where `old` stands."""
        text = self.read(path)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
        return self.write(path, text.replace(old, new).encode())

    def run(self, *arguments: str, language: str = "es", answer: str = "", **env: str | None) -> Result:
        """Run `valuegen …` from the workspace in this process; our own faults come through as exceptions.

        `answer`: what is typed when it asks.
        """
        from click.exceptions import Abort, ClickException, Exit
        from click.testing import CliRunner

        from valuegen.cli import main

        with chdir(self.root):
            surrounded = surroundings(language, env)
            result = CliRunner().invoke(main, list(arguments), answer, env=surrounded, catch_exceptions=False)
        # the program ends in a sentence whatever happens; what it was about is what the test has to show
        fault = result.exception and result.exception.__context__
        if isinstance(fault, Exception) and not isinstance(fault, Exit | Abort | ClickException):
            raise fault
        return Result(result.exit_code, result.stdout, result.stderr)

    def run_process(self, *arguments: str, language: str = "es", **env: str | None) -> Result:
        """The same as a process of its own, as a user's shell would start it (slow: half a second)."""
        done = subprocess.run(
            [sys.executable, "-m", "valuegen", *arguments],
            cwd=self.root,
            env=process_environment(language, **env),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
        )
        return Result(done.returncode, done.stdout, done.stderr)

    def findings(self, rule: str | None = None, *arguments: str) -> list[dict[str, Any]]:
        """What `check` finds (of one rule), in its order."""
        found: list[dict[str, Any]] = self.run("check", "--format", "json", *arguments).json["findings"]
        return [finding for finding in found if rule in (None, finding["rule"])]

    def tree(self, folder: str = "site") -> dict[str, str]:
        """Every file in a folder: its path in there, and the SHA-256 of its bytes. Empty where there is no folder."""
        top = self.root / folder
        return {
            path.relative_to(top).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }


@dataclass(frozen=True)
class Bench:
    """Makes workspaces, each in a folder of its own under `folder`."""

    folder: Path

    def workspace(self, files: Mapping[str, str | bytes | None] | None = None, name: str = "work") -> MiniWorkspace:
        """The smallest workspace, with `files` on top of it: path → text; None leaves one out."""
        made = MiniWorkspace(self.folder / name)
        made.root.mkdir()
        for path, text in {**SMALLEST, **(files or {})}.items():
            if text is not None:
                made.write(path, text)
        return made

    def example(self, name: str = "example") -> MiniWorkspace:
        """A copy of the example that this repository is."""
        made = MiniWorkspace(self.folder / name)
        made.root.mkdir()
        shutil.copy(ROOT / "valuegen.yaml", made.root)
        shutil.copytree(ROOT / "content", made.root / "content")
        return made


def plain(text: str) -> str:
    """A text as it stands, or, where it begins with a line end, without the indentation of the test it is in."""
    return textwrap.dedent(text[1:]).rstrip(" ") if text.startswith("\n") else text


def surroundings(language: str, changes: Mapping[str, str | None]) -> dict[str, str | None]:
    """The part of the environment that the program could listen to, fixed."""
    fixed = {"LANGUAGE": language, "LC_ALL": LOCALES[language], "LANG": LOCALES[language], "TZ": "UTC", "TERM": "dumb"}
    return {**UNSET, **fixed, "COLUMNS": "120", **changes}


def process_environment(language: str = "es", **changes: str | None) -> dict[str, str]:
    """The whole environment of a process: this one's, with the same part fixed."""
    return {
        name: value for name, value in {**os.environ, **surroundings(language, changes)}.items() if value is not None
    }
