"""What every record of a workspace has: frozen fields, and the place of each value.

The field types below say how a text becomes a value; `read/shape` feeds them the texts of a file
(`str`, `list`, `dict`, as YAML nests them) and turns what they refuse into findings.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, Protocol

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator, PrivateAttr

from valuegen.finding import Place
from valuegen.model.values import (
    Amount,
    Rate,
    When,
    Wrong,
    YearlyDate,
    read_amount,
    read_count,
    read_day,
    read_flag,
    read_id,
    read_rate,
    read_share,
    read_span,
    read_when,
    read_yearly,
)
from valuegen.words import msg

Path = tuple[str | int, ...]
NOWHERE = Place("", 1, 1)


class Marks(Protocol):
    """Where the values of a record stand: the place of the value at a path, None where nothing was written."""

    def get(self, path: Path, /) -> Place | None: ...


class Record(BaseModel):
    """A frozen record that knows where it, and each of its values, was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    # None, not NOWHERE: pydantic copies a default deeply for each record
    _place: Place | None = PrivateAttr(default=None)
    _marks: Marks | None = PrivateAttr(default=None)

    def stand(self, place: Place, marks: Marks) -> None:
        """Say where this record was written; only `read` does, once, when it makes it.

        `marks` gives the place of the value at each path, of keys and positions: `("channels", 1)`. A plain
        `dict` of paths will do.
        """
        self._place = place
        self._marks = marks

    def stand_as(self, other: "Record") -> None:
        """Stand where `other` was written."""
        self._place = other._place
        self._marks = other._marks

    @property
    def place(self) -> Place:
        """Where the record begins."""
        place: Place | None = self._private("_place")
        return place or NOWHERE

    def where(self, *path: str | int) -> Place:
        """Where the value at `path` stands; the record's own place where it was not written."""
        for length in range(len(path), 0, -1):
            found = self._at(path[:length])
            if found:
                return found
        return self.place

    def says(self, key: str) -> bool:
        """Whether `key` was written, rather than taken from a default."""
        return self._at((key,)) is not None

    def _at(self, path: Path) -> Place | None:
        marks: Marks | None = self._private("_marks")
        if marks is None:
            return None
        return marks.get((_aliases(type(self)).get(path[0], path[0]), *path[1:]))

    def _private(self, name: str) -> Any:
        """A private value, without pydantic's long way to it: rules ask for hundreds of thousands."""
        held = self.__pydantic_private__
        return held[name] if held else None


@cache
def _aliases(model: type[Record]) -> dict[str | int, str]:
    """The names of fields that are written under another key."""
    return {name: field.alias for name, field in model.model_fields.items() if field.alias}


def line_of(text: str) -> str:
    """A one-line text: white space of any kind is one space, other control characters are refused."""
    folded = " ".join(_SPACE.split(text)).strip()
    if not folded.isprintable():
        refuse_controls(folded)
    if not folded:
        raise Wrong(msg("This text is empty."), msg("Write it, or take the key out."))
    return folded


_SPACE = re.compile(r"[\s\x85]+")


def text_of(text: str) -> str:
    """A text of any length, with its lines."""
    if "\0" in text:
        raise Wrong(msg("There is a NUL character in this text."), msg("Take it out."))
    return text


def refuse_controls(text: str) -> None:
    """Raise `Wrong` for a control character, which nobody can see."""
    for character in text:
        if unicodedata.category(character) == "Cc":
            code = f"U+{ord(character):04X}"
            raise Wrong(
                msg("There is an invisible control character ({code}) in this text.", code=code), msg("Take it out.")
            )


def name_of(text: str) -> str:
    """The id of something else, as it was written."""
    name = text.strip()
    if not name:
        raise Wrong(msg("This name is empty."), msg("Write it, or take the key out."))
    return name


def language_of(text: str) -> str:
    """The code of a language as pages write it: `pt_br` is pt-BR."""
    language, _, region = name_of(text).replace("_", "-").partition("-")
    return f"{language.lower()}-{region.upper()}" if region else language.lower()


def one(read: Callable[[str], Any]) -> PlainValidator:
    """A field of one value; a list of one is taken for it."""

    def validate(value: object) -> Any:
        if isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
        if isinstance(value, str):
            return read(value)
        if isinstance(value, list | tuple):
            raise Wrong(msg("One value is expected here, not a list."), msg("Keep one value."))
        raise Wrong(msg("One value is expected here, not keys."), msg("Write the value after the colon."))

    return PlainValidator(validate)


def single(value: object) -> object:
    """A list of one is its item."""
    return value[0] if isinstance(value, list | tuple) and len(value) == 1 else value


def several(value: object) -> object:
    """One value is a list of one."""
    return list(value) if isinstance(value, list | tuple) else [value]


def choice(*names: str) -> PlainValidator:
    """A field that takes one of a few words."""

    def read(text: str) -> str:
        if text not in names:
            raise Unknown(text, names)
        return text

    return one(read)


class Unknown(Wrong):
    """A name that is not one of those known; `read/shape` adds the nearest."""

    def __init__(self, text: str, known: tuple[str, ...]) -> None:
        super().__init__(
            msg("“{text}” is not one of these: {known:or}.", text=text, known=known),
            bare=msg("This is not one of these: {known:or}.", known=known),
        )
        self.text = text
        self.known = known


Line = Annotated[str, one(line_of)]
Text = Annotated[str, one(text_of)]
Id = Annotated[str, one(read_id)]
Name = Annotated[str, one(name_of)]
"""An id of something else: whether it exists is seen when the whole workspace is read."""
Language = Annotated[str, one(language_of)]
"""The code of a language: whether it is known is seen when the whole workspace is read."""
Day = Annotated[date, one(read_day)]
Moment = Annotated[When, one(read_when)]
Yearly = Annotated[YearlyDate, one(read_yearly)]
Span = Annotated[int, one(read_span)]
RateOf = Annotated[Rate, one(read_rate)]
Share = Annotated[Fraction, one(read_share)]
Money = Annotated[Amount, one(read_amount)]
Count = Annotated[int, one(read_count)]
Flag = Annotated[bool, one(read_flag)]
Lines = Annotated[tuple[Line, ...], BeforeValidator(several)]


def some(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """At least one."""
    if not values:
        raise Wrong(msg("This list is empty."), msg("Write at least one."))
    return values


Reasons = Annotated[Mapping[str, Line], BeforeValidator(single)]
"""What is allowed, and why."""
Names = Annotated[tuple[Name, ...], BeforeValidator(several)]
SomeNames = Annotated[tuple[Name, ...], BeforeValidator(several), AfterValidator(some)]
