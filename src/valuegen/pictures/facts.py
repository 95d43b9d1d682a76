"""What a picture file says of itself."""

from dataclasses import dataclass
from typing import Literal

from valuegen.pictures import avif, gif, jpeg, png, svg, webp
from valuegen.pictures.exif import lies

Form = Literal["jpeg", "png", "gif", "webp", "avif", "svg"]

MOST_PIXELS = 64_000_000
"""More than that is taken for a mistake, or for an attempt on the machine's memory."""
MOST_OF_WEBP = 32_000_000
"""What decodes WebP holds a picture four times, and can't be asked for a smaller one: so that takes no more memory."""
MEDIA: dict[Form, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "svg": "image/svg+xml",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """Width and height in pixels as they are shown, turned as EXIF says; 0 for an SVG that does not say its own."""

    form: Form
    width: int
    height: int
    moves: bool = False

    @property
    def is_huge(self) -> bool:
        """Whether it has more pixels than anybody's screen could use. (A drawing has none.)"""
        return self.form != "svg" and self.width * self.height > most_pixels(self.form)

    @property
    def is_still_raster(self) -> bool:
        """Whether smaller ones can be made of it: no drawing, no film, and no GIF, which stay as they are."""
        return self.form in ("jpeg", "png", "webp", "avif") and not self.moves


def most_pixels(form: Form) -> int:
    """So many may a picture of a form have."""
    return MOST_OF_WEBP if form == "webp" else MOST_PIXELS


def facts_of(data: bytes) -> Facts | None:
    """None for a file that is no picture of a form that we know. Raises `BrokenPicture`."""
    if data.startswith(jpeg.START):
        return _turned("jpeg", *jpeg.size(data))
    if data.startswith(png.START):
        return _turned("png", *png.size(data))
    if webp.is_webp(data):
        return _turned("webp", *webp.size(data))
    if data.startswith(gif.STARTS):
        return Facts("gif", *gif.size(data))
    if avif.is_avif(data):
        return Facts("avif", *avif.size(data))
    if svg.is_svg(data):
        return Facts("svg", *(svg.size(data) or (0, 0)))
    return None


def is_picture(start: bytes) -> bool:
    """Whether a file is a picture, by its first bytes (64 KiB); one that is broken is one too."""
    is_known = start.startswith((jpeg.START, png.START, *gif.STARTS)) or webp.is_webp(start)
    return is_known or avif.is_avif(start) or svg.is_svg(start)


def _turned(form: Form, width: int, height: int, turn: int, moves: bool = False) -> Facts:
    return Facts(form, height, width, moves) if lies(turn) else Facts(form, width, height, moves)
