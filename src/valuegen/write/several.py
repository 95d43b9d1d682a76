"""Several files changed together: all of them, or, where something goes wrong, none."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from valuegen.write.file import replace
from valuegen.write.forget import Change

_MARK = "\ufeff"


class StaleError(Exception):
    """A file is not what was read of it."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


@contextmanager
def written(root: Path, changes: Iterable[Change]) -> Iterator[None]:
    """The files with their changes, within the block and after it; as they were, where it raises.

    Each file is replaced in one step, in the order of the changes. Raises OSError, or `StaleError` before the first.
    """
    changes = tuple(changes)
    before = {change.file: _held(root, change) for change in changes}
    try:
        for change in changes:
            _put(root, change, before[change.file])
        yield
    except BaseException:
        for file, text in before.items():
            if not (root / file).exists() or (root / file).read_bytes() != text.encode():
                replace(root / file, text)
        raise


def _held(root: Path, change: Change) -> str:
    """The file's text, its byte order mark too."""
    text = (root / change.file).read_bytes().decode("utf-8", "replace")
    if text.removeprefix(_MARK) != change.old:
        raise StaleError(change.file)
    return text


def _put(root: Path, change: Change, held: str) -> None:
    path = root / change.file
    if change.new is None:
        path.unlink()
    else:
        replace(path, (_MARK if held.startswith(_MARK) else "") + change.new)
