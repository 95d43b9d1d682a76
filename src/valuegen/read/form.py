"""What a record's keys are, and how else each may be written: `segment` for `segments`, and the other way round."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from valuegen.model.base import Line, Name, Record, Text


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of a record.

    `keys`: each way a key may be written -> the key. `inner`: key -> the form of the records under it; `each`: key ->
    the form of the records that stand under it by names of the user's own.
    `plain`: keys that are written so, and hold no records.
    `prose`: keys whose values are texts in the user's own words. `free`: keys with a mapping of the user's own.
    """

    model: type[Record]
    keys: Mapping[str, str]
    required: tuple[str, ...]
    inner: Mapping[str, "Form"]
    each: Mapping[str, "Form"]
    plain: frozenset[str]
    prose: frozenset[str]
    free: frozenset[str]

    @property
    def known(self) -> tuple[str, ...]:
        """The keys, each once."""
        return tuple(dict.fromkeys(self.keys.values()))

    def ways(self, key: str) -> tuple[str, ...]:
        """How a key may be written."""
        return tuple(way for way, meant in self.keys.items() if meant == key)


@cache
def form_of(model: type[Record], hidden: tuple[str, ...] = ()) -> Form:
    """The form of a model, without the keys that are not for the user to write."""
    fields = {info.alias or name: info for name, info in model.model_fields.items()}
    written = {key: info for key, info in fields.items() if key not in hidden}
    kinds = {key: (info.annotation, *info.metadata) for key, info in written.items()}
    keys = {key: key for key in written}
    for key, kind in kinds.items():
        is_list = _holds(kind[0], tuple)
        twin = _twin(key, is_list) if is_list or _has(kind, (Name,)) else None
        if twin:
            keys.setdefault(twin, key)
    inner = {key: form_of(found) for key, kind in kinds.items() for found in (_record_in(kind[0]),) if found}
    each = {key: form_of(found) for key, kind in kinds.items() for found in (_record_of_each(kind[0]),) if found}
    return Form(
        model,
        keys,
        tuple(key for key, info in written.items() if info.is_required()),
        inner,
        each,
        frozenset(written.keys() - inner.keys() - each.keys()),
        frozenset(key for key, kind in kinds.items() if _has(kind, (Line, Text))),
        frozenset(key for key, kind in kinds.items() if _holds(kind[0], Mapping)),
    )


def _twin(key: str, is_list: bool) -> str | None:
    """The other number of a key's word: of a list the singular, of one value the plural."""
    if not is_list:
        return None if key.endswith("s") else f"{key}s"
    if key.endswith("ies"):
        return f"{key[:-3]}y"
    if key.endswith("iases"):
        return key[:-2]
    return key[:-1] if key.endswith("s") else None


def _parts(annotation: Any) -> tuple[Any, ...]:
    """An annotation and all that it is made of."""
    origin = get_origin(annotation)
    if origin is Annotated:
        inner: tuple[Any, ...] = get_args(annotation)[:1]
    elif origin in (Union, UnionType) or origin is not None:
        inner = get_args(annotation)
    else:
        inner = ()
    return (annotation, *(part for one in inner for part in _parts(one)))


def _record_in(annotation: Any) -> type[Record] | None:
    if _holds(annotation, Mapping):
        return None
    for part in _parts(annotation):
        if isinstance(part, type) and issubclass(part, Record):
            return part
    return None


def _record_of_each(annotation: Any) -> type[Record] | None:
    """The record that stands under each name of a mapping; None of one that is read in a way of its own."""
    for part in _parts(annotation):
        if get_origin(part) is Mapping:
            _, value = get_args(part)
            return value if isinstance(value, type) and issubclass(value, Record) else None
    return None


def _holds(annotation: Any, kind: type) -> bool:
    return any((get_origin(part) or part) is kind for part in _parts(annotation))


def _has(kind: tuple[Any, ...], types: tuple[Any, ...]) -> bool:
    """Whether a field is made of one of these types (told by how they are read)."""
    annotation, *metadata = kind
    for part in _parts(annotation):
        if get_origin(part) is Annotated:
            metadata += part.__metadata__
    return any(one is get_args(wanted)[1] for one in metadata for wanted in types)
