"""What every record of a workspace has: frozen fields, and the place of each value.

The field types below say how a text becomes a value; `read/shape` feeds them the texts of a file
(`str`, `list`, `dict`, as YAML nests them) and turns what they refuse into findings.
"""

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cache
from typing import Annotated, Any, ClassVar, Protocol, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, PlainValidator

from valuegen.finding import Place
from valuegen.model.texts import language_of, line_of, name_of, text_of
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
    """Where the values of a record stand: the place of the value at a path, None where nothing was written.

    The empty path is the record itself.
    """

    def get(self, path: Path, /) -> Place | None: ...


class Record(BaseModel):
    """A frozen record that knows where it, and each of its values, was written.

    It holds the values that were written; the defaults of all others are its class's, as there may be very many
    records with few values each.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, arbitrary_types_allowed=True)

    __slots__ = ("_marks", "_place")
    apart: ClassVar[tuple[str, ...]] = ("_place", "_marks")
    """What it holds that is no field."""

    @classmethod
    def __pydantic_init_subclass__(cls, **_: Any) -> None:
        for name, field in cls.model_fields.items():
            if not field.is_required():
                setattr(cls, name, field.get_default())

    @classmethod
    def made(cls, values: dict[str, Any], apart: Iterable[Any] = ()) -> Self:
        """A record of values that were read already, by field; they are the record's from then on.

        Nothing is validated: who asks for it has read each value as the field says.
        """
        record = cls.__new__(cls)
        _set(record, "__dict__", values)
        _set(record, "__pydantic_fields_set__", _names(tuple(values)))
        _set(record, "__pydantic_extra__", None)
        _set(record, "__pydantic_private__", None)
        for name, value in zip(cls.apart, apart, strict=False):
            _set(record, name, value)
        return record

    def bare(self) -> Self:
        """The same record, that holds no more than what differs from the defaults or was written."""
        written, defaults = self.model_fields_set, _defaults(type(self))
        values = {k: v for k, v in self.__dict__.items() if k in written or v != defaults.get(k, v)}
        return self.made(values, map(self._apart, self.apart)) if values.keys() == written else self

    def stand(self, place: Place, marks: Marks) -> None:
        """Say where this record was written; only `read` does, once, when it makes it.

        `marks` gives the place of the value at each path, of keys and positions: `("channels", 1)`. A plain
        `dict` of paths will do.
        """
        _set(self, "_place", place)
        _set(self, "_marks", marks)

    def stand_as(self, other: "Record") -> None:
        """Stand where `other` was written."""
        _set(self, "_place", other._apart("_place"))
        _set(self, "_marks", other._apart("_marks"))

    @property
    def place(self) -> Place:
        """Where the record begins."""
        place: Place | None = getattr(self, "_place", None)
        return place or self._at(()) or NOWHERE

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
        marks: Marks | None = getattr(self, "_marks", None)
        if marks is None:
            return None
        aliases = _aliases(type(self))
        return marks.get((aliases[path[0]], *path[1:]) if path and path[0] in aliases else path)

    def _apart(self, name: str) -> Any:
        return getattr(self, name, None)

    def __iter__(self) -> Generator[tuple[str, Any], None, None]:
        for name in type(self).model_fields:
            yield name, getattr(self, name)

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other) or not isinstance(other, Record):
            return NotImplemented
        names = (*type(self).model_fields, *self.apart)
        return self is other or all(getattr(self, name, None) == getattr(other, name, None) for name in names)

    def __copy__(self) -> Self:
        copied = self.made({**self.__dict__}, map(self._apart, self.apart))
        _set(copied, "__pydantic_fields_set__", {*self.model_fields_set})
        return copied

    def __reduce__(self) -> tuple[Any, ...]:
        written = None if self.model_fields_set == self.__dict__.keys() else self.model_fields_set
        return again, (type(self), self.__dict__, written, *map(self._apart, self.apart))


def again(model: type[Record], values: dict[str, Any], written: set[str] | None, *apart: Any) -> Record:
    """A record that was pickled."""
    record = model.made(values, apart)
    if written is not None:
        _set(record, "__pydantic_fields_set__", written)
    return record


_set = object.__setattr__


@cache
def _names(names: tuple[str, ...]) -> set[str]:
    """The names as a set: one for all records that hold the same."""
    return set(names)


@cache
def _defaults(model: type[Record]) -> dict[str, Any]:
    return {name: field.get_default() for name, field in model.model_fields.items() if not field.is_required()}


@cache
def _aliases(model: type[Record]) -> dict[str | int, str]:
    """The names of fields that are written under another key."""
    return {name: field.alias for name, field in model.model_fields.items() if field.alias}


@dataclass(frozen=True)
class One:
    """Validates a field of one value; a list of one is taken for it. `read`: its value, of its text."""

    read: Callable[[str], Any]

    def __call__(self, value: object) -> Any:
        if isinstance(value, list | tuple) and len(value) == 1:
            value = value[0]
        if isinstance(value, str):
            return self.read(value)
        if isinstance(value, list | tuple):
            raise Wrong(msg("One value is expected here, not a list."), msg("Keep one value."))
        raise Wrong(msg("One value is expected here, not keys."), msg("Write the value after the colon."))


@dataclass(frozen=True)
class Choice(One):
    """Validates a field of one of a few words."""

    names: tuple[str, ...]


def one(read: Callable[[str], Any]) -> PlainValidator:
    """A field of one value."""
    return PlainValidator(One(read))


def single(value: object) -> object:
    """A list of one is its item."""
    return value[0] if isinstance(value, list | tuple) and len(value) == 1 else value


def several(value: object) -> object:
    """One value is a list of one."""
    return list(value) if isinstance(value, list | tuple) else [value]


def choice(*names: str) -> PlainValidator:
    """A field that takes one of a few words."""

    known = {name: name for name in names}

    def read(text: str) -> str:
        if text not in known:
            raise Unknown(text, names)
        return known[text]

    return PlainValidator(Choice(read, names))


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
