"""The names that stand in a workspace, by a quick look at its files: what the shell offers while somebody types.

Nothing is judged and no plan is made: a file that can't be read has no names, and where there is much to look through
only the first part of it is.
"""

import os
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from valuegen.read.front_matter import split
from valuegen.read.nodes import Map, Node, Scalar, each, value
from valuegen.read.root import NAME, find_root
from valuegen.read.yaml import parse

MOST = 512 * 1024
"""So many bytes are looked through: a shell must not wait."""
HEAD = 4096
"""So many bytes of a post, which begins with its front matter."""
PRIVATE = ("contacts", "needs")
_ID = re.compile(r"[a-z0-9-]{1,100}")


class Named(NamedTuple):
    """A name, and what it stands for in the user's own words."""

    id: str
    about: str = ""


class _Room:
    """How much may still be read."""

    def __init__(self, most: int) -> None:
        self.left = most

    def text(self, path: Path, most: int | None = None) -> str | None:
        """The text of a file (or its beginning); None where it can't be read, or is too much."""
        try:
            size = min(path.stat().st_size, most or MOST)
            if not path.is_file() or size > self.left:
                return None
            self.left -= size
            with path.open("rb") as file:
                return file.read(size).decode("utf-8", "replace")
        except OSError:
            return None


def names(sort: str, workspace: str | None) -> list[Named]:
    """All of a sort: segments, people, channels, products, contacts, needs or entries."""
    root = find_root(Path.cwd(), workspace, os.environ)
    if not isinstance(root, Path):
        return []
    room = _Room(MOST)
    found = _entries(root, room) if sort == "entries" else _items(root, sort, room)
    return list({one.id: one for one in found if _ID.fullmatch(one.id)}.values())


def today_there(workspace: str | None) -> date:
    """The day that counts as today there; where no workspace is found, in no zone of its own."""
    from valuegen.clock import today
    from valuegen.model.values import Wrong, read_day
    from valuegen.read.site import is_zone

    pinned, zone = _of_site(workspace, "as_of", "timezone")
    try:
        return read_day(pinned)
    except Wrong:
        return today(zone if is_zone(zone) else "UTC")


def country_there(workspace: str | None) -> str:
    """The country of its time zone; "" where none is known."""
    from valuegen.territory import territory

    (zone,) = _of_site(workspace, "timezone")
    return territory(zone) or ""


def _of_site(workspace: str | None, *keys: str) -> list[str]:
    """What `site` says of each key; "" where it says nothing, or no workspace is found."""
    root = find_root(Path.cwd(), workspace, os.environ)
    settings = _settings(root, "site", _Room(MOST)) if isinstance(root, Path) else []
    sites = [node for node in settings if isinstance(node, Map)]
    return [next(filter(None, (_text(site, key) for site in sites)), "") for key in keys]


def _items(root: Path, sort: str, room: _Room) -> Iterator[Named]:
    """Those of a collection, of `valuegen.yaml` and what it extends, and those that are always there."""
    if sort == "products":
        yield from _listed(_settings(root, "products", room))
        return
    found = [one for path in _files(root, sort) for one in _listed([_root_of(path, room)])]
    if sort in ("people", "channels"):
        found += _listed(_settings(root, sort, room))
    if sort == "people" and not found:
        found = _owner(root, room)
    if sort == "channels":
        from valuegen.model.channel import BUILT_IN

        found += map(Named, BUILT_IN)
    yield from found


def _files(root: Path, name: str) -> Iterator[Path]:
    for folder in (root / "content" / "private", root / "content") if name in PRIVATE else (root / "content",):
        yield folder / f"{name}.yaml"
        # of a calendar, and its like, the latest first
        yield from sorted((folder / name).glob("[!.]*.yaml"), reverse=True)


def _root_of(path: Path, room: _Room) -> Node | None:
    text = room.text(path)
    return None if text is None else parse(text, path.name).root


def _settings(root: Path, key: str, room: _Room) -> list[Node | None]:
    """What stands under a key of `valuegen.yaml`, and of the files that it extends."""
    found: list[Node | None] = []
    path, seen = root / NAME, set[Path]()
    while path not in seen:
        seen.add(path)
        settings = _root_of(path, room)
        if not isinstance(settings, Map):
            break
        found.append(value(settings, key))
        base = value(settings, "extends")
        path = Path(os.path.normpath(path.parent / base.text)) if isinstance(base, Scalar) else path
    return found


def _owner(root: Path, room: _Room) -> list[Named]:
    """Who is there where no people are written: the owner of the site."""
    from valuegen.model.slug import slug_of

    sites = [node for node in _settings(root, "site", room) if isinstance(node, Map)]
    owners = [owner for owner in (value(site, "owner") for site in sites) if isinstance(owner, Map)]
    held = [_text(owner, "name") for owner in owners]
    return [Named(slug_of(name), name) for name in held if name][:1] or [Named("owner")]


def _listed(roots: list[Node | None]) -> Iterator[Named]:
    """The items of mappings from id to item, and of lists of items that have `id`."""
    for root in roots:
        if isinstance(root, Map) and not isinstance(value(root, "id"), Scalar):
            for key, (_, node) in root.items.items():
                yield Named(key, _text(node, "name") or _text(node, "needs"))
        else:
            for node in each(root):
                if id := _text(node, "id"):
                    yield Named(id, _text(node, "name") or _text(node, "needs"))


def _entries(root: Path, room: _Room) -> Iterator[Named]:
    for path in _files(root, "calendar"):
        found = _root_of(path, room)
        is_shaped = isinstance(found, Map) and "entries" in found.items
        for node in each(value(found, "entries") if is_shaped and isinstance(found, Map) else found):
            yield from _entry(node)
    for path in sorted((root / "content" / "posts").rglob("*.md")):
        head = split(room.text(path, HEAD) or "")
        if head.head is not None and head.closed:
            yield from _entry(parse(head.head, path.name).root)


def _entry(node: Node | None) -> Iterator[Named]:
    title, slug = _text(node, "title"), _text(node, "slug")
    if title and not slug:
        from valuegen.model.slug import slug_of

        slug = slug_of(title)
    if slug:
        yield Named(slug, title)


def _text(node: Node | None, key: str) -> str:
    found = value(node, key) if isinstance(node, Map) else None
    return " ".join(found.text.split()) if isinstance(found, Scalar) else ""
