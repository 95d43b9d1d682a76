"""A case: one file, from top to bottom: what is tried, how it must end, the files that try it (README.md)."""

import os
import re
import shutil
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench import Bench, MiniWorkspace

HERE = Path(__file__).parent
BASE = HERE / "base"
SECRET = "Esto queda fuera del taller y nadie lo publica"
"""What stands in every file beside the workspace: none of it may get in."""
KEYS = frozenset("run exit finds clean says silent public hides why".split())

_FILE = re.compile(r"-- (?P<path>.+?)(?: \[(?P<kind>[a-z0-9-]+)\]| (?P<link>->|=>) (?P<target>.+))? --")
_MADE = re.compile(r"⟦(?:(\d+)×)?([^⟧]*)⟧", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8})|([ntr0\\]))")
_SHORT = {"n": "\n", "t": "\t", "r": "\r", "0": "\0", "\\": "\\"}


@dataclass(frozen=True, slots=True)
class File:
    """A file of a case. `kind`: a coding, or what it is in place of a file; `target`: of a link, as it is written."""

    path: str
    text: str
    kind: str = "utf-8"
    target: str = ""


@dataclass(frozen=True, slots=True)
class Case:
    """`said`: what the head says, each key with its lines in order."""

    name: str
    what: str
    said: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    files: tuple[File, ...] = ()

    def one(self, key: str, otherwise: str = "") -> str:
        """The only line of a key."""
        return self.of(key)[0] if self.of(key) else otherwise

    def of(self, key: str) -> tuple[str, ...]:
        """All lines of a key."""
        return self.said.get(key, ())

    @property
    def exit(self) -> int:
        return int(self.one("exit", "0"))


def cases() -> list[Case]:
    """Every case, by its name: FOLDER/FILE."""
    return [read(path) for path in sorted((HERE / "cases").rglob("*.case"))]


def read(path: Path) -> Case:
    """A case, and no word of it that is not understood."""
    name = f"{path.parent.name}/{path.stem}"
    head, *parts = re.split(r"(?m)^(?=-- .* --$)", path.read_bytes().decode())
    what, *lines = head.strip().split("\n")
    said: dict[str, tuple[str, ...]] = {}
    for line in filter(None, lines):
        key, _, value = line.partition(": ")
        assert key in KEYS, f"{name}: what is {key!r}?"
        said[key] = (*said.get(key, ()), made(value.strip()))
    return Case(name, what, said, tuple(map(_file, parts)))


def _file(part: str) -> File:
    first, _, text = part.partition("\n")
    found = _FILE.fullmatch(first)
    assert found, first
    if found["link"]:
        return File(made(found["path"]), "", "symlink" if found["link"] == "->" else "hardlink", made(found["target"]))
    return File(made(found["path"]), made(text), found["kind"] or "utf-8")


def made(text: str) -> str:
    r"""`⟦3×ab⟧` is ababab, `⟦3×a{n}⟧` a0a1a2, `⟦\u202e⟧` a character that nobody sees; the rest stays."""
    return _MADE.sub(_made, text)


def _made(found: re.Match[str]) -> str:
    times, text = found.groups()
    text = _ESCAPE.sub(_character, text)
    if "{n}" not in text:
        return text * int(times or 1)
    return "".join(text.replace("{n}", str(n)) for n in range(int(times or 1)))


def _character(found: re.Match[str]) -> str:
    return _SHORT[found[4]] if found[4] else chr(int(found[1] or found[2] or found[3], 16))


def laid_out(bench: Bench, case: Case) -> MiniWorkspace:
    """The case's workspace on a disk: the base, the case's files on it, and beside it what is not its own."""
    root = bench.folder / "work"
    shutil.copytree(BASE, root)
    outside = bench.folder / "outside"
    (outside / "static").mkdir(parents=True)
    for name in ("secret.md", "secret.yaml", "static/secret.txt"):
        (outside / name).write_text(f"# {SECRET}\n", "utf-8")
    for file in case.files:
        _put(root / file.path, file)
    return MiniWorkspace(root)


def _put(path: Path, file: File) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    making = MAKING.get(file.kind)
    if making:
        making(path, file)
    elif file.kind == "more":
        path.write_bytes(path.read_bytes() + file.text.encode())
    else:
        path.write_bytes(file.text.encode(file.kind, "surrogatepass"))


def _socket(path: Path, _: File) -> None:
    with socket.socket(socket.AF_UNIX) as listening:  # its path is short however deep the folder of a test lies
        before = Path.cwd()
        os.chdir(path.parent)
        listening.bind(path.name)
        os.chdir(before)


def _symlink(path: Path, file: File) -> None:
    path.symlink_to(file.target)


MAKING: Mapping[str, Callable[[Path, File], None]] = {
    "symlink": _symlink,
    "hardlink": lambda path, file: path.hardlink_to(path.parent / file.target),
    "pipe": lambda path, _: os.mkfifo(path),
    "socket": _socket,
    "folder": lambda path, _: path.mkdir(),
    "gone": lambda path, _: shutil.rmtree(path) if path.is_dir() else path.unlink(),
}
"""What a file can be that is none."""
