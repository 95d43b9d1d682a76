"""A body as text without HTML: plain, as an email's plain part, and with WhatsApp's own marks.

Each paragraph is one line, since every program that shows it wraps lines by itself. A row of a table becomes an item of
a list that names its columns; footnotes stand at the end by their numbers; the words above a passage ("Offer") are left
out; a picture is its text in brackets, where somebody adds it by hand.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from valuegen.prose.inline_text import PLAIN, WHATSAPP, InlineText, Marks
from valuegen.prose.tree import Node

TextForm = Literal["plain", "mail", "whatsapp"]
_INLINE = frozenset({"a", "br", "code", "em", "img", "span", "strong", "sup"})
_BLOCK_END = re.compile(r"[ \t]+\n")


@dataclass(frozen=True, slots=True)
class _Style:
    """How a form writes blocks: `code`: what stands above and below code; `rule`: a line under a heading."""

    marks: Marks
    code: str = ""
    rule: str = ""


_STYLES: dict[TextForm, _Style] = {
    "plain": _Style(PLAIN),
    # An address between < and > is told from the words around it (RFC 3986, appendix C).
    "mail": _Style(Marks(link=("<", ">")), rule="-"),
    "whatsapp": _Style(WHATSAPP, code="```"),
}


def text_of_tree(tree: Node, form: TextForm) -> str:
    """The text of a body in a form; without blank space at its ends, no line with any at its end."""
    made = "\n\n".join(_Blocks(_STYLES[form]).of(tree))
    return re.sub(r"\n{3,}", "\n\n", _BLOCK_END.sub("\n", made)).strip()


class _Blocks:
    """Writes blocks: each is a text of one or several lines."""

    def __init__(self, style: _Style) -> None:
        self._style = style
        self._inline = InlineText(style.marks)

    def of(self, node: Node) -> list[str]:
        """The blocks within an element; what stands there beside blocks is a block too."""
        found: list[str] = []
        run: list[Node | str] = []
        for child in (*node.children, None):
            if isinstance(child, str) or (child is not None and child.tag in _INLINE):
                run.append(child)
                continue
            found.append(self._inline.text(run))
            run = []
            if child is not None:
                found.append(self._block(child))
        return [block for block in found if block.strip()]

    def _block(self, node: Node) -> str:
        match node.tag:
            case "figure":
                return " ".join(self.of(node))
            case "p" | "figcaption":
                return "" if node.kind == "label" else self._inline.text(node.children)
            case "h2" | "h3" | "h4" | "h5" | "h6":
                return self._heading(node)
            case "ul" | "ol":
                return self._list(node)
            case "blockquote":
                return _indented("\n\n".join(self.of(node)), "> ", "> ")
            case "pre":
                return self._code(node)
            case "table":
                return "\n".join(self._rows(node))
            case "hr":
                return "———"
            case "section":
                return "\n".join(self._notes(node))
        return "\n\n".join(self.of(node))

    def _heading(self, node: Node) -> str:
        said = InlineText(self._style.marks.without_bold).text(node.children).replace("\n", " ")
        bold = self._style.marks.bold
        under = f"\n{self._style.rule * min(len(said), 60)}" if self._style.rule else ""
        return f"{bold}{said}{bold}{under}"

    def _list(self, node: Node) -> str:
        items = [child for child in node.children if isinstance(child, Node)]
        first = int(node.attributes.get("start", "1")) if node.tag == "ol" else 0
        made, wide = [], False
        for number, item in enumerate(items, first):
            mark = f"{number}. " if node.tag == "ol" else "- "
            text, is_wide = self._item(item)
            wide = wide or is_wide
            made.append(_indented(text, mark, " " * len(mark)))
        return ("\n\n" if wide else "\n").join(made)

    def _item(self, item: Node) -> tuple[str, bool]:
        """Its text, and whether it is so long that items need space between them. A list in it follows at once."""
        blocks = self.of(item)
        paragraphs = sum(isinstance(child, Node) and child.tag in ("p", "pre", "blockquote") for child in item.children)
        return ("\n\n" if paragraphs > 1 else "\n").join(blocks), paragraphs > 1

    def _code(self, node: Node) -> str:
        text = "".join(_texts(node)).strip("\n")
        mark = self._style.code
        return f"{mark}\n{text}\n{mark}" if mark else _indented(text, "    ", "    ")

    def _rows(self, node: Node) -> Iterable[str]:
        rows = [list(row.all("th", "td")) for row in node.all("tr")]
        heads = [self._one_line(cell) for cell in rows[0]]
        if len(rows) == 1:
            yield f"- {'; '.join(head for head in heads if head)}"
        for row in rows[1:]:
            cells = [self._one_line(cell) for cell in row]
            named = (f"{head}: {cell}" if head else cell for head, cell in zip(heads, cells, strict=False) if cell)
            yield f"- {'; '.join(named)}"

    def _one_line(self, node: Node) -> str:
        return self._inline.text(node.children).replace("\n", " ")

    def _notes(self, node: Node) -> Iterable[str]:
        for number, item in enumerate(node.all("li"), 1):
            mark = f"[{number}] "
            yield _indented("\n\n".join(self.of(item)), mark, "    ")


def _indented(text: str, first: str, rest: str) -> str:
    head, *more = text.split("\n")
    return "\n".join((f"{first}{head}", *((f"{rest}{line}" if line or rest == "> " else "") for line in more)))


def _texts(node: Node) -> Iterable[str]:
    for child in node.children:
        if isinstance(child, str):
            yield child
        else:
            yield from _texts(child)
