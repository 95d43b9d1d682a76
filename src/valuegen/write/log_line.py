"""A line added to the log."""

import re
from collections.abc import Mapping

_ITEM = re.compile(r"^\ufeff?( *)-(?= |\r?$)", re.MULTILINE)
_NOTHING = re.compile(r"\ufeff?(?:[ \t]*(?:#[^\n]*|---[ \t]*(?:#[^\n]*)?)?\r?\n)*[ \t]*(?:#[^\n]*|---[ \t]*)?")
_EMPTY_LIST = re.compile(r"^[ \t]*\[[ \t]*\][ \t]*(?:#[^\n]*)?\r?\n?", re.MULTILINE)
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
        text = _EMPTY_LIST.sub("", text, count=1)
    before = text[: first.start()] if first else text
    if not _NOTHING.fullmatch(before):
        raise CannotAdd  # something else stands before the first “- ”: it is not an item of the log
    indent = first[1] if first else ""
    ended = text if not text or text.endswith("\n") else text + newline
    return f"{ended}{indent}- {item}{newline}"


def _scalar(value: str) -> str:
    if _PLAIN.fullmatch(value):
        return value
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
