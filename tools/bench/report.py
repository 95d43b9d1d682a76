"""What was measured, as tables for the screen and for the page: figures, ratios with their spread, and the bars."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Ratio:
    """One figure against another, each run against the one beside it: the least, the middle, the most."""

    least: float
    middle: float
    most: float

    def __str__(self) -> str:
        return spread((self.least, self.middle, self.most)) if self.least < self.most else short(self.middle)


@dataclass(frozen=True)
class Bar:
    """What a ratio, or a figure, may be at most."""

    what: str
    at_most: float
    was: float
    unit: str = "×"

    def __str__(self) -> str:
        return f"{self.row[0]}: at most {self.row[1]}, was {self.row[2]}: {self.row[3]}"

    @property
    def met(self) -> bool:
        """Whether it holds."""
        return self.was <= self.at_most

    @property
    def row(self) -> tuple[str, str, str, str]:
        """What, the bar, what was measured, the verdict."""
        over = self.was / self.at_most
        verdict = (
            "met" if self.met else f"missed by {over - 1:.0%}" if over < 2 else f"missed: {over:.1f} times the bar"
        )
        return self.what, f"{short(self.at_most)} {self.unit}", f"{short(self.was)} {self.unit}", verdict


@dataclass(frozen=True)
class Table:
    """Rows under a head; the first column names them."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Report:
    """What one part of the measurements found."""

    part: str
    tables: tuple[Table, ...] = ()
    bars: tuple[Bar, ...] = ()
    notes: tuple[str, ...] = ()

    def as_data(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def report_from(data: dict[str, Any]) -> Report:
    """The other way round."""
    tables = (Table(one["title"], tuple(one["head"]), tuple(map(tuple, one["rows"]))) for one in data["tables"])
    return Report(data["part"], tuple(tables), tuple(Bar(**one) for one in data["bars"]), tuple(data["notes"]))


def ratio(ours: Sequence[float], theirs: Sequence[float]) -> Ratio:
    """Run by run: what slowed the machine down for one slowed the other beside it too."""
    each = [a / b for a, b in zip(ours, theirs, strict=True)]
    return Ratio(min(each), median(each), max(each))


def spread(figures: Sequence[float]) -> str:
    """The median, and from the least to the most."""
    if len(figures) < 2:
        return "".join(map(short, figures))
    return f"{short(median(figures))} ({short(min(figures))}–{short(max(figures))})"


def short(figure: float) -> str:
    """Three places that count."""
    return f"{figure:,.0f}" if figure >= 100 else f"{figure:.1f}" if figure >= 10 else f"{figure:.2f}"


def on_screen(report: Report) -> str:
    """In columns."""
    parts = []
    for table in report.tables:
        rows = [table.head, *table.rows]
        widths = [max(len(row[column]) for row in rows) for column in range(len(table.head))]
        lines = ("  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
        parts.append("\n".join([table.title, *(f"  {line}" for line in lines)]))
    parts += [f"  {bar}" for bar in report.bars] + [f"  {note}" for note in report.notes]
    return "\n".join(parts)


def as_markdown(table: Table) -> Iterator[str]:
    """A heading and a table."""
    yield f"### {table.title}"
    yield ""
    yield from rows_as_markdown(table.head, table.rows)
    yield ""


def rows_as_markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """The first column to the left, the others to the right."""
    for row in (head, ["---", *["---:"] * (len(head) - 1)], *rows):
        yield f"| {' | '.join(row)} |"
