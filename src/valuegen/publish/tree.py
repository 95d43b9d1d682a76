"""Trees of files on disk: written anew into a folder of our own, and taken away again. Links are never followed."""

import hashlib
import os
from collections.abc import Container, Iterable
from contextlib import suppress
from pathlib import Path

from valuegen.publish.faults import told

TOPS = ("public", "planner")
FILE_MODE, FOLDER_MODE = 0o644, 0o755
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def write_tree(top: Path, trees: Iterable[tuple[str, bytes]], out: Path) -> dict[str, str]:
    """Write every (address, bytes) below the new folder `top`, and give the SHA-256 of each by address.

    Nothing is held: each file is written when it comes. `out` is what errors call `top`. Raises ValueError for an
    address that is none (our own fault), `Failed` for what the machine refuses, and whatever `trees` raises.
    """
    made: dict[str, str] = {}
    folders = {""}
    with told(out):
        for name in TOPS:
            _make_folder(top, name, folders)
    for address, data in trees:
        if not _is_address(address) or address in made:
            raise ValueError(f"no address for a file, or one for two: {address!r}")
        with told(out / address):
            _make_folder(top, address.rpartition("/")[0], folders)
            write_file(top / address, data)
        made[address] = hashlib.sha256(data).hexdigest()
    return made


def _is_address(address: str) -> bool:
    parts = address.split("/")
    return len(parts) > 1 and parts[0] in TOPS and "\0" not in address and not {"", ".", ".."} & set(parts)


def _make_folder(top: Path, folder: str, made: set[str]) -> None:
    if folder in made:
        return
    _make_folder(top, folder.rpartition("/")[0], made)
    path = top / folder
    path.mkdir(FOLDER_MODE)
    path.chmod(FOLDER_MODE)
    made.add(folder)


def write_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet. Raises OSError."""
    descriptor = os.open(path, _NEW, FILE_MODE)
    try:
        if hasattr(os, "fchmod"):
            os.fchmod(descriptor, FILE_MODE)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def remove_tree(top: Path, known: Container[str] | None, start: str = "") -> None:
    """Take away the plain files below `top` whose path is in `known` (None: all), and the folders that are then empty.

    What can't be removed stays, and is no error.
    """
    with suppress(OSError):
        with os.scandir(top) as found:
            entries = list(found)
        for entry in entries:
            path = f"{start}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                remove_tree(Path(entry.path), known, f"{path}/")
            elif entry.is_file(follow_symlinks=False) and (known is None or path in known):
                with suppress(OSError):
                    Path(entry.path).unlink()
        top.rmdir()
