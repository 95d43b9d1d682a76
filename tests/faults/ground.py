"""Ground for faults: a workspace with all that lies around it, built by real processes, and what has to be so after
whatever happened to one of them.

The workspace has two states. A build that something happens to is on its way from one to the other; then `site/` is
the tree of the one or of the other, nothing around it is another than before, and the next build gives what a clean
one does.
"""

import hashlib
import os
import re
import shutil
import stat
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench import ROOT, SMALLEST, MiniWorkspace, process_environment

TITLES = ("Taller Levadura", "Taller Corteza")
FILES = {
    **SMALLEST,
    "content/posts/horno.md": """
        ---
        title: Enciende el horno más tarde
        date: 2026-11-24
        segments: [panaderias]
        kind: industry
        author: irene
        ask: ¿A qué hora lo enciendes?
        ---
        La primera hora del horno calienta el aire. Apunta a qué hora entra la primera bandeja.

        [La hoja](/hoja.txt)
        """,
    "content/people.yaml": "irene: {name: Irene Vidal, email: irene@levadura.example}\n",
    "content/static/hoja.txt": "Hora de la primera bandeja: ____\n",
    "content/private/contacts.yaml": """
        - {id: rosa, name: Rosa Téllez, email: rosa@pan.example, segments: [panaderias],
           agreed: {on: 2026-01-10, how: email}}
        """,
    "content/private/log.yaml": """
        - {contact: rosa, date: 2026-11-26, what: inquiry, note: Pregunta por el horno, settled: true}
        """,
    "notas.txt": "Esto es de quien escribe.\n",
}
SURROUNDINGS = {
    "beside.txt": "Junto al espacio.\n",
    "home/.profile": "# de quien escribe\n",
    "tmp/otro.txt": "Ajeno.\n",
}

Tree = dict[str, str]


@dataclass(frozen=True)
class Ended:
    """How a process ended."""

    status: int
    out: str
    err: str

    @property
    def said(self) -> str:
        return self.out + self.err


class Ground:
    """One workspace, used by one test after another: each begins where the one before left the site."""

    def __init__(self, base: Path, *options: str) -> None:
        self.base, self.work = base, MiniWorkspace(base / "work")
        self.build, self.state = ("build", "--jobs", "1", *options), 0
        for path, text in SURROUNDINGS.items():
            (base / path).parent.mkdir(parents=True, exist_ok=True)
            (base / path).write_text(text)
        for path, text in FILES.items():
            self.work.write(path, text)
        self.trees = tuple(self._clean(state) for state in (0, 1))
        assert self.trees[0] != self.trees[1]
        self.settle()

    @property
    def site(self) -> Path:
        return self.work.root / "site"

    @property
    def new(self) -> Tree:
        return self.trees[self.state]

    @property
    def old(self) -> Tree:
        return self.trees[1 - self.state]

    def _clean(self, state: int) -> Tree:
        """What a clean build of a state gives, in a folder of its own."""
        self.title(state)
        place = self.base / "clean"
        shutil.copytree(self.work.root, place)
        done = self.run(*self.build, "--no-cache", cwd=place)
        assert done.status == 0, done.said
        tree = tree_of(place / "site")
        shutil.rmtree(place)
        return tree

    def title(self, state: int) -> None:
        """Let the workspace be in a state."""
        self.state = state
        text = re.sub(r"(?m)^  title: .*$", f"  title: {TITLES[state]}", self.work.read("valuegen.yaml"))
        self.work.write("valuegen.yaml", text.encode())

    def turn(self) -> None:
        """The other state: the next build has something to do."""
        self.title(1 - self.state)

    def environment(self, language: str = "es", **changes: str | None) -> dict[str, str]:
        """The environment of a process: this program, homes and folders of the ground."""
        own = {"HOME": str(self.base / "home"), "TMPDIR": str(self.base / "tmp"), "PYTHONPATH": str(ROOT / "src")}
        return process_environment(language, **{**own, "PYTHONDONTWRITEBYTECODE": "1", **changes})

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-P", "-m", "valuegen", *arguments]

    def run(
        self,
        *arguments: str,
        before: Sequence[str] = (),
        language: str = "es",
        cwd: Path | None = None,
        **env: str | None,
    ) -> Ended:
        """Run the program to its end; `before`: what starts it (strace, prlimit…)."""
        done = subprocess.run(
            [*before, *self.command(*arguments)],
            cwd=cwd or self.work.root,
            env=self.environment(language, **env),
            capture_output=True,
            stdin=subprocess.DEVNULL,
            encoding="utf-8",
            errors="replace",
            timeout=300,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def without_report(self, ended: Ended) -> None:
        """A fault in Python itself may look like one of ours, which is told with where its details are: take these
        away."""
        for path in (self.base / "tmp").glob("valuegen-*.txt"):
            assert str(path) in ended.said, ended
            path.unlink()

    def settle(self) -> None:
        """A build without a fault: it needs no repair, gives what a clean one does, and leaves nothing behind."""
        done = self.run(*self.build, "--quiet")
        assert (done.status, done.said) == (0, ""), done.said
        self.is_tidy()
        assert tree_of(self.site) == self.new

    def is_tidy(self) -> None:
        own = {path.name for path in (self.work.root / ".valuegen").iterdir()}
        assert own == {".gitignore", "cache", "lock"}, own

    def around(self) -> Tree:
        """All that is not the program's own to change."""
        found = tree_of(self.base, skip=(self.site, self.work.root / ".valuegen"))
        return {path: mark for path, mark in found.items() if not path.startswith("work/valuegen.yaml")}

    def whole(self) -> str:
        """Which tree the site is: "old" or "new"; it is one of them."""
        found = tree_of(self.site)
        assert found in self.trees, sorted(set(found.items()) ^ set(self.new.items()))[:6]
        return "new" if found == self.new else "old"


def tree_of(top: Path, skip: Sequence[Path] = ()) -> Tree:
    """Everything below a folder: files by their bytes and mode, links by where they lead, folders by their mode."""
    found: Tree = {}
    for path in sorted(top.rglob("*")) if top.is_dir() else ():
        if any(path == one or one in path.parents for one in skip):
            continue
        mode = path.lstat().st_mode
        held = b""
        if stat.S_ISLNK(mode):
            held = os.fsencode(path.readlink())
        elif stat.S_ISREG(mode):
            held = path.read_bytes()
        found[path.relative_to(top).as_posix()] = f"{mode:o} {hashlib.sha256(held).hexdigest()}"
    return found
