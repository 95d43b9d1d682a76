"""Which program this is: what anything that is kept from build to build was made by."""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from valuegen.read.theme_folders import themes_folder

PACKAGE = Path(__file__).parent.parent


def libraries() -> str:
    """Python, and the libraries around the program with their versions."""
    found = [sys.version]
    for folder in sys.path:
        with suppress(OSError):
            found += sorted(name for name in os.listdir(folder or ".") if name.endswith((".dist-info", ".egg-info")))
    return "\0".join(found)


def marks() -> str:
    """A digest of the program by the marks of its files (names, sizes, times) and by its libraries: quick to have, and
    another one where the same program is installed once more."""
    found = [libraries()]
    for folder in (PACKAGE, themes_folder()):
        found += [f"{path}\0{size}\0{changed}" for path, size, changed in sorted(_files(str(folder)))]
    return hashlib.sha256("\n".join(found).encode("utf-8", "surrogateescape")).hexdigest()


def _files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name != "__pycache__":
                    yield from _files(entry.path)
            else:
                found = entry.stat()
                yield entry.path, found.st_size, found.st_mtime_ns
