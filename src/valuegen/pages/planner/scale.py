"""The axis of time that the pictures of a segment share, so that one can be read below the other."""

from datetime import date, timedelta

from valuegen.pages.planner.drawn import Frame, Tick
from valuegen.pages.planner.frame import Desk
from valuegen.words import msg, written

WIDTH = 760
LEFT, RIGHT = 46, 10
BACK, AHEAD = timedelta(days=180), timedelta(days=120)


class Scale:
    """From days to units of a picture: half a year back, four months ahead."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.first, self.last = today - BACK, today + AHEAD

    def x(self, day: date) -> str:
        """Where a day begins."""
        return number(LEFT + self.across(day))

    def across(self, day: date) -> float:
        """How far from the left edge; what lies beyond an edge stays on it."""
        inside = min(max(day, self.first), self.last)
        return (WIDTH - LEFT - RIGHT) * (inside - self.first).days / (self.last - self.first).days

    def frame(self, desk: Desk, title: str, summary: str, height: int, base: float) -> Frame:
        """What pictures over time share."""
        return Frame(
            title=title,
            summary=summary,
            width=WIDTH,
            height=height,
            left=LEFT,
            right=number(WIDTH - RIGHT),
            base=number(base),
            today_x=self.x(self.today),
            today_label=desk.say(msg("today")),
            months=tuple(self._months(desk)),
        )

    def _months(self, desk: Desk) -> list[Tick]:
        day, ticks = (self.first + timedelta(days=31)).replace(day=1), []
        while day <= self.last - timedelta(days=10):
            ticks.append(Tick(self.x(day), written(day, desk.language, "MMM")))
            day = (day + timedelta(days=31)).replace(day=1)
        return ticks


def number(value: float) -> str:
    """A number of an SVG, no longer than can be seen."""
    return f"{value:.1f}".removesuffix(".0")
