"""A syntax error for which no cure is known, in plain words."""

from dataclasses import dataclass

import yaml

from valuegen.words import Message, msg


@dataclass(frozen=True, slots=True)
class Described:
    """What is wrong, at which line and column (from 0), and what to do."""

    message: Message
    line: int
    column: int
    mend: Message


_KNOWN: tuple[tuple[str, Message, Message], ...] = (
    (
        "unexpected end of stream",
        msg("The quotation mark opened here is never closed."),
        msg("Close it at the end of the text."),
    ),
    (
        "could not find expected ':'",
        msg("This line is neither “key: value” nor part of what is above it."),
        msg("Write a colon and a space after the key, or put the text in quotes."),
    ),
    (
        "did not find expected ',' or",
        msg("What is in these brackets can't be understood from here on."),
        msg("Look for a comma or a closing bracket that is missing, or put texts in quotes."),
    ),
    (
        "did not find expected '-'",
        msg("The next item of the list is expected here, and it begins with a hyphen."),
        msg("Begin it with a hyphen, or indent it like the line above."),
    ),
    (
        "mapping values are not allowed",
        msg("There is a colon and a space here, where no key can be."),
        msg("If it is text, write it in quotes; if it is a key, indent it like its neighbours."),
    ),
    (
        "block sequence entries are not allowed",
        msg("A list can't begin here."),
        msg("Begin it on the line below its key, with a hyphen for each item."),
    ),
    (
        "cannot start any token",
        msg("A text can't begin with this sign, unless in quotes."),
        msg("Write the text in quotes."),
    ),
    (
        "escape",
        msg("Inside double quotes a backslash begins a code."),
        msg("Write the backslash twice, or use single quotes."),
    ),
    (
        "expected key",
        msg("A key is expected here, as in “title: …”."),
        msg("Check this line and the one above: quotes, colons, and the spaces they begin with."),
    ),
)
_ELSE = (
    msg("This can't be read as YAML."),
    msg("Check this line and the one above: quotes, colons, brackets, and the spaces they begin with."),
)


def described(error: yaml.YAMLError, lines: list[str]) -> Described:
    """The error in words, at a place inside the text."""
    said = str(getattr(error, "problem", "") or "")
    message, mend = next(((what, cure) for part, what, cure in _KNOWN if part in said), _ELSE)
    mark = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if isinstance(error, yaml.scanner.ScannerError) and context is not None:
        mark = context
    if mark is None:
        return Described(message, 0, 0, mend)
    line = min(mark.line, max(len(lines) - 1, 0))
    width = len(lines[line].rstrip("\r\n")) if lines else 0
    column = mark.column if line == mark.line else width
    return Described(message, line, min(column, width), mend)
