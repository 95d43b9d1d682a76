"""libyaml's events → nodes, with nothing taken that is not plain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import yaml

from valuegen.finding import Finding, Place
from valuegen.read.attempt import Growth
from valuegen.read.attempts import lines_of
from valuegen.read.cures import Cure
from valuegen.read.echoes import REPEATED, SYNTAX
from valuegen.read.hyphens import BARE, hyphen_mend
from valuegen.read.hyphens import MISSING as HYPHEN
from valuegen.read.nodes import REFUSED, Map, Node, Scalar, Seq, cut_off
from valuegen.read.told import is_private, told
from valuegen.words import Message, msg

DEEPEST = 32
MOST_NODES = 1_000_000
MOST_FINDINGS = 200
"""After so many mistakes in one file it is read no further."""


class TooMuchError(Exception):
    """The text is deeper or longer than a workspace's may be."""

    def __init__(self, mark: Any, message: Message, mend: Message) -> None:
        super().__init__(message.id)
        self.mark = mark
        self.message = message
        self.mend = mend


class _Mark(NamedTuple):
    line: int
    column: int


@dataclass(slots=True)
class _Frame:
    """A collection that is being read. `key` is the key whose value comes next."""

    event: Any
    is_map: bool
    flow: bool
    in_list: bool = False
    items: list[Node] = field(default_factory=list)
    pairs: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    whole: list[dict[str, tuple[Scalar, Node]]] = field(default_factory=list)
    """Of an item of a list, the pairs up to a key that is there already: a hyphen may be missing before it."""
    key: Scalar | None = None
    skip: bool = False


class Builder:
    """Builds the nodes of one text from its events. It can begin again with a corrected text."""

    def __init__(self, file: str, first_line: int, breaks: Mapping[int, str]) -> None:
        self.file = file
        self.above = first_line
        self.breaks = breaks
        self.findings: list[Finding] = []
        self.widths: list[int] = []
        """Of the lines as they were written, once there are cures."""

    def begin(self, text: str, shifts: Mapping[int, Sequence[Growth]]) -> None:
        """Forget all, and take this text."""
        self.text = text
        self.shifts = shifts
        self.findings = []
        self.quoted = None
        self.has_cuts = " #" in text
        self.count = 0

    def build(self) -> Node | None:
        """The root node; raises yaml.YAMLError or TooMuchError."""
        stack: list[_Frame] = []
        root: Node | None = None
        documents = 0
        for event in self.events():
            kind = type(event)
            if kind is yaml.ScalarEvent:
                node: Node = self.scalar(event)
            elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                self.open(stack, event, kind is yaml.MappingStartEvent)
                continue
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                *others, node = self.close(stack.pop())
                for one in others:
                    self.add(stack[-1], one)
            elif kind is yaml.AliasEvent:
                node = self.alias(event)
            else:
                if kind is yaml.DocumentStartEvent:
                    documents += 1
                    if documents > 1:
                        self.second(event)
                        break
                continue
            if stack:
                self.add(stack[-1], node)
            else:
                root = node
        return root

    def events(self) -> Iterator[Any]:
        return yaml.parse(self.text, Loader=yaml.CSafeLoader)

    def place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + self.above, self.column(mark))

    def column(self, mark: Any) -> int:
        return self.true_column(mark.line, mark.column + 1)

    def true_column(self, line: int, column: int) -> int:
        """The column in the file of one in the text that has cures in it."""
        grown = self.shifts.get(line)
        if not grown:
            return column
        for growth in reversed(grown):
            if column > growth.after:
                column -= growth.by
        return max(1, min(column, self.widths[line] + 1))

    def scalar(self, event: Any) -> Scalar:
        self.count += 1
        if self.count > MOST_NODES:
            raise self.too_many(event)
        mark = event.start_mark
        text = event.value
        style = event.style or ""
        if event.anchor is not None or event.tag is not None:
            self.marked(event)
            style = REFUSED
        if self.breaks:
            text = text.translate(self.breaks)
        if style and mark.line != event.end_mark.line and style in "'\"":
            self.quoted = event
        cut = ""
        if self.has_cuts and not style:
            end = event.end_mark.index
            cut = cut_off(self.text, end)
        column = mark.column + 1 if not self.shifts else self.column(mark)
        return Scalar(text, style, self.file, mark.line + self.above, column, cut)

    def open(self, stack: list[_Frame], event: Any, is_map: bool) -> None:
        self.count += 1
        if len(stack) >= DEEPEST:
            raise TooMuchError(
                event.start_mark,
                msg("This is nested more than {most} levels deep.", most=DEEPEST),
                msg("Write it with fewer levels."),
            )
        if self.count > MOST_NODES:
            raise self.too_many(event)
        if event.anchor is not None or event.tag is not None:
            self.marked(event)
        flow, over = bool(event.flow_style), stack[-1] if stack else None
        in_list = is_map and not flow and over is not None and not (over.is_map or over.flow)
        stack.append(_Frame(event, is_map, flow, in_list))

    def too_many(self, event: Any) -> TooMuchError:
        return TooMuchError(
            event.start_mark,
            msg("There are more than {most} values in this file.", most=MOST_NODES),
            msg("Spread it over several files."),
        )

    def close(self, frame: _Frame) -> tuple[Node, ...]:
        """The collection; several where hyphens were missing between them."""
        mark = frame.event.start_mark
        line, column = mark.line + self.above, self.column(mark)
        if not frame.is_map:
            return (Seq(tuple(frame.items), frame.flow, self.file, line, column),)
        first, *rest = (*frame.whole, frame.pairs)
        found = [Map(first, frame.flow, self.file, line, column)]
        held = first
        for pairs in rest:
            key, *_ = (name for name, _ in pairs.values())
            if len(held.keys() & pairs.keys()) > (1 if next(iter(held)) in pairs else 2):
                self.hyphen(key)
                found.append(Map(pairs, frame.flow, self.file, key.line, key.column))
                held = pairs
            else:
                self.join(held, pairs)
        return tuple(found)

    def join(self, held: dict[str, tuple[Scalar, Node]], pairs: dict[str, tuple[Scalar, Node]]) -> None:
        """Take pairs among others, but for those that are there already."""
        for text, pair in pairs.items():
            if text in held:
                self.twice(pair[0], held[text][0])
            else:
                held[text] = pair

    def add(self, frame: _Frame, node: Node) -> None:
        if not frame.is_map:
            frame.items.append(node)
        elif frame.skip:
            frame.skip = False
        elif frame.key is None:
            self.key(frame, node)
        else:
            frame.pairs[frame.key.text] = (frame.key, node)
            frame.key = None

    def key(self, frame: _Frame, node: Node) -> None:
        """Take a key, or refuse it and skip its value."""
        if not isinstance(node, Scalar):
            self.refuse(node, msg("A key is a short text, not a list or more keys."), msg("Write a key of one word."))
        elif node.style == REFUSED:
            pass
        elif node.text == "<<" and not node.style:
            self.refuse(node, msg("Merge keys (<<) are not read here."), msg("Write the keys out."))
        elif node.text in frame.pairs and frame.in_list:
            frame.whole.append(frame.pairs)
            frame.pairs = {}
            frame.key = node
            return
        elif node.text in frame.pairs:
            self.twice(node, frame.pairs[node.text][0])
        else:
            frame.key = node
            return
        frame.skip = True

    def twice(self, node: Scalar, first: Scalar) -> None:
        bare = msg("This key is written twice; the first is on line {line}.", line=first.line)
        message = msg("`{key}` is written twice; the first is on line {line}.", key=node.text, line=first.line)
        said = bare if is_private(self.file) else message
        self.refuse(node, said, msg("Keep one of them."), {REPEATED: True})

    def hyphen(self, key: Scalar) -> None:
        line = lines_of(self.text)[key.line - self.above]
        self.refuse(key, HYPHEN, BARE if is_private(self.file) else hyphen_mend(line))

    def marked(self, event: Any) -> None:
        """Refuse an anchor (&name) or a tag (!name); most often a text that begins with that sign."""
        self.sign(event, "&" if event.anchor is not None else "!")

    def alias(self, event: Any) -> Scalar:
        self.sign(event, "*")
        mark = event.start_mark
        return Scalar("", REFUSED, self.file, mark.line + self.above, self.column(mark))

    def sign(self, event: Any, sign: str) -> None:
        source = self.text[event.start_mark.index : event.end_mark.index].strip()
        is_text = type(event) in (yaml.ScalarEvent, yaml.AliasEvent)
        mend = msg("If it is text, write it in quotes.") if is_text else msg("Remove it.")
        if is_text and not is_private(self.file) and "\n" not in source and 0 < len(source) < 80 and '"' not in source:
            mend = msg("If it is text, write it in quotes: {cure}", cure=f'"{source}"')
        message = msg("A value can't begin with {sign}: anchors, aliases and tags are not read here.", sign=sign)
        self.report(told(message, self.place(event.start_mark), mend), event.start_mark)

    def report(self, finding: Finding, mark: Any) -> None:
        self.findings.append(finding)
        if len(self.findings) > MOST_FINDINGS:
            message = msg("There are more than {most} mistakes in this file.", most=MOST_FINDINGS)
            raise TooMuchError(mark, message, msg("Fix those above first; from here on the file was not read."))

    def second(self, event: Any) -> None:
        message = msg("A second document begins here (---); a file holds one.")
        mend = msg("Remove this line, or move what follows to a file of its own.")
        self.findings.append(told(message, self.place(event.start_mark), mend))

    def refuse(self, node: Node, message: Message, mend: Message, data: Mapping[str, Any] | None = None) -> None:
        at = Place(node.file, node.line, node.column)
        self.report(told(message, at, mend, data=data), _Mark(node.line - self.above, node.column - 1))

    def syntax(self, cure: Cure) -> Finding:
        """The finding of a syntax error, with its cure; without the user's words where they are private."""
        at = Place(self.file, cure.line + self.above, self.true_column(cure.line, cure.column + 1))
        mend = cure.bare_mend if is_private(self.file) else cure.mend
        return told(cure.message, at, mend, data={SYNTAX: "line" if cure.of_line else "value"})
