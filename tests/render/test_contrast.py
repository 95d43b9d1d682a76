"""The colours of the built-in themes, light, dark and in print, on each paper, by the formula of WCAG 2.2 AA."""

import re

import pytest

from valuegen.read.theme_folders import built_in, built_in_names
from valuegen.read.themes import built_in_theme

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


def schemes(theme: str) -> dict[str, dict[str, str]]:
    """The colours of a theme by light, paper and print; those of `:root` are overridden by those of a paper."""
    css = re.sub(r"/\*.*?\*/", "", (built_in(theme) / "assets" / "site.css").read_text(), flags=re.DOTALL)
    dark_at, print_at = css.index("prefers-color-scheme: dark"), css.index("@media print")
    light, dark = css[: css.index("@media")], css[dark_at : css.index("*, *::before", dark_at)]
    found = {}
    for paper in built_in_theme(theme).options["paper"].of:
        found[f"light {paper}"] = root(light, "") | root(light, paper)
        found[f"dark {paper}"] = found[f"light {paper}"] | root(dark, "") | root(dark, paper)
        found[f"print {paper}"] = found[f"light {paper}"] | colours(css[print_at:].split("}")[0])
    return found


def root(css: str, paper: str) -> dict[str, str]:
    """What the rules of `:root`, or of a paper, set."""
    which = rf':root\[data-paper="{paper}"\]' if paper else ":root"
    return {
        name: code
        for block in re.findall(rf"{which} \{{(.*?)\}}", css, re.DOTALL)
        for name, code in colours(block).items()
    }


SCHEMES = {f"{theme} {name}": one for theme in built_in_names() for name, one in schemes(theme).items()}


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


@pytest.mark.parametrize("scheme", SCHEMES.values(), ids=SCHEMES)
@pytest.mark.parametrize(("ink", "ground", "least"), PAIRS)
def test_it_can_be_read(scheme: dict[str, str], ink: str, ground: str, least: float) -> None:
    assert contrast(scheme[ink], scheme[ground]) >= least
