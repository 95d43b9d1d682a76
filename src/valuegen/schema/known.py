"""What a schema knows of a workspace: the names that are there, by their sort."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from valuegen.model.channel import BUILT_IN
from valuegen.model.theme import Option
from valuegen.model.workspace import Workspace
from valuegen.read.workspace import Reading

CLIENTS = ("contacts", "needs")
GROWING = ("entries", *CLIENTS)
"""Sorts that grow from day to day."""


@dataclass(frozen=True, slots=True)
class Known:
    """The names of each sort; a sort that is not there can hold any name. `options`: those of the theme."""

    names: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    options: Mapping[str, Option] | None = None

    def without(self, *sorts: str) -> "Known":
        """The same, as if nothing were known of some sorts."""
        return Known({sort: names for sort, names in self.names.items() if sort not in sorts}, self.options)


NOTHING = Known({"channels": tuple(BUILT_IN)})
"""Outside a workspace."""


def known_of(reading: Reading) -> Known:
    """All names of a workspace, in its own order; of a sort with mistakes in its files none, as some are missing."""
    workspace = reading.workspace
    if workspace is None:
        return NOTHING
    found = {
        "segments": tuple(workspace.segments),
        "people": tuple(workspace.people),
        "channels": tuple(workspace.channels),
        "products": tuple(product.id for product in workspace.settings.products),
        "entries": tuple(entry.slug for entry in workspace.entries),
        **{name: tuple(records) for name, records in _clients(workspace) if records is not None},
    }
    wrong = {_sort_of(finding.place.file) for finding in reading.findings if finding.level == "error"}
    sound = {sort: names for sort, names in found.items() if sort not in wrong}
    return Known(sound, workspace.theme.options if workspace.theme else None)


def _clients(workspace: Workspace) -> Iterator[tuple[str, Mapping[str, Any] | None]]:
    yield "contacts", workspace.contacts
    yield "needs", workspace.needs


def _sort_of(file: str) -> str:
    """The sort of what stands in a file."""
    parts = PurePosixPath(file).parts
    if parts[:1] != ("content",):
        return "products"
    inner = [part for part in parts[1:] if part != "private"]
    return inner[0].removesuffix(".yaml") if inner else ""
