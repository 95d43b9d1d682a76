"""Where themes lie: the built-in ones inside the package (in a checkout: at its root), others in `themes/`."""

import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import valuegen

DEFAULT = "default"
FILE = "theme.yaml"
_PACKAGE = Path(valuegen.__file__).resolve().parent


def themes_folder() -> Path:
    """The folder of the built-in themes."""
    inside = _PACKAGE / "themes"
    return inside if inside.is_dir() else _PACKAGE.parent.parent / "themes"


def built_in(name: str = DEFAULT) -> Path:
    """The folder of a built-in theme."""
    return themes_folder() / name


@cache
def built_in_names() -> tuple[str, ...]:
    """The built-in themes, the default one first: the folders that hold a `theme.yaml`."""
    found = {path.parent.name for path in themes_folder().glob(f"*/{FILE}")}
    return (DEFAULT, *sorted(found - {DEFAULT}))


def are_built_in(folders: Iterable[Path]) -> bool:
    """Whether a theme and all its parents are the program's own: else it is a stranger's."""
    return all(map(is_built_in, folders))


def is_built_in(folder: Path) -> bool:
    """Whether a folder is that of a built-in theme, by whatever path it is reached."""
    real = os.path.realpath(folder)
    return any(real == os.path.realpath(built_in(name)) for name in built_in_names())
