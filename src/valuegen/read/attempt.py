"""Lines written anew in memory, to see whether the reader gets past an error then."""

from dataclasses import dataclass
from typing import NamedTuple

from valuegen.words import Message


class Growth(NamedTuple):
    """On a line (from 0), what stands after a column (from 1) has moved to the right by so many characters."""

    line: int
    after: int
    by: int


@dataclass(frozen=True, slots=True)
class Attempt:
    """Lines written anew (numbers from 0), what was wrong with them and where, and the mend with the cure in it."""

    changes: tuple[tuple[int, str], ...]
    message: Message
    line: int
    column: int
    mend: Message
    bare_mend: Message
    grown: tuple[Growth, ...] = ()
    of_line: bool = False
    """Whether it is about the line as a whole, so that what it holds may be wrong besides."""
    within: bool = False
    """Whether getting further on the same line is enough (several mistakes may stand between brackets)."""
