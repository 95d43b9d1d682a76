"""Several files changed together: all of them, or, where something goes wrong, none."""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from valuegen.write.change import Change
from valuegen.write.file import replace

_MARK = "\ufeff"


class StaleError(Exception):
    """A file is not what was read of it."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@contextmanager
def written(root: Path, changes: Iterable[Change], copies: Mapping[str, Path] | None = None) -> Iterator[None]:
    """The files with their changes, within the block and after it; as they were, where it raises.

    Each file is replaced in one step, in the order of the changes; before them come `copies`: new files, and what they
    are copies of. Raises OSError, or `StaleError` before the first.
    """
    changes, copies = tuple(changes), copies or {}
    before = {change.file: _held(root, change) for change in changes}
    for file in copies:
        if os.path.lexists(root / file):
            raise StaleError(file)
    made: list[Path] = []
    try:
        for file, source in copies.items():
            made += _folders(root / file)
            replace(root / file, source.read_bytes())
        for change in changes:
            made += _folders(root / change.file)
            _put(root, change, before[change.file])
        yield
    except BaseException:
        for file, text in {**before, **dict.fromkeys(copies)}.items():
            _put_back(root / file, text)
        for folder in reversed(made):
            folder.rmdir()
        raise


def _folders(path: Path) -> list[Path]:
    """Make the folders that a file needs; those that were not there, the outermost first."""
    missing = [folder for folder in path.parents if not folder.exists()][::-1]
    path.parent.mkdir(parents=True, exist_ok=True)
    return missing


def _held(root: Path, change: Change) -> str | None:
    """The file's text, its byte order mark too; None where there is no such file."""
    path = root / change.file
    text = path.read_bytes().decode("utf-8", "replace") if path.exists() else None
    if (text is None) is not change.is_new or (text or "").removeprefix(_MARK) != change.old:
        raise StaleError(change.file)
    return text


def _put(root: Path, change: Change, held: str | None) -> None:
    path = root / change.file
    if change.new is None:
        path.unlink()
        return
    replace(path, (_MARK if (held or "").startswith(_MARK) else "") + change.new)


def _put_back(path: Path, text: str | None) -> None:
    if text is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_bytes() != text.encode():
        replace(path, text)
