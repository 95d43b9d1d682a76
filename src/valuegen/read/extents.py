"""Where each value of a YAML text begins and ends: for edits that leave every other character as it is.

Only of texts that `read/yaml` reads without a finding. Positions are characters of the text, from 0.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

_ODD = str.maketrans(dict.fromkeys("\x85\u2028\u2029", "\ue000"))  # line ends to YAML 1.1, and to no editor


@dataclass(frozen=True, slots=True)
class Extent:
    """A value as it stands: `start` to `end` (not in), its place (`line`, `column` from 1).

    `text` of a scalar (None: it is none); `items` of a list; `pairs` of keys and values. `flow`: in brackets or braces.
    Of a list or keys in block style, `end` is that of the last value.
    """

    start: int
    end: int
    line: int
    column: int
    text: str | None = None
    is_list: bool = False
    flow: bool = False
    items: tuple["Extent", ...] = ()
    pairs: tuple[tuple["Extent", "Extent"], ...] = ()

    def value(self, *keys: str) -> "Extent | None":
        """The value under the first of some keys that is there."""
        return next((value for key, value in self.pairs if key.text in keys), None)

    def scalars(self) -> Iterator["Extent"]:
        """The items of a list; one value is a list of one."""
        yield from self.items if self.is_list else (self,)


@dataclass(slots=True)
class _Open:
    event: Any
    is_list: bool
    inner: list[Extent] = field(default_factory=list)


def extent_of(text: str) -> Extent | None:
    """The root of a text; None where nothing is in it. Raises yaml.YAMLError where it can't be read."""
    stack: list[_Open] = []
    for event in yaml.parse(text.translate(_ODD), Loader=yaml.CSafeLoader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            stack.append(_Open(event, isinstance(event, yaml.SequenceStartEvent)))
            continue
        if isinstance(event, yaml.ScalarEvent):
            made = _scalar(event, text)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            made = _collection(stack.pop(), event)
        else:
            continue
        if not stack:
            return made
        stack[-1].inner.append(made)
    return None


def _scalar(event: Any, text: str) -> Extent:
    start, end = event.start_mark.index, event.end_mark.index
    end = start + len(text[start:end].rstrip())  # the end of a block text is where the next value begins
    return Extent(start, end, event.start_mark.line + 1, event.start_mark.column + 1, event.value)


def _collection(opened: _Open, event: Any) -> Extent:
    mark, inner = opened.event.start_mark, opened.inner
    flow = bool(opened.event.flow_style)
    end = event.end_mark.index if flow else max((one.end for one in inner), default=mark.index)
    pairs = () if opened.is_list else tuple(zip(inner[::2], inner[1::2], strict=True))
    items = tuple(inner) if opened.is_list else ()
    return Extent(mark.index, end, mark.line + 1, mark.column + 1, None, opened.is_list, flow, items, pairs)
