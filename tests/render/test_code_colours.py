"""The colours of code can be read on every paper that code stands on: WCAG 2.2 AA, 1.4.3."""

import re

import pytest

from valuegen.read.theme_folders import built_in

CODE = (built_in() / "assets" / "code.css").read_text(encoding="utf-8")
SITE = (built_in() / "assets" / "site.css").read_text(encoding="utf-8")
LEAST = 4.5
KINDS = {"co", "kw", "st", "nu", "fn", "at", "ad", "rm"}
OWN = ("kw", "st", "ad", "nu", "fn", "at")
"""Those of a colour of their own; the others have one of the site's (tests/render/test_contrast.py)."""


def colours(block: str, name: str) -> list[str]:
    return re.findall(rf"{name}\b[^{{}}:]*(?:: |{{ color: )(#[0-9a-f]{{6}})\b", block)


def luminance(code: str) -> float:
    parts = [int(code[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def in_schemes(css: str) -> tuple[str, str]:
    """What holds in the light, and in the dark."""
    at = css.index("prefers-color-scheme: dark")
    return css[:at], css[at:].split("\n}")[0]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("kind", OWN)
def test_it_can_be_read(scheme: int, kind: str) -> None:
    (ink,) = colours(in_schemes(CODE)[scheme], rf"pre \.{kind}")
    papers = [*colours(in_schemes(SITE)[scheme], "--wash"), *colours(in_schemes(SITE)[scheme], "--offer")]
    assert papers
    assert [paper for paper in papers if contrast(ink, paper) < LEAST] == []


def test_every_kind_has_its_colour() -> None:
    assert set(re.findall(r"pre \.([a-z]{2})\b", CODE)) == KINDS
