"""Where the parser would lose text in silence, or grow without bound, and what is done there."""

from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock, list_block, table
from markdown_it.rules_block.table import escapedSplit

from valuegen.prose.troubles import report
from valuegen.words import Message, msg, nmsg

DEPTH = 40
# Cells that are written out though nobody wrote them. markdown-it caps them for each table (0x10000); this is for
# all tables of a text together, after which a table is plain text.
EMPTY_CELLS = 0x4000


def too_deep() -> tuple[Message, Message]:
    """What is said of text inside more than `DEPTH` quotes, lists, passages or marks."""
    return (
        msg("This is nested deeper than {limit} levels.", limit=DEPTH),
        msg("Take it out of some of the quotes, lists or brackets around it."),
    )


def depth(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The first block rule: deeper than `DEPTH`, all that follows is plain text.

    markdown-it drops what is deeper than its `maxNesting` without a word; this stands one level before.
    """
    if state.level <= DEPTH or silent:
        return False
    after = start + 1
    while after < end and (state.isEmpty(after) or state.sCount[after] >= state.blkIndent):
        after += 1
    report(state, start, *too_deep())
    token = state.push("too_deep", "p", 0)
    token.content = state.getLines(start, after, state.blkIndent, False)
    token.map = [start, after]
    state.line = after
    return True


def lists(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Lists, a level each: markdown-it counts two (the list, the item), a reader one."""
    state.level -= 1
    found: bool = list_block(state, start, end, silent)
    state.level += 1
    return found


def tables(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Tables, with a word where a row has more cells than the heading: they are shown nowhere."""
    if state.env.get("cells", 0) > EMPTY_CELLS:
        return False
    found: bool = table(state, start, end, silent)
    if not found or silent:
        return found
    columns = _cells(state, start)
    for line in range(start + 2, state.line):
        cells = _cells(state, line)
        state.env["cells"] = state.env.get("cells", 0) + max(0, columns - cells)
        if cells > columns:
            report(state, line, *_too_many(cells, columns))
    if state.env.get("cells", 0) > EMPTY_CELLS:
        report(
            state,
            start,
            msg("The tables have too many empty cells."),
            msg("Leave out columns that most rows don't fill."),
        )
    return True


def _too_many(cells: int, columns: int) -> tuple[Message, Message]:
    return (
        nmsg(
            "This row has {cells} cells, and the table {n} column.",
            "This row has {cells} cells, and the table {n} columns.",
            columns,
            cells=cells,
        ),
        msg("Add a column to the first two rows, or write “\\|” where the bar is part of the text."),
    )


def _cells(state: StateBlock, line: int) -> int:
    row = mdTrim(state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]])
    cells = escapedSplit(row)
    return len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")
