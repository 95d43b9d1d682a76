"""The marker of an output: the list of what the program wrote there, so that nothing else is ever removed.

`.valuegen-site` is JSON, the same byte for byte for the same tree:

    {"version": 1, "files": {"planner/index.html": "<sha256>", "public/index.html": "<sha256>"}}
"""

import hashlib
import json
import os
import re
from collections.abc import Callable, Container, Mapping
from pathlib import Path

MARKER = ".valuegen-site"
VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")

Mark = tuple[int, int, int, int, int]
"""By which the system tells that a file is another than before: mtime (ns), size, inode, mode; and ctime (ns), which
nobody can set. Another name for the file changes that alone, and is all the same: `ALIKE` is what has to stay."""
ALIKE = slice(4)


def written(files: Mapping[str, str]) -> bytes:
    """The marker's bytes for `files`: address → SHA-256 in hexadecimal."""
    # as json.dumps(…, indent=1) writes it, which takes ten times as long
    listed = ",\n".join(f'  {json.dumps(address)}: "{digest}"' for address, digest in sorted(files.items()))
    held = f"{{\n{listed}\n }}" if listed else "{}"
    return f'{{\n "version": {VERSION},\n "files": {held}\n}}\n'.encode("ascii")


def read(out: Path) -> dict[str, str] | None:
    """What the program wrote in `out`; None where there is no marker, or none that it wrote. Raises OSError."""
    try:
        descriptor = os.open(out / MARKER, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(descriptor, "rb") as file:
            found = json.loads(file.read())
        files = found["files"]
        fine = found["version"] == VERSION and all(_DIGEST.fullmatch(digest) for digest in files.values())
        return dict(files) if fine else None
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def strangers(there: Mapping[str, Mark | None], files: Container[str]) -> list[str]:
    """What is `there` and is neither the marker nor a file of `files`, sorted. Links count."""
    return sorted(path for path, mark in there.items() if mark is None or (path not in files and path != MARKER))


def digest_of(path: str | Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal. Raises OSError."""
    with open(path, "rb", buffering=0) as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def standing(top: Path) -> dict[str, Mark | None]:
    """Everything below `top` but folders, by its path from there, with `/`: the marks of plain files, None for others.

    A folder is told by what is in it; links are not followed. Raises OSError.
    """
    found: dict[str, Mark | None] = {}
    _stand(str(top), "", found, lambda entry: mark_of(entry.stat(follow_symlinks=False)))
    return found


def names(top: Path) -> dict[str, Mark | None]:
    """The same, where nobody asks how the files stand: that is quicker."""
    found: dict[str, Mark | None] = {}
    _stand(str(top), "", found, lambda _: _SOME)
    return found


_SOME: Mark = (0, 0, 0, 0, 0)


def _stand(folder: str, start: str, found: dict[str, Mark | None], mark: Callable[[os.DirEntry[str]], Mark]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                _stand(entry.path, f"{start}{entry.name}/", found, mark)
            elif entry.is_file(follow_symlinks=False):
                found[start + entry.name] = mark(entry)
            else:
                found[start + entry.name] = None


def mark_of(found: os.stat_result) -> Mark:
    """The marks of a file."""
    return (found.st_mtime_ns, found.st_size, found.st_ino, found.st_mode, found.st_ctime_ns)
