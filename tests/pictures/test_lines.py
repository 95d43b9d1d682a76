"""A title in lines, measured by the font's own advances."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from valuegen.pictures.fonts import BrokenFont, font_of
from valuegen.pictures.lines import set_in_lines

FONTS = sorted((Path(__file__).parent.parent.parent / "themes" / "default" / "social").glob("*.ttf"))
SIZES = ((100, 2), (60, 4))


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.name)
def test_a_font_is_as_wide_as_it_is_drawn(path: Path) -> None:
    font, drawn = font_of(path.read_bytes()), ImageFont.truetype(path, 1000, layout_engine=ImageFont.Layout.BASIC)
    for text in ("n", "¿Cuánta harina tiras?", "Œuvre « ñandú » — 2026"):
        assert font.width(text) * 1000 == pytest.approx(drawn.getlength(text, features=None), rel=0.03)
    assert drawn.getname()[0] == font.family
    assert font.weight == (700 if "bold" in path.name else 400)
    assert font.has("ÁÉÍÓÚÜÑ áéíóúüñ ¿¡")
    assert not font.has("漢")


@pytest.mark.parametrize("data", [b"", b"\0\1\0\0", b"wOF2" + bytes(90), FONTS[0].read_bytes()[:900]])
def test_a_broken_font_is_told(data: bytes) -> None:
    with pytest.raises(BrokenFont):
        font_of(data)


def letters(text: str) -> float:
    return len(text) / 2


def test_lines_are_even_and_small_words_go_with_what_follows() -> None:
    assert set_in_lines("uno dos tres cuatro", letters, 600, SIZES).lines == ("uno dos", "tres cuatro")
    assert set_in_lines("el agua de la casa", letters, 600, SIZES).lines == ("el agua", "de la casa")
    assert set_in_lines("Podar", letters, 600, SIZES).lines == ("Podar",)


def test_smaller_letters_before_a_cut() -> None:
    shown = set_in_lines("palabras " * 6, letters, 600, SIZES)
    assert shown.size == 60
    assert " ".join(shown.lines) == " ".join(["palabras"] * 6)
    assert set_in_lines("palabras " * 60, letters, 600, SIZES).lines[-1].endswith("palabras…")


@given(st.text(st.sampled_from("ab ñ.—¿"), max_size=200), st.integers(100, 900))
def test_nothing_is_ever_wider_than_its_room(text: str, room: int) -> None:
    shown = set_in_lines(text, letters, room, SIZES)
    assert all(letters(line) * shown.size <= room for line in shown.lines)
    assert len(shown.lines) <= dict(SIZES)[shown.size]
    whole = " ".join(text.split())
    joined = "".join(shown.lines).replace(" ", "")
    assert joined == whole.replace(" ", "") or joined.endswith("…")


def test_words_that_fill_a_line_to_its_very_end_fit_however_their_widths_are_summed() -> None:
    chance = Random(1)

    def tenths(text: str) -> float:
        return sum(0.1 * 3 for _ in text)

    for _ in range(3_000):
        words = ["x" * chance.randrange(1, 12) for _ in range(chance.randrange(1, 9))]
        shown = set_in_lines(" ".join(words), tenths, chance.choice((910, 900, 90)), ((100, 2), (60, 5), (30, 4)))
        assert shown.lines
