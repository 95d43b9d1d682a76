"""Which fields name something else of the workspace."""

from dataclasses import dataclass, field

from valuegen.model.base import Record
from valuegen.model.contact import Contact
from valuegen.model.entry import Approval, Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Away
from valuegen.model.segment import Meet, Segment
from valuegen.model.settings import Goal
from valuegen.read import names
from valuegen.schema.values import Schema


@dataclass(frozen=True, slots=True)
class Sort:
    """The sort of thing that a field names. Not `closed`: it may hold something else too."""

    name: str
    other: Schema = field(default_factory=dict)

    @property
    def closed(self) -> bool:
        """Whether only those names may stand there."""
        return not self.other


# Of entries there are more every day, and an occurrence of one that repeats has a name of its own: any may be named.
_ENTRIES = Sort("entries", {"type": ["string", "number"], "pattern": r"\S"})
_OF_RECORDS: dict[type[Record], dict[str, str]] = {
    Entry: names.ENTRY,
    Segment: names.SEGMENT,
    Contact: names.CONTACT,
    Need: names.NEED,
    LogLine: names.LOG,
    Approval: {"by": "people"},
    Away: {"cover": "people"},
    Meet: {"by": "people"},
    Goal: {"product": "products", "segment": "segments"},
}
REFERS: dict[tuple[type[Record], str], Sort] = {
    **{(model, field): Sort(sort) for model, fields in _OF_RECORDS.items() for field, sort in fields.items()},
    (Entry, "translates"): _ENTRIES,
    (Entry, "read_next"): _ENTRIES,
    (LogLine, "entry"): _ENTRIES,
}
