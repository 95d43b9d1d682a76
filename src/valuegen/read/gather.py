"""A collection: one file or the files of a folder, a mapping from id to item or a list of items that have `id`."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from valuegen.finding import Finding, Place
from valuegen.model.base import Record
from valuegen.model.values import is_id
from valuegen.read.files import YAML_LIMIT, Files
from valuegen.read.form import form_of
from valuegen.read.keys import in_one_way
from valuegen.read.nodes import Map, Node, Scalar, Seq, merged, place
from valuegen.read.shape import shape
from valuegen.read.told import PRIVATE, about, told
from valuegen.read.yaml import parse
from valuegen.words import msg

MOST_MISTAKES = 2_000
"""After so many mistakes in one collection, or one file of the calendar, the rest of it is not looked at."""
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Gathered(Generic[R]):
    """A collection's records by id. `known`: all ids that are written, of items with mistakes too.

    `judged`: the records, and what is left of those with mistakes, for names and dates to be judged.
    `whole`: all of its files could be read, so that a name which is not `known` is a mistake. `absent`: it is nowhere.
    """

    records: dict[str, R] = field(default_factory=dict)
    judged: tuple[R, ...] = ()
    known: dict[str, None] = field(default_factory=dict)
    whole: bool = True
    absent: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a collection: its id as it was written (None: not), and its keys."""

    id: Scalar | None
    node: Node


def gather(files: Files, name: str, model: type[R], base: Sequence[Item] = ()) -> Gathered[R]:
    """Read the collection `name`; `base` holds items that it adds to, or changes key by key."""
    paths = paths_of(files, name)
    if not paths and not base:
        return Gathered(absent=True)
    roots, whole = roots_of(files, paths)
    items = [*base]
    for root in roots:
        items += items_of(files, root)
    return _made(files, _unlike(files, items, len(base), model), model, whole, name)


def paths_of(files: Files, name: str) -> tuple[str, ...]:
    """The files of a collection, in their order; two of its places at once are a mistake, and are read both."""
    if name in PRIVATE and not files.with_clients:
        return ()
    folders = ("content/private", "content") if name in PRIVATE else ("content",)
    found = [f"{folder}/{name}{end}" for folder in folders for end in (".yaml", "")]
    there = [path for path in found if files.exists(path) and (path.endswith(".yaml") or files.is_folder(path))]
    for second in there[1:]:
        message = msg("“{first}” and “{second}” are the same collection.", first=there[0], second=second)
        files.findings.append(told(message, Place(second, 1, 1), msg("Put all of it in one of the two places.")))
    return tuple(path for one in there for path in ([one] if one.endswith(".yaml") else _yaml_in(files, one)))


def _yaml_in(files: Files, folder: str) -> Iterator[str]:
    for name in files.names(folder):
        path = f"{folder}/{name}"
        if name.startswith("."):
            continue
        if name.endswith(".yaml"):
            yield path
        elif name.endswith(".yml"):
            message = msg("Files that end in .yml are not read.")
            files.findings.append(told(message, Place(path, 1, 1), msg("Let its name end in .yaml.")))
        elif files.is_folder(path) and any(inner.endswith((".yaml", ".yml")) for inner in files.names(path)):
            message = msg("Files in a folder of this folder are not read.")
            files.findings.append(told(message, Place(path, 1, 1), msg("Move them up to “{folder}”.", folder=folder)))


def roots_of(files: Files, paths: Sequence[str]) -> tuple[list[Node], bool]:
    """The roots of some YAML files, and whether all could be read in full."""
    roots: list[Node] = []
    whole = True
    for path in paths:
        text = files.text(path, YAML_LIMIT)
        if text is None:
            whole = False
            continue
        parsed = parse(text, path)
        files.findings.extend(parsed.findings)
        whole = whole and parsed.whole
        if parsed.root is not None:
            roots.append(parsed.root)
    return roots, whole


def bearable(files: Files, nodes: Iterable[Node]) -> Iterator[Node]:
    """The nodes of a list, until there are so many mistakes that nobody would read more of them."""
    before = len(files.findings)
    for node in nodes:
        if len(files.findings) - before > MOST_MISTAKES:
            message = msg("There are more than {most} mistakes in this file.", most=MOST_MISTAKES)
            mend = msg("Fix those above first; from here on the file was not read.")
            files.findings.append(told(message, place(node), mend))
            return
        yield node


def items_of(files: Files, root: Node) -> Iterator[Item]:
    """The items of a mapping from id to item, or of a list of items that have `id`."""
    if isinstance(root, Seq):
        for node in root.items:
            yield Item(_id_in(node), node)
    elif isinstance(root, Map) and isinstance(_id_in(root), Scalar):
        yield Item(_id_in(root), root)
    elif isinstance(root, Map):
        for key, node in root.items.values():
            yield _keyed(files, key, node)
    elif not root.is_nothing:
        message = msg("Items with their ids are expected here: a list of items that have `id`, or each under its id.")
        mend = msg("Write, for example: {example}", example="panaderias: {name: Panaderías}")
        files.findings.append(told(message, place(root), mend))


def _id_in(node: Node) -> Scalar | None:
    if not isinstance(node, Map) or "id" not in node.items:
        return None
    found = node.items["id"][1]
    return found if isinstance(found, Scalar) else None


def _keyed(files: Files, key: Scalar, node: Node) -> Item:
    if isinstance(node, Scalar) and node.is_nothing:
        node = Map({}, False, key.file, key.line, key.column)
    if not isinstance(node, Map):
        return Item(key, node)
    inner = _id_in(node)
    if inner is not None and inner.text != key.text:
        message = msg("This id is not the same as the key above it.")
        files.findings.append(told(message, place(inner), msg("Remove this line.")))
    return Item(key, node._replace(items={"id": (key, key), **{k: v for k, v in node.items.items() if k != "id"}}))


def _unlike(files: Files, items: Sequence[Item], of_base: int, model: type[R]) -> Iterator[Item]:
    """The items, each id once: those of the base are merged with those that change them, a doubled one is a mistake."""
    seen: dict[str, int] = {}
    out: list[Item] = []
    for number, item in enumerate(items):
        id = item.id.text if item.id is not None else None
        if id is None or id not in seen:
            if id is not None:
                seen[id] = len(out)
            out.append(item)
        elif seen[id] < of_base <= number:
            out[seen[id]] = _over(out[seen[id]], item, model)
        else:
            files.findings.append(_twice(item, out[seen[id]]))
    return iter(out)


def _over(base: Item, item: Item, model: type[R]) -> Item:
    if not isinstance(base.node, Map) or not isinstance(item.node, Map):
        return item
    form = form_of(model)
    return Item(item.id, merged(in_one_way(base.node, form)[0], in_one_way(item.node, form)[0]))


def _twice(item: Item, first: Item) -> Finding:
    assert item.id is not None
    assert first.id is not None
    stands = {"file": first.id.file, "line": str(first.id.line)}
    message = msg("The id “{id}” is used twice; the first is at {file}:{line}.", id=item.id.text, **stands)
    if _shown_id(item) is None:
        message = msg("This id is used twice; the first is at {file}:{line}.", **stands)
    return told(message, place(item.id), msg("Give one of the two another id."))


def _shown_id(item: Item) -> str | None:
    """The id, if it is one: what is none may be a client's name."""
    return item.id.text if item.id is not None and is_id(item.id.text) else None


def _made(files: Files, items: Iterator[Item], model: type[R], whole: bool, name: str) -> Gathered[R]:
    subject = {"segments": "segment", "contacts": "contact", "needs": "need"}.get(name)
    records: dict[str, R] = {}
    judged: list[R] = []
    listed = list(items)
    known = {item.id.text: None for item in listed if item.id is not None}
    for item, node in zip(listed, bearable(files, (one.node for one in listed)), strict=False):
        shaped = shape(node, model)
        if shaped.findings:
            files.findings += about(shaped.findings, **{subject: _shown_id(item)}) if subject else shaped.findings
        if shaped.partial is not None:
            judged.append(shaped.partial)
        if shaped.record is not None:
            records[str(shaped.record.id)] = shaped.record  # type: ignore[attr-defined]
    return Gathered(records, tuple(judged), known, whole)
