"""Rows of a table → entries of the editorial calendar, those apart that are here already."""

import re
from collections.abc import Mapping
from datetime import date

from valuegen.bring.clean import brief, id_of, many_lines, one_line, table_moment
from valuegen.bring.diary import Diary, is_private
from valuegen.bring.headings import is_diary
from valuegen.bring.kinds import kind_of
from valuegen.bring.parts import At, Brought, Item, Left, Value
from valuegen.bring.rows import Columns, named, several
from valuegen.bring.table import Table
from valuegen.judge.parts import Ground
from valuegen.judge.writings import ground_of
from valuegen.model.contact_ways import read_url
from valuegen.model.said import channel_in, channel_said, kind_said, status_said
from valuegen.model.values import Wrong, is_id, read_count
from valuegen.model.workspace import Workspace
from valuegen.words import Message, msg

_HOUR = re.compile(r"[ T]+\d{1,2}:\d{2}.*$")
_LINES = ("summary", "ask", "question")


class Reader:
    """Reads rows for one workspace on one day; `left`, `looks` and `here` grow as it does."""

    def __init__(self, workspace: Workspace, today: date, segment: str | None, month_first: bool) -> None:
        self.workspace, self.today, self.segment, self.month_first = workspace, today, segment, month_first
        self.ground: Ground = ground_of(workspace.settings)
        self.diary: Diary | None = None
        self.taken = {entry.slug for entry in workspace.entries}
        self.made: set[str] = set()
        self.left: list[Left] = []
        self.looks: list[Left] = []
        self.here: list[Left] = []

    def entry(self, at: At, raw: Mapping[str, str]) -> Item | None:
        """The entry of a row; None where it can't be, or is here already."""
        try:
            return self._entry(at, {key: text for key, text in raw.items() if text.strip()})
        except Wrong as wrong:
            self.left.append(Left(at, wrong.whole))
            return None

    def _entry(self, at: At, raw: dict[str, str]) -> Item | None:
        if "title" not in raw:
            raise Wrong(msg("There is no title."))
        keys: dict[str, Value] = {}
        day = self._day(raw)
        if day:
            keys["date"] = day
        keys["title"] = title = one_line(raw["title"])
        slug = self._slug(raw, title, day[:10])
        self.made.add(slug)
        if slug in self.taken:
            self.here.append(Left(at, msg("An entry “{slug}” is here already.", slug=slug)))
            return None
        keys["slug"] = slug
        keys |= self._receivers(raw)
        text = many_lines(raw.get("text", ""))
        channels = self._channels(at, raw) or self._of_title(title)
        keys["kind"] = self._kind(at, raw, title, text, channels)
        if not self.diary and (topics := several(raw.get("topics", ""))):
            keys["topics"] = tuple(map(one_line, topics))
        if channels:
            keys["channels"] = channels
        keys |= self._people(at, raw)
        keys |= {key: one_line(raw[key]) for key in _LINES if key in raw}
        if text:
            keys["text"] = text
        keys["status"] = self._status(at, raw, day, bool(text))
        keys |= self._rest(at, raw)
        return Item(keys, at)

    def _day(self, raw: Mapping[str, str]) -> str:
        if "date" not in raw:
            return ""
        whole = f"{_HOUR.sub('', raw['date'])} {raw['time']}" if "time" in raw else raw["date"]
        return table_moment(whole, self.workspace.settings.site.timezone, self.month_first)

    def _slug(self, raw: Mapping[str, str], title: str, day: str) -> str:
        """The first of a title in a table bears its name, those after it their day too: so it is every time."""
        wanted = raw.get("slug", "").strip()
        slug = wanted if is_id(wanted) else id_of(wanted or title)
        number, free = 1, slug
        while free in self.made:
            free = f"{slug}-{day}" if number == 1 and day else f"{slug}-{number + 1}"
            number += 1
        return free

    def _receivers(self, raw: Mapping[str, str]) -> dict[str, Value]:
        contacts = named(
            several(raw.get("contact", "")), {id: one.name for id, one in (self.workspace.contacts or {}).items()}
        )
        segments = named(several(raw.get("segment", "")), {id: one.name for id, one in self.workspace.segments.items()})
        for found in (contacts, segments):
            if isinstance(found, Message):
                raise Wrong(found)
        if not contacts and not segments:
            labels = several(raw.get("topics", ""))
            if whose := self.diary and self.diary.receivers(one_line(raw["title"]), labels, ()):
                return {**whose}
            if self.segment is None:
                raise Wrong(
                    msg("“{title}” names no client and no segment: add --segment.", title=brief(one_line(raw["title"])))
                )
            segments = (self.segment,)
        both = {"segments": segments, "contacts": contacts}
        return {key: ids for key, ids in both.items() if ids and isinstance(ids, tuple)}

    def _channels(self, at: At, raw: Mapping[str, str]) -> tuple[str, ...]:
        found: list[str] = []
        for name in several(raw.get("channel", "")):
            channel = channel_said(name, self.workspace.channels)
            if channel is None:
                self.left.append(
                    Left(at, msg("Without the channel “{name}”: it is not known here.", name=name), partly=True)
                )
            else:
                found.append(channel)
        return tuple(dict.fromkeys(found))

    def _of_title(self, title: str) -> tuple[str, ...]:
        """The channel of an appointment, which its title says: a call, a visit."""
        found = channel_in(title, self.diary.channels) if self.diary else None
        return (found,) if found else ()

    def _kind(self, at: At, raw: Mapping[str, str], title: str, text: str, channels: tuple[str, ...]) -> str:
        said = kind_said(raw.get("kind", ""))
        if said:
            return said
        reach = self.workspace.channels[channels[0]].reach if channels else "broadcast"
        told = "\n\n".join(filter(None, (text, *(one_line(raw[key]) for key in _LINES if key in raw))))
        guessed = kind_of(title, told, self.ground, reach)
        self.looks.append(Left(at, msg("“{title}”: taken for `{kind}`.", title=brief(title), kind=guessed)))
        return guessed

    def _people(self, at: At, raw: Mapping[str, str]) -> dict[str, Value]:
        found = named(several(raw.get("author", "")), {id: one.name for id, one in self.workspace.people.items()})
        if isinstance(found, Message):
            self.left.append(Left(at, msg("Without `{key}`: {why}", key="author", why=found), partly=True))
            return {}
        return {"author": found[0]} if found else {}

    def _status(self, at: At, raw: Mapping[str, str], day: str, has_text: bool) -> str:
        """What is past is done; what is to come is what it is said to be."""
        said = status_said(raw.get("status", ""))
        if not day:
            return "idea" if said in (None, "done", "ready") else said
        if day[:10] < self.today.isoformat():
            return "done"
        if said == "done":
            self.looks.append(Left(at, msg("It is said to be done, and its day is still to come: taken for ready.")))
            return "ready"
        return said or "draft"

    def _rest(self, at: At, raw: Mapping[str, str]) -> dict[str, Value]:
        keys: dict[str, Value] = {}
        if "minutes" in raw:
            keys["minutes"] = str(read_count(raw["minutes"].replace(",", ".").partition(".")[0].strip()))
        if "product" in raw:
            products = {one.id: one.name for one in self.workspace.settings.products}
            found = named((raw["product"],), products)
            if isinstance(found, Message):
                self.left.append(Left(at, msg("Without `{key}`: {why}", key="product", why=found), partly=True))
            else:
                keys["product"] = found[0]
        if "sources" in raw:
            keys["sources"] = tuple(read_url(one) for one in raw["sources"].split())
        return keys


def without_receiver(table: Table, columns: Columns) -> int:
    """How many rows have a title, and name no client and no segment."""
    rows = [columns.of(row) for row in table.rows]
    return sum("title" in row and not {"segment", "contact"} & {*row} for row in rows)


def entries_of(table: Table, columns: Columns, workspace: Workspace, today: date, segment: str | None) -> Brought:
    """Every entry of a table that is new."""
    reader = Reader(workspace, today, segment, "date" in columns.month_firsts(table))
    rows = table.rows
    if is_diary(table.headings):
        reader.diary = Diary(workspace)
        rows = tuple(row for row in rows if not is_private(row.cells))
        reader.left += [Left(row.at, msg("It is marked as private.")) for row in table.rows if row not in rows]
    found = [reader.entry(row.at, columns.of(row)) for row in rows]
    items = tuple(item for item in found if item is not None)
    return Brought(entries=items, here=tuple(reader.here), left=tuple(reader.left), looks=tuple(reader.looks))
