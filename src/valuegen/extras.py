"""Which of the libraries are there that the program can do without (the extras of pyproject.toml)."""

from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec

FAST, HIGHLIGHT, SEARCH = "markdown_it_pyrs", "pygments", "pagefind_bin"
"""The module that an extra brings, by the name of the extra."""


@cache
def version_of(library: str) -> str:
    """The version of an extra's library; "" where it is not installed."""
    if find_spec(library) is None:
        return ""
    try:
        return version(library)
    except PackageNotFoundError:
        return "unknown"
