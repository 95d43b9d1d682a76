"""The picture that a page is shared with: one a post, and one for the first page, drawn with the fonts of the theme.

Its name has a digest of its whole input in it (what it shows, the template, the fonts, the words of the language), and
it is kept from build to build under the same: an unchanged post costs nothing.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from valuegen.pages.options import options_of
from valuegen.pages.preview_picture import SOCIAL
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Page, Theme
from valuegen.pages.views import SocialPage, SocialSite
from valuegen.pictures.fonts import BrokenFont, Font, font_of
from valuegen.pictures.lines import set_in_lines
from valuegen.words import voice

TEMPLATE = "social.svg"
OPTION = "social_pictures"
FOLDER = "assets/social"
HOME = ""
"""What the picture of the first page is found under; those of posts by their slugs."""
ROOM = 910
SIZES = ((104, 2), (88, 3), (76, 4), (60, 5))
"""How large the letters of a title may be, and in how many lines it fits then."""
SMALL, HALF = 32, 450
"""How large the letters of the rest are; and the room of what shares its line with something else, in pixels."""
METHOD = "1"
_REACHING = ("include", "import", "extends", "parent:")


@dataclass(frozen=True, slots=True)
class Faces:
    """The two fonts of a picture."""

    title: Font
    text: Font
    _known: dict[tuple[str, int], str] = field(default_factory=dict, repr=False, compare=False)

    def line(self, text: str, room: int) -> str:
        """As much of a text as one line of small letters holds. Names come again and again."""
        if (text, room) not in self._known:
            shown = set_in_lines(text, self.text.width, room, ((SMALL, 1),))
            self._known[text, room] = " ".join(shown.lines)
        return self._known[text, room]


def social_pages(shelves: Shelves, theme: Theme) -> dict[str, Page]:
    """The pictures by the slugs of their posts, not yet drawn; none where the theme or its options have none."""
    faces = faces_of(theme)
    if not shelves.gallery.able.draws or TEMPLATE not in theme.templates or faces is None or not _is_wanted(theme):
        return {}
    plain = shelves.plan.site
    name = faces.line(plain.title, HALF)
    site = SocialSite(name, plain.tagline, str(plain.language), options_of(shelves, theme))
    ground = _digest((_ground(theme), site, voice(plain.language)))
    found = {HOME: _page("home", _of_home(shelves, faces), site, ground, "")}
    for post in shelves.newest:
        language = "" if post.language == plain.language else post.language
        found[post.slug] = _page(post.slug, _of_post(shelves, post, faces), site, ground, language)
    return found


def faces_of(theme: Theme) -> Faces | None:
    """`title.ttf` where the theme has one for all choices, else those named after the site's choice of `fonts`, else
    the first of each sort; None where there is none."""
    option = theme.options.get("fonts")
    choice = option.value if option is not None else ""
    try:
        title = _font(theme, "title", "title") or _font(theme, f"{choice}-bold", "-bold")
        text = _font(theme, f"{choice}-regular", "-regular")
    except BrokenFont:
        return None
    return Faces(title, text) if title and text else None


def _font(theme: Theme, name: str, sort: str) -> Font | None:
    stems = {path.rpartition("/")[2].rpartition(".")[0]: data for path, data in sorted(theme.fonts.items())}
    found = stems.get(name) or next((data for stem, data in stems.items() if stem.endswith(sort)), None)
    return font_of(found) if found else None


def _is_wanted(theme: Theme) -> bool:
    option = theme.options.get(OPTION)
    return option is None or bool(option.value)


def _of_home(shelves: Shelves, faces: Faces) -> SocialPage:
    site = shelves.plan.site
    return _view(faces, site.title, site.tagline)


def _of_post(shelves: Shelves, post: PublicPost, faces: Faces) -> SocialPage:
    plan = shelves.plan
    kicker = plan.segments[post.segments[0]].name if len(post.segments) == 1 else ""
    return _view(faces, post.title, kicker, plan.people[post.author].name)


def _view(faces: Faces, title: str, kicker: str, author: str = "") -> SocialPage:
    shown = set_in_lines(title, faces.title.width, ROOM, SIZES)
    return SocialPage(
        title=title,
        lines=shown.lines,
        size=shown.size,
        room=ROOM,
        kicker=faces.line(kicker, ROOM),
        author=faces.line(author, HALF),
        day=None,
        title_font=faces.title.family,
        title_weight=faces.title.weight,
        text_font=faces.text.family,
        text_weight=faces.text.weight,
        width=SOCIAL[0],
        height=SOCIAL[1],
    )


def _ground(theme: Theme) -> str:
    """A digest of what the theme brings: its drawings, its fonts; all templates, where a drawing reaches for others."""
    drawings = {name: one.text for name, one in theme.templates.items() if name.endswith(".svg")}
    if any(word in text for text in drawings.values() for word in _REACHING):
        drawings = {name: one.text for name, one in theme.templates.items()}
    return _digest((METHOD, sorted(drawings.items()), [_digest([data]) for _, data in sorted(theme.fonts.items())]))


def _digest(parts: Sequence[object]) -> str:
    return hashlib.sha256(repr(tuple(parts)).encode("utf-8", "replace")).hexdigest()


def _page(stem: str, view: SocialPage, site: SocialSite, ground: str, language: str) -> Page:
    kept = _digest((ground, view, str(language), voice(language)))
    address = f"public/{FOLDER}/{stem[:80]}.{kept[:10]}.png"
    return Page(address, TEMPLATE, view, site, form="drawing", kept=kept, language=language)


def drawn_pages(pages: Mapping[str, Page]) -> Iterator[Page]:
    """The pictures, each once: two posts may look the same."""
    yield from {page.address: page for page in pages.values()}.values()
