"""Files that look as if they should be read, and are not: a wrong name must not make a collection or a post vanish."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TypeVar

from valuegen.finding import Finding, Place
from valuegen.read.files import BODY_LIMIT, Files
from valuegen.read.front_matter import split
from valuegen.read.nearest import nearest, plain
from valuegen.read.told import PRIVATE, not_known, told
from valuegen.words import msg

Seen = TypeVar("Seen")
_FILES = ("segments", "people", "channels", "calendar", *PRIVATE)
_FOLDERS = (*_FILES, "posts", "static", "private")
_SPANISH = {
    **dict.fromkeys(("calendario", "agenda", "entradas"), "calendar"),
    **dict.fromkeys(("articulos", "publicaciones", "textos", "blog"), "posts"),
    **dict.fromkeys(("imagenes", "fotos", "estaticos"), "static"),
    **dict.fromkeys(("privado", "privados"), "private"),
    **dict.fromkeys(("personas", "equipo"), "people"),
    **dict.fromkeys(("contactos", "clientes"), "contacts"),
    **dict.fromkeys(("registro", "diario"), "log"),
    "segmentos": "segments",
    "canales": "channels",
    "necesidades": "needs",
}


def strays(files: Files, bodies: Collection[str]) -> Iterator[Finding]:
    """YAML files in `content/` and `content/private/` that bear no known name, or lie in a folder that bears none; and
    posts that lie elsewhere than in `content/posts/`. `bodies`: the files that entries name, which may lie anywhere.
    """
    for folder, known, folders in (("content", _FILES, _FOLDERS), ("content/private", PRIVATE, PRIVATE)):
        if not files.is_folder(folder) or (known is PRIVATE and not files.with_clients):
            continue
        for name in files.names(folder):
            path = f"{folder}/{name}"
            stem, _, end = name.rpartition(".")
            if name.startswith("."):
                continue
            if end in ("yaml", "yml") and stem and (end == "yml" or stem not in known):
                yield _file(path, stem, known)
            elif end == "md" and stem:
                yield from _post(files, path, bodies)
            elif name not in folders and _unasked(files, partial(files.is_folder, path)):
                yield from _folder(files, path, name, folders, bodies)


def _file(path: str, stem: str, known: tuple[str, ...]) -> Finding:
    near = stem if stem in known else _near(stem, known)
    mend = msg("Name it {known:or}, or take it out.", known=tuple(f"{one}.yaml" for one in known))
    what = msg("This file is not read: its name is not known.")
    return not_known(what, Place(path, 1, 1), near and f"{near}.yaml", mend)


def _folder(files: Files, folder: str, name: str, known: tuple[str, ...], bodies: Collection[str]) -> Iterator[Finding]:
    inside = _unasked(files, lambda: files.names(folder))
    lost = next((one for one in inside if one.endswith((".yaml", ".yml")) and not one.startswith(".")), None)
    if lost is not None:
        near = _near(name, known)
        mend = msg("Name the folder {known:or}, or take it out.", known=known)
        what = msg("This file is not read: the name of its folder is not known.")
        yield not_known(what, Place(f"{folder}/{lost}", 1, 1), near, mend)
    for one in inside:
        if one.endswith(".md"):
            yield from _post(files, f"{folder}/{one}", bodies)


def _post(files: Files, path: str, bodies: Collection[str]) -> Iterator[Finding]:
    """Of a text that has a title over it, and is nobody's: it wants to be an entry."""
    if path in bodies or path.startswith("content/private/"):
        return
    head = split(_unasked(files, lambda: files.text(path, BODY_LIMIT)) or "").head
    if head is None or "title:" not in head:
        return
    message = msg("This text is not read: posts lie in `{folder}`.", folder="content/posts/")
    yield told(message, Place(path, 1, 1), msg("Move it there, or take it out."))


def _unasked(files: Files, look: Callable[[], Seen]) -> Seen:
    """What nobody named may be as it likes: that it can't be looked at is not told."""
    before = len(files.findings)
    seen = look()
    del files.findings[before:]
    return seen


def _near(name: str, known: tuple[str, ...]) -> str | None:
    meant = _SPANISH.get(plain(name[:80]))
    return meant if meant in known else nearest(name, known)
