"""What to cut out of a YAML text so that some items of a list, or some keys, are gone and all else stays.

A cut is a stretch of the text, from a character to another (not in). Comments stay, but for those on a line that
goes, and those right above it that `is_about` says go with it.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator

from valuegen.read.extents import Extent

Cut = tuple[int, int]
About = Callable[[str], bool]
"""Whether a comment is about what is taken out."""
_LINE_END = re.compile(r"\r\n|\r|\n")
_GAP = re.compile(r"(?:[\s,\ufeff]|(?<![^\s,\[{])#[^\r\n]*)*")
_COMMA = re.compile(r"(?:\s|(?<=\s)#[^\r\n]*)*,")
_SPACES = re.compile(r"[ \t]*")
_COLON = re.compile(r"[ \t]*:")
_REST = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?=[\r\n]|\Z)")


def without(text: str, cuts: Iterable[Cut]) -> str:
    """The text without some stretches of it."""
    kept, at = [], 0
    for start, end in joined(cuts):
        kept.append(text[at:start])
        at = end
    return "".join((*kept, text[at:]))


def joined(cuts: Iterable[Cut]) -> list[Cut]:
    """The same stretches in their order, those that touch as one."""
    found: list[Cut] = []
    for start, end in sorted(cuts):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        elif start < end:
            found.append((start, end))
    return found


def was_line(text: str, cuts: Iterable[Cut]) -> Callable[[int], int]:
    """Which line (from 1) of a text each line of what is left of it was."""
    cuts = joined(cuts)
    starts = [0, *(found.end() for found in _LINE_END.finditer(text))]
    starts_left = [0, *(found.end() for found in _LINE_END.finditer(without(text, cuts)))]

    def was(line: int) -> int:
        at = starts_left[line - 1]
        for start, end in cuts:
            if start > at:
                break
            at += end - start
        return bisect_right(starts, at)

    return was


def line_start(text: str, at: int) -> int:
    """Where the line of a position begins."""
    return max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1


def line_end(text: str, at: int) -> int:
    """Where the line of a position ends, behind its line end."""
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)


def items_out(text: str, of: Extent, gone: Collection[int], is_about: About) -> Iterator[Cut]:
    """Some items of a list, by their numbers."""
    if of.flow:
        yield from _flow(text, [(one.start, one.end) for one in of.items], gone)
        return
    for number in gone:
        dash = dash_of(text, of, number)
        yield _lines(text, dash, max(of.items[number].end, dash + 1), is_about)


def dash_of(text: str, of: Extent, number: int) -> int:
    """Where the dash of an item stands, in a list without brackets."""
    before = of.items[number - 1].end if number else of.start
    return text.index("-", _skipped(text, before))


def pairs_out(text: str, of: Extent, gone: Collection[int], is_about: About) -> Iterator[Cut]:
    """Some keys with what stands under them, by their numbers."""
    spans = [(key.start, _end(text, key, value)) for key, value in of.pairs]
    if of.flow:
        yield from _flow(text, spans, gone)
        return
    for number in gone:
        start, end = spans[number]
        kept = next((one for one in range(number + 1, len(spans)) if one not in gone), None)
        if not text[line_start(text, start) : start].strip():
            yield _lines(text, start, end, is_about)
        elif kept is not None and _only_space(text[end : spans[number + 1][0]]):
            yield (start, spans[kept][0])  # the next key moves up behind the dash
        else:
            rest = _REST.match(text, end)
            yield (start, rest.end() if rest else end)


def _end(text: str, key: Extent, value: Extent) -> int:
    """Where a key with its value ends; one without a value, behind its colon."""
    if value.end > value.start:
        return value.end
    colon = _COLON.match(text, key.end)
    return colon.end() if colon else key.end


def _only_space(between: str) -> bool:
    """Whether between two keys there is no comment on a line of its own."""
    lines = _LINE_END.split(between)
    return not any("#" in line for line in lines[1:])


def _skipped(text: str, at: int) -> int:
    found = _GAP.match(text, at)
    return found.end() if found else at


def _lines(text: str, start: int, end: int, is_about: About) -> Cut:
    """The whole lines of a stretch; with them the comments right above from the first that is about it, and those right
    below that stand deeper than it begins: they are its own."""
    first = top = line_start(text, start)
    while top > 0:
        above = line_start(text, top - (2 if text[top - 2 : top] == "\r\n" else 1))
        line = text[above:top].strip()
        if not line.startswith("#"):
            break
        top = above
        first = top if is_about(line) else first
    return first, _past_its_comments(text, line_end(text, end), start - line_start(text, start))


def _past_its_comments(text: str, end: int, column: int) -> int:
    while end < len(text):
        line = text[end : line_end(text, end)]
        inside = line.lstrip(" ")
        if not inside.startswith("#") or len(line) - len(inside) <= column:
            break
        end += len(line)
    return end


def _flow(text: str, spans: list[Cut], gone: Collection[int]) -> Iterator[Cut]:
    """Items between brackets or braces, each with the comma that parts it from its neighbour."""
    for number in sorted(gone):
        start, end = spans[number]
        comma = _COMMA.match(text, end)
        after = comma.end() if comma else end
        begins_line = not text[line_start(text, start) : start].strip()
        rest = _REST.match(text, after)
        if begins_line and rest:
            yield line_start(text, start), line_end(text, after)
        elif comma:
            yield (_back(text, start), after) if rest else (start, _on(text, after))
        else:
            yield _with_comma_before(text, spans, number, gone), end


def _on(text: str, at: int) -> int:
    """Behind the spaces that follow."""
    found = _SPACES.match(text, at)
    return found.end() if found else at


def _back(text: str, at: int) -> int:
    """Before the spaces that precede."""
    while at and text[at - 1] in " \t":
        at -= 1
    return at


def _with_comma_before(text: str, spans: list[Cut], number: int, gone: Collection[int]) -> int:
    """From the end of the last neighbour that stays, if that is on the same line."""
    start = spans[number][0]
    kept = next((one for one in range(number - 1, -1, -1) if one not in gone), None)
    if kept is None:
        return start
    between = text[spans[kept][1] : start]
    return start if _LINE_END.search(between) else spans[kept][1]
