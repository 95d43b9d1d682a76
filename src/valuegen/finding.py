"""What is wrong, where, and what would mend it: frozen data, known to every other module.

Making a finding changes nothing else, and says nothing yet: its message is a `Message`, said in
the language of whoever reads it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from valuegen.words import Message, msg, nmsg

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
    contacts, log or needs, or holds what is theirs: it is shown on a terminal only. `is_past`: found on
    what nobody can mend any more.
    `also`: what else a person wants to know of it, told beside the sentence and the mend.
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
    is_past: bool = False
    also: tuple[Message, ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """The fixed order of findings: file, line, column, rule (and what tells two such apart)."""
        about = "\0".join(part or "" for part in (self.segment, self.contact, self.need, self.entry))
        return (self.place.file, self.place.line, self.place.column, self.rule, about)


def summary(findings: Sequence[Finding]) -> Message:
    """Whether the promises hold, the same wherever it is said: errors are broken promises, the rest is to look at."""
    if not findings:
        return msg("All promises hold.")
    rest = counts([finding for finding in findings if finding.level != "error"])
    verdict = _verdict(findings)
    return msg("{verdict} To look at: {counts}.", verdict=verdict, counts=rest) if rest else verdict


def _verdict(findings: Sequence[Finding]) -> Message:
    errors = [finding.rule for finding in findings if finding.level == "error"]
    if "format" in errors:
        return nmsg(
            "{n} error in the files: the promises are checked once it is fixed.",
            "{n} errors in the files: the promises are checked once they are fixed.",
            errors.count("format"),
        )
    if errors:
        return nmsg("{n} error: a promise is broken.", "{n} errors: promises are broken.", len(errors))
    return msg("No promise is broken.")


def counts(findings: Sequence[Finding]) -> tuple[Message, ...]:
    """How many of each level there are, the gravest first; nothing of a level that has none."""
    counted = (_counted(level, sum(finding.level == level for finding in findings)) for level in LEVELS)
    return tuple(message for message in counted if message.n)


def _counted(level: str, n: int) -> Message:
    return {
        "error": nmsg("{n} error", "{n} errors", n),
        "warning": nmsg("{n} warning", "{n} warnings", n),
        "todo": nmsg("{n} thing to do", "{n} things to do", n),
        "note": nmsg("{n} note", "{n} notes", n),
    }[level]
