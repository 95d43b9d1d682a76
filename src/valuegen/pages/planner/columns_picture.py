"""Columns side by side: months or weeks, against what was aimed at or may not be passed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

from valuegen.pages.planner.drawing import pixels, share
from valuegen.pages.planner.figure_views import Bar, Line, Picture, Words

HATCH, DOTS = "hatch_", "dots_"
"""The fillings: slanted lines for what is only planned, open or away; dots for who stands in for somebody."""
TOP, BOTTOM = 26, 24
FILL = 0.66
"""How much of its place a column takes."""


@dataclass(frozen=True, slots=True)
class Column:
    """One of them. `tick`: below it; `label`: above it; `mark`: a second value, as a line across; `aim`: its limit.

    `shade`: the filling behind it, "" for none; `is_open`: it is not over yet; `is_over`: more than the limit.
    """

    value: int
    tick: str = ""
    label: str = ""
    mark: int | None = None
    aim: Fraction | None = None
    shade: str = ""
    is_open: bool = False
    is_over: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `guides`: values with a line across and their words; `left`: room for these, in percent.

    `now`: the column that today is in is drawn on its left, None for no such line.
    """

    id: str
    title: str
    summary: str
    columns: Sequence[Column]
    guides: Sequence[tuple[int, str]] = ()
    aim_label: str = ""
    now: int | None = None
    now_label: str = ""
    left: float = 0
    height: int = 170


def columns_picture(chart: Chart) -> Picture:
    """The drawing."""
    scale = _Scale(chart)
    return Picture(
        id=chart.id,
        title=chart.title,
        summary=chart.summary,
        height=chart.height,
        bars=tuple(_bars(chart, scale)),
        lines=tuple(_lines(chart, scale)),
        words=tuple(_words(chart, scale)),
    )


class _Scale:
    """From numbers of columns and values to places."""

    def __init__(self, chart: Chart) -> None:
        self.left, self.slot = chart.left, (100 - chart.left) / max(len(chart.columns), 1)
        self.floor, self.room = chart.height - BOTTOM, chart.height - BOTTOM - TOP
        values = [max(one.value, one.mark or 0, one.aim or 0) for one in chart.columns]
        self.top = float(max([*values, *(guide for guide, _ in chart.guides), 1]))

    def x(self, number: float) -> float:
        return self.left + number * self.slot

    def high(self, value: float | Fraction) -> float:
        return self.room * float(value) / self.top

    def y(self, value: float | Fraction) -> float:
        return self.floor - self.high(value)


def _bars(chart: Chart, scale: _Scale) -> Iterator[Bar]:
    for number, column in enumerate(chart.columns):
        if column.shade:
            yield Bar(
                "shade",
                share(scale.x(number)),
                pixels(TOP),
                share(scale.slot),
                pixels(scale.room),
                column.shade,
            )
    for number, column in enumerate(chart.columns):
        if column.value:
            yield Bar(
                "over" if column.is_over else "value",
                share(scale.x(number + (1 - FILL) / 2)),
                pixels(scale.y(column.value)),
                share(scale.slot * FILL),
                pixels(scale.high(column.value)),
                HATCH if column.is_open else "",
            )


def _lines(chart: Chart, scale: _Scale) -> Iterator[Line]:
    for value, _ in chart.guides:
        yield Line("guide", share(chart.left), "100%", pixels(scale.y(value)), pixels(scale.y(value)))
    yield Line("floor", share(chart.left), "100%", pixels(scale.floor), pixels(scale.floor))
    yield from _aims(chart, scale)
    for number, column in enumerate(chart.columns):
        if column.mark is not None:
            y = pixels(scale.y(column.mark))
            yield Line("mark", share(scale.x(number)), share(scale.x(number + 1)), y, y)
    if chart.now is not None:
        x = share(scale.x(chart.now))
        yield Line("now", x, x, pixels(TOP - 8), pixels(scale.floor))


def _aims(chart: Chart, scale: _Scale) -> Iterator[Line]:
    """One line for neighbours with the same limit."""
    number = 0
    for aim, same in groupby(column.aim for column in chart.columns):
        last = number + len(list(same))
        if aim is not None:
            y = pixels(scale.y(aim))
            yield Line("limit", share(scale.x(number)), share(scale.x(last)), y, y)
        number = last


def _words(chart: Chart, scale: _Scale) -> Iterator[Words]:
    for value, text in chart.guides:
        yield Words("axis", share(chart.left - 1), pixels(scale.y(value) + 4), text, "end")
    for number, column in enumerate(chart.columns):
        middle = share(scale.x(number + 0.5))
        if column.tick:
            yield Words("axis", middle, pixels(chart.height - 6), column.tick, "middle")
        if column.label:
            yield Words("label", middle, pixels(scale.y(column.value) - 5), column.label, "middle")
    if chart.aim_label:
        number, aim = next((number, one.aim) for number, one in enumerate(chart.columns) if one.aim is not None)
        yield Words("limit-label", share(scale.x(number)), pixels(scale.y(aim) - 6), chart.aim_label)
    if chart.now is not None:
        yield Words("now-label", share(scale.x(chart.now) + 0.6), pixels(TOP - 12), chart.now_label)
