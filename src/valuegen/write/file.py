"""One file replaced in one step, with its mode; what was there before stays until the new one is whole."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def replace(path: Path, content: str | bytes) -> None:
    """Put a text (UTF-8), or bytes, at `path`. A link is followed to the file it names. Raises OSError, of `path`."""
    new = staged(path, content.encode() if isinstance(content, str) else content)
    try:
        moved(new, path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def staged(path: Path, data: bytes) -> Path:
    """A file beside `path` with these bytes, on the disk, and with its mode: what is left to do needs no more room.

    Its name ends in ~, so that nothing reads what a kill leaves behind (`swept`). Raises OSError, of `path`.
    """
    real = path.resolve()
    with _of(path):
        mode = real.stat().st_mode & 0o777 if real.exists() else 0o644
        handle, name = tempfile.mkstemp("~", f".{real.name[:50]}.valuegen-", real.parent)
        new = Path(name)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            new.chmod(mode)
        except BaseException:
            new.unlink(missing_ok=True)
            raise
    return new


def swept(folders: Iterable[Path]) -> None:
    """Take away what commands that were killed left staged in these folders: whole texts, of clients too. (What is
    younger than a second, by the clock of its disk, may be another's who is at work.)"""
    for folder in folders:
        for path in folder.glob(".*.valuegen-????????~"):
            with suppress(OSError), tempfile.TemporaryFile(dir=folder) as now:
                if path.lstat().st_mtime < os.fstat(now.fileno()).st_mtime - 1:
                    path.unlink()


def swept_below(root: Path) -> None:
    """The same in all folders of a workspace in which something is written; not in those that links lead to."""
    inside = (Path(folder) for folder, _, _ in os.walk(root / "content"))
    swept([root, *inside])


def moved(new: Path, path: Path) -> None:
    """Let a staged file be the file at `path`: in one step. Raises OSError, of `path`."""
    with _of(path):
        new.replace(path.resolve())


@contextmanager
def _of(path: Path) -> Iterator[None]:
    """An error names the file that somebody knows, not the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
