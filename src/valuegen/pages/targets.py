"""Where a link or an image in a body leads, and how a page or a feed writes it."""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote

from valuegen.model.workspace import StaticFile
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.plan import addresses

_OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Destination:
    """A page's address, or a file to be shown as it is; `rest` is an anchor or a query."""

    address: str
    is_file: bool = False
    rest: str = ""


Write = Callable[[Destination], str]


def from_page(root: str) -> Write:
    """How a page writes it: from its own folder, so that it works without a server too."""

    def write(to: Destination) -> str:
        path = to.address.lstrip("/") if to.is_file else addresses.file_of(to.address)
        return root + quote(path) + to.rest

    return write


def from_anywhere(url: str) -> Write:
    """How a feed writes it: whole."""
    return lambda to: url + quote(to.address) + to.rest


def resolver(shelves: Shelves, post: PublicPost, write: Write) -> Callable[[str, str], str]:
    """What `Prose.html_with` asks for."""

    def resolve(target: str, _kind: str) -> str:
        to = destination(shelves, post, target)
        return target if to is None else write(to)

    return resolve


def destination(shelves: Shelves, post: PublicPost, target: str) -> Destination | None:
    """Where a target as it was written leads inside the site; None: outside, or within the same text."""
    if target.lower().startswith(_OUTSIDE) or target.startswith("#"):
        return None
    path, rest = _parted(target)
    if path.startswith("entry:"):
        return _entry(shelves, path.removeprefix("entry:"), rest)
    file = file_for(shelves, post, path)
    if file is not None:
        return Destination("/" + file.address.lstrip("/"), is_file=True, rest=rest)
    sibling = shelves.plan.sources.get(_beside(post, path))
    if sibling is not None:
        return Destination(shelves.address[sibling], rest=rest)
    return Destination(_on_the_site(unquote(path)), rest=rest)


def _on_the_site(path: str) -> str:
    """The address that a path means; `..` leads no further up than home, never to what lies beside the public site."""
    found = posixpath.normpath("/" + path.lstrip("/"))
    return f"{found}/" if path.endswith("/") and found != "/" else found


def _entry(shelves: Shelves, slug: str, rest: str) -> Destination:
    """The page of an entry; where it is not published, the hub where it will be found when it is."""
    if slug in shelves.address:
        return Destination(shelves.address[slug], rest=rest)
    segment = shelves.plan.coming.get(slug)
    return Destination(shelves.segment_address(segment) if segment else addresses.HOME)


def file_for(shelves: Shelves, post: PublicPost, path: str) -> StaticFile | None:
    """The file that a path in a post means: beside the post first, then in `content/static/`."""
    plan, plain = shelves.plan, unquote(path)
    if not path.startswith("/"):
        found = plan.beside.get(_beside(post, path))
        if found is not None:
            return found
    return plan.statics.get(posixpath.normpath(plain.lstrip("/")))


def file_at(shelves: Shelves, post: PublicPost, target: str) -> StaticFile | None:
    """The file that a target as it was written leads to, if it leads to one."""
    return None if target.lower().startswith(_OUTSIDE) else file_for(shelves, post, _parted(target)[0])


def files_shown(shelves: Shelves) -> Iterator[StaticFile]:
    """The files beside posts that a published post shows or links to; the others are nobody's business."""
    beside = {id(file) for file in shelves.plan.beside.values()}
    if not beside:
        return
    for post in shelves.newest:
        targets = [target for _, target in post.prose.slots]
        for target in [*targets, post.image[0]] if post.image else targets:
            file = file_for(shelves, post, _parted(target)[0])
            if file is not None and id(file) in beside:
                yield file


def _beside(post: PublicPost, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(post.source), unquote(path)))


def _parted(target: str) -> tuple[str, str]:
    """The path, and the query and anchor after it."""
    cut = min((target.index(mark) for mark in "?#" if mark in target), default=len(target))
    return target[:cut], target[cut:]
