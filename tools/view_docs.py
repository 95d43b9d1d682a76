"""What templates see, read from the source of the view types: every class and field with its sentence.

A field's sentence is the text that stands below it in the class (`ast` sees it; Python keeps nothing of it).
"""

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from valuegen.read.theme_folders import built_in_names
from valuegen.read.themes import built_in_theme

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "src" / "valuegen" / "pages"
MODULES = ("views", "frame_views", "part_views", "option_views", "drawn_views")
OTHERS = {"machine_views": ("Alternate",)}
"""Modules of which these classes alone are seen by templates."""


class Field(NamedTuple):
    """A field: its name, its type as it is written, its sentence."""

    name: str
    type: ast.expr
    text: str
    place: str


class View(NamedTuple):
    """A class that templates see. `base` is another of them, whose fields it has too."""

    name: str
    base: str
    text: str
    fields: tuple[Field, ...]
    place: str


@cache
def views() -> Mapping[str, View]:
    """Every class that templates see, by its name, in the order of the files."""
    found = [view for name in MODULES for view in _in(name)]
    found += [view for name, wanted in OTHERS.items() for view in _in(name) if view.name in wanted]
    return {view.name: view for view in found}


def sentences() -> dict[str, str]:
    """Every sentence of docs/themes.md that stands elsewhere, with its place."""
    found: dict[str, str] = {}
    for view in views().values():
        for text, place in ((view.text, view.place), *((field.text, field.place) for field in view.fields)):
            found.setdefault(text, place)
    for name in built_in_names():
        theme = built_in_theme(name)
        for text in (theme.about, *(option.about for option in theme.options.values())):
            if text:
                found.setdefault(text, f"themes/{name}/theme.yaml")
    return found


def silent() -> list[str]:
    """What has no sentence: classes and fields."""
    names = [view.name for view in views().values() if not view.text]
    return names + [f"{view.name}.{field.name}" for view in views().values() for field in view.fields if not field.text]


def _in(name: str) -> Iterator[View]:
    path = PAGES / f"{name}.py"
    shown = path.relative_to(ROOT).as_posix()
    for node in ast.parse(path.read_bytes()).body:
        if isinstance(node, ast.ClassDef):
            base = ast.unparse(node.bases[0]) if node.bases else ""
            text = " ".join((ast.get_docstring(node) or "").split())
            yield View(node.name, base, text, tuple(_fields(node, shown)), f"{shown}:{node.lineno}")


def _fields(node: ast.ClassDef, shown: str) -> Iterator[Field]:
    for at, line in enumerate(node.body):
        if isinstance(line, ast.AnnAssign) and isinstance(line.target, ast.Name) and line.target.id[0] != "_":
            below = node.body[at + 1] if at + 1 < len(node.body) else None
            text = _text(below) if isinstance(below, ast.Expr) else ""
            yield Field(line.target.id, line.annotation, text, f"{shown}:{line.lineno}")


def _text(line: ast.Expr) -> str:
    value = line.value
    return " ".join(value.value.split()) if isinstance(value, ast.Constant) and isinstance(value.value, str) else ""
