"""`::: pitch` … `:::`: passages that say what they are for.

A rule of our own: that of mdit-py-plugins closes an outer passage at the inner one's mark, at a
`:::` inside code, and in silence where none is found.
"""

import difflib
import re
from dataclasses import dataclass

from markdown_it.rules_block import StateBlock

from valuegen.prose.parts import PassageKind
from valuegen.prose.troubles import report
from valuegen.words import Message, msg

KINDS: tuple[PassageKind, ...] = ("pitch", "tip", "question")
# What a person who thinks in Spanish, or comes from another generator, is likely to write.
_ALIKE: dict[str, PassageKind] = {
    **{kind: kind for kind in KINDS},
    **dict.fromkeys(("oferta", "venta", "promo", "offer", "ad"), "pitch"),
    **dict.fromkeys(("consejo", "truco", "nota", "hint", "note", "info"), "tip"),
    **dict.fromkeys(("pregunta", "ask", "quiz"), "question"),
}
_MARK = re.compile(r"(:{3,})[ \t]*(\S*)[ \t]*(.*)")
_CODE = re.compile(r"(`{3,}|~{3,})(.*)")


@dataclass(frozen=True, slots=True)
class _Mark:
    colons: int
    name: str
    rest: str


def container(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The block rule: a mark with a name opens a passage; one without, here, closes nothing."""
    mark = _mark(state, start)
    if mark is None or silent:
        return mark is not None
    if not mark.name:
        report(
            state,
            start,
            msg("This “:::” closes nothing."),
            msg("Delete it, or write where the passage begins {names:or}.", names=_names()),
        )
        return False
    _look_at_name(state, start, mark)
    close, closed = _closing(state, start, end, mark)
    if not closed:
        report(
            state,
            start,
            msg("“::: {name}” has no end.", name=mark.name),
            msg("Put a line with only “{mark}” where the passage ends.", mark=":" * mark.colons),
        )
    opening = state.push("container_open", "aside", 1)
    opening.info, opening.map = mark.name, [start, close + closed]
    _inside(state, start + 1, close)
    state.push("container_close", "aside", -1)
    state.line = close + closed
    return True


def _mark(state: StateBlock, line: int) -> _Mark | None:
    start = state.bMarks[line] + state.tShift[line]
    if not state.src.startswith(":::", start) or state.is_code_block(line):
        return None
    found = _MARK.fullmatch(state.src[start : state.eMarks[line]].rstrip(" \t"))
    if found is None:  # a character that ends lines elsewhere (NEL, U+2028) stands in it
        return None
    colons, name, rest = found.groups()
    return _Mark(len(colons), name, rest.strip(": \t"))


def _look_at_name(state: StateBlock, line: int, mark: _Mark) -> None:
    if mark.name not in KINDS:
        near = difflib.get_close_matches(mark.name.lower()[:40], _ALIKE, 1)
        report(state, line, msg("There is no passage “::: {name}”.", name=mark.name[:40]), _meant(near))
    elif mark.rest:
        report(
            state,
            line,
            msg("What follows “::: {name}” on its line would be read by nobody.", name=mark.name),
            msg("Move it to the next line."),
        )


def _meant(near: list[str]) -> Message:
    if near:
        return msg("Did you mean “::: {name}”?", name=_ALIKE[near[0]])
    return msg("Write {names:or}.", names=_names())


def _names() -> tuple[str, ...]:
    return tuple(f"::: {kind}" for kind in KINDS)


def _closing(state: StateBlock, start: int, end: int, mark: _Mark) -> tuple[int, bool]:
    """The line of the mark that closes this passage, or where what holds it ends, and whether it was found.

    Marks nest: one without a name closes the innermost passage that has no more colons than it.
    Marks in fenced code are text.
    """
    open_marks, fence = [mark.colons], ""
    for line in range(start + 1, end):
        begin = state.bMarks[line] + state.tShift[line]
        if begin < state.eMarks[line] and state.sCount[line] < state.blkIndent:
            return line, False
        if state.is_code_block(line):
            continue
        fence, changed = _fence(state.src[begin : state.eMarks[line]], fence)
        found = None if fence or changed else _mark(state, line)
        if found is None:
            continue
        if found.name:
            open_marks.append(found.colons)
        elif found.colons >= open_marks[-1]:
            open_marks.pop()
            if not open_marks:
                return line, True
    return end, False


def _fence(text: str, fence: str) -> tuple[str, bool]:
    """The fence that code stands in after this line ("" for none), and whether the line is a fence."""
    if not text.startswith(("```", "~~~")):
        return fence, False
    found = _CODE.match(text)
    assert found is not None
    marks, rest = found.groups()
    if fence:
        closes = marks[0] == fence[0] and len(marks) >= len(fence) and not rest.strip()
        return ("", True) if closes else (fence, False)
    if marks[0] == "`" and "`" in rest:
        return "", False
    return marks, True


def _inside(state: StateBlock, start: int, close: int) -> None:
    kept = state.parentType, state.lineMax
    state.parentType, state.lineMax = "container", close
    state.md.block.tokenize(state, start, close)
    state.parentType, state.lineMax = kept
