"""Former addresses: a page at each that forwards to where the post is now, and `_redirects`, which hosts follow."""

from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from valuegen.pages.frame import TREE, root_of
from valuegen.pages.machine_views import Forward
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Later, Page
from valuegen.plan import addresses
from valuegen.words import msg

PAGES = ("/", ".html", ".htm")


def forward_pages(shelves: Shelves, styles: tuple[str, ...]) -> Iterator[Page]:
    """A page at each former address that a browser would take for one."""
    for post in shelves.newest:
        for alias in post.aliases:
            file = addresses.file_of(alias)
            if alias.endswith(PAGES) or file != alias.lstrip("/"):
                view = Later(_forward, shelves, post, root_of(alias), styles)
                yield Page(TREE + file, None, view, form="forward")


def _forward(shelves: Shelves, post: PublicPost, root: str, styles: tuple[str, ...]) -> Forward:
    address = shelves.address[post.slug]
    return Forward(
        title=post.title,
        language=str(post.language),
        lead=shelves.say(msg("This page has another address now:"), post.language),
        to=root + quote(addresses.file_of(address)),
        canonical=shelves.plan.site.url + address,
        styles=tuple(root + one for one in styles),
    )


def redirects_page(shelves: Shelves) -> Iterator[Page]:
    """`_redirects`, as Netlify, Cloudflare Pages and others read it: the workspace's own lines, then the aliases'.

    A host follows the first line that fits.
    """
    own = shelves.plan.statics.get(addresses.REDIRECTS.lstrip("/"))
    before = own.data.rstrip(b"\n") + b"\n" if own and own.data.strip() else b""
    lines = "".join(_lines(shelves))
    if before or lines:
        yield Page(TREE + addresses.REDIRECTS.lstrip("/"), None, before + lines.encode(), form="bytes")


def _lines(shelves: Shelves) -> Iterator[str]:
    """From a path to a path; to a whole address where the site is not at the root of its host."""
    url = shelves.plan.site.url
    start = url if urlsplit(url).path else ""
    for post in shelves.newest:
        for alias in post.aliases:
            yield f"{quote(alias)} {start}{quote(shelves.address[post.slug])} 301\n"
