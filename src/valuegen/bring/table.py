"""A table as spreadsheets write it (.csv): its encoding, what parts its columns, and its rows with their lines."""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from string import ascii_uppercase

from valuegen.bring.parts import At, Left, Refused
from valuegen.bring.source import MIB, data_of, text_of
from valuegen.words import msg

MOST, MOST_COLUMNS = 8 * MIB, 200
_ERRORS = re.compile(r"#(?:N/D|N/A|REF!|¡REF!|VALUE!|¡VALOR!|DIV/0!|¡DIV/0!|NAME\?|¿NOMBRE\?|NULL!|NUM!|¡NUM!|#+)")
_FORMULA = re.compile(r'="(.*)"')
_SEPARATOR = re.compile(r"sep=(.)\n?", re.IGNORECASE)
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
    at, cells = parts[0]
    headings = tuple(_headings([cell.strip() for cell in cells], [row for _, row in parts[1:]]))
    if len(headings) > MOST_COLUMNS:
        raise Refused(at, msg("There are more than {most} columns.", most=MOST_COLUMNS))
    twice = [heading for heading, count in Counter(headings).items() if heading and count > 1]
    if twice:
        raise Refused(at, msg("Two columns are called “{name}”. Give one of them another name.", name=twice[0]))
    left: list[Left] = []
    return Table(name, tuple(filter(None, headings)), tuple(_rows(headings, parts[1:], left)), tuple(left))


def _headings(headings: list[str], rows: list[list[str]]) -> Iterator[str]:
    """The headings; a column without one that has something in it is called as spreadsheets call it: `Col C`."""
    used = {number for row in rows for number, cell in enumerate(row[: len(headings)]) if cell.strip()}
    for number, heading in enumerate(headings):
        named = f"Col {ascii_uppercase[number] if number < len(ascii_uppercase) else number + 1}"
        yield heading or (named if number in used and named not in headings else "")


def _separator(text: str) -> str:
    """What parts the columns: what stands most often in the first line, outside quotes."""
    head = _QUOTED.sub("", text[: 64 * 1024]).lstrip("\n").partition("\n")[0]
    return max(";,\t|", key=head.count)


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
