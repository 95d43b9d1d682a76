"""Pictures for tests, made by Pillow: photos (many colours) and drawings (few), with and without what they tell."""

import io
from typing import Any

from PIL import Image, ImageDraw

TOLD = "Rosa Díaz, calle 12"


def photo(width: int = 300, height: int = 200) -> Image.Image:
    """Many colours, the same on every machine."""
    made = Image.linear_gradient("L").resize((width, height))
    return Image.merge("RGB", (made, made.transpose(Image.Transpose.ROTATE_180), Image.new("L", made.size, 90)))


def drawing(width: int = 300, height: int = 200) -> Image.Image:
    """Few colours, with something to see through."""
    made = Image.new("RGBA", (width, height), (0, 0, 0, 0))
    ImageDraw.Draw(made).rectangle((10, 10, width // 2, height // 2), fill=(200, 30, 30, 255))
    return made


def saved(image: Image.Image, form: str, **how: Any) -> bytes:
    """A file of that form."""
    stream = io.BytesIO()
    image.save(stream, form, **how)
    return stream.getvalue()


def exif(turn: int = 1) -> Image.Exif:
    """EXIF with a place, a camera and a person."""
    block = Image.Exif()
    block[0x0112], block[0x010F], block[0x013B] = turn, "Camera of somebody", TOLD
    gps = block.get_ifd(0x8825)
    gps[1], gps[2] = "N", (4.0, 35.0, 56.0)
    return block


def telling(form: str, turn: int = 1, image: Image.Image | None = None) -> bytes:
    """A file of that form that tells all it can: EXIF, XMP, comments."""
    told = TOLD.encode()
    how: dict[str, Any] = {"exif": exif(turn)}
    if form == "JPEG":
        how |= {"comment": told, "xmp": told, "progressive": True}
    elif form == "WEBP":
        how |= {"xmp": told}
    elif form == "PNG":
        from PIL.PngImagePlugin import PngInfo

        texts = PngInfo()
        texts.add_text("Author", TOLD, zip=False)
        texts.add_itxt("XML:com.adobe.xmp", TOLD, zip=True)
        how |= {"pnginfo": texts}
    elif form == "GIF":
        how = {"comment": told}
    return saved(image or photo(), form, **how)


def film(form: str) -> bytes:
    """A picture that moves."""
    frames = [Image.new("RGB", (40, 30), color) for color in ("red", "green", "blue")]
    return saved(frames[0], form, save_all=True, append_images=frames[1:], duration=80, loop=0)


def pixels(data: bytes) -> bytes:
    """What is seen in a file, turned as it says."""
    from PIL import ImageOps

    with Image.open(io.BytesIO(data)) as opened:
        turned = ImageOps.exif_transpose(opened)
        return turned.convert("RGBA").tobytes()
