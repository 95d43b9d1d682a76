"""A title in lines: as large as fits, its lines about as long as each other, no small word left alone at an end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

Width = Callable[[str], float]
_WEAK = 3
"""A word of so few letters at the end of a line (an article, a preposition) belongs to what follows."""
_COST_OF_WEAK = 0.02


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines of text, and the size of their letters in pixels."""

    lines: tuple[str, ...]
    size: int


def set_in_lines(text: str, width: Width, room: float, sizes: Sequence[tuple[int, int]]) -> Lines:
    """`width`: of a text, in ems; `room` in pixels; `sizes`: letters' size and the lines that fit, the best first.

    What does not fit at the last of them ends in "…".
    """
    for size, most in sizes:
        found = _broken(text.split(), width, room / size, most)
        if found:
            return Lines(found, size)
    size, most = sizes[-1]
    return Lines(_cut(text, width, room / size, most), size)


def _broken(words: Sequence[str], width: Width, room: float, most: int) -> tuple[str, ...]:
    """The lines of the fewest that hold it, as even as can be; () where it does not fit in `most`."""
    space, wide = width(" "), [width(word) for word in words]

    def long(first: int, last: int) -> float:
        return sum(wide[first:last]) + space * (last - first - 1)

    @cache
    def best(first: int, left: int) -> tuple[float, tuple[int, ...]] | None:
        if first == len(words):
            return (0.0, ()) if left == 0 else None
        found = None
        for last in range(first + 1, len(words) + 1 if left else first):
            gap = (room - long(first, last)) / room
            rest = best(last, left - 1) if gap >= 0 else None
            if gap < 0:
                break
            if rest is not None:
                weak = _COST_OF_WEAK if last < len(words) and len(words[last - 1].strip("¿¡«“")) <= _WEAK else 0.0
                cost = gap * gap + weak + rest[0]
                found = (cost, (last, *rest[1])) if found is None or cost < found[0] else found
        return found

    for count in range(1, most + 1):
        made = best(0, count)
        if made:
            starts = (0, *made[1])
            return tuple(" ".join(words[one:two]) for one, two in zip(starts, made[1], strict=False))
    return ()


def _cut(text: str, width: Width, room: float, most: int) -> tuple[str, ...]:
    """As much of it as fits, word by word, a word that is too long in pieces; the last line ends in "…"."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and width(joined) <= room:
            lines[-1] = joined
            continue
        while width(word) > room:
            fits = next(end for end in range(len(word), 0, -1) if end == 1 or width(word[:end]) <= room)
            lines.append(word[:fits])
            word = word[fits:]
        if word:
            lines.append(word)
        if len(lines) > most:
            break
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(f"{last}…") > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip(' ,;:.–—-')}…")
