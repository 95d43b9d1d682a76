"""The marker of an output: the list of what the program wrote there, so that nothing else is ever removed.

`.valuegen-site` is JSON, the same byte for byte for the same tree:

    {"version": 1, "files": {"planner/index.html": "<sha256>", "public/index.html": "<sha256>"}}
"""

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

MARKER = ".valuegen-site"
VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


def written(files: Mapping[str, str]) -> bytes:
    """The marker's bytes for `files`: address → SHA-256 in hexadecimal."""
    return (json.dumps({"version": VERSION, "files": dict(sorted(files.items()))}, indent=1) + "\n").encode("ascii")


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


def strangers(out: Path, files: Mapping[str, str]) -> list[str]:
    """What lies in `out` and is neither the marker nor a file of `files`, sorted. Links count, and are not followed.

    A folder is told by what is in it. Raises OSError.
    """
    return sorted(path for path, is_file in listed(out) if not is_file or (path not in files and path != MARKER))


def is_intact(out: Path, files: Mapping[str, str]) -> bool:
    """Whether `out` holds every file of `files`, unchanged. Raises OSError for what can't be read."""
    try:
        return all(digest_of(out / address) == digest for address, digest in files.items())
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return False


def digest_of(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb", buffering=0) as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def listed(top: Path, start: str = "") -> Iterator[tuple[str, bool]]:
    """Everything below `top` but folders: its path from there, with `/`, and whether it is a plain file."""
    with os.scandir(top) as entries:
        for entry in entries:
            path = f"{start}{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield from listed(top / entry.name, f"{path}/")
            else:
                yield path, entry.is_file(follow_symlinks=False)
