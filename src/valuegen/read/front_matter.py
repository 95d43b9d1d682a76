"""The head of a Markdown file: YAML between two lines of `---`."""

import re
from typing import NamedTuple

_OPEN = re.compile(r"---[ \t]*(?:\r\n|\r|\n|$)")
_CLOSE = re.compile(r"^---[ \t]*(?:\r\n|\r|\n|\Z)", re.MULTILINE)
_LINE_END = re.compile(r"\r\n|\r|\n")


class Split(NamedTuple):
    """A file's head (None: it has none) and the text below it, which begins on `line`. `closed`: the head ends."""

    head: str | None
    text: str
    line: int = 1
    closed: bool = True


def split(text: str) -> Split:
    """Part a file's front matter from its text. The head's first line is line 2."""
    opened = _OPEN.match(text)
    if not opened:
        return Split(None, text)
    closed = _CLOSE.search(text.replace("\r\n", "\n").replace("\r", "\n"), 4) if "\r" in text else None
    if "\r" in text:
        return _split_lines(text) if closed else Split(text[opened.end() :], "", 1, closed=False)
    closed = _CLOSE.search(text, opened.end())
    if not closed:
        return Split(text[opened.end() :], "", 1, closed=False)
    return Split(text[opened.end() : closed.start()], text[closed.end() :], text.count("\n", 0, closed.end()) + 1)


def _split_lines(text: str) -> Split:
    lines = re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---" and line.startswith("---"))
    return Split("".join(lines[1:end]), "".join(lines[end + 1 :]), end + 2)
