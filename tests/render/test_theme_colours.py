"""Colours of options: read, contrasted, and moved to the nearest that can be read."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.model.colour import BLACK, WHITE, Colour, contrast, is_readable, read_colour, readable, worst
from valuegen.model.values import Wrong
from valuegen.read.theme_folders import built_in_names
from valuegen.read.themes import built_in_theme

colours = st.builds(Colour, *(st.integers(0, 255) for _ in range(3)))
PAPERS = (read_colour("#faf5ea"), read_colour("#f6e0d2"))
NIGHT = (read_colour("#1b1713"), read_colour("#3a2820"))


@pytest.mark.parametrize("text", ["#9a3412", "9a3412", " #9A3412 "])
def test_a_colour_is_read(text: str) -> None:
    assert str(read_colour(text)) == "#9a3412"
    assert str(read_colour("#fa0")) == "#ffaa00"


@pytest.mark.parametrize("text", ["granate", "#12345", "rgb(1,2,3)", "", "#9a34122"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(Wrong):
        read_colour(text)


def test_the_formula_is_that_of_wcag() -> None:
    assert contrast(BLACK, WHITE) == pytest.approx(21)
    assert contrast(read_colour("#777777"), WHITE) == pytest.approx(4.48, abs=0.01)
    assert contrast(read_colour("#0000ff"), WHITE) == pytest.approx(8.59, abs=0.01)


@given(colours)
def test_the_nearest_can_be_read_and_what_can_be_read_stays(colour: Colour) -> None:
    for papers in (PAPERS, NIGHT):
        found = readable(colour, papers)
        assert found is not None
        assert is_readable(found, papers)
        assert found == colour or not is_readable(colour, papers)
        assert contrast(found, worst(found, papers)) >= 4.5


@given(colours)
def test_it_moves_no_further_than_it_must(colour: Colour) -> None:
    found = readable(colour, PAPERS)
    if found != colour:
        assert contrast(found, worst(found, PAPERS)) < 4.9


@pytest.mark.parametrize("text", ["#3b82f6", "#e11d48", "#16a34a", "#d97706"])
def test_a_colour_made_darker_or_lighter_keeps_its_hue(text: str) -> None:
    colour = read_colour(text)
    for papers in (PAPERS, NIGHT):
        found = readable(colour, papers)
        hues = [colorsys.rgb_to_hls(one.red / 255, one.green / 255, one.blue / 255)[0] * 360 for one in (colour, found)]
        assert abs((hues[0] - hues[1] + 180) % 360 - 180) < 15


def test_where_papers_are_of_all_sorts_nothing_can_be_read() -> None:
    assert readable(read_colour("#808080"), (WHITE, BLACK, read_colour("#777777"))) is None


@pytest.mark.parametrize("name", built_in_names())
def test_the_papers_that_a_built_in_theme_names_are_those_of_its_style_sheets(name: str) -> None:
    from valuegen.read.theme_chain import built_in_chain

    (layer, *_) = built_in_chain(name)
    sheets = "".join(path.read_text() for path in sorted((layer.folder / "assets").glob("*.css"))).lower()
    chosen = [papers for option in layer.file.options.values() for papers in option.papers.values()]
    named = [one for papers in (layer.file.papers, *chosen) for one in (*papers.light, *papers.dark)]
    shorter = {str(one): str(one)[:2] + str(one)[3] + str(one)[5] for one in named}
    assert [code for code, short in shorter.items() if code not in sheets and short not in sheets] == []
    assert built_in_theme(name).options
