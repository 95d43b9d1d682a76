"""A theme's files become data: its templates, and its assets with a hash of their content in their names."""

import hashlib
import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import valuegen
from valuegen.pages.types import Asset, Template, Theme
from valuegen.render.theme_error import ThemeError
from valuegen.words import msg

BUILT_IN = ("default",)
LARGEST = 8 * 1024 * 1024
_PACKAGE = Path(valuegen.__file__).resolve().parent
_REFERENCE = re.compile(r"""url\(\s*(['"]?)([^'")\s]+)\1\s*\)""")


def built_in(name: str = "default") -> Path:
    """Where a built-in theme lies: inside the package, or at the root of a checkout."""
    inside = _PACKAGE / "themes" / name
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "themes" / name


def theme_dirs(root: Path, name: str) -> tuple[Path, ...]:
    """The folders of the theme `name` of a workspace, the first to be asked first, the built-in one last."""
    base = built_in(name if name in BUILT_IN else "default")
    own = root / "themes" / name
    return (own, base) if own.is_dir() and own.resolve() != base.resolve() else (base,)


def load_theme(dirs: Sequence[Path]) -> Theme:
    """The theme of these folders: a file in an earlier one stands for the same file in a later one.

    Raises `ThemeError` for a file that leads out of its folder, is too large, or is no text where text is needed.
    """
    files: dict[str, tuple[str, bytes]] = {}
    for folder in reversed(dirs):
        shown = f"themes/{folder.name}"
        for path in sorted(folder.rglob("*")):
            name = path.relative_to(folder).as_posix()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/")):
                files[name] = (f"{shown}/{name}", _read(folder, path, name, f"{shown}/{name}"))
    return Theme(
        name=dirs[0].name,
        templates={name: Template(_text(name, *found), found[0]) for name, found in files.items() if is_template(name)},
        assets=_assets({name: data for name, (_, data) in files.items() if name.startswith("assets/")}),
        is_foreign=any(folder.resolve() not in {built_in(name).resolve() for name in BUILT_IN} for folder in dirs),
    )


def is_template(name: str) -> bool:
    """Whether a theme's file is a template: HTML, outside `assets/`."""
    return name.endswith(".html") and not name.startswith("assets/")


def _read(folder: Path, path: Path, name: str, shown: str) -> bytes:
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ThemeError(msg("This file of the theme is a link that leads out of it. Copy the file."), name, 1, shown)
    if path.stat().st_size > LARGEST:
        raise ThemeError(msg("This file of the theme is larger than 8 MiB. Make it smaller."), name, 1, shown)
    return path.read_bytes()


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

    return _REFERENCE.sub(renamed, data.decode("utf-8", "surrogateescape")).encode("utf-8", "surrogateescape")
