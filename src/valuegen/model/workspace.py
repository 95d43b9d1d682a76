"""A whole workspace as it was read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.model.vanity import Vanity


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of `content/static/`: `address` within the public site, `path` from the workspace."""

    address: str
    path: str
    data: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a person wrote. Mappings are in the order of the files.

    `contacts`, `needs` and `log` are None where the collection is found in neither place (in CI, say):
    that is another thing than an empty one. `people` is never empty (at worst the site's owner).
    `vanities`: measures of attention that stand where an outcome or a goal belongs; they are in no record.
    `beside` are files next to the posts that bodies may show: path from `content/posts` -> file.
    """

    root: Path
    settings: Settings
    segments: Mapping[str, Segment]
    people: Mapping[str, Person]
    channels: Mapping[str, Channel]
    entries: tuple[Entry, ...]
    contacts: Mapping[str, Contact] | None = None
    needs: Mapping[str, Need] | None = None
    log: tuple[LogLine, ...] | None = None
    statics: Mapping[str, StaticFile] = field(default_factory=dict)
    beside: Mapping[str, StaticFile] = field(default_factory=dict)
    vanities: tuple[Vanity, ...] = ()
