"""Where a link in a text leads, as the pages resolve it: to a page, an anchor, a file, or nowhere.

A path is looked for beside the post, then in `content/static/`, then as the file of another post, then as an address
of the site (`pages/targets` writes the link the same way).
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from valuegen.model.entry import Entry
from valuegen.plan import addresses
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan
from valuegen.rules.site_pages import pages_of

POSTS = "content/posts/"
OUTSIDE = ("http:", "https:", "mailto:", "tel:")


@dataclass(frozen=True, slots=True)
class Site:
    """What links may lead to. `posts`: slug -> the entry that is a page; `sources`: path in `content/posts` -> slug."""

    plan: Plan
    files: frozenset[str]
    posts: Mapping[str, Occurrence]
    at: Mapping[str, str]
    sources: Mapping[str, str]
    slugs: frozenset[str]
    url: str


@dataclass(frozen=True, slots=True)
class Target:
    """A link taken apart: an entry's slug, or a path (either may be ""), and an anchor."""

    slug: str = ""
    path: str = ""
    anchor: str = ""


def site_of(plan: Plan) -> Site:
    """The site as it will be when everything planned is published."""
    pages = tuple(pages_of(plan))
    own = ((page, page.occurrence) for page in pages if page.occurrence is not None and not page.is_alias)
    found = {post.entry.slug: (page, post) for page, post in own if post.entry.slug in plan.prose}
    posts = {slug: post for slug, (_, post) in found.items()}
    return Site(
        plan=plan,
        files=frozenset((*(page.file for page in pages), addresses.file_of(addresses.ICON))),
        posts=posts,
        at={page.file: slug for slug, (page, _) in found.items()},
        sources={source: slug for slug, post in posts.items() if (source := source_of(post.entry))},
        slugs=frozenset(entry.slug for entry in plan.workspace.entries),
        url=plan.workspace.settings.site.url.rstrip("/"),
    )


def source_of(entry: Entry) -> str:
    """The path of an entry's body within `content/posts`; "" for an inline text."""
    file = entry.written.file if entry.written else ""
    return file.removeprefix(POSTS) if file.startswith(POSTS) else ""


def inside(site: Site, target: str) -> Target | None:
    """What a target means inside the workspace; None where it leads to other sites, mail or telephone."""
    if target.lower().startswith(OUTSIDE):
        rest = target[len(site.url) :]
        if not target.lower().startswith(site.url.lower()) or rest[:1] not in ("", "/", "?", "#"):
            return None
        target = "/" + rest.lstrip("/")
    path, _, anchor = target.partition("#")
    path = unquote(path.partition("?")[0])
    if path.startswith("entry:"):
        return Target(slug=path.removeprefix("entry:"), anchor=unquote(anchor))
    return Target(path=path, anchor=unquote(anchor))


def is_file(site: Site, entry: Entry, path: str) -> bool:
    """Whether a path means a file beside the post, or in `content/static/`."""
    workspace = site.plan.workspace
    if not path.startswith("/") and beside(entry, path) in workspace.beside:
        return True
    return posixpath.normpath(path.lstrip("/")) in workspace.statics


def post_at(site: Site, entry: Entry, path: str) -> str | None:
    """The slug of the post that a path means, by its file or its address."""
    found = None if path.startswith("/") else site.sources.get(beside(entry, path))
    return found or site.at.get(addresses.file_of("/" + path.lstrip("/")))


def beside(entry: Entry, path: str) -> str:
    """A path as it lies in `content/posts`, said from the file of a post."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(source_of(entry)), path))
