"""The icon of a site: the logo where it is a square drawing, else the theme's own."""

import hashlib

from valuegen.pages.frame import ICON, TREE
from valuegen.pages.machine_views import Icon
from valuegen.pages.shelves import Shelves
from valuegen.pages.types import Page, Theme
from valuegen.pages.views import IconPage
from valuegen.pictures import svg
from valuegen.pictures.broken import BrokenPicture
from valuegen.plan import addresses

SIZES = (180, 192, 512)
"""Of the screens of telephones: what iOS and Android ask for."""
METHOD = "1"
LOGO = "logo"
"""The option of a theme that names a picture of `content/static/`."""


def icon_data(shelves: Shelves, theme: Theme) -> bytes | None:
    """The drawing that is the site's icon; None of a theme that has none."""
    option = theme.options.get(LOGO)
    logo = shelves.plan.statics.get(option.value.lstrip("/")) if option and isinstance(option.value, str) else None
    if logo is not None and _is_square_drawing(logo.data):
        return logo.data
    asset = theme.assets.get(ICON)
    return asset.data if asset else None


def icons_of(shelves: Shelves, theme: Theme) -> tuple[Icon, ...]:
    """The icons that the web manifest names. Who makes other forms of the drawing adds them here, and their pages."""
    there = addresses.ICON.lstrip("/") in shelves.plan.statics or icon_data(shelves, theme) is not None
    drawing = (Icon(addresses.file_of(addresses.ICON), "any", "image/svg+xml"),) if there else ()
    return (*drawing, *(Icon(file, f"{size}x{size}", "image/png") for size, file in shelves.icons.items()))


def icon_drawings(shelves: Shelves, theme: Theme) -> dict[int, Page]:
    """The same as PNG by its size in pixels, not yet drawn, for telephones. None without the extra `images`."""
    own = shelves.plan.statics.get(addresses.ICON.lstrip("/"))
    data = own.data if own else icon_data(shelves, theme)
    if data is None or not shelves.gallery.able.draws:
        return {}
    source = own.path if own else f"themes/{theme.name}/assets/{ICON}"
    return {size: _drawing(IconPage(source, data, size)) for size in SIZES}


def _drawing(view: IconPage) -> Page:
    kept = hashlib.sha256(f"{METHOD} {view.size} ".encode() + view.svg).hexdigest()
    return Page(f"{TREE}assets/icon-{view.size}.{kept[:10]}.png", None, view, form="icon", kept=kept)


def _is_square_drawing(data: bytes) -> bool:
    try:
        size = svg.size(data) if svg.is_svg(data) else None
    except BrokenPicture:
        return False
    return size is not None and size[0] == size[1]
