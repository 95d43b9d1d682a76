"""Colours: as they are written (`#9a3412`), how well one is read on another, and the nearest that is read well.

Contrast is that of WCAG 2.2 (relative luminance, 1.4.3). What is made lighter or darker keeps its hue: its lightness
moves in OKLCH (https://bottosson.github.io/posts/oklab/), and its chroma gives way only where the screen has no more.
"""

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from valuegen.model.values import Wrong
from valuegen.words import msg

READABLE = 4.5
"""The least contrast of text with what it stands on (WCAG 2.2, 1.4.3, level AA)."""
_HEX = re.compile(r"#?([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_STEPS = 500


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour of sRGB, each part from 0 to 255."""

    red: int
    green: int
    blue: int

    def __str__(self) -> str:
        return f"#{self.red:02x}{self.green:02x}{self.blue:02x}"


@dataclass(frozen=True, slots=True)
class Shades:
    """A colour on light paper and on dark, and what can be written on each of the two."""

    light: Colour
    dark: Colour
    on_light: Colour
    on_dark: Colour


WHITE, BLACK = Colour(255, 255, 255), Colour(0, 0, 0)


def read_colour(text: str) -> Colour:
    """`#9a3412`, `9a3412`, `#fa0`. Raises `Wrong`."""
    found = _HEX.fullmatch(text.strip())
    if not found:
        raise Wrong(
            msg("“{text}” is not a colour.", text=text),
            msg("Write # and six digits from 0 to f, in quotes, for example: {cure}", cure='"#9a3412"'),
        )
    digits = found[1] if len(found[1]) == 6 else "".join(2 * digit for digit in found[1])
    return Colour(*(int(digits[at : at + 2], 16) for at in (0, 2, 4)))


def contrast(one: Colour, other: Colour) -> float:
    """From 1 (the same) to 21 (black and white)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def worst(colour: Colour, papers: Sequence[Colour]) -> Colour:
    """The paper on which it is read worst."""
    return min(papers, key=lambda paper: contrast(colour, paper))


def is_readable(colour: Colour, papers: Iterable[Colour]) -> bool:
    """Whether text in this colour can be read on each of them."""
    return all(contrast(colour, paper) >= READABLE for paper in papers)


def readable(colour: Colour, papers: Sequence[Colour]) -> Colour | None:
    """The nearest in lightness, of the same hue, that can be read on all papers; None where there is none."""
    if is_readable(colour, papers):
        return colour
    light, chroma, hue = _oklch(colour)
    for step in range(1, _STEPS + 1):
        for moved in (light - step / _STEPS, light + step / _STEPS):
            found = _from_oklch(moved, chroma, hue)
            if 0 <= moved <= 1 and is_readable(found, papers):
                return found
    return None


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in (colour.red, colour.green, colour.blue))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _curved(part: float) -> float:
    return 12.92 * part if part <= 0.0031308 else float(1.055 * part ** (1 / 2.4) - 0.055)


def _oklch(colour: Colour) -> tuple[float, float, float]:
    red, green, blue = (_linear(part / 255) for part in (colour.red, colour.green, colour.blue))
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    middle = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    light = 0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short
    return light, math.hypot(a, b), math.atan2(b, a)


def _from_oklch(light: float, chroma: float, hue: float) -> Colour:
    """With as much of the chroma as a screen can show at this lightness."""
    for part in range(20, 0, -1):
        found = _parts(light, chroma * part / 20, hue)
        if all(-0.001 <= one <= 1.001 for one in found):
            return _rounded(found)
    return _rounded(_parts(light, 0, hue))


def _rounded(parts: tuple[float, float, float]) -> Colour:
    return Colour(*(round(255 * _curved(min(1.0, max(0.0, part)))) for part in parts))


def _parts(light: float, chroma: float, hue: float) -> tuple[float, float, float]:
    """Linear red, green and blue; out of 0 to 1 where no screen can show it."""
    a, b = chroma * math.cos(hue), chroma * math.sin(hue)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    middle = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
