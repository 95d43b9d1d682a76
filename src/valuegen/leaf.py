"""Leaves: what a pure function made of an input, kept under that whole input. A cache is nothing else.

`key` is a digest of everything that `value` depends on (the program's own version is added by the cache).
So a leaf that is found is what would be made again, and one that is lost costs time, nothing more.
"""

from collections.abc import Hashable
from typing import Generic, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


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


class Kept(Generic[K, V]):
    """Leaves as they are, for one who makes the same things again and again in one process (the live preview).

    `turn` begins a new round: what nobody asked for in the whole round before is let go.
    """

    def __init__(self) -> None:
        self._now: dict[K, V] = {}
        self._before: dict[K, V] = {}

    def turn(self) -> None:
        """Begin a round."""
        self._now, self._before = {}, self._now

    def get(self, key: K) -> V | None:
        """What was put under that whole input, in this round or the one before."""
        found = self._now.get(key)
        if found is None and (found := self._before.get(key)) is not None:
            self._now[key] = found
        return found

    def put(self, key: K, value: V) -> None:
        """Keep it."""
        self._now[key] = value
