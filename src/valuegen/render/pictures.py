"""Pictures in other sizes and forms, by Pillow (the extra `images`): the same bytes for the same recipe.

They have no metadata: no EXIF, no profile (colours are turned into sRGB, which is what a browser takes them for
without one), no date, no version. One thread each, since some encoders cut a picture by the number of threads.
"""

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING, Any

from valuegen.extras import is_there
from valuegen.model.workspace import StaticFile
from valuegen.pictures.broken import BrokenPicture
from valuegen.pictures.clean import clean
from valuegen.pictures.facts import MOST_OF_WEBP, MOST_PIXELS
from valuegen.pictures.recipes import Recipe
from valuegen.render.picture_error import PictureError, unmade
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from PIL.Image import Image

FEW_COLOURS = 1024
"""A picture of no more colours is a drawing: edges stay sharp, and nothing is lost."""
VAST = 8_000_000
"""A picture of no more pixels takes little memory, however often it is held."""
_REDUCED = ("L", "RGB", "RGBA", "CMYK")
_OPENED = ("JPEG", "PNG", "WEBP", "AVIF")
_PHOTO: dict[str, dict[str, Any]] = {
    "jpeg": {"quality": 82, "optimize": True, "progressive": True},
    "png": {"compress_level": 9},
    "webp": {"quality": 78, "method": 4},
    "avif": {"quality": 60, "speed": 6, "max_threads": 1},
}
_DRAWING: dict[str, dict[str, Any]] = {
    "jpeg": {"quality": 92, "subsampling": 0, "optimize": True},
    "png": {"compress_level": 9},
    "webp": {"lossless": True, "quality": 80, "method": 4, "exact": False},
    "avif": {"quality": 85, "subsampling": "4:4:4", "speed": 6, "max_threads": 1},
}
_WRONG = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, OverflowError, struct.error, zlib.error)


def as_published(view: StaticFile) -> bytes:
    """A file of the workspace as it is published: a picture without its metadata. Raises `PictureError`."""
    try:
        return clean(view.data)
    except BrokenPicture as wrong:
        raise PictureError(_broken(view.path), view.path) from wrong


def resized(view: Recipe) -> bytes:
    """The picture of a recipe. Raises `PictureError` where its source can't be decoded."""
    try:
        from PIL import Image
    except ImportError as missing:
        if is_there(missing):
            raise
        raise unmade(view.source, "pillow") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd metadata, which does not concern us
            with Image.open(io.BytesIO(view.data), formats=_OPENED) as opened:
                if opened.width * opened.height > (MOST_OF_WEBP if opened.format == "WEBP" else MOST_PIXELS):
                    raise PictureError(_broken(view.source), view.source)
                return _encoded(_fitting(opened, view), view)
    except (*_WRONG, Image.DecompressionBombError) as wrong:
        raise PictureError(_broken(view.source), view.source) from wrong


def _broken(path: str) -> Message:
    return msg("“{path}” is cut or damaged: it can't be shown to its end. Save it anew.", path=path)


def _fitting(opened: "Image", view: Recipe) -> "Image":
    from PIL import Image, ImageOps

    longest = 2 * max(view.width, view.height)
    opened.draft(None, (longest, longest))  # a JPEG can be read at a half, a quarter… of its size at once
    image = _reduced(opened, view)
    ImageOps.exif_transpose(image, in_place=True)  # else a picture that needs no turning is copied
    image = _in_srgb(image)
    size = (view.width, view.height)
    if view.crops:  # faces are rather in the upper half
        return ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(0.5, 0.35))
    return image if image.size == size else image.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)


def _reduced(opened: "Image", view: Recipe) -> "Image":
    """A vast picture, smaller by a whole number as soon as it is read: turned, and in other colours, it would be held
    twice and three times more. At least twice as large as what is wanted, so that this looks the same."""
    side = min(opened.size) if view.crops else max(opened.size)
    factor = int(side / max(view.width, view.height) / 2)
    if opened.width * opened.height <= VAST or factor < 2 or opened.mode not in _REDUCED:
        return opened
    return opened.reduce(factor)


def _in_srgb(image: "Image") -> "Image":
    """RGB, or RGBA where something can be seen through it."""
    if image.mode.startswith("I"):  # 16 bits of grey
        image = image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    profile = image.info.get("icc_profile")
    is_clear = image.has_transparency_data
    if profile and image.mode in ("RGB", "RGBA", "L", "CMYK"):
        image = _converted(image, profile) or image
    mode = "RGBA" if is_clear else "RGB"
    return image if image.mode == mode else image.convert(mode)


def _converted(image: "Image", profile: bytes) -> "Image | None":
    from PIL import ImageCms

    try:
        source, target = ImageCms.ImageCmsProfile(io.BytesIO(profile)), ImageCms.createProfile("sRGB")
        mode = image.mode if image.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(image, source, target, outputMode=mode)
    except (ImageCms.PyCMSError, *_WRONG):
        return None  # a profile that makes no sense is none


def _encoded(image: "Image", view: Recipe) -> bytes:
    if view.form == "jpeg" and image.mode == "RGBA":
        image = image.convert("RGB")
    settings = _PHOTO if image.getcolors(FEW_COLOURS) is None else _DRAWING
    image.info = {}  # what Pillow would write into the file otherwise: profile, EXIF, comments
    made = io.BytesIO()
    image.save(made, view.form.upper(), **settings[view.form])
    return made.getvalue()
