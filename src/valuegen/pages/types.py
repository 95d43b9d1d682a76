"""What a page is before it is rendered, and what a theme brings. A site is a mapping from address to `Page`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVarTuple

from valuegen.model.colour import BLACK, WHITE, Colour
from valuegen.model.theme import Option
from valuegen.pages.machine_views import SitemapEntry
from valuegen.trace import NOTHING, Reads

Of = TypeVarTuple("Of")


class Html(str):
    """A text that is HTML already, made fit to be shown as it stands (a body's, by `prose`; JSON-LD)."""

    __slots__ = ()

    def __html__(self) -> str:
        return str(self)


class Later:
    """A view that is made when its page is rendered: a pure function, and what it is a function of.

    So the pages of a site are there at once, and each is made where it is rendered: in a worker, or in a preview when
    somebody asks for it.
    """

    __slots__ = ("_make", "_of")

    def __init__(self, make: Callable[[*Of], object], *of: *Of) -> None:
        self._make: Callable[..., object] = make
        self._of: tuple[object, ...] = of

    def __call__(self) -> object:
        return self._make(*self._of)


@dataclass(frozen=True, slots=True)
class Page:
    """A page not yet rendered: plain frozen data, the whole of what its bytes depend on (beside theme and language).

    `language` is that of its template's words, "" for the site's own.
    `address` is the file within the output: `public/harina/index.html`, `planner/index.html`.
    `template` is a template of the theme, which sees `view` as `page` and `site` as `site`. Where it is None, `form`
    says what is made of `view` (the keys of `render.forms.FORMS`; `bytes`: it is bytes already; `program`: these are
    the program's own, and nothing of a workspace is in them). A template of the form `drawing` is SVG, and the page is
    a PNG of it, as large as the view says. `kept`: a digest of all that the bytes depend on, where they are dear enough
    to be kept from build to build; "" where they are not. `view` may be made later (`seen` makes it). `listed`: what
    the sitemap says of it, where search engines may show it. `reads`: what was read of texts for a view that is made
    already.
    """

    address: str
    template: str | None
    view: object
    site: object = None
    form: str = "html"
    kept: str = ""
    language: str = ""
    listed: SitemapEntry | None = None
    reads: Reads = field(default=NOTHING, repr=False, compare=False)


def seen(page: Page) -> Page:
    """The same page with its view made."""
    return replace(page, view=page.view()) if isinstance(page.view, Later) else page


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of a theme. `name` within `assets/` (`site.css`); `path` the same with a hash of the content in it."""

    name: str
    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Template:
    """A template of a theme: its text, and the file to name when it is wrong. `layer`: 0 the theme's own, 1 its
    parent's, and so on."""

    text: str = field(repr=False)
    file: str
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme as data: templates by name (`post.html`), assets by name. `is_foreign`: rendered in a child process.
    `strange`: the assets, by name, that came with a theme that is not built in.

    A parent's template that the theme has one of its own for is held as `1:post.html` (its layer before its name).
    """

    name: str
    templates: Mapping[str, Template]
    assets: Mapping[str, Asset]
    is_foreign: bool = False
    strange: frozenset[str] = frozenset()
    options: Mapping[str, Option] = field(default_factory=dict)
    fonts: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """For drawings (`social.svg`): `social/title.ttf`, `social/text.ttf`…"""
    paper: tuple[Colour, Colour] = (WHITE, BLACK)
    """What pages stand on, in light and in dark."""
