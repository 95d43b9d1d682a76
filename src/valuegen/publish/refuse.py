"""Which folders are never written to: nothing is removed that the program did not write.

Folders are compared as what they really are (links resolved, the same file by device and inode), so no other name
for a folder gets round a refusal.
"""

import errno
from collections.abc import Iterator, Sequence
from pathlib import Path

from valuegen.publish.folder import OWN
from valuegen.publish.manifest import MARKER
from valuegen.words import Message, msg

GIT = ".git"


def refused(out: Path, *, root: Path, sources: Sequence[Path], cwd: Path, home: Path) -> Message | None:
    """Why the site must not be written to `out` (relative to `cwd`); None where it may.

    `root`: the workspace. `sources`: the files and folders that it is read from, beside its `content` and `themes`.
    Nothing is made or changed.
    """
    out, root = cwd / out, cwd / root
    try:
        if out.is_symlink():
            return _no(out, _LINK)
        real, known = _real(out), _Folder(root.resolve())
    except (OSError, RuntimeError) as error:
        return _no(out, _dark(error))
    folder = _Folder(real)
    if real == real.parent:
        return _no(out, msg("it is the root of the disk"))
    if folder.holds(_Folder(home.resolve())):
        return _no(out, msg("it is your home folder, or holds it"))
    if folder.holds(known):
        return _no(out, msg("it is the folder of the workspace, or holds it"))
    if _in_a_private_folder(real, known):
        return _no(out, msg("it lies in {git} or {own}", git=GIT, own=OWN))
    for source in _sources(root, sources):
        place = _Folder(source.resolve())
        if not place.is_same(known) and (folder.holds(place) or place.holds(folder)):
            return _no(out, msg("it is, holds or lies in {source}, which the site is made from", source=str(source)))
    if folder.holds(_Folder(cwd.resolve())):
        return _no(out, msg("it is the folder that you are in now, or holds it"))
    return unfit(out)


def _real(path: Path) -> Path:
    """The path without links. RuntimeError: one on the way leads to itself (3.13's `resolve` is silent)."""
    real = path.resolve()
    if any(one.is_symlink() for one in (real, *real.parents)):
        raise RuntimeError(f"a link of {path} leads to itself")
    return real


def _sources(root: Path, sources: Sequence[Path]) -> Iterator[Path]:
    yield from (root / name for name in ("content", "themes", "valuegen.yaml", GIT, OWN))
    yield from (root / source for source in sources)


def _in_a_private_folder(real: Path, root: "_Folder") -> bool:
    """Whether a `.git` or `.valuegen` (in any case: some disks don't tell) holds `real`, and not the workspace too."""
    held = (path for path in (real, *real.parents) if path.name.casefold() in (GIT, OWN))
    return any(not _Folder(path).holds(root) for path in held)


def unfit(out: Path) -> Message | None:
    """Why `out`, whatever the workspace, can't be an output: what is there is not the program's. None: it can."""
    try:
        if out.is_symlink():
            return _no(out, _LINK)
        above = next((path for path in _real(out).parents if (path / MARKER).is_file()), None)
        if above is not None:
            return _no(out, msg("it lies in {site}, which is an output itself", site=str(above)))
        if not out.is_dir():
            blocked = any(path.exists() and not path.is_dir() for path in (out, *out.parents))
            return _no(out, msg("it is a file, or lies in one")) if blocked else None
        has_something = any(out.iterdir())
    except (OSError, RuntimeError) as error:
        return _no(out, _dark(error))
    marker = out / MARKER
    if has_something and (marker.is_symlink() or not marker.is_file()):
        return _no(out, msg("there is something in it that valuegen did not make"))
    return None


_LINK = msg("it is a link")
_DARK = msg("what is there can't be seen (permissions, or a link that leads to itself)")


def _dark(error: OSError | RuntimeError) -> Message:
    """Why it can't be seen what is there."""
    number = error.errno if isinstance(error, OSError) else errno.ELOOP
    if number is None or number in (errno.EACCES, errno.EPERM, errno.ELOOP):
        return _DARK
    return msg("what is there can't be seen ({code})", code=errno.errorcode.get(number, str(number)))


def _no(out: Path, why: Message) -> Message:
    return msg(
        "The site is not written to {out}: {why}. Choose a new folder, an empty one, or the one of an earlier build.",
        out=str(out),
        why=why,
    )


class _Folder:
    """A folder by its real path, which may not be there yet, and by what the file system calls it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.above = (path, *path.parents)
        self.ids = [_id(one) for one in self.above]

    def is_same(self, other: "_Folder") -> bool:
        return self.path == other.path or (self.ids[0] is not None and self.ids[0] == other.ids[0])

    def holds(self, other: "_Folder") -> bool:
        """Whether `other` is this folder or lies in it, at whatever depth."""
        return self.path in other.above or (self.ids[0] is not None and self.ids[0] in other.ids)


def _id(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
