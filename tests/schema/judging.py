"""The files of a workspace as an editor reads them, held to their schemas."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from valuegen.read.front_matter import split
from valuegen.read.workspace import Reading
from valuegen.schema.files import NAMES, schema_of
from valuegen.schema.known import known_of


class Core(yaml.CSafeLoader):
    """YAML 1.2, as editors read it: dates, `yes`, `off` and `9:30` are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}


for tag, form, first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.inf|\.nan", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{form})$"), list(first))
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(loader.construct_scalar(node), 10))
Core.add_constructor("tag:yaml.org,2002:float", lambda loader, node: float(loader.construct_scalar(node)))


def loaded(text: str) -> Any:
    """What an editor sees; raises YAMLError where it is no YAML."""
    return yaml.load(text, Core)


def name_of(path: str) -> str | None:
    """The schema of a file; None where it has none."""
    if path == "valuegen.yaml":
        return "valuegen"
    if path.startswith("content/posts/") and path.endswith(".md"):
        return "post"
    parts = Path(path.removeprefix("content/").removeprefix("private/")).with_suffix("").parts
    return parts[0] if path.startswith("content/") and path.endswith(".yaml") and parts[0] in NAMES else None


def validators(reading: Reading) -> dict[str, Draft7Validator]:
    """Those of a workspace, by the name of the schema."""
    known = known_of(reading)
    return {name: Draft7Validator(schema_of(name, known, "en")) for name in NAMES}


def judged(root: Path, reading: Reading) -> Iterator[tuple[str, list[str]]]:
    """Each file that has a schema, and what is wrong with it; of one that is no YAML, that."""
    by_name = validators(reading)
    for source in sorted(root.rglob("*")):
        path = source.relative_to(root).as_posix()
        name = name_of(path)
        if name is None or not source.is_file() or ".schemas" in path:
            continue
        text = source.read_bytes().decode("utf-8", "replace")
        head = split(text).head if name == "post" else text
        if head is None:
            continue
        try:
            data = loaded(head)
        except (yaml.YAMLError, ValueError) as error:
            yield path, [str(error)]
            continue
        yield path, [f"{list(one.absolute_path)}: {one.message[:200]}" for one in by_name[name].iter_errors(data)]
