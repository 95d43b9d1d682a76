"""What the templates of pictures see: the picture that a post is shared with, and the icon."""

from dataclasses import dataclass
from datetime import date

from valuegen.pages.option_views import Options


@dataclass(frozen=True, slots=True)
class SocialSite:
    """What the picture that a post is shared with shows of the site: little, so that it seldom changes."""

    title: str
    """The name of the site."""
    tagline: str
    """What it is about, in a line."""
    language: str
    """The language of the picture."""
    options: Options
    """The options of the theme."""


@dataclass(frozen=True, slots=True)
class SocialPage:
    """The picture that a post, or the first page, is shared with: `social.svg`, an SVG that is made into a PNG."""

    title: str
    """The title, whole."""
    lines: tuple[str, ...]
    """The title in lines that fit into its room."""
    size: int
    """How large the letters of the title are, in pixels."""
    room: int
    """How wide its lines may be, in pixels."""
    kicker: str
    """Whom it is for."""
    author: str
    """Who speaks; empty on the first page's."""
    day: date | None
    """The day it is of."""
    title_font: str
    """The family of the title: a font that comes with the theme."""
    title_weight: int
    """How heavy it is, from 100 to 900."""
    text_font: str
    """The family of everything else."""
    text_weight: int
    """How heavy that is."""
    width: int = 1200
    """In pixels."""
    height: int = 630
    """In pixels."""


@dataclass(frozen=True, slots=True)
class IconPage:
    """The icon of the site, to be drawn in a square."""

    source: str
    """The file that it is made of."""
    svg: bytes
    """That file's bytes: an SVG."""
    size: int
    """How wide and high it becomes, in pixels."""
