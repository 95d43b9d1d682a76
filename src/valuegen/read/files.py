"""The one place that opens a source: regular files of the workspace, no longer than they may be, in UTF-8.

A link that leads out of the workspace, into `private/`, or to what is not content (`.env`, `.git`) is refused; so are
pipes and devices (they are never opened). What was read is kept, so that a finding can show the user's own line.
"""

import errno
import os
import re
import stat
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path

from valuegen.finding import Finding, Place
from valuegen.model.vanity import Vanity
from valuegen.read.look import FOLDERS, is_junk
from valuegen.read.memory import KeptFiles, Stamp
from valuegen.read.opened import first_of, opened, within
from valuegen.read.refusals import FOLDER_LINK, UNNAMED, Refused, is_text, refused_by_system, unseen
from valuegen.read.sources import Texts
from valuegen.read.told import is_private, told
from valuegen.room import Room
from valuegen.words import msg

MIB = 1024 * 1024
YAML_LIMIT, BODY_LIMIT = 8 * MIB, MIB
_NOT_THERE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL, errno.EBADF})
_LINE_END = re.compile(r"\r\n|\r|\n")


class Files:
    """Reads the files below `root`; `findings`, `vanities` and `texts` grow as it does.

    Paths are from the workspace, with `/`. Each is given `asked`: the place that a finding about the file itself
    stands at (where it is named); without it the finding stands at the file. All lie in the workspace; a file that
    `valuegen.yaml` extends (`far`) in `reach`, its git repository. `with_clients`: contacts, needs, log too. `instead`:
    texts of files that are read as if they stood there already.
    """

    def __init__(
        self,
        root: Path,
        reach: Path | None = None,
        kept: KeptFiles | None = None,
        with_clients: bool = True,
        instead: Mapping[str, str | Path] | None = None,
    ) -> None:
        self.root = root
        self.kept = kept
        self.with_clients = with_clients
        self.instead = instead or {}
        self.real_root = os.path.realpath(root)
        self.reach = self.real_root if reach is None else os.path.realpath(reach)
        self.findings: list[Finding] = []
        self.vanities: list[Vanity] = []
        self.texts = Texts(root, {}, Room() if kept is None else None)
        self._instead_in = _by_folder(self.instead)
        self._real: dict[str, str] = {}
        self._no_links: set[str] = set()
        self.held = 0

    def text(self, path: str, limit: int, asked: Place | None = None, far: bool = False) -> str | None:
        """The text of a file, without its byte order mark; None, and a finding, where it can't be read."""
        data = self.data(path, limit, asked, far)
        if data is None:
            return None
        return self._decoded(data, path)

    def data(self, path: str, limit: int | None = None, asked: Place | None = None, far: bool = False) -> bytes | None:
        """The bytes of a file; None, and a finding, where it can't be read."""
        held = self.instead.get(path)
        if isinstance(held, str):
            return held.encode()
        try:
            return self._bytes(self._allowed(path, far), limit, partial(self._judge, path, far))
        except Refused as refused:
            self._report(refused, path, asked)
        except OSError as error:
            self._report(refused_by_system(error), path, asked)
        return None

    def looked_at(self, path: str) -> tuple[str, os.stat_result] | None:
        """The real path of a regular file that may be read, and how it stands; None, and a finding, for another."""
        try:
            real = self._allowed(path)
            descriptor = opened(real, partial(self._judge, path, False))
            try:
                return real, os.fstat(descriptor)
            finally:
                os.close(descriptor)
        except Refused as refused:
            self._report(refused, path, None)
        except OSError as error:
            self._report(refused_by_system(error), path, None)
        return None

    def _bytes(self, real: str, limit: int | None, judged: Callable[[str], None]) -> bytes:
        if self.kept is None:
            return _read(real, limit, judged)
        before = _stamp(real)
        known = self.kept.files.get((real, limit, before))
        if known is not None:
            return known
        data = _read(real, limit, judged)
        if self.kept.is_sure(before) and _stamp(real) == before:
            self.kept.files.put((real, limit, before), data)
        return data

    def exists(self, path: str) -> bool:
        """Whether something (a file, folder, pipe, broken link) bears that name; a finding where that can't be told."""
        return path in self.instead or path in self._instead_in or self._mode(path, os.lstat) is not None

    def is_folder(self, path: str) -> bool:
        """Whether it is a folder; a finding where that can't be told."""
        return path in self._instead_in or stat.S_ISDIR(self._mode(path, os.stat) or 0)

    def _mode(self, path: str, look: Callable[[str], os.stat_result]) -> int | None:
        try:
            return look(f"{self.root}/{path}").st_mode
        except ValueError:
            return None
        except OSError as error:
            # Nobody may take for absent what only could not be looked at: clients would go unasked about.
            if error.errno not in _NOT_THERE:
                self._report(unseen(error), path.rpartition("/")[0] or path, None)
            return None

    def names(self, path: str) -> tuple[str, ...]:
        """The names in a folder, sorted; none, and a finding, where it can't be looked into."""
        inside = self._instead_in.get(path, set())
        there = self._found(path) if not inside or (self.root / path).is_dir() else ()
        return tuple(sorted(inside.union(there)))

    def _found(self, path: str) -> dict[str, os.DirEntry[str]]:
        try:
            self._allowed(path)
            with os.scandir(self.root / path) as found:
                there = {entry.name: entry for entry in found}
            for name in [name for name in there if not is_text(name)]:
                del there[name]
                self._report(UNNAMED, f"{path}/{name}", None)
            return there
        except Refused as refused:
            self._report(refused, path, None)
        except OSError as error:
            self._report(unseen(error), path, None)
        return {}

    def walk(self, path: str) -> Iterator[str]:
        """All files below a folder, in the order of their paths; a folder that is a link is not entered."""
        inside = self._instead_in.get(path, set())
        there = self._found(path) if not inside or (self.root / path).is_dir() else {}
        for name in sorted(inside.union(there)):
            inner, found = f"{path}/{name}", there.get(name)
            if is_junk(name):
                continue
            if found is None or inner in self.instead:
                yield from (inner,) if inner in self.instead else self.walk(inner)
            elif _is_folder(found):
                if found.is_symlink():
                    self._report(FOLDER_LINK, inner, None)
                else:
                    yield from self.walk(inner)
            else:
                if not found.is_symlink():
                    self._no_links.add(inner)
                yield inner

    def _allowed(self, path: str, far: bool = False) -> str:
        """The real path of a file, if it may be read."""
        elsewhere = self.instead.get(path)
        if isinstance(elsewhere, Path):
            return os.path.realpath(elsewhere)
        folder, _, name = path.rpartition("/")
        if folder not in self._real:
            self._real[folder] = os.path.realpath(self.root / folder)
        real = f"{self._real[folder]}{os.sep}{name}"
        if name in ("", ".", "..") or (path not in self._no_links and _is_link(real)):
            real = os.path.realpath(self.root / path)
        self._judge(path, far, real)
        return real

    def _judge(self, path: str, far: bool, real: str) -> None:
        """Raises `Refused` for a real path that `path` may not lead to."""
        if isinstance(self.instead.get(path), Path):
            return
        inside = within(real, self.real_root)
        reached = within(real, self.reach) if far and inside is None else inside
        if reached is None:
            raise Refused(msg("This leads out of the workspace."), msg("Put the file itself into the workspace."))
        if inside is not None and is_private(inside) and not is_private(path):
            raise Refused(
                msg("This leads to a file about clients, which is private."), msg("Name a file that may be shown.")
            )
        if not _is_source(reached):
            raise Refused(
                msg("This leads to a file that is not read: only what lies in {folders:and} is.", folders=FOLDERS),
                msg("Put the file itself there."),
            )

    def _report(self, refused: Refused, path: str, asked: Place | None) -> None:
        finding = told(refused.message, asked or Place(path, 1, 1), refused.mend)
        if finding not in self.findings[-9:]:  # a folder is looked into more than once
            self.findings.append(finding)

    def _decoded(self, data: bytes, path: str) -> str | None:
        data = data.removeprefix(b"\xef\xbb\xbf")
        try:
            if b"\0" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
                raise Refused(
                    msg("This file is in UTF-16."), msg("Save it again in your editor with the encoding UTF-8.")
                )
            text = data.decode("utf-8")
        except Refused as refused:
            self.findings.append(told(refused.message, Place(path, 1, 1), refused.mend))
            return None
        except UnicodeDecodeError as error:
            before = _LINE_END.split(data[: error.start].decode("utf-8"))
            self.texts.hold(path, data.decode("cp1252", "replace"))
            self.findings.append(
                told(
                    msg("This file is not in UTF-8: from here on it looks like Windows-1252 (“ANSI”)."),
                    Place(path, len(before), len(before[-1]) + 1),
                    msg("Save it again in your editor with the encoding UTF-8."),
                )
            )
            return None
        self.texts.hold(path, text)
        return text


def _by_folder(paths: Iterable[str]) -> dict[str, set[str]]:
    """The names in each folder, of the folders above them too."""
    found: dict[str, set[str]] = {}
    for path in paths:
        while "/" in path:
            path, _, name = path.rpartition("/")
            found.setdefault(path, set()).add(name)
    return found


def _is_folder(found: os.DirEntry[str]) -> bool:
    try:
        return found.is_dir()
    except OSError:
        return False


def same_name(name: str, names: tuple[str, ...]) -> str | None:
    """The one of `names` that is `name` in another Unicode form (macOS writes é as two characters)."""
    wanted = unicodedata.normalize("NFC", name)
    return next((found for found in names if unicodedata.normalize("NFC", found) == wanted), None)


def _stamp(path: str) -> Stamp:
    found = os.lstat(path)
    return (found.st_mtime_ns, found.st_ctime_ns, found.st_size, found.st_dev, found.st_ino)


def _is_link(path: str) -> bool:
    try:
        return stat.S_ISLNK(os.lstat(path).st_mode)
    except OSError:
        return False


def _is_source(path: str) -> bool:
    """Whether content may come from there (a real path): not from what lies beside it, nor from what is hidden."""
    parts = path.split("/")
    is_hidden = any(part[0] == "." for part in parts)
    return parts[0] in (".", *FOLDERS) or (path.endswith((".yaml", ".yml")) and not is_hidden)


def _read(path: str, limit: int | None, judged: Callable[[str], None]) -> bytes:
    """The bytes of a regular file that stays as it is while it is read."""
    for _ in range(3):
        descriptor = opened(path, judged)
        try:
            before = os.fstat(descriptor)
            if limit is not None and before.st_size > limit:
                raise Refused(
                    msg("This file is larger than {most} MiB.", most=limit // MIB), msg("Split it into several files.")
                )
            data = first_of(descriptor, before.st_size + 1)
            after = os.fstat(descriptor)
        finally:
            os.close(descriptor)
        if len(data) == before.st_size == after.st_size and before.st_mtime_ns == after.st_mtime_ns:
            return data
    raise Refused(msg("This file changed while it was read."), msg("Save it, and run the command again."))
