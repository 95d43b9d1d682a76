"""A table as spreadsheets write it (.csv): its encoding, what parts its columns, and its rows with their lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from string import ascii_uppercase

from valuegen.bring.clean import brief
from valuegen.bring.headings import known
from valuegen.bring.parts import At, Left, Refused
from valuegen.bring.source import MIB, data_of, text_of
from valuegen.words import msg

MOST, MOST_COLUMNS = 8 * MIB, 200
_ERRORS = re.compile(r"#(?:N/D|N/A|REF!|¡REF!|VALUE!|¡VALOR!|DIV/0!|¡DIV/0!|NAME\?|¿NOMBRE\?|NULL!|NUM!|¡NUM!|#+)")
_FORMULA = re.compile(r'="(.*)"')
_SEPARATOR = re.compile(r"sep=(.)\n?", re.IGNORECASE)
_LOOKED = 10
"""Among so many rows the headings are looked for."""
_SEPARATORS = ";,\t|"
_DATA = re.compile(r"[@\d]")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class Row:
    """A row: what stands under each heading, and where it begins."""

    at: At
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A file's headings, its rows that have something in them, and what could not be read."""

    file: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    left: tuple[Left, ...]

    def column(self, heading: str) -> list[str]:
        """All that stands under a heading."""
        return [row.cells[heading] for row in self.rows]


def read_table(path: Path) -> Table:
    """The table in a file. Raises `Refused`."""
    name = path.name
    text = text_of(data_of(path, MOST), name)
    if "\0" in text:
        raise Refused(
            At(name, text.count("\n", 0, text.index("\0")) + 1), msg("This is no text: there is a NUL in it.")
        )
    said = _SEPARATOR.match(text)
    first_line = 2 if said else 1
    body = text[said.end() :] if said else text
    parts = list(_parts(body, said[1] if said else _separator(body), name, first_line))
    if not parts:
        raise Refused(At(name), msg("There is nothing in this file."))
    left: list[Left] = []
    head = _head([cells for _, cells in parts[:_LOOKED]])
    (at, cells), rows = parts[head], parts[head + 1 :]
    for above, title in parts[:head]:
        why = msg(
            "It stands above the headings (line {line}), so it is left out: “{text}”.",
            line=at.line,
            text=brief(" ".join(" ".join(title).split())),
        )
        left.append(Left(above, why))
    headings = tuple(_headings([cell.strip() for cell in cells], [row for _, row in rows]))
    if len(headings) > MOST_COLUMNS:
        raise Refused(at, msg("There are more than {most} columns.", most=MOST_COLUMNS))
    twice = [heading for heading, count in Counter(headings).items() if heading and count > 1]
    if twice:
        raise Refused(at, msg("Two columns are called “{name}”. Give one of them another name.", name=twice[0]))
    return Table(name, tuple(filter(None, headings)), tuple(_rows(headings, rows, left)), tuple(left))


def _head(rows: list[list[str]]) -> int:
    """Which row is that of the headings: the first; or one below a title that somebody wrote above their table.

    It has more cells than the title, and two of them are headings that are known; or it follows a title of one cell, is
    as wide as the rows below it, and holds no address and no number.
    """
    first, full = rows[0], [[cell for cell in row if cell.strip()] for row in rows]
    for number, row in enumerate(full):
        if known(row) > 1 and (number == 0 or (known(first) < 2 and len(row) > len(full[0]))):
            return number
    if len(full[0]) > 1 or known(first):
        return 0
    wide = next((number for number, row in enumerate(full) if len(row) > 1), 0)
    is_whole = len(full[wide]) == max(map(len, full)) and len(full) > wide + 1
    return wide if is_whole and not any(_DATA.search(cell) for cell in full[wide]) else 0


def _headings(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    """The headings; a column without one that has something in it is called as spreadsheets call it: `Col C`."""
    used = {number for row in rows for number, cell in enumerate(row[: len(headings)]) if cell.strip()}
    for number, heading in enumerate(headings):
        named = f"Col {ascii_uppercase[number] if number < len(ascii_uppercase) else number + 1}"
        yield heading or (named if number in used and named not in headings else "")


def _separator(text: str) -> str:
    """What parts the columns: what stands most often, outside quotes, in the first line in which it parts headings that
    are known; else in the first line that has any."""
    lines = [line for line in _QUOTED.sub(_spared, text[: 64 * 1024]).split("\n") if line.strip()][:_LOOKED]
    best = [(line, max(_SEPARATORS, key=line.count)) for line in lines]
    found = (sign for line, sign in best if known(line.split(sign)) > 1)
    return next(found, next((sign for line, sign in best if sign in line), _SEPARATORS[0]))


def _spared(quoted: re.Match[str]) -> str:
    """What stands in quotes, without what parts columns and lines elsewhere."""
    return re.sub(r'[;,\t|\n"]', " ", quoted[0])


def _parts(text: str, separator: str, name: str, first_line: int) -> Iterator[tuple[At, list[str]]]:
    reader = csv.reader(StringIO(text), delimiter=separator, strict=True)
    while True:
        line = first_line + reader.line_num
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise Refused(At(name, line), msg("From here on the quotes don't match.")) from error
        if any(cell.strip() for cell in cells):
            yield At(name, line), cells


def _rows(headings: tuple[str, ...], parts: list[tuple[At, list[str]]], left: list[Left]) -> Iterator[Row]:
    for at, cells in parts:
        if any(cell.strip() for cell in cells[len(headings) :]):
            left.append(Left(at, msg("There is more in this row than there are headings: the rest is left out.")))
        filled = [_plain(cell) for cell in (*cells, *[""] * (len(headings) - len(cells)))]
        wrong = [heading for heading, cell in zip(headings, filled, strict=False) if _ERRORS.fullmatch(cell)]
        left += [
            Left(at, msg("The spreadsheet says that it could not work out “{name}”.", name=heading))
            for heading in filter(None, wrong)
        ]
        yield Row(
            at,
            {
                heading: "" if heading in wrong else cell
                for heading, cell in zip(headings, filled, strict=False)
                if heading
            },
        )


def _plain(cell: str) -> str:
    """A cell without the signs by which a number is kept from being taken for one."""
    cell = cell.strip().strip("\u00a0")
    formula = _FORMULA.fullmatch(cell)
    return formula[1] if formula else cell
