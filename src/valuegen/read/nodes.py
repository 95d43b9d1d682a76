"""A file's content as frozen nodes: texts, lists and mappings, each with its place. Nothing is typed yet."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from valuegen.finding import Place

_LINE_END = re.compile("[\n\r\x85\u2028\u2029]|\\Z")


class Scalar(NamedTuple):
    """A text as it was written. `style`: "" plain, else one of `'`, `"`, `|`, `>`; `REFUSED` has its finding already.

    `cut`: what a ` #` close by cut off from it, to the end of the line.
    """

    text: str
    style: str
    file: str
    line: int
    column: int
    cut: str = ""

    @property
    def is_nothing(self) -> bool:
        """Whether it is an empty plain value: a key with nothing after it is a key not written."""
        return not self.text and not self.style


class Seq(NamedTuple):
    """A list."""

    items: tuple["Node", ...]
    flow: bool
    file: str
    line: int
    column: int


class Map(NamedTuple):
    """Keys and values, in their order: the key's text -> the key itself, and its value."""

    items: Mapping[str, tuple[Scalar, "Node"]]
    flow: bool
    file: str
    line: int
    column: int


Node: TypeAlias = Scalar | Seq | Map

REFUSED = "!"
"""The style of a value that was refused as it was read."""
DERIVED = "="
"""The style of a value that nobody wrote: a default that depends on other values."""


def cut_off(text: str, end: int) -> str:
    """What a ` #` cuts off from a plain text that ends there; "" where none follows."""
    return text[end : _LINE_END.search(text, end).start()].rstrip() if text.startswith(" #", end) else ""  # type: ignore[union-attr]


def place(node: Node) -> Place:
    """Where a node begins."""
    return Place(node.file, node.line, node.column)


def value(node: Map, key: str) -> Node | None:
    """The value of a key; None where it is not written, or nothing follows it."""
    found = node.items.get(key)
    if found is None:
        return None
    held = found[1]
    return None if type(held) is Scalar and not held.text and not held.style else held


def holding(node: Map, items: Mapping[str, tuple[Scalar, Node]]) -> Map:
    """The mapping with other items."""
    return Map(items, *node[1:])


def each(node: Node | None) -> Iterator[Node]:
    """The items of a list; one value is a list of one, none is none."""
    if isinstance(node, Seq):
        yield from node.items
    elif node is not None and not (isinstance(node, Scalar) and node.is_nothing):
        yield node


def derived(text: str, near: Node) -> Scalar:
    """A default, at the place that it was made from."""
    return Scalar(text, DERIVED, near.file, near.line, near.column)


def is_derived(node: Node) -> bool:
    """Whether nobody wrote it."""
    if isinstance(node, Seq):
        return bool(node.items) and is_derived(node.items[0])
    return isinstance(node, Scalar) and node.style == DERIVED


def merged(base: Map, over: Map) -> Map:
    """Both mappings as one, key by key at every depth; lists are replaced, `over` wins where it says something."""
    items = dict(base.items)
    for key, (name, value) in over.items.items():
        held = items.get(key)
        if isinstance(value, Scalar) and value.is_nothing and held is not None:
            continue
        if held is not None and isinstance(held[1], Map) and isinstance(value, Map):
            value = merged(held[1], value)
        items[key] = (name, value)
    return over._replace(items=items)


def is_refused(node: Node) -> bool:
    """Whether something in it was refused as it was read, so that it can't be judged."""
    if isinstance(node, Scalar):
        return node.style == REFUSED
    if isinstance(node, Seq):
        return any(is_refused(item) for item in node.items)
    return any(is_refused(item) for _, item in node.items.values())
