"""Keys and values as a person would write them in YAML: plain where nothing else could be meant, else in quotes."""

import json
import re
from collections.abc import Mapping
from typing import TypeAlias

Value: TypeAlias = "str | tuple[Value, ...] | Mapping[str, Value]"
"""A text, several values, or keys with theirs."""

# What YAML takes for a text as it stands, between braces too; and a day with a time.
_PLAIN = re.compile(r"[^\W_](?:[\w .-]*\w)?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}")


def scalar(text: str) -> str:
    """A text as YAML takes it; in double quotes, as JSON writes them, where it could mean something else."""
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def in_line(value: Value) -> str:
    """A value in one line."""
    if isinstance(value, str):
        return scalar(value)
    if isinstance(value, tuple):
        return f"[{', '.join(map(in_line, value))}]"
    return f"{{{', '.join(f'{scalar(key)}: {in_line(inner)}' for key, inner in value.items())}}}"


def in_lines(keys: Mapping[str, Value]) -> list[str]:
    """Keys with their values, a line each; a text of several lines as a block.

    (Not one that begins with a space: a block takes its indentation from its first line.)"""
    lines: list[str] = []
    for key, value in keys.items():
        name = scalar(key)
        if isinstance(value, str) and "\n" in value.strip("\n") and not value.strip("\n")[0].isspace():
            lines += [f"{name}: |", *(f"  {line}".rstrip() for line in value.strip("\n").split("\n"))]
        else:
            lines.append(f"{name}: {in_line(value)}")
    return lines


def front_matter(keys: Mapping[str, Value], text: str) -> str:
    """A Markdown file: its keys between two lines of `---`, and its text; the text alone where there are none."""
    body = text.strip("\n") + "\n"
    return "\n".join(("---", *in_lines(keys), "---", "", body)) if keys else body
