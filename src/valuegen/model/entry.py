"""Entries: the items of the editorial calendar."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, ClassVar, Self

from pydantic import BeforeValidator, Field, model_validator

from valuegen.finding import Place
from valuegen.model.alias import read_alias
from valuegen.model.base import (
    Count,
    Day,
    Id,
    Language,
    Line,
    Lines,
    Moment,
    Name,
    Names,
    Reasons,
    Record,
    Span,
    Text,
    choice,
    one,
    several,
    single,
)
from valuegen.model.contact_ways import Url
from valuegen.model.recurrence import read_rule
from valuegen.trace import tell

KINDS = ("industry", "expertise", "reference", "conversation", "courtesy", "pitch")
TEXT = "text"
BLANK = "blank"
"""The facets of a file that are read with the text of an entry, and where it is asked whether it is one."""
STATUSES = ("idea", "draft", "review", "ready", "done")


class Repeat(Record):
    """A repetition (RFC 5545 RRULE, daily or rarer). `until`, `done`: that day too."""

    rule: Annotated[str, one(read_rule)]
    until: Day | None = None
    exceptions: Annotated[tuple[Day, ...], BeforeValidator(several)] = Field(default=(), alias="except")
    done: Day | None = None

    @model_validator(mode="after")
    def _until_in_one_place(self) -> Self:
        """`UNTIL` of the rule is `until` (the earlier of both), so that nobody has to look in two places."""
        rule, _, until = self.rule.partition(";UNTIL=")
        if until:
            day, _, rest = until.partition(";")
            last = date(int(day[:4]), int(day[4:6]), int(day[6:]))
            object.__setattr__(self, "rule", ";".join(part for part in (rule, rest) if part))
            object.__setattr__(self, "until", min(self.until, last) if self.until else last)
        return self


class Image(Record):
    """The picture of a post; `src` beside the post first, then in `content/static/`."""

    src: Line
    alt: Line | None = None
    credit: Line | None = None


class Approval(Record):
    """Who said yes to it, and when."""

    by: Name
    on: Day


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """The text of an entry, and where its first line stands.

    `column` is what to add to a column within the text (the indentation of a block in YAML). `start`: of a text that
    is the rest of its file, where that begins. Such a text is not held twice, and not pickled: it is in the file.
    """

    whole: str | Mapping[str, str] | None
    file: str
    line: int = 1
    column: int = 0
    start: int | None = None

    @property
    def text(self) -> str:
        """The text itself."""
        tell(self.file, TEXT)
        return self._text

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing in it."""
        tell(self.file, BLANK)
        return not self._text.strip()

    @property
    def _text(self) -> str:
        whole = self.whole if isinstance(self.whole, str) else (self.whole or {})[self.file]
        return whole[self.start :] if self.start else whole

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Body) and self._said == other._said

    def __hash__(self) -> int:
        return hash(self._said)

    @property
    def _said(self) -> tuple[str, str, int, int]:
        return (self.text, self.file, self.line, self.column)

    def stand_in(self, files: Mapping[str, str]) -> None:
        """Take the text from these files when it is asked for; only `read` says so, of a text that is in them."""
        if self.whole is None or self.start is not None:
            object.__setattr__(self, "whole", files)

    def __reduce__(self) -> tuple[Any, ...]:
        held = self.whole if self.start is None else None
        return Body, (held, self.file, self.line, self.column, self.start)

    def place(self, line: int, column: int = 1) -> Place:
        """The place in the file of a line and column (from 1) of the text."""
        return Place(self.file, self.line + line - 1, column + self.column)


class Entry(Record):
    """One item of the calendar as it was written; what it comes to is a `plan.Occurrence`.

    `body` is the path that was written, `text` an inline text; `written` is whichever of the two was read.
    `extra`: other keys of a front matter, kept. `language`: None is that of the site; `translates`: the slug of the
    entry that says the same in another language; `aliases`: old slugs, and old addresses, which begin with `/`.
    """

    date: Moment | None = None
    title: Line
    slug: Id
    segments: Names = ()
    contacts: Names = ()
    kind: Annotated[str, choice(*KINDS)]
    topics: Lines = ()
    answers: Names = ()
    channels: Names = ()
    author: Name | None = None
    writer: Name | None = None
    reply_to: Name | None = None
    ask: Line | None = None
    question: Line | None = None
    body: Line | None = None
    text: Text | None = None
    summary: Line | None = None
    status: Annotated[str, choice(*STATUSES)] = "draft"
    minutes: Count | None = None
    product: Name | None = None
    review: Span | None = None
    expires: Day | None = None
    updated: Day | None = None
    language: Language | None = None
    translates: Name | None = None
    aliases: Annotated[tuple[Annotated[str, one(read_alias)], ...], BeforeValidator(several)] = ()
    image: Annotated[Image, BeforeValidator(single)] | None = None
    sources: Annotated[tuple[Url, ...], BeforeValidator(several)] = ()
    read_next: Names = ()
    approved: Annotated[Approval, BeforeValidator(single)] | None = None
    allow: Reasons = {}
    repeat: Annotated[Repeat, BeforeValidator(single)] | None = None
    extra: Mapping[str, Any] = {}

    __slots__ = ("_written",)
    apart: ClassVar[tuple[str, ...]] = (*Record.apart, "_written")

    def hold(self, written: Body) -> None:
        """Give the entry its text; only `read` does, once."""
        object.__setattr__(self, "_written", written)

    @property
    def written(self) -> Body | None:
        """Its text and where it stands; None where there is none."""
        return getattr(self, "_written", None)
