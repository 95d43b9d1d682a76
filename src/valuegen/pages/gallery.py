"""The pictures that the public pages show: how large they are, in which sizes and forms they are offered.

Each file is looked at once. What is offered is decided here, from its first bytes; the pictures are made when they are
rendered, so that a body which changes redoes none of them.
"""

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from valuegen.model.slug import slug_of
from valuegen.model.workspace import StaticFile
from valuegen.pages.types import Page
from valuegen.pages.views import Photo, PictureSource
from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.extra import UNABLE, Able
from valuegen.pictures.facts import MEDIA, facts_of, is_picture
from valuegen.pictures.recipes import Recipe, Source, source_of
from valuegen.prose import Dressed

TREE = "public/"
SIZES = "(min-width: 52rem) 36rem, calc(100vw - 2.5rem)"
"""How wide a picture stands on the page: the measure of the text, on a phone the whole of it but for its edges."""
_FIRST = "high"


@dataclass(frozen=True, slots=True)
class Hung:
    """A picture as pages show it. Files are those of `public/`; `width` 0: a drawing that does not say its size."""

    src: str
    width: int
    height: int
    offered: tuple[tuple[str, tuple[tuple[str, int], ...]], ...] = ()

    def sources(self, root: str) -> tuple[PictureSource, ...]:
        """What a browser may choose from, the best form first, as a page with this root writes it."""
        return tuple(
            PictureSource(media, ", ".join(f"{root}{quote(path)} {width}w" for path, width in files))
            for media, files in self.offered
        )


@dataclass(frozen=True, slots=True)
class Gallery:
    """Every picture file of a site, looked at once. `able`: what the extra `images` can do here."""

    able: Able = UNABLE
    _sources: dict[str, Source | None] = field(default_factory=dict, repr=False, compare=False)

    def source(self, file: StaticFile) -> Source | None:
        """What recipes need of a file; None where it is no picture (one that is broken is told by the rules)."""
        if file.path not in self._sources:
            try:
                data = file.data if is_picture(file.start) else b""
                facts = facts_of(data)
            except BrokenPicture:
                facts = None
            self._sources[file.path] = source_of(file.path, data, facts) if facts else None
        return self._sources[file.path]

    def hung(self, file: StaticFile) -> Hung | None:
        """How a picture is shown; None for a file that is none."""
        source = self.source(file)
        if source is None:
            return None
        facts, own = source.facts, file.address.lstrip("/")
        if not self._can_resize(source):
            return Hung(own, facts.width, facts.height)
        stem = _stem(file)
        offered = tuple(
            (MEDIA[form], tuple((recipe.path(stem), recipe.width) for recipe in source.in_widths(form)))
            for form in self.able.forms
        )
        smaller = source.fallback
        if smaller is None:
            return Hung(own, facts.width, facts.height, offered)
        return Hung(smaller.path(stem), smaller.width, smaller.height, offered)

    def photo(self, file: StaticFile) -> Photo | None:
        """The photo of a person: a small square, or the file itself where none can be made."""
        source = self.source(file)
        if source is None:
            return None
        if not self._can_resize(source):
            return Photo(quote(file.address.lstrip("/")), source.facts.width, source.facts.height)
        recipe = source.square(source.facts.form)
        return Photo(quote(recipe.path(_stem(file))), recipe.width, recipe.height)

    def pages(self, shown: Iterator[StaticFile], photos: Iterator[StaticFile]) -> Iterator[Page]:
        """Every picture to be made for these files, not yet made."""
        for file in shown:
            source = self.source(file)
            if source is not None and self._can_resize(source):
                for recipe in self._recipes(source):
                    yield _page(recipe, _stem(file))
        for file in photos:
            source = self.source(file)
            if source is not None and self._can_resize(source):
                yield _page(source.square(source.facts.form), _stem(file))

    def _recipes(self, source: Source) -> Iterator[Recipe]:
        for form in self.able.forms:
            yield from source.in_widths(form)
        if source.fallback is not None:
            yield source.fallback

    def _can_resize(self, source: Source) -> bool:
        facts = source.facts
        return bool(self.able.forms) and facts.is_still_raster and not facts.is_huge


def _page(recipe: Recipe, stem: str) -> Page:
    return Page(TREE + recipe.path(stem), None, recipe, form="picture", kept=recipe.key)


def _stem(file: StaticFile) -> str:
    return slug_of(posixpath.splitext(posixpath.basename(file.address))[0])[:60] or "picture"


def dresser(
    gallery: Gallery, file_of: Callable[[str], StaticFile | None], root: str, *, is_first: bool, is_plain: bool = False
) -> Callable[[str], Dressed | None]:
    """How a body's pictures are written; `is_first`: its first one is the first of the page, and is not waited with;
    `is_plain`: with nothing to choose from, for programs that know less than a browser."""
    seen = 0

    def dress(target: str) -> Dressed | None:
        nonlocal seen
        seen += 1
        file = file_of(target)
        hung = gallery.hung(file) if file else None
        if hung is None:
            return None
        first = is_first and seen == 1
        offered = () if is_plain else hung.sources(root)
        sources = "".join(
            f'<source type="{source.type}" srcset="{source.srcset}" sizes="{SIZES}">' for source in offered
        )
        size = f' width="{hung.width}" height="{hung.height}"' if hung.width else ""
        attributes = size + (f' fetchpriority="{_FIRST}"' if first else ' decoding="async"')
        return Dressed(
            src=root + quote(hung.src),
            attributes=attributes,
            before=f"<picture>{sources}" if sources else "",
            after="</picture>" if sources else "",
            is_lazy=not first,
        )

    return dress
