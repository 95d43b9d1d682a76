"""One value put into a YAML text, at a key that is there or as a key more; every other character stays."""

from collections.abc import Iterable, Iterator

from valuegen.finding import Place
from valuegen.read.extents import Extent, extent_of
from valuegen.read.front_matter import split
from valuegen.write.change import CannotChange
from valuegen.write.cuts import line_end
from valuegen.write.yaml_text import Value, in_line


def record_at(text: str, place: Place) -> tuple[Extent, int]:
    """The keys that begin at a place of a file, and where the YAML begins in which they stand.

    Of a Markdown file the keys of its front matter. Raises `CannotChange`.
    """
    if place.file.casefold().endswith(".md"):
        head = split(text).head or ""
        root = extent_of(head)
        if root is not None:
            return root, text.find(head, 3)
    else:
        for found in _inner(extent_of(text)):
            if found.pairs and (found.line, found.column) == (place.line, place.column):
                return found, 0
    raise CannotChange


def _inner(found: Extent | None) -> Iterator[Extent]:
    if found is not None:
        yield found
        for one in (*found.items, *(value for _, value in found.pairs)):
            yield from _inner(one)


def with_value(text: str, record: Extent, key: str, value: Value, after: Iterable[str] = ()) -> str:
    """The text with this value at a key of a record; one that is new stands after the first of some keys."""
    for name, held in record.pairs:
        if name.text == key:
            return _replaced(text, name, held, in_line(value))
    return _added(text, record, f"{key}: {in_line(value)}", after)


def _replaced(text: str, name: Extent, held: Extent, value: str) -> str:
    old = text[held.start : held.end]
    if held.end == held.start:  # nothing stands behind the colon
        colon = text.index(":", name.end) + 1
        return f"{text[:colon]} {value}{text[colon:]}"
    if "\n" in old or not (held.text is not None or held.flow):
        raise CannotChange
    quote = old[0] if old[0] in "\"'" and value[0] not in "\"'[{" else ""
    return f"{text[: held.start]}{quote}{value}{quote}{text[held.end :]}"


def _added(text: str, record: Extent, pair: str, after: Iterable[str]) -> str:
    lines = [(key, value) for key, value in record.pairs if "\n" not in text[key.start : max(key.end, value.end)]]
    named = [one for wanted in after for one in lines if one[0].text == wanted]
    if record.flow:
        end = (named or lines)[0][1].end if lines else 0
        if not end:
            raise CannotChange
        return f"{text[:end]}, {pair}{text[end:]}"
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = " " * (record.column - 1)
    if not named:
        return f"{text[: record.start]}{pair}{newline}{indent}{text[record.start :]}"
    end = line_end(text, max(named[0][0].end, named[0][1].end))
    before = text[:end] if text[:end].endswith(("\n", "\r")) else text[:end] + newline
    return f"{before}{indent}{pair}{newline}{text[end:]}"


def with_item(text: str, record: Extent, key: str, value: str, after: Iterable[str] = ()) -> str:
    """The text with one more value in the list at a key of a record."""
    held = record.value(key)
    if held is None or not held.is_list:
        values = (held.text,) if held is not None and held.text else ()
        return with_value(text, record, key, (*values, value), after)
    if held.flow:
        inside = text[held.start + 1 : held.end - 1]
        body = inside.rstrip().removesuffix(",")
        return f"{text[: held.start + 1]}{body}{', ' if body.strip() else ''}{value}{text[held.end - 1 :]}"
    last = held.items[-1]
    end = line_end(text, last.end)
    newline = "\r\n" if "\r\n" in text else "\n"
    indent = " " * (held.column - 1)
    before = text[:end] if text[:end].endswith(("\n", "\r")) else text[:end] + newline
    return f"{before}{indent}- {value}{newline}{text[end:]}"
