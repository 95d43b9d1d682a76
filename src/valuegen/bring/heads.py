"""The head of a post in any of the forms that generators know: YAML, TOML, JSON, and Pelican's lines of metadata."""

import json
import re
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from valuegen.bring.clean import many_lines
from valuegen.bring.parts import At, Refused, Value
from valuegen.model.values import Wrong
from valuegen.read.front_matter import split
from valuegen.read.nodes import Map, Node, Scalar, Seq
from valuegen.read.yaml import parse
from valuegen.words import msg

LONGEST = 256 * 1024
DEEPEST = 12
_MARKED = re.compile(r"(\+\+\+|---(?:json|toml))[ \t]*\n(.*?)^(?:\+\+\+|---)[ \t]*(?:\n|\Z)", re.MULTILINE | re.DOTALL)
_META = re.compile(r"([A-Za-z][\w -]{0,40}):[ \t]*(.*)")


class Head(NamedTuple):
    """The keys of a post (in small letters), and its text, which begins on `line`."""

    keys: Mapping[str, Value]
    text: str
    line: int


def head_of(text: str, file: str) -> Head | None:
    """The head of a text; None where it has none. Raises `Refused`."""
    try:
        found = _head(text, file)
    except RecursionError:
        raise Refused(At(file, 1), msg("This front matter is nested too deep.")) from None
    if found is None:
        return None
    return found._replace(
        keys={key.strip().lower(): value for key, value in found.keys.items() if value not in ("", ())}
    )


def _head(text: str, file: str) -> Head | None:
    if text.startswith("{"):
        return _json(text, file)
    marked = _MARKED.match(text)
    if marked:
        rest, line = text[marked.end() :], text.count("\n", 0, marked.end()) + 1
        read = _json_keys if marked[1].endswith("json") else _toml_keys
        return Head(read(marked[2], file), rest, line)
    if re.match(r"---[ \t]*(?:js|javascript)[ \t]*\n", text):
        raise Refused(At(file, 1), msg("Its front matter is JavaScript, which is not run here: write it in YAML."))
    if text.startswith("+++"):
        raise Refused(At(file, 1), msg("The front matter that begins here is never closed."))
    if text.startswith("---"):
        return _yaml(text, file)
    return _meta(text, file)


def _yaml(text: str, file: str) -> Head | None:
    parted = split(text)
    if parted.head is None:
        return None
    if not parted.closed:
        raise Refused(At(file, 1), msg("The front matter that begins here is never closed."))
    _check(parted.head, file)
    parsed = parse(parted.head, file, 2)
    if parsed.findings:
        first = parsed.findings[0]
        raise Refused(At(file, first.place.line), first.message)
    root = parsed.root
    if root is None or (isinstance(root, Scalar) and root.is_nothing):
        return Head({}, parted.text, parted.line)
    if not isinstance(root, Map):
        raise Refused(At(file, 2), msg("This front matter is not made of keys."))
    return Head({key: _plain(node, file) for key, (_, node) in root.items.items()}, parted.text, parted.line)


def _plain(node: Node, file: str) -> Value:
    if isinstance(node, Seq):
        return tuple(_plain(item, file) for item in node.items)
    if isinstance(node, Map):
        return {key: _plain(value, file) for key, (_, value) in node.items.items()}
    return "" if not node.style and node.text in ("null", "~") else _text(node.text, At(file, node.line))


def _text(text: str, at: At) -> str:
    try:
        return many_lines(text) if text.strip() else ""
    except Wrong as wrong:
        raise Refused(at, wrong.message) from None


def _check(head: str, file: str) -> None:
    if len(head) > LONGEST:
        raise Refused(At(file, 1), msg("This front matter is larger than {most} kB.", most=LONGEST // 1024))


def _toml_keys(head: str, file: str) -> dict[str, Value]:
    _check(head, file)
    try:
        return _keys(tomllib.loads(head), At(file, 1))
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+)", str(error))
        line = int(found[1]) + 1 if found else 1
        raise Refused(At(file, line), msg("This front matter is not right as TOML.")) from None


def _json_keys(head: str, file: str) -> dict[str, Value]:
    _check(head, file)
    try:
        read = json.loads(head)
    except ValueError as error:
        line = getattr(error, "lineno", 1) + 1
        raise Refused(At(file, line), msg("This front matter is not right as JSON.")) from None
    if not isinstance(read, dict):
        raise Refused(At(file, 1), msg("This front matter is not made of keys."))
    return _keys(read, At(file, 1))


def _json(text: str, file: str) -> Head | None:
    try:
        _, end = json.JSONDecoder().raw_decode(text[:LONGEST])
    except ValueError as error:
        raise Refused(At(file, getattr(error, "lineno", 1)), msg("This front matter is not right as JSON.")) from None
    return Head(_json_keys(text[:end], file), text[end:], text.count("\n", 0, end) + 1)


def _keys(read: Mapping[str, Any], at: At, depth: int = 0) -> dict[str, Value]:
    return {_text(str(key), at): _value(value, at, depth) for key, value in read.items()}


def _value(value: Any, at: At, depth: int) -> Value:
    if depth > DEEPEST:
        raise Refused(at, msg("This front matter is nested too deep."))
    if isinstance(value, Mapping):
        return _keys(value, at, depth + 1)
    if isinstance(value, list):
        return tuple(_value(item, at, depth + 1) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return "" if value is None else _text(str(value), at)


def _meta(text: str, file: str) -> Head | None:
    """Pelican: `Title: …` and so on, up to an empty line; what is indented goes on with the line above."""
    keys: dict[str, Value] = {}
    lines = text.removeprefix("\ufeff").split("\n")
    name, number = "", 0
    for number, line in enumerate(lines, 1):
        found = _META.fullmatch(line.rstrip())
        if found:
            name = found[1].strip().lower().replace(" ", "_")
            keys[name] = _text(found[2], At(file, number))
        elif line.startswith(("    ", "\t")) and name and line.strip():
            keys[name] = f"{keys[name]} {line.strip()}".strip()
        else:
            break
    if "title" not in keys or (number <= len(lines) and lines[number - 1].strip()):
        return None
    return Head(keys, "\n".join(lines[number:]), number + 1)
