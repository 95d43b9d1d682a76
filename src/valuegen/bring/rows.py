"""Rows of a table → people, or entries of the calendar."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from valuegen.bring.clean import shows_order
from valuegen.bring.headings import JOINED, WISHES, is_notes
from valuegen.bring.orders import YEARLY, Dated, look_at
from valuegen.bring.parts import At, Left
from valuegen.bring.people import Person
from valuegen.bring.table import Row, Table
from valuegen.bring.wishes import weight
from valuegen.model.said import channel_said
from valuegen.model.slug import slug_of
from valuegen.model.workspace import Workspace
from valuegen.read.nearest import nearest
from valuegen.words import Message, msg, nmsg

_DAYS = (*YEARLY, "agreed", *WISHES, "date")


@dataclass(frozen=True, slots=True)
class Columns:
    """Which key stands under which heading; `month_first`: how its dates are written (None: as they show)."""

    keys: Mapping[str, str]
    month_first: bool | None = None

    def of(self, row: Row) -> dict[str, str]:
        """A row by our keys. Several columns of one key are put together, or the first counts, or the one that asks."""
        found: dict[str, str] = {}
        for heading, key in self.keys.items():
            text = row.cells.get(heading, "")
            if key == "about" and text.strip() and not is_notes(heading):
                text = f"{heading}: {text}"
            if key in JOINED and text.strip() and key in found:
                found[key] += f"{JOINED[key]}{text}"
            elif key in WISHES and weight(key, text) > weight(key, found.get(key, "")):
                found[key] = text
            elif text.strip():
                found.setdefault(key, text)
        return found

    def month_firsts(self, table: Table) -> frozenset[str]:
        """The keys whose dates have their month first: a column that does not show it is as the others are."""
        days: dict[str, list[str]] = defaultdict(list)
        for heading, key in self.keys.items():
            if key in _DAYS:
                days[key] += table.column(heading)
        if self.month_first is not None:
            return frozenset(days) if self.month_first else frozenset()
        whole = shows_order(chain.from_iterable(days.values()))
        shown = {key: shows_order(cells, yearly=key in YEARLY) for key, cells in days.items()}
        return frozenset(key for key, order in shown.items() if (order or whole) == "month")

    def looks(self, table: Table) -> tuple[Left, ...]:
        """What to say of the order of dates."""
        if self.month_first is not None:
            return ()
        held = [
            Dated(row.at, row.cells[heading], key)
            for heading, key in self.keys.items()
            if key in _DAYS
            for row in table.rows
        ]
        look = look_at(held, self.month_firsts(table))
        return () if look is None else (look,)


def several(text: str) -> tuple[str, ...]:
    """The parts of a cell that lists some."""
    found = text.replace(":::", ";").replace("|", ";").replace("\n", ";")
    parts = found.split(";") if ";" in found else found.split(",")
    plain = (" ".join(part.split()).strip('"') for part in parts)  # Mailchimp writes each of them in quotes
    return tuple(dict.fromkeys(filter(None, plain)))


def people_of(table: Table, columns: Columns, workspace: Workspace, left: list[Left]) -> Iterator[Person]:
    """Everybody in a table; who is said to be of a segment that is not there is left out, and told.

    A label that names a segment is one; the others are told once, with how many bear them.
    """
    month_first = columns.month_firsts(table)
    by_segment = {id: one.name for id, one in workspace.segments.items()}
    others: Counter[str] = Counter()
    for row in table.rows:
        keys = columns.of(row)
        topics = several(keys.pop("topics", ""))
        segments = named(several(keys.pop("segment", "")), by_segment)
        if isinstance(segments, Message):
            left.append(Left(row.at, segments))
            continue
        known = labelled(several(keys.pop("labels", "")), by_segment, others)
        owners = named(several(keys.pop("owner", "")), {id: one.name for id, one in workspace.people.items()})
        if isinstance(owners, Message):
            left.append(Left(row.at, msg("Without `{key}`: {why}", key="owner", why=owners), partly=True))
        elif owners:
            keys["owner"] = owners[0]
        if said := keys.pop("channel", "").strip():
            channel = channel_said(said, workspace.channels)
            if channel:
                keys["channel"] = channel
            else:
                why = msg("Without the channel “{name}”: it is not known here.", name=said)
                left.append(Left(row.at, why, partly=True))
        anniversary = keys.pop("anniversary", "")
        dates = {"anniversary": anniversary} if anniversary else {}
        yield Person(row.at, keys, dates, topics, tuple(dict.fromkeys((*segments, *known))), month_first)
    for label, count in others.items():
        left.append(Left(At(table.file), _no_segment(label, count)))


def labelled(labels: Iterable[str], by_segment: Mapping[str, str], others: Counter[str]) -> tuple[str, ...]:
    """The segments that labels name; the rest are counted in `others`, but for those that programs set themselves."""
    found = {label: named((label,), by_segment) for label in labels}
    others.update(label for label, ids in found.items() if isinstance(ids, Message) and label[0] != "*")
    return tuple(id for ids in found.values() if not isinstance(ids, Message) for id in ids)


def _no_segment(label: str, count: int) -> Message:
    return nmsg(
        "The label “{name}” ({n} row): no segment is called so.",
        "The label “{name}” ({n} rows): no segment is called so.",
        count,
        name=label,
    )


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
