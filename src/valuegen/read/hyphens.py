"""Items of a list whose hyphen is missing: at the margin of the list, or with spaces in its place."""

import re
from collections.abc import Iterator

from valuegen.read.attempt import Attempt, Growth
from valuegen.words import Message, msg

MISSING = msg("An item of the list begins here, and its hyphen is missing.")
GLUED = msg("The hyphen of an item of a list needs a space after it.")
BARE = msg("Write its hyphen, in line with the others.")
_KEY = re.compile(r"\s*(?:- +)?[\"']?(?P<key>[^\s:{}\[\]\"',#&*!|>%@`-][^:{}\[\]\"',]*?)[\"']?\s*:(?:\s|$)")
_DASH = "- "
_ALIKE = re.compile(r"^[-–—•]\s*(?=[\w{])")
"""What was meant as a hyphen."""
FAR = 400
"""So many lines above and below, other items of the list are looked for."""


def hyphen_mend(line: str) -> Message:
    """What to write in the place of a line."""
    cure = line.strip() if line.startswith(_DASH) else _DASH + line.strip()
    return msg("Write, with its hyphen in line with the others: {cure}", cure=cure)


def hyphens(lines: list[str], at: int, above: int | None) -> Iterator[Attempt]:
    """The line that can't be read, the one above, or the first of those above it that are one item, with a hyphen."""
    if lines[at].lstrip().startswith(_DASH):
        yield from _first_of_all(lines, at)
        return
    for number in (at,) if above is None else (at, above):
        if _begins_item(lines[number]):
            width = _begun(lines[number])
            before, after = _beside(lines, number, width)
            is_like = before is not None and bool(_keys(lines, before) & _keys(lines, number))
            if is_like or (after is not None and before is None):
                yield _with_hyphen(lines, number, width)


def _first_of_all(lines: list[str], at: int) -> Iterator[Attempt]:
    """The lines above the first hyphen, if they are indented like what is behind it, or stand in braces beside it."""
    width, first = _begun(lines[at]), None
    for number in range(at - 1, max(-1, at - FAR), -1):
        line = lines[number]
        if not _holds(line):
            continue
        if _begun(line) < width + len(_DASH):
            if _begun(line) == width and line.lstrip()[:1] == "{":
                yield _with_hyphen(lines, number, width)
            break
        first = number
    if first is not None and _begun(lines[first]) == width + len(_DASH) and _begins_item(lines[first]):
        yield _with_hyphen(lines, first, width)


def _with_hyphen(lines: list[str], number: int, width: int) -> Attempt:
    """The line with a hyphen in that column, and as far from it as the lines below begin."""
    line = lines[number]
    written, bare = _begun(line), _ALIKE.sub("", line.lstrip(" "))
    below = next((one for one in lines[number + 1 :] if _holds(one)), "")
    dash = _DASH.ljust(_begun(below) - width) if _KEY.match(below) else _DASH
    new = " " * width + dash + bare
    grown = (Growth(number, written, len(new) - len(line)),) if len(new) != len(line) else ()
    message = GLUED if line[written] == "-" else MISSING
    return Attempt(((number, new),), message, number, written, hyphen_mend(dash + bare), BARE, grown, of_line=True)


def _begins_item(line: str) -> bool:
    """Whether keys and values stand on a line without a hyphen: one pair, or some in braces."""
    text = _ALIKE.sub("", line.lstrip(" "))
    found = _KEY.match(text)
    is_item = text[:1] == "{" or (found is not None and text[found.end() :].strip() != "")
    return is_item and not text.startswith(_DASH) and not line.lstrip(" ").startswith(_DASH)


def _beside(lines: list[str], number: int, width: int) -> tuple[int | None, int | None]:
    """The items before and after a line whose hyphens stand in that column, in the same list."""

    def first(numbers: range) -> int | None:
        near = next((at for at in numbers if _holds(lines[at]) and _begun(lines[at]) <= width), None)
        is_item = near is not None and _begun(lines[near]) == width and lines[near].lstrip().startswith(_DASH)
        return near if is_item else None

    return (
        first(range(number - 1, max(-1, number - FAR), -1)),
        first(range(number + 1, min(len(lines), number + FAR))),
    )


def _keys(lines: list[str], number: int) -> set[str]:
    """The keys of the item that begins on a line."""
    line = lines[number].lstrip(" ")
    if line.lstrip(" -")[:1] == "{":
        return set(re.findall(r"([\w-]+):\s", line))
    width, found = _begun(lines[number]), set[str]()
    for at in range(number, min(len(lines), number + FAR)):
        if at > number and _holds(lines[at]) and _begun(lines[at]) <= width:
            break
        key = _KEY.match(_ALIKE.sub("", line) if at == number else lines[at])
        if key:
            found.add(key["key"])
    return found


def _holds(line: str) -> bool:
    return bool(line.strip()) and line.lstrip()[:1] != "#"


def _begun(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
