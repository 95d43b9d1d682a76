"""The cache of leaves: `ROOT/.valuegen/cache`, a SQLite file of digests and bytes, nothing that could be run.

Whatever goes wrong with it is a miss: it is garbled, cut, full, locked, not ours to write. It is never an error.

- The file's name says which program made it (its code, and the libraries around it), so that another one finds
  nothing there. It also says when the kernel made the file `stamp`, which nobody can choose: a cache that came
  with a copy or a clone is never opened, and can't put a stranger's words on somebody's site.
- Where whoever runs the program has given a secret (`VALUEGEN_CACHE_KEY`, at least so long), the name depends on that
  in place of the stamp: machines that share the secret can hand the cache on. Who does not know it can't make a leaf.
- Each value has a checksum of its kind, key and bytes, by that secret where there is one.
- A leaf that the last `KEEP` builds had no use for is let go. Builds are counted for each kind by itself, so that
  `check`, which renders nothing, makes no page old.
"""

import hashlib
import hmac
import os
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from valuegen.publish import spare
from valuegen.publish.folder import OWN, own_folder
from valuegen.publish.program import PACKAGE, libraries

T = TypeVar("T")

SECRET, SHORTEST = "VALUEGEN_CACHE_KEY", 32
"""The variable in which a secret is given, and the least length of one, in bytes: what is shorter could be guessed."""
KEEP = 16
_FORM = "1"
_FLUSH, _MOST = 8 << 20, 1_000
"""So many bytes, or leaves, are held before they are written: a preview makes a few with each edit, for days."""
_PATIENCE = 2.0
_BROKEN = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_SCHEMA})
# ValueError: a garbled name in an error's own text, which is then no UTF-8. MemoryError: a garbled length.
_ERRORS = (sqlite3.Error, sqlite3.Warning, ValueError, OverflowError, MemoryError, OSError)
_TABLES = """
pragma synchronous = off;
pragma trusted_schema = off;
pragma auto_vacuum = full;
create table if not exists leaf (
    row integer primary key, id blob not null unique, kind text, used integer, digest blob, value blob);
create index if not exists leaf_used on leaf (kind, used);
create table if not exists builds (kind text primary key, n integer);
"""


class Cache:
    """Leaves kept in the workspace `root`: a context, for the one process that opens it (its forks find nothing)."""

    def __init__(self, root: Path) -> None:
        self.root, self._secret = root, _secret()
        self._base: sqlite3.Connection | None = None
        self._process = os.getpid()
        self._builds: dict[str, int] = {}
        self._new: dict[bytes, tuple[str, bytes]] = {}
        self._size = 0
        self._again: dict[bytes, int] = {}

    def __enter__(self) -> "Cache":
        with suppress(*_ERRORS):
            self._base = _opened(self.root, self._secret)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._flush()
        self._with(self._let_go)
        if self._base is not None and self._process == os.getpid():
            self._base.close()
            self._base = None

    def get(self, kind: str, key: bytes) -> bytes | None:
        """The leaf that was put, in this build or an earlier one; else None."""
        name = _id(kind, key)
        if name in self._new:
            return self._new[name][1]
        return self._with(lambda base: self._found(base, kind, name))

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep a leaf. It is written later, together with others."""
        if self._base is None or self._process != os.getpid():
            return
        self._new[_id(kind, key)] = (kind, value)
        self._size += len(value)
        if self._size > _FLUSH or len(self._new) >= _MOST:
            self._flush()

    def _found(self, base: sqlite3.Connection, kind: str, name: bytes) -> bytes | None:
        build = self._build(base, kind)
        row = base.execute("select used, digest, value from leaf where id = ?", (name,)).fetchone()
        if row is None:
            return None
        used, digest, value = row
        if not isinstance(value, bytes) or not _is_digest(digest, _digest(self._secret, name, value)):
            return None
        if not isinstance(used, int) or used < build - KEEP // 2:
            self._again[name] = build
        return value

    def _build(self, base: sqlite3.Connection, kind: str) -> int:
        """The number of this build among those that had to do with this kind."""
        if kind not in self._builds:
            row = base.execute("select n from builds where kind = ?", (kind,)).fetchone()
            self._builds[kind] = (row[0] if row and isinstance(row[0], int) else 0) + 1
        return self._builds[kind]

    def _flush(self) -> None:
        new, self._new, self._size = self._new, {}, 0
        again, self._again = self._again, {}
        if new or again:
            self._with(lambda base: self._write(base, new, again))

    def _write(self, base: sqlite3.Connection, new: dict[bytes, tuple[str, bytes]], again: dict[bytes, int]) -> None:
        rows = (
            (name, kind, self._build(base, kind), _digest(self._secret, name, value), value)
            for name, (kind, value) in new.items()
        )
        with base:
            base.executemany("insert or replace into leaf (id, kind, used, digest, value) values (?, ?, ?, ?, ?)", rows)
            base.executemany("update leaf set used = ? where id = ?", ((build, name) for name, build in again.items()))

    def _let_go(self, base: sqlite3.Connection) -> None:
        with base:
            for kind, build in self._builds.items():
                base.execute("insert or replace into builds values (?, ?)", (kind, build))
                base.execute("delete from leaf where kind = ? and used < ?", (kind, build - KEEP))

    def _with(self, work: Callable[[sqlite3.Connection], T]) -> T | None:
        """What `work` gives; None for any error of the base, which is no more used if it is broken."""
        if self._base is None or self._process != os.getpid():
            return None
        try:
            return work(self._base)
        except _ERRORS as error:
            if _is_broken(error):
                self._base.close()
                self._base = None
                _forget(self.root / OWN / "cache")
            return None


def _id(kind: str, key: bytes) -> bytes:
    return hashlib.sha256(b"%s\0%s" % (kind.encode(), key)).digest()


def _digest(secret: bytes, name: bytes, value: bytes) -> bytes:
    return hmac.digest(secret, name + value, "sha256") if secret else hashlib.sha256(name + value).digest()


def _is_digest(found: object, digest: bytes) -> bool:
    return isinstance(found, bytes) and hmac.compare_digest(found, digest)


def _secret() -> bytes:
    """What the surroundings say; never a file of the workspace, in which a stranger may have written."""
    given = os.environ.get(SECRET, "").encode("utf-8", "surrogateescape")
    return given if len(given) >= SHORTEST else b""


def _opened(root: Path, secret: bytes) -> sqlite3.Connection:
    """The base of this program in `root`; those of others are taken away. Raises `_ERRORS`."""
    folder = own_folder(root) / "cache"
    folder.mkdir(exist_ok=True)
    if folder.is_symlink():
        raise NotADirectoryError(folder)
    path = folder / f"leaves-{_origin(folder, secret)}.sqlite"
    _forget(folder, but=path.name)
    try:
        return _connected(path)
    except _ERRORS as error:
        if not _is_broken(error):
            raise
        _forget(folder)
        return _connected(path)


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path, timeout=_PATIENCE, isolation_level="IMMEDIATE", check_same_thread=False)
    try:
        base.executescript(_TABLES)
        base.execute("select id, kind, used, digest, value from leaf where row = 0").fetchone()
    except BaseException:
        base.close()
        raise
    return base


def _is_broken(error: BaseException) -> bool:
    return isinstance(error, ValueError) or getattr(error, "sqlite_errorcode", 0) & 0xFF in _BROKEN


def forget(root: Path) -> None:
    """Take away all that is kept of a workspace, whatever program made it: the next build makes it anew."""
    folder = root / OWN / "cache"
    if not (root / OWN).is_symlink() and not folder.is_symlink():
        _forget(folder)
        spare.forget(root)


def _forget(folder: Path, but: str = "") -> None:
    for path in (*folder.glob("leaves-*"), *(() if but else folder.glob("*.last"))):
        if not but or not path.name.startswith(but):
            with suppress(OSError):
                path.unlink()


def _origin(folder: Path, secret: bytes) -> str:
    """What the base is of: this program, in this very folder, or with those who know the secret."""
    if secret:
        return hmac.digest(secret, f"{_FORM}\0{_program()}".encode(), "sha256").hex()[:32]
    stamp = folder / "stamp"
    with suppress(FileExistsError):
        stamp.open("x").close()
    made = stamp.lstat()
    origin = f"{_FORM}\0{made.st_ino}\0{made.st_ctime_ns}\0{_program()}"
    return hashlib.sha256(origin.encode()).hexdigest()[:32]


@cache
def _program() -> str:
    """What this program is: its own files, its Python, and the libraries around it."""
    digest = hashlib.sha256(libraries().encode("utf-8", "surrogateescape"))
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(b"\0%s\0" % path.relative_to(PACKAGE).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
