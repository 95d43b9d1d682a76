"""The editorial calendar: lists of entries, or `{defaults: …, entries: […]}`."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Place
from valuegen.model.entry import Entry
from valuegen.read.entries import HIDDEN, Made, entry_of, hold_text
from valuegen.read.files import Files
from valuegen.read.form import Form, form_of
from valuegen.read.gather import MOST_MISTAKES, bearable, paths_of, roots_of
from valuegen.read.keys import in_one_way, unknown_key
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node, Scalar, Seq, each, merged, place
from valuegen.read.told import told
from valuegen.read.vanity import without_in_entry
from valuegen.words import msg

_SHAPE = ("defaults", "entries")


@dataclass(slots=True)
class Calendar:
    """What stands in `calendar/`. `named`: the files that bodies name, and where; `whole`: all of it could be read."""

    made: list[Made] = field(default_factory=list)
    named: dict[str, Place] = field(default_factory=dict)
    whole: bool = True


def read_calendar(files: Files, segments: tuple[str, ...]) -> Calendar:
    """All entries in the calendar, each with its text. A file at a time: nodes take much more room than entries."""
    calendar = Calendar()
    for path in paths_of(files, "calendar"):
        roots, whole = roots_of(files, [path])
        calendar.whole = calendar.whole and whole
        before = len(files.findings)
        for root in roots:
            for node in bearable(files, _entries(files, root)):
                one = entry_of(files.findings, node, segments=segments)
                calendar.made.append(one)
                if one.partial is not None:
                    hold_text(files, one.partial, node, calendar.named)
        calendar.whole = calendar.whole and len(files.findings) - before <= MOST_MISTAKES
    return calendar


def _entries(files: Files, root: Node) -> Iterator[Node]:
    form = form_of(Entry, HIDDEN)
    if isinstance(root, Map) and not (root.items.keys() & set(_SHAPE)) and root.items.keys() & form.keys.keys():
        yield without_in_entry(files, root)
    elif isinstance(root, Map):
        yield from _with_defaults(files, root, form)
    else:
        yield from (_without(files, node) for node in each(root))


def _without(files: Files, node: Node) -> Node:
    return without_in_entry(files, node) if isinstance(node, Map) else node


def _with_defaults(files: Files, root: Map, form: Form) -> Iterator[Node]:
    parts = {key: node for key, (_, node) in root.items.items() if key in _SHAPE}
    for key, (name, node) in root.items.items():
        if key not in _SHAPE:
            near = nearest(key, [known for known in _SHAPE if known not in root.items])
            files.findings.append(unknown_key(name, near, _SHAPE))
            if near is not None:
                parts.setdefault(near, node)  # what it was meant to be is judged too
    defaults = parts.get("defaults")
    if isinstance(defaults, Seq) and len(defaults.items) == 1:
        defaults = defaults.items[0]
    base = None
    if isinstance(defaults, Map):
        whole, wrong = in_one_way(without_in_entry(files, defaults), form)
        files.findings += wrong
        base = whole._replace(items={key: pair for key, pair in whole.items.items() if key in form.keys})
    elif defaults is not None and not (isinstance(defaults, Scalar) and defaults.is_nothing):
        mend = msg("Write, for example: {example}", example="defaults: {kind: reference}")
        files.findings.append(told(msg("Keys and their values are expected here."), place(defaults), mend))
    for written in each(parts.get("entries")):
        node = _without(files, written)
        if base is not None and isinstance(node, Map):
            own, wrong = in_one_way(node, form)
            files.findings += wrong
            yield merged(base, own)
        else:
            yield node
