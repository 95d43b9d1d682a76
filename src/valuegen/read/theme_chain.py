"""A theme, its parent, and so on: their folders and what their `theme.yaml` say."""

import os
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from valuegen.finding import Finding, Place
from valuegen.model.theme import ThemeFile
from valuegen.read.files import YAML_LIMIT, Files
from valuegen.read.nearest import nearest
from valuegen.read.nodes import Map, Node
from valuegen.read.shape import at, shape
from valuegen.read.theme_folders import DEFAULT, FILE, built_in, built_in_names, is_built_in
from valuegen.read.told import not_known, told
from valuegen.read.yaml import Parsed, parse
from valuegen.words import msg

NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Layer:
    """One theme of a chain. `node` is its `theme.yaml` as it was written; None where there is none, or an empty one."""

    name: str
    folder: Path
    file: ThemeFile
    node: Map | None
    is_own: bool

    def at(self, *path: str | int) -> Node | None:
        """What is written at a path of its `theme.yaml`."""
        return at(self.node, path) if self.node is not None else None


def chain(files: Files, name: str) -> tuple[Layer, ...]:
    """The theme first, its last parent last: always a built-in one. Findings go to `files`."""
    layers: list[Layer] = []
    own: bool | None = _has_own(files, name)
    while own is not None:
        layer = _own_layer(files, name) if own else _built_in_layer(name)
        layers.append(layer)
        name, own = _parent(files, layers)
    return tuple(layers)


def built_in_chain(name: str = DEFAULT) -> tuple[Layer, ...]:
    """A built-in theme and its parents."""
    layers = [_built_in_layer(name)]
    while layers[-1].name != DEFAULT:
        layers.append(_built_in_layer(layers[-1].file.parent or DEFAULT))
    return tuple(layers)


def own_names(files: Files) -> tuple[str, ...]:
    """The themes that stand in the workspace's `themes/`."""
    names = files.names("themes") if files.is_folder("themes") else ()
    return tuple(name for name in names if NAME.fullmatch(name) and files.is_folder(f"themes/{name}"))


def _has_own(files: Files, name: str) -> bool:
    folder = f"themes/{name}"
    return bool(NAME.fullmatch(name)) and files.is_folder(folder) and not is_built_in(files.root / folder)


def _parent(files: Files, layers: list[Layer]) -> tuple[str, bool | None]:
    """The parent of the last layer, and whether it is the workspace's own; None where there is none."""
    child = layers[-1]
    if not child.is_own and child.name == DEFAULT:
        return DEFAULT, None
    usual = child.name if child.is_own and child.name in built_in_names() else DEFAULT
    name = child.file.parent or usual
    own = name != child.name and _has_own(files, name)
    if not own and name not in built_in_names():
        files.findings.append(_no_parent(files, child, name))
        return DEFAULT, False
    if any((layer.name, layer.is_own) == (name, own) for layer in layers):
        files.findings.append(_loop(layers, name))
        return DEFAULT, False
    return name, own


def _no_parent(files: Files, child: Layer, name: str) -> Finding:
    if name == child.name:
        return told(
            msg("This theme is its own parent."),
            child.file.where("parent"),
            msg("Take this line out: its parent is the built-in theme."),
        )
    near = nearest(name, [one for one in (*built_in_names(), *own_names(files)) if one != child.name])
    mend = msg("Write the name of a folder in themes/, or of a built-in theme: {names:or}.", names=built_in_names())
    return not_known(msg("There is no theme “{name}”.", name=name), child.file.where("parent"), near, mend)


def _loop(layers: list[Layer], name: str) -> Finding:
    names = [layer.name for layer in layers]
    message = msg("These themes are each other's parents: {way}.", way=" → ".join((*names[names.index(name) :], name)))
    return told(message, layers[-1].file.where("parent"), msg("Take this line out, or name another parent."))


def _own_layer(files: Files, name: str) -> Layer:
    path = f"themes/{name}/{FILE}"
    files.names(f"themes/{name}")  # a folder that leads out of the workspace is told of
    misnamed = f"themes/{name}/theme.yml"
    if files.exists(misnamed):
        what = msg("This file is not read: its name is not known.")
        files.findings.append(not_known(what, Place(misnamed, 1, 1), FILE, msg("Name it theme.yaml.")))
    text = files.text(path, YAML_LIMIT) if files.exists(path) else None
    parsed = parse(text, path) if text is not None else Parsed(None)
    file, node, findings = _shaped(parsed)
    files.findings += (*parsed.findings, *findings)
    return Layer(name, files.root / "themes" / name, file, node, is_own=True)


@cache
def _built_in_layer(name: str) -> Layer:
    folder = built_in(name)
    shown = f"themes/{name}/{FILE}"
    parsed = parse((folder / FILE).read_text("utf-8"), shown)
    file, node, findings = _shaped(parsed)
    assert not parsed.findings, parsed.findings
    assert not findings, findings
    return Layer(name, Path(os.path.realpath(folder)), file, node, is_own=False)


def _shaped(parsed: Parsed) -> tuple[ThemeFile, Map | None, tuple[Finding, ...]]:
    if parsed.root is None:
        return ThemeFile(), None, ()
    shaped = shape(parsed.root, ThemeFile)
    node = parsed.root if isinstance(parsed.root, Map) else None
    return shaped.partial or ThemeFile(), node, shaped.findings
