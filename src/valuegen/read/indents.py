"""Lines that are indented otherwise than their neighbours."""

import re
from collections.abc import Iterator

from valuegen.read.attempt import Attempt, Growth
from valuegen.words import msg, nmsg

FAR = 200
"""So many lines above, an item of the same list is looked for."""
_KEY = re.compile(r"\s*(?:-\s+)*[^\s:]+\s*:(?:\s|$)")
_DASHES = re.compile(r"^\s*(?:-\s+)*")


def line_above(lines: list[str], number: int) -> int | None:
    """The next line above that holds something; None where there is none near."""
    for above in range(number - 1, max(-1, number - 6), -1):
        if lines[above].strip():
            return above
    return None


_AT_MARGIN = msg("Begin it at the margin, without spaces.")


def indents(lines: list[str], number: int) -> Iterator[Attempt]:
    """The line as the one above is indented; before that, the one above as those after it."""
    above = line_above(lines, number)
    if above is None:
        return
    line = lines[number]
    over = lines[above]
    yield from _odd_one(lines, above, number)
    yield from _item(lines, number)
    for width in dict.fromkeys((len(over) - len(_DASHES.sub("", over)), _begun(over))):
        if width != _begun(line):
            yield _indented(lines, number, width)


def _odd_one(lines: list[str], above: int, number: int) -> Iterator[Attempt]:
    """The first of some keys, where it alone is indented in another way: two after it are alike."""
    after = next((at for at in range(number + 1, len(lines)) if lines[at].strip()), None)
    parent = line_above(lines, above)
    if after is None or not _KEY.match(lines[above]) or not _begin_here(lines, parent, above):
        return
    first, second, third = _begun(lines[above]), _begun(lines[number]), _begun(lines[after])
    inner = len(lines[above]) - len(_DASHES.sub("", lines[above]))
    width = first + second - inner
    if second == third != inner and width >= 0 and (parent is None or _begun(lines[parent]) < second):
        yield _indented(lines, above, width)


def _begin_here(lines: list[str], parent: int | None, number: int) -> bool:
    """Whether keys begin on a line: those of an item, or of the key above."""
    return lines[number].lstrip()[:1] == "-" or (parent is not None and lines[parent].rstrip().endswith(":"))


def _item(lines: list[str], number: int) -> Iterator[Attempt]:
    """An item, as the nearest one above that is less indented."""
    if lines[number].lstrip()[:2] == "- ":
        items = (at for at in range(number - 1, max(-1, number - FAR), -1) if lines[at].lstrip()[:2] == "- ")
        widths = (_begun(lines[at]) for at in items)
        less = next((width for width in widths if width < _begun(lines[number])), None)
        if less is not None:
            yield _indented(lines, number, less)


def _begun(line: str) -> int:
    return len(line) - len(line.lstrip())


def _indented(lines: list[str], number: int, width: int) -> Attempt:
    line = lines[number]
    written = _begun(line)
    message = msg("This line is not indented like its neighbours.")
    mend = nmsg("Begin it with {n} space.", "Begin it with {n} spaces.", width) if width else _AT_MARGIN
    grown = (Growth(number, width, width - written),)
    return Attempt(
        ((number, " " * width + line.lstrip(" ")),), message, number, written, mend, mend, grown, of_line=True
    )
