"""The schemas that a workspace keeps for its editors.

They are committed with it, so that they are there after a clone; so nothing about clients is in them, nor what changes
from day to day. Those of the files about clients stand beside those files, which git does not know.
"""

import json
from collections.abc import Mapping
from typing import Any

from valuegen.schema.files import NAMES, schema_of
from valuegen.schema.known import GROWING, Known

FOLDER = ".schemas"
PRIVATE_FOLDER = "content/private/.schemas"
PRIVATE = ("contacts", "needs", "log")


def kept_schemas(known: Known, language: str, with_clients: bool) -> Mapping[str, str]:
    """Their texts, by their paths from the workspace."""
    found = {}
    for name in NAMES:
        if name not in PRIVATE:
            found[path_of(name)] = text_of(name, known.without(*GROWING), language)
        elif with_clients:
            found[path_of(name)] = text_of(name, known, language)
    return found


def path_of(name: str) -> str:
    """Where the schema of a file is kept."""
    return f"{PRIVATE_FOLDER if name in PRIVATE else FOLDER}/{name}.json"


def text_of(name: str, known: Known, language: str) -> str:
    """A schema as it is written: each definition on a line of its own, so that git shows which of them changed."""
    schema = schema_of(name, known, language)
    definitions = _lines({key: _line(value) for key, value in schema.pop("definitions").items()})
    return _lines({**{key: _line(value) for key, value in schema.items()}, "definitions": definitions}) + "\n"


def _lines(parts: Mapping[str, str]) -> str:
    return "{\n" + ",\n".join(f"{_line(key)}: {text}" for key, text in parts.items()) + "\n}"


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
