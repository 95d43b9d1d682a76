"""`valuegen.yaml`, with what it `extends`."""

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.finding import Finding
from valuegen.model.settings import Settings
from valuegen.read.files import YAML_LIMIT, Files
from valuegen.read.form import form_of
from valuegen.read.gather import Item, items_of
from valuegen.read.keys import in_one_way
from valuegen.read.nodes import Map, Node, Scalar, Seq, each, merged, place, value
from valuegen.read.root import NAME
from valuegen.read.shape import shape
from valuegen.read.told import told
from valuegen.read.vanity import without_in_goals
from valuegen.read.wrongs import expected
from valuegen.read.yaml import parse
from valuegen.words import msg

_SHARED = ("people", "channels")
_BY_ID = "products"


@dataclass(frozen=True, slots=True)
class SettingsRead:
    """The settings (None: they can't be made), the node that they were made of, and what a base shares.

    `products` are all ids that are written; `whole`: every file of the chain could be read in full.
    """

    settings: Settings | None
    node: Map | None = None
    products: dict[str, None] = field(default_factory=dict)
    people: tuple[Item, ...] = ()
    channels: tuple[Item, ...] = ()
    whole: bool = True


def read_settings(files: Files) -> SettingsRead:
    """Read `valuegen.yaml` and the files that it extends; what stands nearer wins."""
    chain, whole = _chain(files)
    if not chain:
        return SettingsRead(None, whole=False)
    shared: dict[str, list[Item]] = {name: [] for name in _SHARED}
    whole_map: Map | None = None
    sold = _sold(chain)
    for number, base_first in enumerate(reversed(chain)):
        is_base = number < len(chain) - 1
        root = without_in_goals(files, base_first, sold)
        root = _without_shared(files, root, shared, is_base)
        own = _in_one_way(files, root)
        whole_map = own if whole_map is None else merged(whole_map, own)
    assert whole_map is not None
    whole_map, products = _products_as_list(files, whole_map)
    shaped = shape(whole_map, Settings)
    # what is missing may stand in a base that could not be read
    files.findings += (finding for finding in shaped.findings if whole or "missing" not in finding.data)
    return SettingsRead(shaped.partial, whole_map, products, tuple(shared["people"]), tuple(shared["channels"]), whole)


def _chain(files: Files) -> tuple[list[Map], bool]:
    """The roots of `valuegen.yaml`, of what it extends, and so on; and whether all could be read in full."""
    roots: list[Map] = []
    whole = True
    path, asked, seen = NAME, None, list[str]()
    while True:
        text = files.text(path, YAML_LIMIT, asked, far=asked is not None)
        if text is None:
            return roots, False
        seen.append(os.path.realpath(files.root / path))
        parsed = parse(text, path)
        files.findings.extend(parsed.findings)
        whole = whole and parsed.whole
        root = parsed.root
        if root is None and parsed.whole:
            root = Map({}, False, path, 1, 1)
        if not isinstance(root, Map):
            if root is not None:
                files.findings.append(told(*expected((), form_of(Settings), place(root))))
            return roots, False
        roots.append(root)
        base = value(root, "extends")
        if base is None:
            return roots, whole
        found = _base_path(files, path, base, seen)
        if found is None:
            return roots, False
        path, asked = found, place(base)


def _base_path(files: Files, path: str, base: Node, seen: list[str]) -> str | None:
    if isinstance(base, Seq) and len(base.items) == 1:
        base = base.items[0]
    if not isinstance(base, Scalar):
        files.findings.append(
            told(msg("`extends` names one file."), place(base), msg("Write, for example: extends: ../base.yaml"))
        )
        return None
    if base.text.startswith("/") or "\\" in base.text or not base.text.strip():
        message = msg("`extends` names a file by its path from this one, with “/”.")
        files.findings.append(told(message, place(base), msg("Write, for example: extends: ../base.yaml")))
        return None
    if not base.text.endswith((".yaml", ".yml")):  # of another file, .git/config say, no line is to be shown
        message = msg("`extends` names a file that ends in .yaml.")
        files.findings.append(told(message, place(base), msg("Write, for example: extends: ../base.yaml")))
        return None
    found = posixpath.normpath(posixpath.join(posixpath.dirname(path), base.text))
    if os.path.realpath(files.root / found) in seen:
        files.findings.append(told(msg("This file extends itself."), place(base), msg("Remove this line.")))
        return None
    return found


def _without_shared(files: Files, root: Map, shared: dict[str, list[Item]], is_base: bool) -> Map:
    """The root without `extends`, `people` and `channels`, which only a base may hold; those go to `shared`."""
    items = dict(root.items)
    items.pop("extends", None)
    for name in _SHARED:
        pair = items.pop(name, None)
        if pair is None:
            continue
        if is_base:
            shared[name] = _above(shared[name], items_of(files, pair[1]))
        else:
            message = msg("`{key}` has a file of its own.", key=name)
            mend = msg("Move it to content/{key}.yaml.", key=name)
            files.findings.append(told(message, place(pair[0]), mend))
    return root._replace(items=items)


def _above(held: list[Item], items: Iterator[Item]) -> list[Item]:
    """The items of a base over those of its own base."""
    by_id = {item.id.text if item.id else str(number): item for number, item in enumerate(held)}
    for number, item in enumerate(items, len(held)):
        key = item.id.text if item.id else str(number)
        before = by_id.get(key)
        if before is not None and isinstance(before.node, Map) and isinstance(item.node, Map):
            item = Item(item.id, merged(before.node, item.node))
        by_id[key] = item
    return list(by_id.values())


def _in_one_way(files: Files, root: Map) -> Map:
    """The root with its keys in the one way, products aside (a mapping of them is merged by id, and judged later)."""
    ways = form_of(Settings).ways(_BY_ID)
    aside = [root.items[key] for key in ways if key in root.items]
    others = {key: pair for key, pair in root.items.items() if key not in ways}
    whole, wrong = in_one_way(root._replace(items=others), form_of(Settings))
    files.findings += wrong
    return whole._replace(items={**whole.items, _BY_ID: aside[0]}) if aside else whole


def _sold(chain: list[Map]) -> set[str]:
    """The ids of all products, whatever else is wrong with them."""
    found: set[str] = set()
    for root in chain:
        for key in form_of(Settings).ways(_BY_ID):
            node = root.items[key][1] if key in root.items else None
            if isinstance(node, Map) and value(node, "id") is None:
                found |= node.items.keys()
            ids = (value(item, "id") for item in each(node) if isinstance(item, Map))
            found |= {id.text for id in ids if isinstance(id, Scalar)}
    return found


def _products_as_list(files: Files, root: Map) -> tuple[Map, dict[str, None]]:
    pair = root.items.get(_BY_ID)
    if pair is None:
        return root, {}
    name, node = pair
    items = list(items_of(files, node))
    known: dict[str, Scalar] = {}
    for item in items:
        if item.id is not None and item.id.text in known:
            files.findings.append(_twice(item.id, known[item.id.text]))
        elif item.id is not None:
            known[item.id.text] = item.id
    listed = Seq(tuple(item.node for item in items), False, node.file, node.line, node.column)
    return root._replace(items={**root.items, _BY_ID: (name, listed)}), dict.fromkeys(known)


def _twice(id: Scalar, first: Scalar) -> Finding:
    message = msg(
        "The id “{id}” is used twice; the first is at {file}:{line}.", id=id.text, file=first.file, line=str(first.line)
    )
    return told(message, place(id), msg("Give one of the two another id."))
