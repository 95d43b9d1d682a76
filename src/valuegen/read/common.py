"""A text in the common forms of YAML → its nodes, in one pass; what is in any other form is left to libyaml.

The common forms: mappings and lists by indentation, on whose lines stand a key, and a plain text, one in quotes
without escapes, or a list or mapping in brackets that ends on its line. A test compares the nodes with libyaml's.
"""

import re

from valuegen.read.nodes import Map, Node, Scalar, Seq, cut_off

DEEPEST = 16
_KEY = r"(\w[\w-]{0,99})"
_FIRST = r"[^\s,\[\]{}\-?:#&*!|>'\"%@`]"
_PLAIN = rf"({_FIRST}[^\n:#]*(?:(?::(?![ \n]|\Z)|(?<! )#)[^\n:#]*)*)"
_IN_FLOW = rf"({_FIRST}[^\n,\[\]{{}}:#]*(?:(?::(?=[\w/])|(?<! )#)[^\n,\[\]{{}}:#]*)*)"
_QUOTED = r"""("[^"\\\n]*"|'[^'\n]*')"""
_LINE = re.compile(
    rf"( *+)(?:#[^\n]*|(- )?(?:{_KEY}:(?=[ \n]|\Z))? *(?:{_PLAIN}|{_QUOTED} *|([\[{{][^\n]*))?(?: #[^\n]*)?)(?:\n|\Z)"
)
"""Before a comment one space is asked for, since the others belong to what stands before it: so no line is read in
more than one way, and none takes longer than its length."""
_VALUE = rf" *(?:(?:{_IN_FLOW}|{_QUOTED} *)([,}}\]])|([\[{{]))"
_PAIR = re.compile(rf" *{_KEY}: {_VALUE}")
_ITEM = re.compile(_VALUE)
_REST = re.compile(r" *(?: #[^\n]*)?(?:\n|\Z)")
_NOTHING = re.compile(r" *([\]}])")
_NEXT = re.compile(r" *([,\]}])")
_ODD = re.compile("[^\n\x20-\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
"""What the common forms don't hold: tabs, other line ends, what can't be seen."""
_new = tuple.__new__


class _OtherFormError(Exception):
    """The text is in another form."""


_Spot = tuple[str, int, int]
"""A file, a line of it, and where that begins in the text, less one: columns are counted from there."""
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
    while at < len(text) and (found := _LINE.match(text, at)):
        start, at = at, found.end()
        kind = found.lastindex or 0
        if kind > 1:
            indent, dash, name, *_ = found.groups()
            if kind == 2 or (dash is None and name is None):
                raise _OtherFormError
            depth, column = len(indent), len(indent) + (1 if dash is None else 3)
            key = None if name is None else _new(Scalar, (name, "", file, line, column, ""))
            begin, spot = found.start(kind), (file, line, start - 1)
            value: Node
            if kind == 6:
                value, end = _flow(text, begin, spot, 0)
                if not _REST.match(text, end):
                    raise _OtherFormError
            elif kind > 3:
                value = _scalar(found[kind], begin, spot)
                if not value.style:
                    value = value._replace(cut=cut_off(text, begin + len(value.text)))
            else:
                end = begin + len(name) + 1
                value = _new(Scalar, ("", "", file, line, end - start + 1, cut_off(text, end)))
            rows.append((line, depth, dash is not None, key, value, kind == 3))
        line += 1
    if at < len(text):
        raise _OtherFormError
    return rows


def _scalar(text: str, at: int, spot: _Spot) -> Scalar:
    """A plain text, or one in quotes, that begins somewhere in the whole text."""
    file, line, zero = spot
    if text[0] in "'\"":
        return _new(Scalar, (text[1:-1], text[0], file, line, at - zero, ""))
    text = text.rstrip(" ")
    return _new(Scalar, (text, "", file, line, at - zero, ""))


def _flow(text: str, start: int, spot: _Spot, depth: int) -> tuple[Node, int]:
    """What stands between brackets or braces, and where it ends."""
    if depth > DEEPEST:
        raise _OtherFormError
    return (_flow_pairs if text[start] == "{" else _flow_items)(text, start, spot, depth)


def _flow_pairs(text: str, start: int, spot: _Spot, depth: int) -> tuple[Node, int]:
    file, line, zero = spot
    pairs: dict[str, tuple[Scalar, Node]] = {}
    nothing = _NOTHING.match(text, start + 1)
    at, sign = (nothing.end(), nothing[1]) if nothing else (start + 1, ",")
    while sign == ",":
        found = _PAIR.match(text, at)
        if found is None:
            raise _OtherFormError
        name, plain, quoted, sign, opened = found.groups()
        if name in pairs:
            raise _OtherFormError
        value: Node
        if opened:
            value, at, sign = _inner(text, found.start(5), spot, depth)
        else:
            value, at = _scalar(plain or quoted, found.start(2 if plain else 3), spot), found.end()
        pairs[name] = (_new(Scalar, (name, "", file, line, found.start(1) - zero, "")), value)
    if sign != "}":
        raise _OtherFormError
    return _new(Map, (pairs, True, file, line, start - zero)), at


def _flow_items(text: str, start: int, spot: _Spot, depth: int) -> tuple[Node, int]:
    file, line, zero = spot
    items: list[Node] = []
    nothing = _NOTHING.match(text, start + 1)
    at, sign = (nothing.end(), nothing[1]) if nothing else (start + 1, ",")
    while sign == ",":
        found = _ITEM.match(text, at)
        if found is None:
            raise _OtherFormError
        plain, quoted, sign, opened = found.groups()
        value: Node
        if opened:
            value, at, sign = _inner(text, found.start(4), spot, depth)
        else:
            value, at = _scalar(plain or quoted, found.start(1 if plain else 2), spot), found.end()
        items.append(value)
    if sign != "]":
        raise _OtherFormError
    return _new(Seq, (tuple(items), True, file, line, start - zero)), at


def _inner(text: str, start: int, spot: _Spot, depth: int) -> tuple[Node, int, str]:
    """A list or mapping within another, where it ends, and the sign behind it."""
    value, at = _flow(text, start, spot, depth + 1)
    after = _NEXT.match(text, at)
    if after is None:
        raise _OtherFormError
    return value, after.end(), after[1]


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
