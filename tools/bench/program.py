"""What is measured: a program that builds a site of posts, and how its sources are written."""

import json
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.bench.corpus import Group, Post


@dataclass(frozen=True)
class Program:
    """One program with its site: a post at `out/SLUG/index.html`, a segment at `out/para/ID/index.html`."""

    name: str
    root: Path
    """Where its sources stand, and where it is run."""
    command: tuple[str, ...]
    out: Path
    caches: tuple[Path, ...]
    """What a cold build must not find."""
    frame: Mapping[str, str]
    """Settings and templates: path → text."""
    post: Callable[[Post], tuple[str, str]]
    segments: Callable[[tuple[Group, ...]], Mapping[str, str]]
    env: Mapping[str, str] = field(default_factory=dict)

    def write(self, files: Mapping[str, str]) -> None:
        """Write some of its sources."""
        put(self.root, files)

    def forget(self) -> None:
        """Take away all that it made."""
        for path in self.caches:
            shutil.rmtree(path, ignore_errors=True)

    def page(self, slug: str) -> str:
        """The page of a post."""
        return (self.out / slug / "index.html").read_text(encoding="utf-8")

    def hub(self, segment: Group) -> str:
        """The page of a segment."""
        return self.page(f"para/{segment.id}")


def put(root: Path, files: Mapping[str, str]) -> None:
    """Write files."""
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def heading(**values: object) -> str:
    """Front matter: JSON is YAML too."""
    lines = "".join(f"{key}: {json.dumps(value, ensure_ascii=False, default=str)}\n" for key, value in values.items())
    return f"---\n{lines}---\n"
