"""Whether a workspace that forgot a client is what it was, but for that client: compared value by value."""

from collections.abc import Mapping
from typing import Any

from valuegen.model.base import Record
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.workspace import Workspace
from valuegen.read.names import slug_in
from valuegen.write.forget import Gone


def is_same_but(before: Workspace, after: Workspace, gone: Gone) -> bool:
    """Whether nothing differs but what had to go."""
    return expected(before, gone) == _plain(after)


def expected(before: Workspace, gone: Gone) -> dict[str, Any]:
    """What a workspace has to be once a client is forgotten, as plain values."""
    plain = _plain(before)
    plain["contacts"].pop(gone.contact)
    plain["needs"] = plain["needs"] and {id: need for id, need in plain["needs"].items() if id not in gone.needs}
    if before.log is not None:
        plain["log"] = [_line(line, gone) for line in before.log if line.contact != gone.contact]
    plain["entries"] = [_entry(entry, gone) for entry in before.entries if entry.slug not in gone.entries]
    return plain


def _plain(workspace: Workspace) -> dict[str, Any]:
    parts = ("segments", "people", "channels", "contacts", "needs")
    made: dict[str, Any] = {part: _dumped(getattr(workspace, part)) for part in parts}
    made["settings"] = _bare(workspace.settings)
    made["log"] = None if workspace.log is None else [_bare(line) for line in workspace.log]
    made["entries"] = [_entry(entry, None) for entry in workspace.entries]
    made["vanities"] = len(workspace.vanities)
    for files, records in (("beside", workspace.beside), ("statics", workspace.statics)):
        made[files] = {name: file.data for name, file in records.items()}
    return made


def _dumped(records: Mapping[str, Record] | None) -> dict[str, Any] | None:
    return None if records is None else {id: _bare(record) for id, record in records.items()}


def _bare(value: Any) -> Any:
    """A value without the places of what is in it."""
    if isinstance(value, Record):
        return {name: _bare(inner) for name, inner in value}
    if isinstance(value, Mapping):
        return {key: _bare(inner) for key, inner in value.items()}
    return tuple(map(_bare, value)) if isinstance(value, tuple | list) else value


def _line(line: LogLine, gone: Gone) -> dict[str, Any]:
    made: dict[str, Any] = _bare(line)
    if line.entry is not None and _names(line.entry, gone):
        made["entry"] = None
    return made


def _entry(entry: Entry, gone: Gone | None) -> dict[str, Any]:
    made = {**_bare(entry), "written": entry.written and entry.written.text}
    if gone is not None:
        made["contacts"] = tuple(name for name in entry.contacts if name != gone.contact)
        made["answers"] = tuple(name for name in entry.answers if name not in gone.needs)
        made["read_next"] = tuple(name for name in entry.read_next if not _names(name, gone))
    return made


def _names(name: str, gone: Gone) -> bool:
    return slug_in(name) in gone.entries or name in gone.entries
