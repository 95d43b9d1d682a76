"""What the picture that a page is shared with is drawn from (`social.svg`), and the icon of the site."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.option_views import Options


@dataclass(frozen=True, slots=True)
class SocialSite:
    """What the picture that a page is shared with shows of the site: little, so that it seldom changes."""

    title: str
    """What the site is called."""
    tagline: str
    """What it is, in a line."""
    language: str
    """Its language, a BCP 47 code."""
    options: Options
    """The options of the theme."""


@dataclass(frozen=True, slots=True)
class SocialPage:
    """The picture that a post, or the first page, is shared with: SVG, of which a PNG is made."""

    title: str
    """The title, whole."""
    lines: tuple[str, ...]
    """The title in lines that fit into `room`."""
    size: int
    """How large its letters are, in pixels."""
    room: int
    """How wide its lines may be, in pixels."""
    kicker: str
    """Whom it is for: the name of its segment. Of the first page: what the site is, in a line."""
    author: str
    """Who speaks; empty on the first page."""
    day: date | None
    """Of a post."""
    title_font: str
    """The family that the title is measured in; it comes with the theme."""
    title_weight: int
    """How heavy that is: 700."""
    text_font: str
    """The family for the rest."""
    text_weight: int
    """How heavy that is: 400."""
    width: int = 1200
    """Of the picture, in pixels."""
    height: int = 630
    """Of the picture, in pixels."""


@dataclass(frozen=True, slots=True)
class IconPage:
    """The icon of the site, to be drawn in a square."""

    source: str
    """Its file from the workspace, or within the theme."""
    svg: bytes
    """The drawing."""
    size: int
    """Of the square, in pixels."""
