"""What was read of texts while something was made of them: where none of that differs, it is as it was.

A read is a name (an entry's slug, a file) and a facet (an attribute: `words`, `links`). Who hands out what changes
oftener than all else hands it out as `Traced`; who makes something says `reading()` around it. What is remembered for
many is remembered together with what it read (`remembered`), since whoever asks for it has read that too.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Read = tuple[str, str]
Reads = frozenset[Read]
NOTHING: Reads = frozenset()
Remembered = dict[K, tuple[V, tuple[Read, ...]]]
"""Values, each with what was read for it."""

_now: ContextVar[set[Read] | None] = ContextVar("reads", default=None)


class Traced:
    """Stands for something, and tells which of its attributes are asked for."""

    __slots__ = ("_name", "_of")

    def __init__(self, name: str, of: object) -> None:
        self._name, self._of = name, of

    def __getattr__(self, facet: str) -> Any:
        if facet.startswith("__"):
            raise AttributeError(facet)
        tell(self._name, facet)
        return getattr(self._of, facet)


class Fetched:
    """Something that is fetched when it is asked for; `known`: the attributes for which it need not be."""

    __slots__ = ("_fetch", "_known", "_whole")

    def __init__(self, fetch: Callable[[], object], known: Mapping[str, object]) -> None:
        self._fetch, self._known = fetch, known
        self._whole: object | None = None

    def __getattr__(self, facet: str) -> Any:
        if facet in self._known:
            return self._known[facet]
        if self._whole is None:
            self._whole = self._fetch()
        return getattr(self._whole, facet)


def tell(name: str, facet: str) -> None:
    """Something was read."""
    found = _now.get()
    if found is not None:
        found.add((name, facet))


@contextmanager
def reading() -> Iterator[set[Read]]:
    """What is read within, and by whatever is called from there. Who is around it has read it too."""
    outer = _now.get()
    with apart() as found:
        yield found
    if outer is not None:
        outer |= found


@contextmanager
def apart() -> Iterator[set[Read]]:
    """The same, and nobody around it has read it: they get nothing that could tell."""
    found: set[Read] = set()
    token = _now.set(found)
    try:
        yield found
    finally:
        _now.reset(token)


def remembered(held: Remembered[K, V], key: K, make: Callable[[], V]) -> V:
    """What `make` gives, made when it is first asked for."""
    if key not in held:
        with apart() as found:
            value = make()
        held[key] = (value, tuple(found))
    value, reads = held[key]
    tell_all(reads)
    return value


def packed(reads: Iterable[Read]) -> str:
    """Reads as one text, as which many of them take little room; neither names nor facets hold a NUL."""
    return "\0".join([part for read in sorted(reads) for part in read])


def unpacked(reads: str) -> Iterator[Read]:
    """The reads that were packed."""
    parts = iter(reads.split("\0") if reads else ())
    return zip(parts, parts, strict=True)


def facets(reads: Iterable[Read]) -> frozenset[str]:
    """The facets that were read, of whatever."""
    return frozenset([facet for _, facet in reads])


def tell_all(reads: Iterable[Read]) -> None:
    """Something was read by means of what was remembered."""
    found = _now.get()
    if found is not None:
        found.update(reads)
