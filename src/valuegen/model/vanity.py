"""Measures of attention that somebody wrote where an outcome or a goal belongs."""

from dataclasses import dataclass
from typing import Literal

from valuegen.finding import Place

MEASURES = ("followers", "likes", "impressions", "reach", "views")
Setting = Literal["goal", "log", "entry"]


@dataclass(frozen=True, slots=True)
class Vanity:
    """One of `MEASURES`, and where its word stands. `within`: what it was written in, which begins at `record`.

    `contact`: the id that a line of the log names.
    """

    measure: str
    place: Place
    within: Setting
    record: Place
    contact: str | None = None
