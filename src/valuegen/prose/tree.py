"""The HTML of a `Prose` as a tree, for the forms that are written from it: `text_form.py`, `html_form.py`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset({"br", "hr", "img"})


@dataclass(frozen=True, slots=True)
class Node:
    """An element; the whole has no `tag`. Texts are as they are read: entities are undone."""

    tag: str
    attributes: Mapping[str, str]
    children: tuple["Node | str", ...]

    @property
    def kind(self) -> str:
        """Its class, "" where it has none."""
        return self.attributes.get("class", "")

    def all(self, *tags: str) -> Iterator["Node"]:
        """The elements of these tags within it, in their order; those within one of them are not looked for."""
        for child in self.children:
            if isinstance(child, Node):
                if child.tag in tags:
                    yield child
                else:
                    yield from child.all(*tags)


def tree_of(html: str) -> Node:
    """The tree of HTML that `prose` has made: every element in it is closed, and nothing is nested without end."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.whole()


class _Reader(HTMLParser):
    """Made, fed and dropped within one call of `tree_of`."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._open: list[tuple[str, dict[str, str], list[Node | str]]] = [("", {}, [])]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if tag in VOID:
            self._open[-1][2].append(Node(tag, attributes, ()))
        else:
            self._open.append((tag, attributes, []))

    def handle_endtag(self, tag: str) -> None:
        name, attributes, children = self._open.pop()
        assert name == tag, (name, tag)
        self._open[-1][2].append(Node(name, attributes, tuple(children)))

    def handle_data(self, data: str) -> None:
        self._open[-1][2].append(data)

    def whole(self) -> Node:
        """What was read."""
        ((_, _, children),) = self._open
        return Node("", {}, tuple(children))
