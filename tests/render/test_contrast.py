"""The colours of the built-in theme, light and dark and in print: WCAG 2.2 AA by its formula (1.4.3, 1.4.11)."""

import re

import pytest

from valuegen.read.theme_folders import built_in

CSS = (built_in() / "assets" / "site.css").read_text()
TEXT, PARTS = 4.5, 3.0
ON = ("paper", "sheet", "wash", "offer")
PAIRS = [
    *((ink, ground, TEXT) for ink in ("ink", "soft", "accent") for ground in ON),
    ("on-accent", "accent", TEXT),
    ("paper", "ink", TEXT),
    *(("edge", ground, PARTS) for ground in ("paper", "sheet")),
]


def colours(block: str) -> dict[str, str]:
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{3,6})\b", block))
    return {
        name: code if len(code) == 7 else "#" + "".join(2 * digit for digit in code[1:]) for name, code in found.items()
    }


LIGHT = colours(CSS[: CSS.index("@media")])
DARK = LIGHT | colours(CSS[CSS.index("prefers-color-scheme: dark") :].split("}")[0])
PRINT = LIGHT | colours(CSS[CSS.index("@media print") :].split("}")[0])


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", [LIGHT, DARK, PRINT], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_it_can_be_read(scheme: dict[str, str], ink: str, ground: str, least: float) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= least
