"""The geometry of figures: what is twice as much is drawn twice as long, and nothing leaves its picture."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from valuegen.pages.planner.channels_picture import Row as ChannelRow
from valuegen.pages.planner.channels_picture import channels_picture
from valuegen.pages.planner.columns_picture import Chart, Column, columns_picture
from valuegen.pages.planner.figure_views import Picture
from valuegen.pages.planner.flow_picture import flow_picture
from valuegen.pages.planner.rows_picture import Row, rows_picture

STAGES = [("recurring", "vuelven"), ("buyer", "compraron"), ("prospect", "quizá")]
KEYS = [key for key, _ in STAGES]


def number(text: str) -> float:
    return float(text.removesuffix("%"))


def holds(picture: Picture) -> None:
    """Every shape lies in its picture."""
    for bar in picture.bars:
        assert number(bar.x) >= -0.01
        assert number(bar.x) + number(bar.width) <= 100.01
        assert 0 <= number(bar.y) <= number(bar.y) + number(bar.height) <= picture.height + 0.01
    for line in picture.lines:
        assert all(-0.01 <= number(x) <= 100.01 for x in (line.x1, line.x2))
        assert all(0 <= number(y) <= picture.height for y in (line.y1, line.y2))


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=24), st.integers(0, 100_000))
def test_columns_are_as_high_as_their_values(values: list[int], aim: int) -> None:
    picture = columns_picture(Chart("c", "t", "s", [Column(value, aim=Fraction(aim)) for value in values]))
    holds(picture)
    shown = [value for value in values if value]
    heights = [number(bar.height) for bar in picture.bars]
    assert len(heights) == len(shown)
    for value, height in zip(shown, heights, strict=True):
        assert abs(height * max(shown) - value * max(heights)) <= 0.02 * max(shown)
    limits = [line for line in picture.lines if line.kind == "limit"]
    assert len(limits) == 1  # the same for all: one line
    (floor,) = [line for line in picture.lines if line.kind == "floor"]
    over = {
        number(bar.y) < number(limits[0].y1) - 0.02
        for value, bar in zip(shown, picture.bars, strict=True)
        if value <= aim
    }
    assert over <= {False}
    assert all(abs(number(bar.y) + number(bar.height) - number(floor.y1)) < 0.02 for bar in picture.bars)


@given(st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000), st.integers(0, 500)), max_size=8))
def test_channels_are_drawn_to_one_scale_on_each_side(rows: list[tuple[int, int, int]]) -> None:
    made = [ChannelRow("Visita", "1", True, Fraction(plan), log, out, "", str(out)) for plan, log, out in rows]
    picture = channels_picture("c", "t", "s", ("tiempo", "vuelta"), made)
    holds(picture)
    for kind, column in (("planned", 0), ("value", 1), ("good", 2)):
        values = [row[column] for row in rows if row[column]]
        widths = [number(bar.width) for bar in picture.bars if bar.kind == kind]
        assert len(values) == len(widths)
        for value, width in zip(values, widths, strict=True):
            assert abs(width * max(values) - value * max(widths)) <= 0.02 * max(values)


@given(st.lists(st.integers(0, 900), min_size=1, max_size=12))
def test_rows_are_as_long_as_their_values_and_their_limit_has_room(values: list[int]) -> None:
    rows = [Row("Rosa", str(value), value, mark=500, is_over=value > 500) for value in values]
    picture = rows_picture("c", "t", "s", rows)
    holds(picture)
    bars = [bar for bar in picture.bars if bar.kind != "whole"]
    marks = [number(line.x1) for line in picture.lines]
    for value, bar, mark in zip(values, bars, marks, strict=True):
        assert bar.kind == ("over" if value > 500 else "value")
        assert bool(bar.pattern) == (value > 500)  # told apart without its colour
        assert (number(bar.width) > mark) == (value > 500)


@given(st.dictionaries(st.tuples(st.sampled_from(KEYS), st.sampled_from(KEYS)), st.integers(1, 900)))
def test_the_ends_of_flows_add_up_and_ways_differ_in_more_than_colour(flows: dict[tuple[str, str], int]) -> None:
    picture = flow_picture("f", "t", "s", ("antes", "hoy"), STAGES, flows)
    holds(picture)
    assert len(picture.lines) == len(flows)
    numbers = [int(words.text) for words in picture.words if words.kind == "number"]
    assert sum(numbers[0::2]) == sum(numbers[1::2]) == sum(flows.values())
    for line in picture.lines:
        rises = number(line.y2) - number(line.y1)
        assert line.kind == ("rose" if rises < 0 else "fell" if rises > 0 else "stayed")
