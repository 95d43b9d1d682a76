"""A text in the common forms of YAML → its nodes, in one pass; what is in any other form is left to libyaml.

The common forms: mappings and lists by indentation, on whose lines stand a key, and a plain text, one in quotes
without escapes, or a list or mapping in brackets that ends on its line. A test compares the nodes with libyaml's.
"""

import re
from typing import NamedTuple

from valuegen.read.nodes import Map, Node, Scalar, Seq

DEEPEST = 16
_KEY = r"(\w[\w-]{0,99})"
_FIRST = r"[^\s,\[\]{}\-?:#&*!|>'\"%@`]"
_PLAIN = rf"({_FIRST}[^\n:#]*(?:(?::(?![ \n]|\Z)|(?<! )#)[^\n:#]*)*)"
_IN_FLOW = rf"({_FIRST}[^\n,\[\]{{}}:#]*(?:(?::(?=[\w/])|(?<! )#)[^\n,\[\]{{}}:#]*)*)"
_QUOTED = r"""("[^"\\\n]*"|'[^'\n]*')"""
_LINE = re.compile(
    rf"( *)(?:#[^\n]*|(- )?(?:{_KEY}:(?=[ \n]|\Z))? *(?:{_PLAIN}|{_QUOTED} *|([\[{{][^\n]*))?(?: +#[^\n]*)?)(?:\n|\Z)"
)
_VALUE = rf" *(?:{_IN_FLOW}(?=[,}}\]])|{_QUOTED} *(?=[,}}\]])|([\[{{]))"
_PAIR = re.compile(rf" *{_KEY}: {_VALUE}")
_ITEM = re.compile(rf"(){_VALUE}")
_REST = re.compile(r" *(?: #[^\n]*)?(?:\n|\Z)")
_NOTHING = re.compile(r" *([\]}])")
_NEXT = re.compile(r" *([,\]}])")
_ODD = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What the common forms don't hold: tabs, other line ends, what can't be seen."""
_new = tuple.__new__


class _OtherFormError(Exception):
    """The text is in another form."""


class _Spot(NamedTuple):
    """A line of a file, and where it begins in the text, less one: columns are counted from there."""

    file: str
    line: int
    zero: int


class _Row(NamedTuple):
    """What stands on a line: an item of a list or not, a key, a value. `is_open`: nothing stands after the key."""

    line: int
    indent: int
    is_item: bool
    key: Scalar | None
    value: Node
    is_open: bool


def common(text: str, file: str, first_line: int) -> Node | None:
    """The root of a text in the common forms; None of any other."""
    if _ODD.search(text):
        return None
    try:
        rows = _rows(text, file, first_line)
        if not rows:
            return None
        root, end = _block(rows, 0, file, 0)
    except _OtherFormError:
        return None
    return root if end == len(rows) else None


def _rows(text: str, file: str, line: int) -> list[_Row]:
    """Every line but those that are empty, or a comment."""
    rows: list[_Row] = []
    match = _LINE.match
    start, length = 0, len(text)
    while start < length:
        found = match(text, start)
        if found is None:
            raise _OtherFormError
        indent, dash, name, *_ = found.groups()
        kind = found.lastindex or 0
        if kind > 1:
            zero = start - 1
            key = name and _new(Scalar, (name, "", file, line, found.start(3) - zero, False))
            value: Node
            if kind == 6:
                value, end = _flow(text, found.start(6), _Spot(file, line, zero), 0)
                if not _REST.match(text, end):
                    raise _OtherFormError
            elif kind > 3:
                value = _scalar(found, kind, file, line, zero)
            elif kind == 3:
                end = found.end(3) + 1
                value = _new(Scalar, ("", "", file, line, end - zero, text.startswith(" #", end)))
            if kind == 2 or (dash is None and key is None):
                raise _OtherFormError
            rows.append(_new(_Row, (line, len(indent), dash is not None, key, value, kind == 3)))
        start = found.end()
        line += 1
    return rows


def _scalar(found: re.Match[str], kind: int, file: str, line: int, zero: int) -> Scalar:
    """A plain text, or (`kind` 5, or 3 in brackets) one in quotes."""
    text = found[kind]
    if text[0] in "'\"":
        return _new(Scalar, (text[1:-1], text[0], file, line, found.start(kind) - zero, False))
    text = text.rstrip(" ")
    start = found.start(kind)
    return _new(Scalar, (text, "", file, line, start - zero, found.string.startswith(" #", start + len(text))))


def _flow(text: str, start: int, spot: _Spot, depth: int) -> tuple[Node, int]:
    """What stands between brackets or braces, and where it ends."""
    file, line, zero = spot
    is_map = text[start] == "{"
    wanted, closing = (_PAIR, "}") if is_map else (_ITEM, "]")
    pairs: dict[str, tuple[Scalar, Node]] = {}
    items: list[Node] = []
    nothing = _NOTHING.match(text, start + 1)
    at, sign = (nothing.end(), nothing[1]) if nothing else (start + 1, ",")
    while sign == ",":
        found = wanted.match(text, at)
        if found is None or depth > DEEPEST:
            raise _OtherFormError
        kind = found.lastindex or 0
        value: Node
        if kind == 4:
            value, at = _flow(text, found.start(4), spot, depth + 1)
        else:
            value, at = _scalar(found, kind, file, line, zero), found.end()
        if is_map:
            name = found[1]
            if name in pairs:
                raise _OtherFormError
            pairs[name] = (_new(Scalar, (name, "", file, line, found.start(1) - zero, False)), value)
        else:
            items.append(value)
        after = _NEXT.match(text, at)
        if after is None:
            raise _OtherFormError
        sign, at = after[1], after.end()
    if sign != closing:
        raise _OtherFormError
    if is_map:
        return _new(Map, (pairs, True, file, line, start - zero)), at
    return _new(Seq, (tuple(items), True, file, line, start - zero)), at


def _block(rows: list[_Row], at: int, file: str, depth: int) -> tuple[Node, int]:
    """The list or mapping that begins on a line, and the line after it."""
    if depth > DEEPEST:
        raise _OtherFormError
    return (_items if rows[at].is_item else _pairs)(rows, at, file, depth)


def _items(rows: list[_Row], at: int, file: str, depth: int) -> tuple[Node, int]:
    first, indent = rows[at].line, rows[at].indent
    items: list[Node] = []
    while at < len(rows):
        row = rows[at]
        if row.indent < indent or (row.indent == indent and not row.is_item):
            break
        if row.indent > indent:
            raise _OtherFormError
        if row.key is not None:
            rows[at] = row._replace(indent=indent + 2, is_item=False)
            node, at = _pairs(rows, at, file, depth + 1)
        else:
            node, at = row.value, at + 1
        items.append(node)
    return _new(Seq, (tuple(items), False, file, first, indent + 1)), at


def _pairs(rows: list[_Row], at: int, file: str, depth: int) -> tuple[Node, int]:
    first, indent = rows[at].line, rows[at].indent
    pairs: dict[str, tuple[Scalar, Node]] = {}
    while at < len(rows):
        _, inner, is_item, key, value, is_open = rows[at]
        if inner < indent or (inner == indent and is_item):
            break
        if inner > indent or key is None or key.text in pairs:
            raise _OtherFormError
        at += 1
        if is_open and at < len(rows):
            below = rows[at]
            if below.indent > indent or (below.is_item and below.indent == indent):
                value, at = _block(rows, at, file, depth + 1)
        pairs[key.text] = (key, value)
    return _new(Map, (pairs, False, file, first, indent + 1)), at
