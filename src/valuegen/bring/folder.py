"""The files of a blog's folder: regular ones, within bounds; no link is followed, what programs made is skipped."""

import os
from collections.abc import Iterator
from pathlib import Path

from valuegen.bring.parts import At, Left, Refused
from valuegen.read.refusals import unseen
from valuegen.words import msg

MOST_FILES, DEEPEST = 50_000, 30
_SKIPPED = frozenset(
    "node_modules public _site site output resources themes layouts archetypes vendor venv __pycache__ _layouts "
    "_includes _sass _data _plugins bower_components".split()
)
_KEPT = frozenset(("_posts", "_drafts"))
TEXTS = (".md", ".markdown", ".mdown")
OTHERS = (".rst", ".adoc", ".asciidoc", ".org", ".textile", ".ipynb", ".mdx", ".rmd", ".qmd")
"""Texts of blogs that are not read."""


def files_of(root: Path, left: list[Left]) -> list[str]:
    """Every file below, by its path with `/`, in order. Raises `Refused`."""
    found: list[str] = []
    for path in _below(root, "", 0, left):
        found.append(path)
        if len(found) > MOST_FILES:
            raise Refused(At(root.name), msg("There are more than {most} files in this folder.", most=MOST_FILES))
    return found


def _below(root: Path, inner: str, depth: int, left: list[Left]) -> Iterator[str]:
    try:
        with os.scandir(root / inner) as entries:
            there = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        left.append(Left(At(inner or root.name), unseen(error).whole))
        return
    for entry in there:
        path = f"{inner}/{entry.name}" if inner else entry.name
        if entry.is_symlink():
            if entry.name.endswith(TEXTS) or entry.is_dir():
                left.append(Left(At(path), msg("This is a link, and links are not followed.")))
        elif entry.is_dir():
            hidden = entry.name.startswith((".", "_")) and entry.name not in _KEPT
            if depth < DEEPEST and not hidden and entry.name not in _SKIPPED:
                yield from _below(root, path, depth + 1, left)
        elif entry.is_file():
            yield path


def inside(root: Path, path: str) -> Path | None:
    """The regular file of that path below a folder, reached by no link; None where there is none."""
    real = Path(os.path.normpath(root / path))
    if not real.is_relative_to(root) or "\0" in path:
        return None
    try:
        for part in (real, *real.parents):
            if part == root:
                break
            if part.is_symlink():
                return None
        return real if real.is_file() else None
    except OSError:
        return None
