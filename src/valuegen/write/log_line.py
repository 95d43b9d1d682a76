"""A line added to the log."""

import re
from collections.abc import Mapping

_ITEM = re.compile(r"^( *)- ", re.MULTILINE)
_NOTHING = re.compile(r"(?:\s*#[^\n]*\n?|\s*\n?|\s*---[^\n]*\n?|\s*\[\s*\]\s*\n?)*\Z")
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*")


class CannotAdd(ValueError):
    """The log is written in a form that a line can't be added to without changing the rest."""


def added(text: str, line: Mapping[str, str]) -> str:
    """The log's text with one more item at its end, in the indentation of those that are there.

    Raises `CannotAdd` where the log is not a block list (`- …`).
    """
    item = "{" + ", ".join(f"{key}: {_scalar(value)}" for key, value in line.items()) + "}"
    newline = "\r\n" if "\r\n" in text else "\n"
    first = _ITEM.search(text)
    if first is None:
        if not _NOTHING.fullmatch(text):
            raise CannotAdd
        kept = re.sub(r"^\s*\[\s*\]\s*$", "", text, flags=re.MULTILINE)
        return f"{_ended(kept, newline)}- {item}{newline}"
    return f"{_ended(text, newline)}{first[1]}- {item}{newline}"


def _ended(text: str, newline: str) -> str:
    return text if not text or text.endswith("\n") else text + newline


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
