"""Trees of files on disk: written anew into a folder of our own, and taken away again. Links are never followed."""

import os
from collections.abc import Container, Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from types import MappingProxyType

from valuegen.publish.faults import told
from valuegen.publish.manifest import digest_of

TOPS = ("public", "planner")
FILE_MODE, FOLDER_MODE = 0o644, 0o755
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


class Tree:
    """A new tree of files below the folder `top`, which is our own. Forks of a process may fill it together.

    `out` is what errors call `top`; `there`: the files that lie in it already, and a digest of each. What the machine
    refuses is raised as `Failed`.
    """

    def __init__(self, top: Path, out: Path, there: Mapping[str, str] = MappingProxyType({})) -> None:
        self._top, self._out, self.there = str(top), out, there
        self._folders = {""}
        with told(out):
            for name in TOPS:
                self._make_folder(name)

    def write(self, address: str, data: "bytes | Iterable[bytes]") -> None:
        """A file that is new, or another; `data`: all its bytes, or some at a time."""
        with told(self._out / address):
            self._make_way(address)
            self._make_folder(address.rpartition("/")[0])
            write_file(f"{self._top}/{address}", data)

    def digest(self, address: str) -> str:
        """The SHA-256 of a file that was written."""
        with told(self._out / address):
            return digest_of(f"{self._top}/{address}")

    def link(self, address: str, old: str) -> bool:
        """The file `old`, which stays, under another name. False where that can't be, or it is not there."""
        folder = address.rpartition("/")[0]
        if self.there or folder not in self._folders:
            with told(self._out / address):
                self._make_way(address)
                self._make_folder(folder)
        try:
            os.link(old, f"{self._top}/{address}")
        except OSError:
            return False
        return True

    def without(self, addresses: Iterable[str]) -> None:
        """Take files away that lay there, and folders that are then empty. Some have made way already, to a new folder
        or a new file."""
        for address in addresses:
            path = f"{self._top}/{address}"
            with told(self._out / address), suppress(FileNotFoundError, NotADirectoryError):
                if os.path.islink(path) or not os.path.isdir(path):
                    os.unlink(path)
            with suppress(OSError):
                while "/" in (address := address.rpartition("/")[0]):
                    os.rmdir(f"{self._top}/{address}")

    def _make_way(self, address: str) -> None:
        """What lay there may be in the way: a file of that name, one where a folder is to be, a folder."""
        if address in self.there:
            Path(f"{self._top}/{address}").unlink(missing_ok=True)
        elif self.there:
            parts = address.split("/")
            ways = {"/".join(parts[:length]) for length in range(1, len(parts))}
            self.without([one for one in self.there if one in ways or one.startswith(f"{address}/")])

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._make_folder(folder.rpartition("/")[0])
        path = f"{self._top}/{folder}"
        with suppress(FileExistsError):  # a fork of ours was first
            os.mkdir(path, FOLDER_MODE)
            with suppress(PermissionError):  # some disks (FAT) know no modes
                os.chmod(path, FOLDER_MODE)
        self._folders.add(folder)


def is_address(address: str) -> bool:
    """Whether a file of a site may be called so."""
    parts = address.split("/")
    return len(parts) > 1 and parts[0] in TOPS and "\0" not in address and not {"", ".", ".."} & set(parts)


def write_file(path: str | Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file that is not there yet. Raises OSError."""
    descriptor = os.open(path, _NEW, FILE_MODE)
    try:
        if hasattr(os, "fchmod"):
            with suppress(PermissionError):
                os.fchmod(descriptor, FILE_MODE)
        for piece in (data,) if isinstance(data, bytes) else data:
            rest = memoryview(piece)
            while rest:
                rest = rest[os.write(descriptor, rest) :]
    finally:
        os.close(descriptor)


def remove_tree(top: Path, known: Container[str] | None) -> None:
    """Take away the plain files below `top` whose path is in `known` (None: all), and the folders that are then empty.

    What can't be removed stays, and is no error.
    """
    _remove(str(top), known, "")


def _remove(top: str, known: Container[str] | None, start: str) -> None:
    with suppress(OSError):
        with os.scandir(top) as found:
            entries = list(found)
        for entry in entries:
            path = f"{start}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                _remove(entry.path, known, f"{path}/")
            elif entry.is_file(follow_symlinks=False) and (known is None or path in known):
                with suppress(OSError):
                    os.unlink(entry.path)
        os.rmdir(top)
