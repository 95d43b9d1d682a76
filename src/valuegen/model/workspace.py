"""A whole workspace as it was read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from valuegen.model.channel import Channel
from valuegen.model.contact import Contact
from valuegen.model.entry import Entry
from valuegen.model.log import LogLine
from valuegen.model.need import Need
from valuegen.model.person import Person
from valuegen.model.segment import Segment
from valuegen.model.settings import Settings
from valuegen.model.theme import ChosenTheme
from valuegen.model.vanity import Vanity
from valuegen.words import LANGUAGES


class Stored(Protocol):
    """A file that is read when its bytes are asked for: it is too much to be held."""

    @property
    def size(self) -> int:
        """How many bytes it has."""

    def start(self, length: int) -> bytes:
        """Its first bytes. Raises OSError, as all of these do: the file may be another by now."""

    def read(self) -> bytes:
        """All of them."""

    def pieces(self) -> Iterator[bytes]:
        """All of them, some at a time."""


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file of `content/static/`: `address` within the public site, `path` from the workspace.

    `held`: its bytes, or where they are, in a workspace with more of them than a machine's memory should hold.
    """

    address: str
    path: str
    held: "bytes | Stored" = field(repr=False)

    @property
    def data(self) -> bytes:
        """All its bytes."""
        return self.held if isinstance(self.held, bytes) else self.held.read()

    @property
    def start(self) -> bytes:
        """So much of it as tells whether it is a picture."""
        return self.held[:START] if isinstance(self.held, bytes) else self.held.start(START)

    @property
    def large(self) -> "Stored | None":
        """Where it is, if it is so large that nobody should have all of it at once."""
        return None if isinstance(self.held, bytes) or self.held.size <= LARGE else self.held


START = 64 << 10
LARGE = 4 << 20


@dataclass(frozen=True, slots=True)
class Workspace:
    """What a person wrote. Mappings are in the order of the files.

    `contacts`, `needs` and `log` are None where the collection is found in neither place (in CI, say):
    that is another thing than an empty one. `people` is never empty (at worst the site's owner).
    `vanities`: measures of attention that stand where an outcome or a goal belongs; they are in no record.
    `theme`: None in a workspace that was made without files.
    `beside` are files next to the posts that bodies may show: path from `content/posts` -> file.
    `languages`: the code of each that is known here -> the value to say things in (`words.say`).
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
    theme: ChosenTheme | None = None
    languages: Mapping[str, str] = field(default_factory=lambda: {code: code for code in LANGUAGES})

    def language_of(self, entry: Entry) -> str:
        """The language that an entry is written in."""
        return self.languages.get(entry.language, entry.language) if entry.language else self.settings.site.language

    @property
    def spoken(self) -> tuple[str, ...]:
        """The language of the site, and those of the entries that have another."""
        return tuple(dict.fromkeys((self.settings.site.language, *map(self.language_of, self.entries))))
