"""What every record of a workspace has: frozen fields, and the place of each value.

The field types below say how a text becomes a value; `read/shape` feeds them the texts of a file
(`str`, `list`, `dict`, as YAML nests them) and turns what they refuse into findings.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, PrivateAttr

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
from valuegen.words import Message, msg

Path = tuple[str | int, ...]


class Record(BaseModel):
    """A frozen record that knows where it, and each of its values, was written."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    _place: Place = PrivateAttr(default=Place("", 1, 1))
    _marks: Mapping[Path, tuple[int, int]] = PrivateAttr(default_factory=dict)

    def stand(self, place: Place, marks: Mapping[Path, tuple[int, int]]) -> None:
        """Say where this record was written; only `read/shape` does, once, when it makes it.

        `marks` gives the line and column of the value at each path: `("channels", 1)`.
        """
        self._place = place
        self._marks = marks

    @property
    def place(self) -> Place:
        """Where the record begins."""
        return self._place

    def where(self, *path: str | int) -> Place:
        """Where the value at `path` stands; the record's own place where it was not written."""
        for length in range(len(path), 0, -1):
            found = self._marks.get(path[:length])
            if found:
                return Place(self._place.file, *found)
        return self._place

    def says(self, key: str) -> bool:
        """Whether `key` was written, rather than taken from a default."""
        return (key,) in self._marks


def line_of(text: str) -> str:
    """A one-line text: white space of any kind is one space, other control characters are refused."""
    folded = re.sub(r"[\s\x85]+", " ", text).strip()
    refuse_controls(folded)
    if not folded:
        raise Wrong(msg("This text is empty."), msg("Write it, or take the key out."))
    return folded


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


def one(read: Callable[[str], Any]) -> PlainValidator:
    """A field of one value; a list of one is taken for it."""

    def validate(value: object) -> Any:
        value = single(value)
        if not isinstance(value, str):
            raise Wrong(_expected(value, msg("one value")))
        return read(value)

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
        super().__init__(msg("“{text}” is not one of these: {known:or}.", text=text, known=known))
        self.text = text
        self.known = known


def _expected(value: object, expected: Message) -> Message:
    got = msg("a list") if isinstance(value, list) else msg("a mapping")
    return msg("Here stands {got}, where {expected} is expected.", got=got, expected=expected)


Line = Annotated[str, one(line_of)]
Text = Annotated[str, one(text_of)]
Id = Annotated[str, one(read_id)]
Name = Annotated[str, one(lambda text: text.strip())]
"""An id of something else: whether it exists is seen when the whole workspace is read."""
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
Names = Annotated[tuple[Name, ...], BeforeValidator(several)]
