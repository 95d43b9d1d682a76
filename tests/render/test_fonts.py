"""The fonts of the built-in themes: small, whole, with their licences, each with what stands in for it."""

import re

import pytest
from fontTools.ttLib import TTFont

from tools.fonts import CHOICES, FACES, LETTERS, MORE, RARE, THEMES
from valuegen.read.themes import built_in_theme

FILES = sorted(THEMES.glob("*/assets/fonts/*.woff2"))
SHEETS = sorted(THEMES.glob("*/assets/fonts-*.css"))
SPANISH = "áéíóúüñÁÉÍÓÚÑ¿¡«»“”‘’–—…ºª"


def test_every_face_has_its_files() -> None:
    wanted = {f"{face.theme}/assets/fonts/{face.name}{more}.woff2" for face in FACES for more in ("", "-more")}
    assert {path.relative_to(THEMES).as_posix() for path in FILES} == wanted


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_font_says_what_may_be_done_with_it(path) -> None:
    font = TTFont(path)
    assert font["name"].getDebugName(14).endswith("scripts.sil.org/OFL")
    assert font["name"].getDebugName(0).startswith("Copyright")
    licence = path.parents[2] / "fonts" / f"{path.stem.removesuffix('-more').removesuffix('-italic')}-OFL.txt"
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text()


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_together_its_two_files_have_every_letter(face) -> None:
    folder = THEMES / face.theme / "assets" / "fonts"
    first, more = (set(TTFont(folder / f"{face.name}{which}.woff2").getBestCmap()) for which in ("", "-more"))
    rare = RARE if face.is_italic else frozenset()
    assert first >= LETTERS - rare
    assert more >= MORE | rare
    assert set(map(ord, SPANISH)) - first <= rare


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_text_is_there_before_its_font(path) -> None:
    rules = re.findall(r"@font-face \{(.*?)\}", path.read_text())
    faces = [rule for rule in rules if "url(" in rule]
    assert faces
    assert all("font-display: swap" in rule for rule in faces)
    for family in {re.search(r'font-family: "([^"]+)"', rule)[1] for rule in faces}:  # type: ignore[index]
        stands_in = [rule for rule in rules if f'"{family} almost"' in rule]
        assert all("local(" in rule and "size-adjust" in rule and "ascent-override" in rule for rule in stands_in)
        assert stands_in


def test_each_choice_has_a_sheet_and_a_font_for_pictures() -> None:
    choices = built_in_theme().options["fonts"].of
    assert set(choices) == set(CHOICES.values())
    for choice in choices:
        assert (THEMES / "default" / "assets" / f"fonts-{choice}.css").is_file()
        for style in ("regular", "bold"):
            font = TTFont(THEMES / "default" / "social" / f"{choice}-{style}.ttf")
            assert set(map(ord, SPANISH)) <= set(font.getBestCmap())
            assert "fvar" not in font
