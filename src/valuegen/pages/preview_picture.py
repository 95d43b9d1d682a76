"""The picture that a page is shown with where its link is shared (OpenGraph)."""

from dataclasses import dataclass
from urllib.parse import quote

from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.targets import destination, file_at, from_anywhere

UNSHOWN = ("svg", "avif")
"""Forms that nobody who shows a shared link can show."""
SOCIAL = (1200, 630)
"""How wide and high the picture is that is drawn for a page."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture by its whole address; `width` and `height` in pixels, 0 where they are not known."""

    url: str = ""
    alt: str = ""
    width: int = 0
    height: int = 0


NO_PREVIEW = Preview()


def preview_of(shelves: Shelves, post: PublicPost) -> Preview:
    """A post's own picture where others can show it, else the one that is drawn for it; a drawing if there is none."""
    own = _own(shelves, post)
    if own is not None:
        return own
    if post.slug in shelves.social:
        return _drawn(shelves, post.slug, post.title)
    to = destination(shelves, post, post.image[0]) if post.image else None
    url = from_anywhere(shelves.plan.site.url)(to) if to else ""
    return Preview(url, post.image[1] if post.image else "")


def first_page_preview(shelves: Shelves) -> Preview:
    """The one that is drawn for the site."""
    return _drawn(shelves, "", shelves.plan.site.title) if "" in shelves.social else NO_PREVIEW


def _own(shelves: Shelves, post: PublicPost) -> Preview | None:
    file = file_at(shelves, post, post.image[0]) if post.image else None
    source = shelves.gallery.source(file) if file else None
    if post.image is None or file is None or source is None or source.facts.form in UNSHOWN:
        return None
    hung = shelves.gallery.hung(file)
    assert hung is not None
    return Preview(f"{shelves.plan.site.url}/{quote(hung.src)}", post.image[1], hung.width, hung.height)


def _drawn(shelves: Shelves, slug: str, alt: str) -> Preview:
    return Preview(f"{shelves.plan.site.url}/{quote(shelves.social[slug])}", alt, *SOCIAL)
