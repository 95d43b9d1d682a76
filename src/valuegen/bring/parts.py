"""What an import comes to: what is to be written, and what could not be taken. Frozen data; nothing is written here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeAlias

from valuegen.words import Message

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"
"""A text, several values, or keys with theirs."""


class At(NamedTuple):
    """A place in what is imported: a file, and a line of it (0: all of it)."""

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


class Left(NamedTuple):
    """What could not be taken, or asks for a look: where it stands, and why. `partly`: all the rest of it was taken."""

    at: At
    why: Message
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """A contact, or an entry of the calendar, by its keys; and where it came from."""

    keys: Mapping[str, Value]
    at: At

    @property
    def id(self) -> str:
        """The id of a contact, the slug of an entry."""
        return str(self.keys.get("id") or self.keys["slug"])

    @property
    def day(self) -> date | None:
        """The day of an entry."""
        written = str(self.keys.get("date", ""))[: len("2026-12-03")]
        return date.fromisoformat(written) if written else None


@dataclass(frozen=True, slots=True)
class Post:
    """A text to be written below `content/posts/`. Without keys it is the body of an entry of the calendar."""

    file: str
    keys: Mapping[str, Value]
    text: str = field(repr=False)
    at: At

    @property
    def slug(self) -> str:
        """What its entry is called."""
        return str(self.keys.get("slug", ""))


@dataclass(frozen=True, slots=True)
class OptOut:
    """A contact who asked not to be written to (`opted_out`), or to be spared offers (`no_pitches`), and since when."""

    id: str
    since: str
    at: At
    key: str = "opted_out"


@dataclass(frozen=True, slots=True)
class Brought:
    """All of an import.

    `copies`: files that go beside the posts or to `content/static/`, by where they go. `here`: what is in the workspace
    already. `left`: what could not be taken. `looks`: what was taken, and asks for a look.
    """

    posts: tuple[Post, ...] = ()
    contacts: tuple[Item, ...] = ()
    entries: tuple[Item, ...] = ()
    opt_outs: tuple[OptOut, ...] = ()
    copies: Mapping[str, Path] = field(default_factory=dict)
    here: tuple[Left, ...] = ()
    left: tuple[Left, ...] = ()
    looks: tuple[Left, ...] = ()


class Refused(Exception):
    """Nothing of it can be taken: where, and why."""

    def __init__(self, at: At, why: Message) -> None:
        super().__init__(why.id)
        self.at, self.why = at, why
