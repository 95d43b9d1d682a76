"""Which of the libraries are there that the program can do without (the extras of pyproject.toml)."""

import re
import shutil
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

FAST, HIGHLIGHT, SEARCH = "markdown_it_pyrs", "pygments", "pagefind_bin"
"""The module that an extra brings, by the name of the extra."""


@cache
def version_of(library: str) -> str:
    """The version of an extra's library; "" where it is not installed."""
    from importlib.metadata import PackageNotFoundError, version

    if find_spec(library) is None:
        return ""
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"


def is_there(missing: ImportError) -> bool:
    """Whether a library that could not be loaded is installed, and found no memory or no file to open."""
    return any(
        words in str(missing) for words in ("failed to map segment", "Cannot allocate memory", "Too many open files")
    )


def how(extra: str) -> str:
    """The command that installs an extra where the program is installed: with pipx, with uv, or with a pip."""
    prefix = Path(sys.prefix)
    said = " ".join(f'"{one}"' if "[" in one else one for one in _libraries(extra)) or f'"valuegen[{extra}]"'
    if (prefix / "pipx_metadata.json").is_file():
        inside = f"pipx inject {prefix.name}" if "valuegen[" not in said else f"pipx runpip {prefix.name} install"
        return f"{inside} {said}"
    if (prefix / "uv-receipt.toml").is_file():
        return f"uv pip install --python {prefix} {said}"
    return f'{_pip(prefix)} install "valuegen[{extra}]"'


def _libraries(extra: str) -> list[str]:
    """The libraries of an extra, without their versions; none where the program runs without being installed."""
    from importlib.metadata import PackageNotFoundError, requires

    try:
        found = requires("valuegen") or []
    except PackageNotFoundError:
        return []
    named = (one.partition(";") for one in found)
    return [re.split(r"[<>=!~ ]", one)[0] for one, _, when in named if re.search(rf"extra == ['\"]{extra}['\"]", when)]


def _pip(prefix: Path) -> str:
    """The pip that installs beside the program; by its whole path where another one would be found."""
    folder = prefix / ("Scripts" if sys.platform == "win32" else "bin")
    found = shutil.which("pip")
    if sys.prefix == sys.base_prefix or (found and Path(found).parent == folder):
        return "pip"
    return str(folder / "pip")
