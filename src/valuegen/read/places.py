"""Where the values of a record stand, without its nodes: those of a hundred thousand records would fill the memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from struct import Struct, pack

from valuegen.finding import Place
from valuegen.model.base import Path
from valuegen.read.nodes import DERIVED, Map, Scalar, Seq, is_derived

Shape = tuple[str | int, ...]
"""The keys of a record that were written; after the key of a list, how many items it has."""
MOST = 0xFFFF
"""Columns, and lines below the record's own, up to here can be told."""


@dataclass(frozen=True, slots=True)
class Spots:
    """The places of a record of texts and lists of texts, all in one file.

    `packed`: in the shape's order, of each value, and of each item of a list after it, so many lines below the
    record's, and the column.
    """

    file: str
    line: int
    column: int
    shape: Shape
    packed: bytes

    def get(self, path: Path, /) -> Place | None:
        """The place of the value at a path; a value that stands for a list of one is its item 0."""
        if not path:
            return Place(self.file, self.line, self.column)
        numbers = _numbers(self.shape)
        while path not in numbers:
            if path[-1] != 0 or len(path) < 2:
                return None
            path = path[:-1]
        line, column = _PAIR.unpack_from(self.packed, _PAIR.size * numbers[path])
        return Place(self.file, self.line + line, column)

    def __reduce__(self) -> tuple[object, ...]:
        return Spots, (self.file, self.line, self.column, self.shape, self.packed)


_PAIR = Struct("<HH")


def spots(node: Map) -> Spots | None:
    """The places of a node of texts and lists of texts; None where they can't be packed."""
    _, _, file, first, first_column = node
    shape: list[str | int] = []
    numbers: list[int] = []
    for key, (_, value) in node.items.items():
        if type(value) is Scalar:
            text, style, of, line, column, _ = value
            if style == DERIVED or not (text or style):
                continue
            shape.append(key)
        else:
            assert type(value) is Seq
            items, _, of, line, column = value
            if items and is_derived(items[0]):
                continue
            shape += (key, len(items))
        if of != file:
            return None
        numbers += (line - first, column)
        if type(value) is Seq:
            for item in value.items:
                numbers += (item.line - first, item.column)
    if not numbers or min(numbers) < 0 or max(numbers) > MOST:
        return None
    return Spots(file, first, first_column, _shape(tuple(shape)), pack(f"<{len(numbers)}H", *numbers))


@lru_cache(4096)
def _shape(shape: Shape) -> Shape:
    """One for all records that are written alike."""
    return shape


@cache
def _numbers(shape: Shape) -> dict[Path, int]:
    """Each path of a shape, and the number of its place. There are few shapes."""
    return {path: number for number, path in enumerate(_paths(shape))}


def _paths(shape: Shape) -> Iterator[Path]:
    key: str = ""
    for part in shape:
        if isinstance(part, str):
            key = part
            yield (key,)
        else:
            yield from ((key, number) for number in range(part))
