"""Several files changed together: all of them, or, where something goes wrong, none.

What needs room comes first: each new text, and each old one, lies whole beside its file before any of them is another.
From then on files are only moved, so that a disk that fills up meanwhile keeps nothing from being put back.
"""

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from valuegen.write.change import Change
from valuegen.write.file import moved, staged, swept

_MARK = "\ufeff"


class StaleError(Exception):
    """A file is not what was read of it."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class NotPutBackError(Exception):
    """A file is another now, and could not be put back: how it was lies at `kept` (None: it is new)."""

    def __init__(self, file: str, kept: Path | None, error: OSError) -> None:
        super().__init__(file, kept, error)
        self.file, self.kept, self.error = file, kept, error


@dataclass(frozen=True, slots=True)
class _Step:
    """A file, its text after, and as it was, each staged (None: there is none)."""

    path: Path
    new: Path | None
    old: Path | None

    def go(self) -> None:
        if self.new:
            moved(self.new, self.path)
        elif self.old:
            self.path.replace(self.old)  # the file itself is what is kept, be it a link

    def back(self) -> None:
        if self.old is None:
            self.path.unlink(missing_ok=True)
        elif self.old.exists():
            self.old.replace(self.path.resolve() if self.new else self.path)


@contextmanager
def written(root: Path, changes: Iterable[Change], copies: Mapping[str, Path] | None = None) -> Iterator[None]:
    """The files with their changes, within the block and after it; as they were, where it raises.

    Each file is replaced in one step, in the order of the changes; before them come `copies`: new files, and what they
    are copies of. Raises OSError, or `StaleError` before the first; `NotPutBackError` where the disk lets no file be
    moved any more.
    """
    with ExitStack() as beside:
        steps = [_copied(beside, root, file, source) for file, source in (copies or {}).items()]
        steps += [_changed(beside, root, change) for change in changes]
        done: list[_Step] = []
        try:
            for step in steps:
                done.append(step)
                step.go()
            yield
        except BaseException:
            _put_back(beside, root, done)
            raise
    swept({step.path.parent for step in steps})


def _copied(beside: ExitStack, root: Path, file: str, source: Path) -> _Step:
    if os.path.lexists(root / file):
        raise StaleError(file)
    return _staged(beside, root / file, source.read_bytes(), None)


def _changed(beside: ExitStack, root: Path, change: Change) -> _Step:
    path = root / change.file
    held = _held(path, change)
    mark = _MARK if (held or b"").startswith(_MARK.encode()) else ""
    return _staged(beside, path, None if change.new is None else (mark + change.new).encode(), held)


def _staged(beside: ExitStack, path: Path, after: bytes | None, before: bytes | None) -> _Step:
    """What needs room. `beside` takes away what is not moved."""
    for folder in [one for one in reversed((path.parent, *path.parent.parents)) if not one.exists()]:
        folder.mkdir()
        beside.callback(_gone_if_empty, folder)
    new, old = (None if data is None else _kept(beside, path, data) for data in (after, before))
    return _Step(path, new, old)


def _kept(beside: ExitStack, path: Path, data: bytes) -> Path:
    found = staged(path, data)
    beside.callback(found.unlink, missing_ok=True)
    return found


def _held(path: Path, change: Change) -> bytes | None:
    """The file's bytes, with a byte order mark; None where there is no such file."""
    data = path.read_bytes() if path.exists() else None
    text = (data or b"").decode("utf-8", "replace").removeprefix(_MARK)
    if (data is None) is not change.is_new or text != change.old:
        raise StaleError(change.file)
    return data


def _gone_if_empty(folder: Path) -> None:
    with suppress(OSError):
        folder.rmdir()


def _put_back(beside: ExitStack, root: Path, steps: list[_Step]) -> None:
    """The last first. What can't be put back stays beside its file."""
    failed: NotPutBackError | None = None
    for step in reversed(steps):
        try:
            step.back()
        except OSError as error:
            failed = NotPutBackError(step.path.relative_to(root).as_posix(), step.old, error)
            beside.pop_all()
    if failed:
        raise failed
