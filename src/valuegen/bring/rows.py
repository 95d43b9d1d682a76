"""Rows of a table → people, or entries of the calendar."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from valuegen.bring.clean import is_month_first
from valuegen.bring.parts import Left
from valuegen.bring.people import Person
from valuegen.bring.table import Row, Table
from valuegen.model.slug import slug_of
from valuegen.model.workspace import Workspace
from valuegen.read.nearest import nearest
from valuegen.words import Message, msg

_DAYS = ("birthday", "opted_out", "no_pitches", "date")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which key stands under which heading; `month_first`: how its dates are written (None: as they show)."""

    keys: Mapping[str, str]
    month_first: bool | None = None

    def of(self, row: Row) -> dict[str, str]:
        """A row by our keys."""
        return {key: row.cells[heading] for heading, key in self.keys.items() if heading in row.cells}

    def is_month_first(self, table: Table) -> bool:
        """Whether the dates of a table have their month first."""
        if self.month_first is not None:
            return self.month_first
        days = [cell for heading, key in self.keys.items() if key in _DAYS for cell in table.column(heading)]
        return is_month_first(days)


def several(text: str) -> tuple[str, ...]:
    """The parts of a cell that lists some."""
    found = text.replace(":::", ";").replace("|", ";").replace("\n", ";")
    parts = found.split(";") if ";" in found else found.split(",")
    return tuple(dict.fromkeys(" ".join(part.split()) for part in parts if part.strip()))


def people_of(table: Table, columns: Columns, workspace: Workspace, left: list[Left]) -> Iterator[Person]:
    """Everybody in a table; who is said to be of a segment that is not there is left out, and told."""
    month_first = columns.is_month_first(table)
    for row in table.rows:
        keys = columns.of(row)
        topics = several(keys.pop("topics", ""))
        said = keys.pop("segment", "")
        segments = named(several(said), {id: one.name for id, one in workspace.segments.items()})
        if isinstance(segments, Message):
            left.append(Left(row.at, segments))
            continue
        owners = named(several(keys.pop("owner", "")), {id: one.name for id, one in workspace.people.items()})
        if isinstance(owners, Message):
            left.append(Left(row.at, msg("Without `{key}`: {why}", key="owner", why=owners)))
        elif owners:
            keys["owner"] = owners[0]
        yield Person(row.at, keys, {}, topics, segments, month_first)


def named(names: Sequence[str], known: Mapping[str, str]) -> tuple[str, ...] | Message:
    """The ids of some names, each written as its id or as it is called; or why one of them is none."""
    by_name = {slug_of(name): id for id, name in known.items()} | {id: id for id in known}
    found = [(name, by_name.get(slug_of(name))) for name in names]
    for name, id in found:
        if id is None:
            near = nearest(slug_of(name), by_name)
            if near:
                return msg("There is no “{name}” here. Did you mean “{near}”?", name=name, near=by_name[near])
            return msg("There is no “{name}” here.", name=name)
    return tuple(dict.fromkeys(id for _, id in found if id))
