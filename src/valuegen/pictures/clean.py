"""A picture as it is published: without what it says of place, time, camera and person.

Every pixel stays as it was: nothing is encoded anew. Kept are the colour profile and how the picture is to be turned.
SVG is left as it is.
"""

from valuegen.pictures import avif, gif, jpeg, png, webp
from valuegen.pictures.avif_items import silent


def has_metadata(data: bytes) -> bool:
    """Whether it is a picture of a form that may have any, and that `clean` knows."""
    return data.startswith((jpeg.START, png.START, *gif.STARTS)) or webp.is_webp(data) or avif.is_avif(data)


def clean(data: bytes) -> bytes:
    """The same without metadata; other files as they are. Raises `BrokenPicture`."""
    if data.startswith(jpeg.START):
        return jpeg.clean(data)
    if data.startswith(png.START):
        return png.clean(data)
    if webp.is_webp(data):
        return webp.clean(data)
    if data.startswith(gif.STARTS):
        return gif.clean(data)
    if avif.is_avif(data):
        return silent(data)
    return data
