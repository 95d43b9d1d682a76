"""A record without what is wrong in it, so that the rest can be judged in the same run."""

from typing import Any, TypeVar

from pydantic import ValidationError

from valuegen.model.base import Path, Record
from valuegen.model.settings import Site
from valuegen.read.form import form_of

R = TypeVar("R", bound=Record)

_ROUNDS = 4
NOBODY = "?"
_STAND_INS: dict[str, Any] = {
    "id": "untitled",
    "slug": "untitled",
    "title": "?",
    "name": "?",
    "kind": "industry",
    "segments": [NOBODY],
    "heard": "2000-01-01",
    "needs": "?",
    "date": "2000-01-01",
    "what": "work",
    "url": "https://site.example",
    "site": {"title": "?", "url": "https://site.example"},
}
"""What stands for a required value that is wrong. No record of a workspace ever holds it."""


def without(error: ValidationError, data: dict[str, Any], model: type[R]) -> R | None:
    """The record of `data` without the values that `error` is about; None where too little is left."""
    for _ in range(_ROUNDS):
        for problem in error.errors(include_url=False, include_input=False):
            data = _cut(data, problem["loc"], model)
        try:
            return model.model_validate(data)
        except ValidationError as next_error:
            error = next_error
    return None


def _cut(data: dict[str, Any], path: Path, model: type[Record]) -> dict[str, Any]:
    """The data without the value at `path`, or with a stand-in where it is required."""
    key, rest = str(path[0]), path[1:]
    below = data.get(key)
    if key == "site" and rest and isinstance(below, dict):
        return {**data, key: _cut(below, rest, Site)}
    if key == "words" and rest and isinstance(below, dict):
        return {**data, key: _cut_below(below, rest[:2])}
    if key in _STAND_INS and key in form_of(model).required:
        return {**data, key: _STAND_INS[key]}
    return {other: value for other, value in data.items() if other != key}


def _cut_below(data: dict[str, Any], path: Path) -> dict[str, Any]:
    """The data without the value at `path`, with all that stands beside it: each of `words` is a list by itself."""
    key, rest = str(path[0]), path[1:]
    below = data.get(key)
    if rest and isinstance(below, dict):
        return {**data, key: _cut_below(below, rest)}
    return {other: value for other, value in data.items() if other != key}
