"""What hosts and browsers are told of the site: `_headers`, the web manifest."""

import json
from collections.abc import Iterator

from valuegen.pages.frame import TREE
from valuegen.pages.icons import icons_of
from valuegen.pages.policy import policy
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Page, Theme
from valuegen.plan import addresses

FOR_EVER = "public, max-age=31536000, immutable"
"""What lies in `assets/` has a hash of its content in its name."""


def hosting_pages(shelves: Shelves, theme: Theme) -> Iterator[Page]:
    """Those that the workspace has not of its own, in `content/static/`."""
    made = {addresses.HEADERS: headers_text(shelves), addresses.MANIFEST: manifest_text(shelves, theme)}
    for address, text in made.items():
        if address.lstrip("/") not in shelves.plan.statics:
            yield Page(TREE + address.lstrip("/"), None, text, form="text")


def headers_text(shelves: Shelves) -> str:
    """`_headers`, as Netlify and Cloudflare Pages read it. What the pages say of themselves narrows it further: the one
    to search needs most."""
    everywhere = {
        "Content-Security-Policy": policy(wasm=shelves.is_searchable, served=True),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
    }
    if shelves.plan.site.is_preview:
        everywhere["X-Robots-Tag"] = "noindex"
    rules = {"/*": everywhere, "/assets/*": {"Cache-Control": FOR_EVER}}
    return "".join(f"{path}\n" + "".join(f"  {name}: {said}\n" for name, said in rules[path].items()) for path in rules)


def manifest_text(shelves: Shelves, theme: Theme) -> str:
    """The web manifest (W3C Application Manifest): name, language and icons. Addresses in it begin where it lies."""
    site = shelves.plan.site
    icons = [{"src": icon.src, "sizes": icon.sizes, "type": icon.type} for icon in icons_of(shelves, theme)]
    said = {
        "name": site.title,
        "description": site.tagline,
        "lang": str(site.language),
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": str(theme.paper[0]),
        "theme_color": str(theme.paper[0]),
        "icons": icons,
    }
    return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1) + "\n"
