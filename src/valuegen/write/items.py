"""Items more in a YAML text: of a list, or under its id; in the form that its neighbours have."""

import re
from collections.abc import Mapping, Sequence

from valuegen.read.extents import Extent, extent_of
from valuegen.write.change import CannotChange
from valuegen.write.cuts import dash_of, line_end, line_start
from valuegen.write.yaml_text import Value, in_line, in_lines

_EMPTY = re.compile(r"[\[{]\s*[\]}]")


def with_item(text: str, keys: Mapping[str, Value], after: int | None = None, in_one_line: bool = False) -> str:
    """The text with an item more in its list (or that under `entries`), after the item of that number (-1: before all;
    None: at the end). Where items stand under their ids, `keys` has the id.

    `in_one_line`: so it is written where it has no neighbours. Raises `CannotChange`.
    """
    return with_items(text, (keys,), after, in_one_line)


def with_items(
    text: str, items: Sequence[Mapping[str, Value]], after: int | None = None, in_one_line: bool = False
) -> str:
    """The text with several items more, one after the other, where `with_item` puts one."""
    root = extent_of(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    if root is not None and root.text == "" and root.start == root.end:  # `---` alone
        root = None
    held = root.value("entries") if root is not None and not root.is_list else None
    if root is None or (held is None and _EMPTY.fullmatch(text[root.start : root.end])):
        return _first(text, root, items, newline, in_one_line)
    whole = held or root
    if whole.is_list:
        return _listed(text, whole, items, after, newline)
    if held is not None or root.value("id") is not None or root.flow or any("id" not in keys for keys in items):
        raise CannotChange
    return _under_its_id(text, root, items, newline)


def _first(
    text: str, root: Extent | None, items: Sequence[Mapping[str, Value]], newline: str, in_one_line: bool
) -> str:
    """In a text that holds none yet."""
    if root is not None:
        text = text[: root.start] + text[line_end(text, root.end) :]
    written = [_item([in_line(keys)] if in_one_line else in_lines(keys), "", newline) for keys in items]
    ended = text if not text or text.endswith(("\n", "\r")) else text + newline
    return ended + ("" if in_one_line else newline).join(written)


def _item(lines: list[str], indent: str, newline: str) -> str:
    first, *more = lines
    return "".join((f"{indent}- {first}{newline}", *(f"{indent}  {line}".rstrip() + newline for line in more)))


def _listed(text: str, of: Extent, items: Sequence[Mapping[str, Value]], after: int | None, newline: str) -> str:
    at = len(of.items) - 1 if after is None else after
    if of.flow:
        if at < 0:
            raise CannotChange
        end = of.items[at].end
        return f"{text[:end]}, {', '.join(map(in_line, items))}{text[end:]}"
    neighbour = of.items[max(at, 0)]
    indent = " " * (of.column - 1)
    gap = newline if are_apart(text, of) else ""
    item = gap.join(_item([in_line(keys)] if neighbour.flow else in_lines(keys), indent, newline) for keys in items)
    if at < 0:
        start = _above_its_comments(text, line_start(text, dash_of(text, of, 0)))
        return f"{text[:start]}{item}{gap}{text[start:]}"
    return _put(text, _past_its_comments(text, line_end(text, _last(text, neighbour)), of.column), gap + item, newline)


def _put(text: str, end: int, item: str, newline: str) -> str:
    before = text[:end] if text[:end].endswith(("\n", "\r")) else text[:end] + newline
    return before + item + text[end:]


def _above_its_comments(text: str, start: int) -> int:
    """Before the comments right above an item, which are the item's; those at the head of a file are the file's."""
    above = start
    while above > 0:
        end = above - 2 if text.startswith("\r\n", above - 2) else above - 1
        line = text[line_start(text, end) : above]
        if not line.lstrip(" ").startswith("#"):
            return above
        above -= len(line)
    return start


def _past_its_comments(text: str, end: int, column: int) -> int:
    """Behind the lines that are comments indented as far as an item that begins in a column: they are the item's."""
    while end < len(text):
        line = text[end : line_end(text, end)]
        inside = line.lstrip(" ")
        if not inside.startswith("#") or len(line) - len(inside) < column:
            break
        end += len(line)
    return end


def _last(text: str, item: Extent) -> int:
    """Where an item ends; one whose last key has no value, behind its colon."""
    if item.pairs and not item.flow:
        key, value = item.pairs[-1]
        return max(key.end, _last(text, value))
    return item.end


def are_apart(text: str, of: Extent) -> bool:
    """Whether a blank line parts the items of a list."""
    if len(of.items) < 2:
        return False
    between = text[_last(text, of.items[-2]) : of.items[-1].start]
    return any(not line.strip() for line in between.splitlines()[1:-1])


def _under_its_id(text: str, root: Extent, items: Sequence[Mapping[str, Value]], newline: str) -> str:
    key, value = root.pairs[-1]
    gap = newline if len(root.pairs) > 1 and _blank_before(text, key) else ""
    item = gap.join(_with_id(root, value, keys, newline) for keys in items)
    end = line_end(text, max(key.end, _last(text, value)))
    return _put(text, _past_its_comments(text, end, root.column), gap + item, newline)


def _with_id(root: Extent, value: Extent, keys: Mapping[str, Value], newline: str) -> str:
    """An item under its id, in the form of the value of the last one."""
    rest = {name: held for name, held in keys.items() if name != "id"}
    indent = " " * (root.column - 1)
    inner = " " * (value.column - root.column) if value.pairs and not value.flow else "  "
    if value.flow:
        return f"{indent}{keys['id']}: {in_line(rest)}{newline}"
    lines = (f"{indent}{inner}{line}".rstrip() for line in in_lines(rest))
    return "".join(f"{line}{newline}" for line in (f"{indent}{keys['id']}:", *lines))


def _blank_before(text: str, key: Extent) -> bool:
    start = line_start(text, key.start)
    return start > 0 and not text[line_start(text, start - 1) : start].strip()
