"""Time to the left, what came back to the right: a row for each channel."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from valuegen.pages.planner.columns_picture import HATCH
from valuegen.pages.planner.drawing import fitting, pixels, share
from valuegen.pages.planner.figure_views import Bar, Line, Picture, Words

ROW, BAR, TOP = 48, 15, 26
MIDDLE, GAP = 44, 1.2
LEFT, RIGHT = 28, 38
"""How far the longest bars reach from the middle, in percent; the rest is for their numbers."""


@dataclass(frozen=True, slots=True)
class Row:
    """A channel. `time`, `brought`: what the bars say; `rate`: beside the name."""

    name: str
    rate: str
    is_rated: bool
    planned: Fraction
    logged: int
    outcomes: int
    time: str
    brought: str

    @property
    def most(self) -> Fraction:
        """Minutes of the longer bar."""
        return max(self.planned, Fraction(self.logged))


def channels_picture(id: str, title: str, summary: str, heads: tuple[str, str], rows: Sequence[Row]) -> Picture:
    """The drawing; `heads`: what is to the left, and to the right."""
    return Picture(
        id=id,
        title=title,
        summary=summary,
        height=TOP + len(rows) * ROW,
        bars=tuple(_bars(rows)),
        lines=(Line("floor", share(MIDDLE), share(MIDDLE), pixels(TOP - 4), pixels(TOP + len(rows) * ROW - 6)),),
        words=tuple(_words(heads, rows)),
    )


class _Scale:
    """From minutes and outcomes to lengths."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._most: Fraction = max([row.most for row in rows], default=Fraction(0)) or Fraction(1)
        self._best = max([row.outcomes for row in rows], default=0) or 1

    def time(self, minutes: Fraction) -> float:
        return float(LEFT * minutes / self._most)

    def outcomes(self, count: int) -> float:
        return RIGHT * count / self._best


def _bars(rows: Sequence[Row]) -> Iterator[Bar]:
    scale = _Scale(rows)
    for number, row in enumerate(rows):
        y = TOP + number * ROW + 24
        planned, logged = scale.time(row.planned), scale.time(Fraction(row.logged))
        if row.planned:
            yield Bar("planned", share(MIDDLE - GAP - planned), pixels(y), share(planned), pixels(BAR), HATCH)
        if row.logged:
            yield Bar("value", share(MIDDLE - GAP - logged), pixels(y + 3), share(logged), pixels(BAR - 6))
        if row.outcomes:
            width = scale.outcomes(row.outcomes)
            yield Bar("good", share(MIDDLE + GAP), pixels(y), share(width), pixels(BAR))


def _words(heads: tuple[str, str], rows: Sequence[Row]) -> Iterator[Words]:
    yield Words("axis", share(MIDDLE - GAP), pixels(14), heads[0], "end")
    yield Words("axis", share(MIDDLE + GAP), pixels(14), heads[1])
    scale = _Scale(rows)
    for number, row in enumerate(rows):
        y = TOP + number * ROW
        yield Words("label", "0%", pixels(y + 15), fitting(row.name))
        yield Words("number" if row.is_rated else "axis", "100%", pixels(y + 15), row.rate, "end")
        if row.time:
            yield Words("axis", share(MIDDLE - GAP - scale.time(row.most) - 1), pixels(y + 36), row.time, "end")
        after = MIDDLE + GAP + scale.outcomes(row.outcomes) + 1
        yield Words("axis", share(after), pixels(y + 36), row.brought)
