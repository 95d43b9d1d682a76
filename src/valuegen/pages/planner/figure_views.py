"""What the templates of figures see: pictures as shapes in a strip, each with its table.

A picture is as wide as its page: `x` and `width` are percentages, heights are pixels, so that words keep their size
on a phone. `pattern` is the id of one of the fillings that the page holds, "" for a plain one.
"""

from dataclasses import dataclass

from valuegen.pages.views import Link


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle."""

    kind: str
    x: str
    y: str
    width: str
    height: str
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line; `thick`: its thickness in pixels, "" for that of its kind."""

    kind: str
    x1: str
    x2: str
    y1: str
    y2: str
    thick: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A text; `anchor`: start, middle or end."""

    kind: str
    x: str
    y: str
    text: str
    anchor: str = "start"


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing of so many pixels in height. `title`, `summary`: read out in its place."""

    id: str
    title: str
    summary: str
    height: int
    bars: tuple[Bar, ...] = ()
    lines: tuple[Line, ...] = ()
    words: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Key:
    """A line of the legend: what looks so. `shape`: bar or line."""

    shape: str
    kind: str
    pattern: str
    text: str


Cell = tuple[Link, ...]
"""What stands in a cell: texts, each of which may lead somewhere."""


@dataclass(frozen=True, slots=True)
class Table:
    """The same as a picture in words. The first cell of a row names it; `total` is the last row, or ()."""

    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture, what its shapes mean, and its table. `said`: what it shows, in a sentence."""

    said: str
    picture: Picture
    keys: tuple[Key, ...]
    table: Table


def cell(*values: str | Link) -> Cell:
    """A cell of texts and links."""
    return tuple(Link(value, "") if isinstance(value, str) else value for value in values)
