"""The engine `fast`: the tree of markdown-it-pyrs (markdown-it, in Rust) as the tokens of markdown-it-py.

Only where both are known to read a text alike: `tokens_of` gives None for any other, which is then read by the
default engine. So the engine decides how long it takes to read a text, not what is read.
"""

import re
from bisect import bisect_right
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from valuegen.prose.blocks import DEPTH
from valuegen.prose.passages import Marks, ruled
from valuegen.prose.pieces import (
    BODY,
    BREAKS,
    CELLS,
    HEAD,
    HEADINGS,
    LINK,
    ORDERED,
    PARAGRAPH,
    PASSAGE_END,
    ROW,
    RULE,
    TABLE,
    TAGS,
    TIGHT,
    WRAPS,
    Inline,
    Piece,
    Said,
)
from valuegen.prose.plain import is_plain

if TYPE_CHECKING:
    from markdown_it_pyrs import MarkdownIt, Node

_RULES = (
    "blockquote code fence heading hr lheading list paragraph reference autolink backticks emphasis entity escape "
    "image link newline table"
).split()
# What is left in a text where that parser found nothing, and ours would look again: links, notes, addresses.
_LOOSE = re.compile(r"\]\(|\]:|\[\^|<[A-Za-z][A-Za-z0-9+.-]*:")


class _Unlike(Exception):
    """The two engines may read this differently."""


def tokens_of(text: str) -> list[Token] | None:
    """The tokens of a text, as `dialect.parser` gives them; None where they might be others."""
    found = ruled(text) if is_plain(text) else None
    if found is None:
        return None
    try:
        return _Reader(*found).tokens(_parser().tree(f"{found[0]}\n"))
    except _Unlike:
        return None
    except BaseException as error:
        if type(error).__name__ == "PanicException":  # of the library: it is no `Exception`, and has no module
            return None
        raise


@cache
def _parser() -> "MarkdownIt":
    from markdown_it_pyrs import MarkdownIt

    return MarkdownIt("zero").enable_many(_RULES)


class _Reader:
    """The way through one tree; made, used and dropped within one call of `tokens_of`."""

    def __init__(self, text: str, marks: Marks) -> None:
        self._marks = marks
        self._bytes = text.encode()
        self._starts = [0, *accumulate(len(line) + 1 for line in self._bytes.split(b"\n"))]
        self._out: list[Token] = []
        self._depth = 0

    def tokens(self, root: "Node") -> list[Token]:
        """All of them, in order."""
        self._blocks(root.children)
        if self._marks:
            raise _Unlike
        return self._out

    def _line(self, node: "Node") -> int:
        srcmap = node.srcmap
        if srcmap is None:
            raise _Unlike
        return bisect_right(self._starts, srcmap[0]) - 1

    def _blocks(self, nodes: "list[Node]") -> None:
        self._depth += 1
        if self._depth > DEPTH:
            raise _Unlike
        for node in nodes:
            name = node.name
            if name == "paragraph":
                self._text(PARAGRAPH, node, node.children)
            elif name in WRAPS:
                opening, closing = WRAPS[name]
                self._out.append(opening)
                if name == "list_item":
                    self._item(node)
                else:
                    self._blocks(node.children)
                self._out.append(closing)
            else:
                self._other(name, node)
        self._depth -= 1

    def _other(self, name: str, node: "Node") -> None:
        if name in ("heading", "lheading"):
            line, (opening, closing) = self._line(node), HEADINGS[node.meta["level"]]
            opening = Piece("heading_open", [line, line + 1], tag=opening.tag)
            self._text((opening, closing), node, node.children)
        elif name == "ordered_list":
            start = node.meta["start"]
            self._out.append(ORDERED[0] if start == 1 else Piece("ordered_list_open", attrs={"start": start}))
            self._blocks(node.children)
            self._out.append(ORDERED[1])
        elif name in ("fence", "code_block"):
            line, meta = self._line(node), node.meta
            if name == "fence" and not self._is_closed(node):
                raise _Unlike
            self._out.append(Piece(name, [line, line + 1], None, meta["content"], info=meta.get("info", "")))
        elif name == "hr":
            self._rule(node)
        elif name == "table":
            self._table(node)
        elif name != "definition":
            raise _Unlike

    def _rule(self, node: "Node") -> None:
        mark = self._marks.pop(self._line(node), None) if self._depth == 1 and self._marks else None
        if mark is None:
            self._out.append(RULE)
        elif mark[0]:
            self._out.append(Piece("container_open", [self._line(node), mark[1]], info=mark[0]))
        else:
            self._out.append(PASSAGE_END)

    def _is_closed(self, fence: "Node") -> bool:
        """Whether code ends with a fence, not with the text."""
        _, _, rest = self._source(fence).partition("\n")
        last, meta = rest.rpartition("\n")[2].strip(" >"), fence.meta
        return len(last) >= meta["marker_len"] and not last.strip(meta["marker"])

    def _item(self, item: "Node") -> None:
        """What stands in an item of a list: of one that is tight, paragraphs are only what is in them."""
        begin = item
        run: list[Node] = []
        for node in item.children:
            if node.name in _INLINE:
                run.append(node)
                continue
            if run:
                self._text(TIGHT, begin, run)
                run = []
            self._blocks([node])
            begin = node
        if run:
            if begin is not item:
                raise _Unlike  # where such a text begins is not said for sure
            self._text(TIGHT, begin, run)

    def _text(self, marks: tuple[Token, Token], node: "Node", children: "list[Node]") -> None:
        """A block of text, which begins where `node` does."""
        self._out += (marks[0], Inline(self._line(node), self._inlines(children)), marks[1])

    def _table(self, node: "Node") -> None:
        aligns = node.meta["alignments"]
        self._out.append(TABLE[0])
        for part in node.children:
            marks, kind = (HEAD, "th") if part.name == "thead" else (BODY, "td")
            self._out.append(marks[0])
            for row in part.children:
                self._row(row, kind, aligns)
            self._out.append(marks[1])
        self._out.append(TABLE[1])

    def _row(self, row: "Node", kind: str, aligns: list[str]) -> None:
        line = self._line(row)
        source = self._source(row)
        cells = escapedSplit(source)
        is_framed = source.startswith("|") and source.endswith("|") and "\\|" not in source
        if not is_framed or not len(cells) - 2 == len(aligns) == len(row.children):
            raise _Unlike
        self._out.append(ROW[0])
        for cell, align in zip(row.children, aligns, strict=True):
            opening, closing = CELLS[kind, align]
            content = self._source(cell)
            self._out += (opening, Inline(line, self._inlines(cell.children), content), closing)
        self._out.append(ROW[1])

    def _source(self, node: "Node") -> str:
        if node.srcmap is None:
            raise _Unlike
        return self._bytes[slice(*node.srcmap)].decode()

    def _inlines(self, nodes: "list[Node]") -> list[Token]:
        found: list[Token] = []
        if len(nodes) == 1 and nodes[0].name == "text":
            content = nodes[0].meta["content"]
            self._look_at(content)
            return [Said(content)]
        self._inline(nodes, found, 0)
        return found

    def _inline(self, nodes: "list[Node]", found: list[Token], level: int) -> None:
        if level > DEPTH:
            raise _Unlike
        said: list[str] = []
        for node in nodes:
            name = node.name
            if name in ("text", "text_special"):
                said.append(node.meta["content"])
                continue
            if said:
                self._say(said, found)
            if name in BREAKS:
                found.append(BREAKS[name])
            elif name in TAGS:
                opening, closing = TAGS[name]
                found.append(opening)
                self._inline(node.children, found, level + 1)
                found.append(closing)
            else:
                self._link(name, node, found, level)
        if said:
            self._say(said, found)

    def _say(self, said: list[str], found: list[Token]) -> None:
        text = "".join(said)
        said.clear()
        self._look_at(text)
        found.append(Said(text))

    def _look_at(self, text: str) -> None:
        if ("]" in text or "[" in text or "<" in text) and _LOOSE.search(text):
            raise _Unlike

    def _link(self, name: str, node: "Node", found: list[Token], level: int) -> None:
        if name == "code_inline":
            found.append(Piece(name, None, None, node.children[0].meta["content"] if node.children else ""))
        elif name == "autolink":
            source = self._source(node)
            if source[0] != "<" or source[-1] != ">":
                raise _Unlike
            address = source[1:-1]
            mail = node.meta["url"].startswith("mailto:") and not address.lower().startswith("mailto:")
            href = f"mailto:{address}" if mail else address
            found.append(Piece("link_open", None, None, "", {"href": href}, info="auto", meta=self._place(node)))
            found += (Said(address), LINK[1])
        elif name == "link":
            attrs = self._target(node, "href")
            found.append(Piece("link_open", None, None, "", attrs, meta=self._place(node)))
            self._inline(node.children, found, level + 1)
            found.append(LINK[1])
        elif name == "image":
            children: list[Token] = []
            self._inline(node.children, children, level + 1)
            found.append(Piece(name, None, children, "", self._target(node, "src"), meta=self._place(node)))
        else:
            raise _Unlike

    def _target(self, node: "Node", name: str) -> dict[str, Any]:
        """Its address and its title. That parser makes addresses fit for HTML, and ours are as they were written."""
        url, title = node.meta["url"], node.meta.get("title")
        source = self._source(node)
        if not source.startswith("[" if name == "href" else "!["):
            raise _Unlike
        for opening in ("](", "](<"):
            at = source.rfind(opening + url)
            if at >= 0 and source[at + len(opening) + len(url)] in ")> \n":
                break
        else:
            raise _Unlike
        return {name: url, "title": title} if title else {name: url}

    def _place(self, node: "Node") -> dict[str, Any]:
        """Where it begins: line and column, from 1."""
        line = self._line(node)
        begin = node.srcmap[0] if node.srcmap else 0
        return {"place": (line + 1, len(self._bytes[self._starts[line] : begin].decode()) + 1)}


_INLINE = frozenset({"text", "text_special", "code_inline", "autolink", "link", "image", *BREAKS, *TAGS})
