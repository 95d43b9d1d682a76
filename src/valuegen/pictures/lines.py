"""A title in lines: as large as fits, its lines about as long as each other, no small word left alone at an end."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

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
    words = text.split()
    wide, space = [width(word) for word in words], width(" ")
    for size, most in sizes:
        count = _fewest(wide, space, room / size)
        if count <= most:
            return Lines(_even(words, wide, space, room / size, count), size)
    size, most = sizes[-1]
    return Lines(_cut(text, width, room / size, most), size)


def _fewest(wide: Sequence[float], space: float, room: float) -> float:
    """The fewest lines that hold the words; none are enough where one is wider than the room."""
    if max(wide, default=0.0) > room:
        return float("inf")
    lines, left = 0, -1.0
    for one in wide:
        left -= one + space
        if left < 0:
            lines, left = lines + 1, room - one
    return lines


def _even(words: Sequence[str], wide: Sequence[float], space: float, room: float, count: float) -> tuple[str, ...]:
    """So many lines, as even as can be: the least sum of the squares of what is left at their ends."""
    if count <= 1:
        return (" ".join(words),) if words else ()
    is_weak = [len(word.strip("¿¡«“")) <= _WEAK for word in words]
    # The best way to set the first words in the lines so far: its cost, and where each line ends.
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for _ in range(int(count)):
        longer: dict[int, tuple[float, tuple[int, ...]]] = {}
        for first, (cost, ends) in best.items():
            gap = room  # subtracted from in the order of `_fewest`: the same sums fit in both
            for last in range(first + 1, len(words) + 1):
                gap -= wide[last - 1] + (space if last > first + 1 else 0.0)
                if gap < 0:
                    break
                weak = _COST_OF_WEAK if last < len(words) and is_weak[last - 1] else 0.0
                whole = cost + (gap / room) ** 2 + weak
                if last not in longer or whole < longer[last][0]:
                    longer[last] = (whole, (*ends, last))
        best = longer
    ends = best[len(words)][1]
    return tuple(" ".join(words[one:two]) for one, two in zip((0, *ends), ends, strict=False))


def _cut(text: str, width: Width, room: float, most: int) -> tuple[str, ...]:
    """As much of it as fits, word by word, a word that is too long in pieces; the last line ends in "…"."""
    lines: list[str] = []
    for word in text.split():
        for piece in _pieces(word, width, room):
            if lines and width(f"{lines[-1]} {piece}") <= room:
                lines[-1] = f"{lines[-1]} {piece}"
            else:
                lines.append(piece)
        if len(lines) > most:
            break
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(f"{last}…") > room:
        last = last[:-1]
    return (*lines[: most - 1], f"{last.rstrip(' ,;:.–—-')}…")


def _pieces(word: str, width: Width, room: float) -> list[str]:
    """A word that is wider than the room, in pieces; any other as it is."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces
