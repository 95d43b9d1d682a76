"""A rule's card: its docstring, taken apart. It is the text of `explain`, of docs/rules.md and of the planner.

Each paragraph is a `Message`, whose msgid is the paragraph on one line; code stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from inspect import cleandoc

from valuegen.rules.found import Rule
from valuegen.words import Message

SECTIONS = ("Why", "Options", "Fails", "Passes")
_HEADING = re.compile(r"# (\w+)")


@dataclass(frozen=True, slots=True)
class Code:
    """What stands between two lines of ```: a file of an example, whose first line is its path after `# `."""

    language: str
    text: str


Part = Message | Code


@dataclass(frozen=True, slots=True)
class Card:
    """What a rule's page says; `title` is its first sentence."""

    name: str
    title: Message
    why: tuple[Part, ...]
    options: tuple[Part, ...]
    fails: tuple[Part, ...]
    passes: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a docstring: the section it stands in (none: before the first), and its line, from 1."""

    section: str
    line: int
    part: Part


def card_of(rule: Rule) -> Card:
    """The card of a rule."""
    pieces = list(pieces_of(cleandoc(rule.__doc__ or "")))
    head = [piece.part for piece in pieces if not piece.section]
    title = next((part for part in head if isinstance(part, Message)), Message(rule.NAME, plain=True))
    why, options, fails, passes = (tuple(one.part for one in pieces if one.section == name) for name in SECTIONS)
    return Card(rule.NAME, title, why, options, fails, passes)


def pieces_of(text: str) -> Iterator[Piece]:
    """The paragraphs and the code of a docstring, in order."""
    section, held, start = "", list[str](), 1
    language: str | None = None
    for number, line in enumerate([*text.splitlines(), ""], 1):
        fence = line.startswith("```")
        if language is not None and not fence:
            held.append(line)
            continue
        heading = _HEADING.fullmatch(line)
        if not (fence or heading or not line.strip()):
            start = start if held else number
            held.append(line.strip())
            continue
        if held or language is not None:
            yield Piece(section, start, _part(held, language))
        held, start = [], number
        section = heading[1] if heading else section
        language = line[3:].strip() if fence and language is None else None


def _part(lines: Sequence[str], language: str | None) -> Part:
    if language is not None:
        return Code(language, "\n".join(lines))
    return Message(" ".join(lines), plain=True)
