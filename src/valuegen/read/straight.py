"""A node of texts and lists of texts, with nothing wrong in it → a record, the straight way.

It calls the same readers of values that pydantic would. Whatever is not plain (a key in another number, a record
within the record, a value that its reader refuses) is left to `shape`, which says what is wrong.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import AfterValidator, BeforeValidator, PlainValidator

from valuegen.model.base import Marks, One, Record, several
from valuegen.model.values import Wrong
from valuegen.read.nodes import REFUSED, Map, Node, Scalar, Seq
from valuegen.read.places import spots

R = TypeVar("R", bound=Record)
Read = Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of the model: what reads its text, or each text of its list; what then looks at the whole list."""

    name: str
    read: Read
    is_list: bool
    after: Callable[[tuple[Any, ...]], tuple[Any, ...]] | None = None


def straight(node: Map, model: type[R], located: Callable[[Node], Marks]) -> R | None:
    """The record of a node; None where it is not plain, or something may be wrong.

    `located` gives its places where they can't be packed.
    """
    fields = _fields(model)
    values: dict[str, Any] = {}
    try:
        for key, (_, value) in node.items.items():
            field = fields[key]
            if type(value) is Scalar:
                text, style, _, _, _, cut = value
                if cut or style == REFUSED:
                    return None
                if text or style:
                    values[field.name] = _listed(field, (text,)) if field.is_list else field.read(text)
            elif type(value) is Seq and field.is_list:
                values[field.name] = _listed(field, _texts(value))
            else:
                return None
    except (KeyError, Wrong):
        return None
    if not _required(model) <= values.keys():
        return None
    return model.made(values, (None, spots(node) or located(node)))


@lru_cache(4096)  # the same names stand in record after record
def _listed(field: _Field, texts: tuple[str, ...]) -> tuple[Any, ...]:
    made = tuple(map(field.read, texts))
    return made if field.after is None else field.after(made)


def _texts(node: Seq) -> tuple[str, ...]:
    """The texts of a list that holds nothing else; raises KeyError of any other."""
    for item in node.items:
        if type(item) is not Scalar or item.cut or item.style == REFUSED:
            raise KeyError
    return tuple([item.text for item in node.items])  # type: ignore[union-attr]


@cache
def _required(model: type[Record]) -> frozenset[str]:
    return frozenset(name for name, info in model.model_fields.items() if info.is_required())


@cache
def _fields(model: type[Record]) -> dict[str, _Field]:
    """The fields that can be read straight, by the key they are written under."""
    found = {
        info.alias or name: _field(name, info.annotation, info.metadata) for name, info in model.model_fields.items()
    }
    return {key: field for key, field in found.items() if field is not None}


def _field(name: str, annotation: Any, metadata: list[Any]) -> _Field | None:
    if get_origin(annotation) in (Union, UnionType):
        inner, *others = (arg for arg in get_args(annotation) if arg is not NoneType)
        if others or metadata or get_origin(inner) is not Annotated:
            return None
        annotation, *metadata = get_args(inner)
    read = _read(metadata)
    if read is not None:
        return _Field(name, read, is_list=False)
    if get_origin(annotation) is not tuple or metadata[:1] != [BeforeValidator(several)]:
        return None
    after = [validator.func for validator in metadata[1:] if isinstance(validator, AfterValidator)]
    item, *rest = get_args(annotation)
    read = _read(get_args(item)[1:]) if get_origin(item) is Annotated else None
    if read is None or rest != [...] or len(after) != len(metadata) - 1 or len(after) > 1:
        return None
    return _Field(name, read, True, after[0] if after else None)  # type: ignore[arg-type]


def _read(metadata: Any) -> Read | None:
    if len(metadata) == 1 and isinstance(metadata[0], PlainValidator) and isinstance(metadata[0].func, One):
        return metadata[0].func.read
    return None
