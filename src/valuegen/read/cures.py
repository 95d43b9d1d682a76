"""A syntax error in plain words, with what to write instead.

A cure is tried out before it is said: the line is written anew in memory, and the cure is right if the reader then
gets past that line. So what stands behind the error is read in the same run.
"""

from dataclasses import dataclass
from typing import Any

import yaml

from valuegen.read.attempt import Attempt, Growth
from valuegen.read.attempts import attempts, lines_of
from valuegen.read.syntax import described
from valuegen.words import Message

LONGEST = 1024 * 1024
"""In a longer text no cure is tried out."""
AHEAD = 40
"""So many lines behind an error are read to see whether a cure is right."""


@dataclass(frozen=True, slots=True)
class Cure:
    """What is wrong at a line and column (from 0), the mend, and the text with the cure in it (None: no cure known).
    `grown`: where its lines grew.
    """

    message: Message
    line: int
    column: int
    mend: Message
    bare_mend: Message
    text: str | None = None
    grown: tuple[Growth, ...] = ()
    of_line: bool = False


def cure_of(text: str, error: yaml.YAMLError, quoted: Any, may_try: bool) -> Cure:
    """The cure of a syntax error. `quoted`: the event of the last quoted text that ran over several lines."""
    lines = lines_of(text)
    if may_try and len(text) <= LONGEST:
        for attempt in attempts(lines, error, quoted):
            if attempt.changes and _moves_on(lines, attempt, error):
                return _cured(lines, attempt)
    told = described(error, lines)
    return Cure(told.message, told.line, told.column, told.mend, told.mend)


def _cured(lines: list[str], attempt: Attempt) -> Cure:
    changed = list(lines)
    for number, line in attempt.changes:
        changed[number] = line
    return Cure(
        attempt.message,
        attempt.line,
        attempt.column,
        attempt.mend,
        attempt.bare_mend,
        "".join(changed),
        attempt.grown,
        attempt.of_line,
    )


def _moves_on(lines: list[str], attempt: Attempt, error: yaml.YAMLError) -> bool:
    """Whether the reader gets further with the attempt's lines than it got without."""
    line, column = _reached(error)
    if attempt.within and attempt.grown:
        column += attempt.grown[0].by + 1
    else:
        line, column = line + 1, 0
    first = _begin_of_block(lines, min(number for number, _ in attempt.changes), _reached(error)[0])
    last = max(line, attempt.line) + AHEAD
    changed = dict(attempt.changes)
    text = "".join(changed.get(number, lines[number]) for number in range(first, min(last, len(lines))))
    return _stop(text) >= (line - first, column)


_END = (10**9, 0)


def _stop(text: str) -> tuple[int, int]:
    """Where the reader stops, as line and column from 0; beyond all lines if it reads the whole text."""
    try:
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
    except yaml.YAMLError as error:
        return _reached(error)
    return _END


def _begin_of_block(lines: list[str], number: int, reached: int) -> int:
    """The last line up to `number` from which the reader stops where it stopped in the whole: at the margin, or 0."""
    for _ in range(3):
        while number > 0 and lines[number][:1] in (" ", "\t", "\r", "\n", "#", "]", "}", ""):
            number -= 1
        part = "".join(lines[number : reached + AHEAD])
        if number == 0 or _stop(part)[0] == reached - number:
            return number
        number -= 1
    return 0


def _reached(error: yaml.YAMLError) -> tuple[int, int]:
    """The line and column (from 0) up to which the reader came."""
    problem = getattr(error, "problem_mark", None)
    context = getattr(error, "context_mark", None)
    if isinstance(error, yaml.scanner.ScannerError) and context is not None:
        return int(context.line), int(context.column)
    return (int(problem.line), int(problem.column)) if problem is not None else (0, 0)
