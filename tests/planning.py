"""Plans for tests, from records as short as they can be: `plan_of(pitch("2026-12-03"), as_of="2026-12-01")`."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from valuegen.clock import AsOf
from valuegen.finding import Place
from valuegen.model.channel import BUILT_IN, Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.model.workspace import Workspace
from valuegen.plan.make import make_plan
from valuegen.plan.types import Plan
from valuegen.prose import Prose

SITE = {"title": "Taller", "url": "https://levadura.example"}


def day(text: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(text)


def entry(on: str | None = None, kind: str = "industry", slug: str | None = None, **keys: Any) -> dict[str, Any]:
    """The texts of an entry: to the segment `a` where nothing else is said."""
    made = {"title": "Entrada", "slug": slug or f"{kind}-{on}".lower().replace(":", ""), "kind": kind, **keys}
    if "contacts" not in keys:
        made.setdefault("segments", "a")
    return {"date": on, **made} if on else made


def workspace_of(
    *entries: Mapping[str, Any],
    segments: Mapping[str, Mapping[str, Any]] | None = None,
    contacts: Mapping[str, Mapping[str, Any]] | None = None,
    people: Mapping[str, Mapping[str, Any]] | None = None,
    channels: Mapping[str, Mapping[str, Any]] | None = None,
    log: list[Mapping[str, Any]] | None = None,
    **settings: Any,
) -> Workspace:
    """A workspace of the segments `a` and `b` and one person, `irene`, where nothing else is said."""
    return Workspace(
        root=Path("/nowhere"),
        settings=Settings.model_validate({"site": SITE, **settings}),
        segments=_by_id(Segment, {"a": {}, "b": {}} if segments is None else segments),
        people=_by_id(Person, {"irene": {}} if people is None else people),
        channels={**BUILT_IN, **_by_id(Channel, channels or {})},
        entries=tuple(_stood(Entry.model_validate(dict(keys)), line) for line, keys in enumerate(entries, 1)),
        contacts=None if contacts is None else _by_id(Contact, contacts),
        log=None if log is None else tuple(LogLine.model_validate(dict(line)) for line in log),
    )


def plan_of(
    *entries: Mapping[str, Any], as_of: str = "2026-12-01", texts: Mapping[str, str] | None = None, **parts: Any
) -> Plan:
    """The plan of `workspace_of(*entries, **parts)`. `texts`: fingerprints of the entries' texts, by slug."""
    prose = {slug: Prose(chunks=("",), fingerprint=text) for slug, text in (texts or {}).items()}
    return make_plan(workspace_of(*entries, **parts), AsOf(day(as_of)), prose)


def _by_id(record: Any, items: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    named = {"id", "name"} & set(record.model_fields)
    return {id: record.model_validate({**dict.fromkeys(named, id), **keys}) for id, keys in items.items()}


def _stood(record: Entry, line: int) -> Entry:
    record.stand(Place("content/calendar/2026.yaml", line, 3), {})
    return record
