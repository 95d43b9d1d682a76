"""Rows, one under the other: a name, a number, and a bar as long as the number is great."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from valuegen.pages.planner.columns_picture import HATCH
from valuegen.pages.planner.drawing import fitting, pixels, share
from valuegen.pages.planner.figure_views import Bar, Line, Picture, Words

ROW, BAR = 44, 13


@dataclass(frozen=True, slots=True)
class Row:
    """`mark`: a limit to hold the bar against, None for none; `is_over`: the bar is beyond it."""

    name: str
    said: str
    value: int
    mark: int | None = None
    is_over: bool = False


def rows_picture(id: str, title: str, summary: str, rows: Sequence[Row], top: int | None = None) -> Picture:
    """The drawing; `top`: the value of a bar of the whole width, that of the longest where it is not said."""
    whole = top or max([max(row.value, row.mark or 0) for row in rows] + [1])
    return Picture(
        id=id,
        title=title,
        summary=summary,
        height=len(rows) * ROW,
        bars=tuple(_bars(rows, whole)),
        lines=tuple(_lines(rows, whole)),
        words=tuple(_words(rows)),
    )


def _bars(rows: Sequence[Row], whole: int) -> Iterator[Bar]:
    for number, row in enumerate(rows):
        y = pixels(number * ROW + 22)
        yield Bar("whole", "0%", y, "100%", pixels(BAR))
        width = share(100 * row.value / whole)
        yield Bar("over" if row.is_over else "value", "0%", y, width, pixels(BAR), HATCH if row.is_over else "")


def _lines(rows: Sequence[Row], whole: int) -> Iterator[Line]:
    for number, row in enumerate(rows):
        if row.mark is not None:
            x, y = share(100 * row.mark / whole), number * ROW + 22
            yield Line("limit", x, x, pixels(y - 3), pixels(y + BAR + 3))


def _words(rows: Sequence[Row]) -> Iterator[Words]:
    for number, row in enumerate(rows):
        y = pixels(number * ROW + 16)
        yield Words("label", "0%", y, fitting(row.name))
        yield Words("number", "100%", y, row.said, "end")
