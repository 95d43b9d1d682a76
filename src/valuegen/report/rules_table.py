"""Which rules there are and what is in force of them: a table for people, JSON for programs (`valuegen rules`)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from valuegen.finding import Place
from valuegen.report.shown import shown
from valuegen.report.text import COLOURS
from valuegen.rules.card import card_of
from valuegen.rules.found import Rule
from valuegen.rules.policy import Choice
from valuegen.rules.themes import Theme, themed
from valuegen.rules.written import written_options
from valuegen.words import msg, say

VERSION = 1
HEADINGS = (msg("Rule"), msg("Level"), msg("Options"), msg("Set in"))

SIGNS = {
    "*": msg("* can't be silenced or lowered"),
    "†": msg("† keeps its level in the past"),
    "○": msg("○ off in the profile gentle"),
}


@dataclass(frozen=True, slots=True)
class Row:
    """A rule in force, for everybody or (`segment`) in what is said of one. `place`: where that was written."""

    rule: Rule
    choice: Choice
    place: Place | None = None
    segment: str | None = None


@dataclass(frozen=True, slots=True)
class InForce:
    """All rows, in the order of the rules; `profile` is None where there is no workspace."""

    rows: tuple[Row, ...]
    profile: str | None = None

    def by_theme(self) -> Iterator[tuple[Theme, list[Row]]]:
        """The rows of each theme."""
        for theme, rules in themed(list({row.rule.NAME: row.rule for row in self.rows}.values())):
            yield theme, [row for rule in rules for row in self.rows if row.rule.NAME == rule.NAME]


def table(force: InForce, language: str, colour: bool = False) -> str:
    """The table: a line a rule, under it one for each segment that has its own, and what the signs mean."""
    themes = [(theme, [_cells(row) for row in rows]) for theme, rows in force.by_theme()]
    heads = [say(heading, language) for heading in HEADINGS]
    every = [heads, *(cells for _, rows in themes for cells in rows)]
    widths = [max(len(cells[column]) for cells in every) for column in range(len(heads))]
    blocks = [_bold(_line(heads, widths), colour)]
    for theme, rows in themes:
        lines = [_bold(say(theme.title, language), colour), *(_line(cells, widths, colour) for cells in rows)]
        blocks.append("\n".join(lines))
    legend = [say(meaning, language) for sign, meaning in SIGNS.items() if any(sign in cells[0] for cells in every)]
    return "\n\n".join([*blocks, "\n".join(legend)]).rstrip()


def _cells(row: Row) -> list[str]:
    traits = row.rule.TRAITS
    has = {"*": traits.locked, "†": traits.keeps_level, "○": not traits.gentle}
    marks = "".join(sign for sign in SIGNS if has[sign])
    name = f"    {row.segment}" if row.segment else f"  {row.rule.NAME} {marks}".rstrip()
    options = ", ".join(f"{key}: {value}" for key, value in written_options(row.choice.options).items())
    place = f"{row.place.file}:{row.place.line}" if row.place else ""
    return [name, row.choice.level, shown(options), shown(place)]


def _line(cells: Sequence[str], widths: Sequence[int], colour: bool = False) -> str:
    padded = [cell.ljust(width) for cell, width in zip(cells, widths, strict=True)]
    if colour and cells[1] in COLOURS:
        padded[1] = f"\x1b[{COLOURS[cells[1]]}m{padded[1]}\x1b[0m"
    return "  ".join(padded).rstrip()


def _bold(text: str, colour: bool) -> str:
    return f"\x1b[1m{text}\x1b[0m" if colour else text


def report(force: InForce, language: str) -> str:
    """The same as JSON; `segments` holds what a segment says of its own, by its id."""
    data = {
        "version": VERSION,
        "profile": force.profile,
        "rules": [
            _rule(row, theme, [own for own in rows if own.segment and own.rule.NAME == row.rule.NAME], language)
            for theme, rows in force.by_theme()
            for row in rows
            if row.segment is None
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _rule(row: Row, theme: Theme, own: Sequence[Row], language: str) -> dict[str, Any]:
    traits = row.rule.TRAITS
    return {
        "name": row.rule.NAME,
        "theme": theme.id,
        "title": say(card_of(row.rule).title, language),
        **_force(row),
        "default": {"level": traits.level, "options": dict(written_options(traits.options()))},
        "gentle": traits.gentle,
        "keeps_level": traits.keeps_level,
        "locked": traits.locked,
        "needs": list(traits.needs),
        "needs_any": traits.any_of,
        "segments": {each.segment: _force(each) for each in own},
    }


def _force(row: Row) -> dict[str, Any]:
    place = row.place
    return {
        "level": row.choice.level,
        "options": dict(written_options(row.choice.options)),
        "set_in": place and {"file": place.file, "line": place.line, "column": place.column},
    }
