"""Leaves: what a pure function made of an input, kept under that whole input. A cache is nothing else.

`key` is a digest of everything that `value` depends on (the program's own version is added by the cache).
So a leaf that is found is what would be made again, and one that is lost costs time, nothing more.
"""

from typing import Protocol


class Leaves(Protocol):
    """Somewhere that leaves are kept. `kind` tells apart what is made: "prose", "nodes", "page"…"""

    def get(self, kind: str, key: bytes) -> bytes | None:
        """The value that was put, or None; never an error."""
        ...

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Keep a value; never an error."""
        ...


class NoLeaves:
    """Keeps nothing (`--no-cache`): everything is made again."""

    def get(self, kind: str, key: bytes) -> bytes | None:
        """Nothing is ever found."""
        return None

    def put(self, kind: str, key: bytes, value: bytes) -> None:
        """Let go."""
