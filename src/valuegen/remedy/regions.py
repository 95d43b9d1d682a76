"""Spans of days in which nothing that matters changes: each is judged once, not each of its days."""

from collections.abc import Callable, Iterable

from valuegen.remedy.scene import Moving


def mark(bad: bytearray, move: Moving, edges: Iterable[int], is_bad: Callable[[int], bool]) -> None:
    """Mark the days on which `is_bad`, which changes its mind on the days of `edges` only."""
    inner = {edge for edge in edges if move.first < edge <= move.last}
    starts = sorted({move.first, *inner})
    for start, end in zip(starts, [*starts[1:], move.last + 1], strict=True):
        if is_bad(start):
            bad[start - move.first : end - move.first] = b"\1" * (end - start)
