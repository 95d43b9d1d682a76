"""What is wrong, where, and what would mend it: frozen data, known to every other module.

Making a finding changes nothing else, and says nothing yet: its message is a `Message`, said in
the language of whoever reads it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from valuegen.words import Message

Level = Literal["error", "warning", "todo", "note"]
LEVELS: tuple[Level, ...] = ("error", "warning", "todo", "note")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A place in a source: path from the workspace with `/`, line and column from 1 (in characters)."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True)
class Mend:
    """What to change so that a finding goes away; `move_to` and `add_value` as 3-rules.md defines them."""

    text: Message
    add_value: int | None = None
    move_to: date | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where a rule does not hold.

    `segment`, `contact` and `need` are ids; `entry` is DATE-SLUG, or the slug alone in the backlog.
    `data` holds plain values for machines (JSON). `private` is true where the source line is of
    contacts, log or needs: it is shown on a terminal only.
    """

    rule: str
    level: Level
    message: Message
    place: Place
    segment: str | None = None
    contact: str | None = None
    need: str | None = None
    entry: str | None = None
    data: Mapping[str, Any] = field(default_factory=dict)
    mend: Mend | None = None
    private: bool = False

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The fixed order of findings: file, line, column, rule (and what tells two such apart)."""
        about = "\0".join(part or "" for part in (self.segment, self.contact, self.need, self.entry))
        return (self.place.file, self.place.line, self.place.column, self.rule, about)
