"""SVG → PNG, by resvg (the extra `images`): with the fonts that come with a theme and no others, the same everywhere.

A drawing may be somebody else's: whatever leads out of it (files, other sites, entities) is taken out first, for resvg
would read any file of the machine that an `href` names. What is left are places in the drawing itself (`#id`) and
raster pictures that it carries along (`data:`).
"""

import os
import re
import struct
import tempfile
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

LARGEST = 4 << 20
_DECLARED = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_CARRIED = re.compile(r"\s*data:image/(?:png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*")
_LEADING_OUT = re.compile(r"url\(\s*[\"']?\s*(?!#)|@import", re.IGNORECASE)
_ADDRESSES = ("href", "src", "base", "data")


class DrawingError(ValueError):
    """It can't be drawn; the text says why."""


def drawn(svg: bytes, width: int, height: int, fonts: Mapping[str, bytes]) -> bytes:
    """A PNG of that size. `fonts`: TrueType or OpenType files by any name. Raises `DrawingError`, `ImportError`."""
    return _drawn(by_itself(svg), width, height, tuple(fonts.values()))


@lru_cache(maxsize=64)  # a preview draws the same again and again
def _drawn(svg: str, width: int, height: int, fonts: tuple[bytes, ...]) -> bytes:
    import resvg_py

    files = _paths(fonts)
    try:
        made: Any = resvg_py.svg_to_bytes(
            svg_string=svg,
            skip_system_fonts=True,
            font_files=files,
            width=width,
            height=height,
            resources_dir=os.sep,
            languages=["en"],
        )
    except (KeyboardInterrupt, SystemExit, MemoryError):
        raise
    except BaseException as wrong:  # resvg's own faults are no Exceptions
        raise DrawingError(str(wrong)[:200]) from None
    data = bytes(made)
    if struct.unpack_from(">II", data, 16) != (width, height):
        raise DrawingError(f"{width} × {height}")
    return data


def by_itself(svg: bytes) -> str:
    """The same drawing, without anything that leads out of it. Raises `DrawingError`."""
    if len(svg) > LARGEST:
        raise DrawingError("> 4 MiB")
    if _DECLARED.search(svg):
        raise DrawingError("<!DOCTYPE>")
    try:
        root = ElementTree.fromstring(svg)
        for element in root.iter():
            _shut(element)
        return ElementTree.tostring(root, encoding="unicode")
    except (ElementTree.ParseError, RecursionError, ValueError, LookupError) as wrong:
        raise DrawingError(str(wrong)[:200]) from None


def _shut(element: ElementTree.Element) -> None:
    for name, value in list(element.attrib.items()):
        is_address = name.rpartition("}")[2] in _ADDRESSES
        is_own = value.lstrip().startswith("#") or _CARRIED.fullmatch(value)
        if (is_address and not is_own) or _LEADING_OUT.search(value):
            del element.attrib[name]
    if element.text and _LEADING_OUT.search(element.text) and str(element.tag).rpartition("}")[2] == "style":
        element.text = ""


def laid_out(fonts: Mapping[str, bytes]) -> list[str]:
    """The paths under which resvg finds them; made once. A process that may write no files calls it before."""
    return _paths(tuple(fonts.values()))


@lru_cache(maxsize=8)
def _paths(fonts: tuple[bytes, ...]) -> list[str]:
    """Fonts as files, which is how resvg wants them: in memory where the system can, else in a folder for a while."""
    if not hasattr(os, "memfd_create") or not Path("/proc/self/fd").is_dir():
        return [_in_folder(number, font) for number, font in enumerate(fonts)]
    return [_in_memory(font) for font in fonts]


def _in_memory(font: bytes) -> str:
    descriptor = os.memfd_create("font")
    with os.fdopen(os.dup(descriptor), "wb") as stream:
        stream.write(font)
    return f"/proc/self/fd/{descriptor}"


def _in_folder(number: int, font: bytes) -> str:
    path = Path(_folder().name) / f"{number}.ttf"
    path.write_bytes(font)
    return str(path)


@lru_cache(maxsize=1)
def _folder() -> "tempfile.TemporaryDirectory[str]":
    return tempfile.TemporaryDirectory(prefix="valuegen-")
