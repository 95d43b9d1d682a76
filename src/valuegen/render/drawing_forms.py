"""Pages that are drawn: a template of a theme as a PNG, and the icon of the site in other sizes."""

from collections.abc import Mapping

from valuegen.extras import is_there
from valuegen.pages.types import Page
from valuegen.pages.views import IconPage
from valuegen.render.drawing import DrawingError, drawn
from valuegen.render.picture_error import PictureError, unmade
from valuegen.render.theme_error import ThemeError
from valuegen.words import msg


def finished(page: Page, shown: bytes, fonts: Mapping[str, bytes]) -> bytes:
    """What a template gave, drawn where it is a drawing. Raises `ThemeError`."""
    if page.form != "drawing":
        return shown
    name = page.template or ""
    try:
        return drawn(shown, getattr(page.view, "width", 0), getattr(page.view, "height", 0), fonts)
    except DrawingError as wrong:
        raise ThemeError(msg("This drawing can't be drawn: {problem}", problem=str(wrong)), name) from wrong
    except ImportError as missing:
        if is_there(missing):
            raise
        raise unmade(name, "resvg-py") from None


def icon(view: IconPage) -> bytes:
    """The icon as a PNG. Raises `PictureError`."""
    try:
        return drawn(view.svg, view.size, view.size, {})
    except DrawingError as wrong:
        message = msg("The icon “{path}” can't be drawn: {problem}", path=view.source, problem=str(wrong))
        raise PictureError(message, view.source) from wrong
    except ImportError as missing:
        if is_there(missing):
            raise
        raise unmade(view.source, "resvg-py") from None
