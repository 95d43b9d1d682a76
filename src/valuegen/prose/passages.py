"""`::: pitch` … `:::` for a parser that knows no passages: in their place stand rules (`***`), which end blocks alike.

For passages that stand by themselves, one after the other; any others are left to `containers.py`.
"""

import re

from valuegen.prose.containers import KINDS

_MARK = re.compile(rf"^:::(?: *({'|'.join(KINDS)}))? *$", re.MULTILINE)

Marks = dict[int, tuple[str, int]]
"""By the line of each mark (from 0): the passage that begins, and the line after its end; where it ends, "" and 0."""


def ruled(text: str) -> tuple[str, Marks] | None:
    """The text with rules in the place of the marks, byte for byte as long, and where they are; None if it can't be."""
    if ":::" not in text:
        return text, {}
    found = list(_MARK.finditer(text))
    if len(found) != text.count(":::") or len(found) % 2:
        return None
    marks: Marks = {}
    for begin, end in zip(found[::2], found[1::2], strict=True):
        if not begin[1] or end[1]:
            return None
        first, last = text.count("\n", 0, begin.start()), text.count("\n", 0, end.start())
        marks |= {first: (begin[1], last + 1), last: ("", 0)}
    return _MARK.sub(lambda mark: f"***{' ' * (len(mark[0]) - 3)}", text), marks
