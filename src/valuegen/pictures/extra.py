"""What the extra `images` (Pillow, resvg) can do on this machine. Pages ask it before they promise a picture."""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from valuegen.extras import is_there
from valuegen.pictures.facts import Form

Gap = Literal["library"]


@dataclass(frozen=True, slots=True)
class Able:
    """`forms`: those in which smaller pictures are made, the smallest files first; `draws`: SVG becomes PNG."""

    forms: tuple[Form, ...] = ()
    draws: bool = False


UNABLE = Able()
"""Without the extra."""


@cache
def able() -> Able:
    """What can be done here."""
    return Able(_forms(), _draws())


def _forms() -> tuple[Form, ...]:
    try:
        from PIL import features
    except ImportError as missing:
        if is_there(missing):
            raise
        return ()
    modern: tuple[Form, ...] = ("avif", "webp")
    return tuple(form for form in modern if features.check(form))


def _draws() -> bool:
    try:
        import resvg_py  # noqa: F401
    except ImportError as missing:
        if is_there(missing):
            raise
        return False
    return True
