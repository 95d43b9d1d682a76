"""The lines that a change takes and brings, as somebody would tell it: an item that is new, from its first line on."""

import difflib
from collections.abc import Iterator, Sequence

from valuegen.write.change import Change


def lines_of(change: Change) -> Iterator[tuple[str, bool]]:
    """The lines that go and those that come (True), each with its place."""
    old, new = change.old.splitlines(), (change.new or "").splitlines()
    for was, now in _stretches(old, new):
        yield from ((f"{change.file}:{at + 1}: - {old[at]}".rstrip(), False) for at in was)
        yield from ((f"{change.file}:{at + 1}: + {new[at]}".rstrip(), True) for at in now)


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[range, range]]:
    """Where they differ. What both begin and end with is never looked at: of one place changed nothing is left to
    guess."""
    shorter = min(len(old), len(new))
    head = next((at for at in range(shorter) if old[at] != new[at]), shorter)
    tail = next((at for at in range(shorter - head) if old[-1 - at] != new[-1 - at]), shorter - head)
    middles = old[head : len(old) - tail], new[head : len(new) - tail]
    steps = difflib.SequenceMatcher(None, *middles, autojunk=False).get_opcodes()
    for number, (kind, first, last, start, end) in enumerate(steps):
        before = steps[number - 1] if number else None
        after = steps[number + 1] if number + 1 < len(steps) else None
        was, now = range(head + first, head + last), range(head + start, head + end)
        if kind == "insert":
            within = range(head + before[3] if before else 0, head + after[4] if after else len(new))
            yield was, _from_its_head(new, now, within)
        elif kind == "delete":
            within = range(head + before[1] if before else 0, head + after[2] if after else len(old))
            yield _from_its_head(old, was, within), now
        elif kind != "equal":
            yield was, now


def _from_its_head(lines: Sequence[str], these: range, within: range) -> range:
    """The same lines, where they may as well be told some lines up or down, so that an item's first line comes first:
    the one that stands out farthest. Between two items that end alike, the tail of the one above would else come first.
    """
    up, down = these.start, these.stop
    while up > within.start and lines[up - 1] == lines[up - 1 + len(these)]:
        up -= 1
    while down < within.stop and lines[down] == lines[down - len(these)]:
        down += 1
    starts = range(down - len(these), up - 1, -1)
    start = min(starts, key=lambda at: _stands_in(lines[at : at + len(these)]))
    return range(start, start + len(these))


def _stands_in(lines: Sequence[str]) -> tuple[int, int]:
    """How far the first line with something in it stands in, and how many blank ones stand before it."""
    found = ((len(line) - len(line.lstrip()), at) for at, line in enumerate(lines) if line.strip())
    return next(found, (0, 0))
