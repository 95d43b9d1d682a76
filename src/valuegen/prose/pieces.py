"""Tokens of markdown-it-py, made quickly, for an engine that finds them elsewhere; what never differs is made once."""

from typing import Any, Literal

from markdown_it.token import Token


class Said(Token):
    """Text inside a block: it has nothing else."""

    __slots__ = ()

    def __init__(self, content: str) -> None:
        self.type, self.content = "text", content


class Inline(Token):
    """The text of a block, taken apart."""

    __slots__ = ()

    def __init__(self, line: int, children: list[Token], content: str = "") -> None:
        self.type, self.map, self.children, self.content = "inline", [line, line + 1], children, content


class Piece(Token):
    """Any other, with what `page.py` and `inline.py` ask for."""

    __slots__ = ()

    def __init__(
        self,
        type: str,
        map: list[int] | None = None,
        children: list[Token] | None = None,
        content: str = "",
        attrs: dict[str, Any] | None = None,
        *,
        tag: str = "",
        nesting: Literal[-1, 0, 1] = 0,
        hidden: bool = False,
        info: str = "",
        meta: dict[str, Any] | None = None,
    ) -> None:
        self.type, self.map, self.children, self.content, self.attrs = type, map, children, content, attrs or {}
        self.tag, self.nesting, self.hidden, self.info, self.meta = tag, nesting, hidden, info, meta or {}


def _mark(name: str, tag: str = "", **more: Any) -> tuple[Token, Token]:
    return (
        Piece(f"{name}_open", tag=tag, nesting=1, **more),
        Piece(f"{name}_close", tag=tag, nesting=-1, **more),
    )


TAGS = {"em": _mark("em"), "strong": _mark("strong")}
WRAPS = {"blockquote": _mark("blockquote"), "bullet_list": _mark("bullet_list"), "list_item": _mark("list_item")}
BREAKS: dict[str, Token] = {"softbreak": Piece("softbreak"), "hardbreak": Piece("hardbreak")}
PARAGRAPH, TIGHT = _mark("paragraph"), _mark("paragraph", hidden=True)
HEADINGS = {level: _mark("heading", f"h{level}") for level in range(1, 7)}
ORDERED, TABLE, HEAD, BODY = _mark("ordered_list"), _mark("table"), _mark("thead"), _mark("tbody")
ROW, LINK = _mark("tr"), _mark("link")
CELLS = {
    (kind, align): _mark(kind, kind, attrs={"style": f"text-align:{align}"} if align != "none" else {})
    for kind in ("th", "td")
    for align in ("none", "left", "right", "center")
}
RULE: Token = Piece("hr")
PASSAGE_END: Token = Piece("container_close")
