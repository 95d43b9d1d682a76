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


_Row = tuple[int, int, bool, Scalar | None, Node, bool]
"""What stands on a line: its number and indentation, whether an item begins, a key, a value; whether nothing follows
the key."""


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
    at = 0
    for found in _LINE.finditer(text):
        start = found.start()
        if start != at:
            break
        at = found.end()
        kind = found.lastindex or 0
        if kind > 1:
            indent, dash, name, *_ = found.groups()
            if kind == 2 or (dash is None and name is None):
                raise _OtherFormError
            depth, column = len(indent), len(indent) + (1 if dash is None else 3)
            key = None if name is None else _new(Scalar, (name, "", file, line, column, False))
            value: Node
            if kind == 6:
                value, end = _flow(text, found.start(6), _Spot(file, line, start - 1), 0)
                if not _REST.match(text, end):
                    raise _OtherFormError
            elif kind > 3:
                value = _scalar(found, kind, file, line, start - 1)
            else:
                end = found.end(3) + 1
                value = _new(Scalar, ("", "", file, line, end - start + 1, text.startswith(" #", end)))
            rows.append((line, depth, dash is not None, key, value, kind == 3))
        line += 1
    if at < len(text):
        raise _OtherFormError
    return rows


def _scalar(found: re.Match[str], kind: int, file: str, line: int, zero: int) -> Scalar:
    """A plain text, or (`kind` 5, or 3 in brackets) one in quotes."""
    text = found[kind]
    start = found.start(kind)
    if text[0] in "'\"":
        return _new(Scalar, (text[1:-1], text[0], file, line, start - zero, False))
    text = text.rstrip(" ")
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
    return (_items if rows[at][2] else _pairs)(rows, at, file, depth)


def _items(rows: list[_Row], at: int, file: str, depth: int) -> tuple[Node, int]:
    first, indent, *_ = rows[at]
    items: list[Node] = []
    while at < len(rows):
        line, inner, is_item, key, value, is_open = rows[at]
        if inner < indent or (inner == indent and not is_item):
            break
        if inner > indent:
            raise _OtherFormError
        if key is not None:
            rows[at] = (line, indent + 2, False, key, value, is_open)
            value, at = _pairs(rows, at, file, depth + 1)
        else:
            at += 1
        items.append(value)
    return _new(Seq, (tuple(items), False, file, first, indent + 1)), at


def _pairs(rows: list[_Row], at: int, file: str, depth: int) -> tuple[Node, int]:
    first, indent, *_ = rows[at]
    pairs: dict[str, tuple[Scalar, Node]] = {}
    end = len(rows)
    while at < end:
        _, inner, is_item, key, value, is_open = rows[at]
        if inner < indent or (inner == indent and is_item):
            break
        if inner > indent or key is None or key[0] in pairs:
            raise _OtherFormError
        at += 1
        if is_open and at < end:
            _, below, begins_item, *_ = rows[at]
            if below > indent or (begins_item and below == indent):
                value, at = _block(rows, at, file, depth + 1)
        pairs[key[0]] = (key, value)
    return _new(Map, (pairs, False, file, first, indent + 1)), at
