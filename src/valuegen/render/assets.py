"""A theme's files become data: its templates, and its assets with a hash of their content in their names."""

import hashlib
import os
import posixpath
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from valuegen.model.theme import ChosenTheme
from valuegen.pages.types import Asset, Template, Theme
from valuegen.read.opened import opened, within
from valuegen.read.refusals import UNNAMED, Refused, is_text
from valuegen.read.theme_folders import are_built_in, built_in_names, is_built_in
from valuegen.render.elsewhere import in_sheet, in_template
from valuegen.render.options_css import NAME as OPTIONS
from valuegen.render.options_css import options_css
from valuegen.render.smaller import smaller
from valuegen.render.theme_error import ThemeError
from valuegen.words import msg

BUILT_IN = built_in_names()
LARGEST = 8 * 1024 * 1024
_REFERENCE = re.compile(r"""url\(\s*(['"]?)([^'")\s]+)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class _File:
    """A file of the theme in `layer`: what to call it in messages, and its bytes."""

    layer: int
    shown: str
    data: bytes


def load_theme(chosen: ChosenTheme) -> Theme:
    """A theme as data: a file in a folder of it stands for the same file in those of its parents.

    Raises `ThemeError` for a file that leads out of its folder, is too large, or is no text where text is needed.
    """
    files: dict[str, list[_File]] = {}
    for layer, folder in enumerate(chosen.folders):
        for name, file in _files(layer, folder):
            files.setdefault(name, []).append(file)
    return Theme(
        name=chosen.name,
        templates=dict(_templates(files)),
        assets=_assets({**_data(files), **_made(files, chosen)}),
        is_foreign=not are_built_in(chosen.folders),
        strange=frozenset(_assets_of_others(files, chosen.folders)),
        options=chosen.options,
        fonts={name: found[0].data for name, found in files.items() if is_font(name)},
        paper=chosen.paper,
    )


def asking_elsewhere(chosen: ChosenTheme) -> Iterator[ThemeError]:
    """Where templates and style sheets of a theme, or of its parents, ask other servers for something."""
    for layer, folder in enumerate(chosen.folders):
        for name, file in _files(layer, folder):
            text = file.data.decode("utf-8", "replace")
            if name.endswith(".css"):
                yield from in_sheet(name, file.shown, text)
            elif is_template(name):
                yield from in_template(name, file.shown, text)


def _files(layer: int, folder: Path) -> Iterator[tuple[str, _File]]:
    is_strange = not is_built_in(folder)
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
            shown = f"themes/{folder.name}/{name}"
            if not is_text(name):
                raise ThemeError(UNNAMED.message, name, 1, shown)
            if is_strange and is_private(name):
                raise ThemeError(
                    msg(
                        "The pages that show clients are made by the program’s own templates and scripts alone. Take "
                        "this file out of the theme, or give it another name; style sheets (planner-….css) may stay."
                    ),
                    name,
                    1,
                    shown,
                )
            yield name, _File(layer, shown, _read(folder, path, name, shown))


def _templates(files: Mapping[str, list[_File]]) -> Iterator[tuple[str, Template]]:
    """The nearest of each by its name; the parents' by their layer too, for `{% extends "parent:post.html" %}`."""
    for name, found in files.items():
        if is_template(name):
            for number, file in enumerate(found):
                key = f"{file.layer}:{name}" if number else name
                yield key, Template(_text(name, file.shown, file.data), file.shown, file.layer)


def _assets_of_others(files: Mapping[str, list[_File]], folders: Sequence[Path]) -> Iterator[str]:
    for name, found in files.items():
        if name.startswith("assets/") and not is_built_in(folders[found[0].layer]):
            yield name.removeprefix("assets/")


def _data(files: Mapping[str, list[_File]]) -> dict[str, bytes]:
    return {name: found[0].data for name, found in files.items() if name.startswith("assets/")}


def _made(files: Mapping[str, list[_File]], chosen: ChosenTheme) -> dict[str, bytes]:
    """The style sheet of the options."""
    name = f"assets/{OPTIONS}"
    if name in files:
        message = msg("{file} is made of the options of the theme. Give your file another name.", file=OPTIONS)
        raise ThemeError(message, name, 1, files[name][0].shown)
    sheet = options_css(chosen.options)
    return {name: sheet} if sheet else {}


def is_template(name: str) -> bool:
    """Whether a theme's file is a template: HTML or SVG, outside `assets/`."""
    return name.endswith((".html", ".svg")) and not name.startswith("assets/")


def is_private(name: str) -> bool:
    """Whether what is made of a theme's file shows clients, or what is not published: no theme of others makes that."""
    if name.startswith("assets/"):
        return name.startswith(("assets/planner", "assets/review")) and not name.endswith(".css")
    return name.startswith("planner/") or name == "review.html"


def is_font(name: str) -> bool:
    """Whether it is a font for drawings; those for the pages lie in `assets/`."""
    return name.startswith("social/") and name.endswith((".ttf", ".otf"))


def _read(folder: Path, path: Path, name: str, shown: str) -> bytes:
    real = os.path.realpath(folder)

    def judged(found: str) -> None:
        if within(found, real) is None:
            raise ThemeError(
                msg("This file of the theme is a link that leads out of it. Copy the file."), name, 1, shown
            )

    judged(os.path.realpath(path))
    try:
        with os.fdopen(opened(str(path), judged), "rb") as file:
            data = file.read(LARGEST + 1)
    except Refused as refused:
        raise ThemeError(refused.message, name, 1, shown) from None
    if len(data) > LARGEST:
        raise ThemeError(msg("This file of the theme is larger than 8 MiB. Make it smaller."), name, 1, shown)
    return data


def _text(name: str, shown: str, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = data.count(b"\n", 0, wrong.start) + 1
        raise ThemeError(msg("This template is not UTF-8 text. Save it as UTF-8."), name, line, shown) from None


def _assets(files: Mapping[str, bytes]) -> dict[str, Asset]:
    """Style sheets come last: what they refer to has its name by then."""
    made: dict[str, Asset] = {}
    for path in sorted(files, key=lambda path: (path.endswith(".css"), path)):
        data = _with_hashed_names(path, files[path], made) if path.endswith(".css") else files[path]
        name = path.removeprefix("assets/")
        stem, suffix = posixpath.splitext(path)
        made[name] = Asset(name, f"{stem}.{hashlib.sha256(data).hexdigest()[:10]}{suffix}", data)
    return made


def _with_hashed_names(path: str, data: bytes, made: Mapping[str, Asset]) -> bytes:
    """`url(font.woff2)` in a style sheet, by the name that the file bears."""
    folder = posixpath.dirname(path)

    def renamed(found: re.Match[str]) -> str:
        name = posixpath.normpath(posixpath.join(folder, found[2])).removeprefix("assets/")
        asset = made.get(name)
        return f'url("{posixpath.relpath(asset.path, folder)}")' if asset else found[0]

    text = smaller(data.decode("utf-8", "surrogateescape"))
    return _REFERENCE.sub(renamed, text).encode("utf-8", "surrogateescape")
