"""Where the posts of another blog go, and the pictures and files that they show: beside them, or to content/static/."""

import posixpath
import re
from pathlib import Path

from valuegen.bring.clean import id_of
from valuegen.bring.folder import TEXTS, inside
from valuegen.bring.found import Found
from valuegen.bring.generators import Blog
from valuegen.bring.parts import At, Left
from valuegen.bring.source import MIB
from valuegen.model.workspace import Workspace
from valuegen.plan import addresses
from valuegen.words import msg

MOST = 32 * MIB
_STRIPPED = ("_posts", "_drafts", "posts", "post", "blog", "articles", "content", "src")
_ROOTS = ("static", "", "content", "assets", "public", "src", "docs", "source")
_PLAIN = re.compile(r"[\w][\w .()-]{0,99}")
POSTS, STATIC = "content/posts", "content/static"


class Shelf:
    """Finds a place for each; `copies` says what goes where."""

    def __init__(self, blog: Blog, folder: Path, workspace: Workspace, left: list[Left]) -> None:
        self.blog, self.folder, self.workspace, self.left = blog, folder, workspace, left
        self.copies: dict[str, Path] = {}
        self._placed: set[str] = set()

    def place_of(self, found: Found) -> str:
        """The file of a post: as it was called, in the folders in which it stood."""
        *folders, name = found.inner.split("/")
        while folders and folders[0] in _STRIPPED:
            folders.pop(0)
        stem = _part(re.sub(r"\.[a-z]+$", "", name))
        parts = [POSTS, *(_part(one) for one in folders if one not in _STRIPPED[:2])]
        number, file = 1, "/".join((*parts, f"{stem}.md"))
        while file in self._placed or (self.workspace.root / file).exists():
            number += 1
            file = "/".join((*parts, f"{stem}-{number}.md"))
        self._placed.add(file)
        return file

    def take(self, found: Found, file: str, target: str) -> str | None:
        """How a file that a post shows is named from its new place, once it is copied; "" where it can't be, which is
        told; None where it is not there."""
        path = target.partition("?")[0]
        if not path or path.endswith(("/", *TEXTS)):
            return None
        if not path.startswith("/"):
            beside = posixpath.normpath(posixpath.join(posixpath.dirname(found.file), path))
            real = inside(self.folder, beside)
            goes = posixpath.normpath(posixpath.join(posixpath.dirname(file), path))
            if real is not None and goes.startswith(f"{POSTS}/"):
                return path if self._copied(found, goes, real) else ""
            if real is not None:
                plain = _ours(real.relative_to(self.folder).as_posix().removeprefix("static/"))
                return plain if self._copied(found, f"{STATIC}/{plain}", real) else ""
        plain = posixpath.normpath(path.lstrip("/"))
        for root in _ROOTS:
            real = inside(self.blog.root, posixpath.join(root, plain))
            if real is not None and not plain.startswith(".."):
                goes = _ours(plain)
                return goes if self._copied(found, f"{STATIC}/{goes}", real) else ""
        return plain if inside(self.workspace.root, f"{STATIC}/{plain}") else None

    def _copied(self, found: Found, goes: str, real: Path) -> bool:
        there = self.workspace.root / goes
        if goes in self.copies or (there.is_file() and _is_same(there, real)):
            return True
        at = At(found.file)
        if there.exists():
            self.left.append(Left(at, msg("“{file}” is here already, and is another file.", file=goes)))
        elif real.stat().st_size > MOST:
            self.left.append(Left(at, msg("“{file}” is larger than {most} MiB.", file=goes, most=MOST // MIB)))
        else:
            self.copies[goes] = real
            return True
        return False


def _ours(path: str) -> str:
    """A path of static files that the program does not keep for itself: `assets/f.png` lies in `files/` here."""
    return f"files/{path}" if f"/{path}".startswith(addresses.OWN_FOLDERS) else path


def _is_same(first: Path, second: Path) -> bool:
    return first.stat().st_size == second.stat().st_size and first.read_bytes() == second.read_bytes()


def _part(name: str) -> str:
    return name if _PLAIN.fullmatch(name) and not name.endswith((".", " ")) else id_of(name)
