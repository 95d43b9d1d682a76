"""What was read of texts while something was made of them: where none of that differs, it is as it was.

A read is a name (an entry's slug, a file) and a facet (an attribute: `words`, `links`). Who hands out what changes
oftener than all else hands it out as `Traced`; who makes something says `reading()` around it. What is remembered for
many is remembered together with what it read (`remembered`), since whoever asks for it has read that too.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from types import MappingProxyType
from typing import Any, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Read = tuple[str, str]
Reads = frozenset[Read]
NOTHING: Reads = frozenset()
Remembered = dict[K, tuple[V, Reads]]
"""Values, each with what was read for it."""

_NONE: Mapping[str, object] = MappingProxyType({})
_now: ContextVar[set[Read] | None] = ContextVar("reads", default=None)


class Traced:
    """Stands for something, and tells which of its attributes are asked for. `known`: what need not be fetched."""

    __slots__ = ("_fetch", "_known", "_name")

    def __init__(self, name: str, fetch: Callable[[], object], known: Mapping[str, object] = _NONE) -> None:
        self._name, self._fetch, self._known = name, fetch, known

    def __getattr__(self, facet: str) -> Any:
        if facet.startswith("__"):
            raise AttributeError(facet)
        tell(self._name, facet)
        return self._known[facet] if facet in self._known else getattr(self._fetch(), facet)


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
        held[key] = (value, frozenset(found))
    value, reads = held[key]
    tell_all(reads)
    return value


def facets(reads: Iterable[Read]) -> frozenset[str]:
    """The facets that were read, of whatever."""
    return frozenset([facet for _, facet in reads])


def tell_all(reads: Iterable[Read]) -> None:
    """Something was read by means of what was remembered."""
    found = _now.get()
    if found is not None:
        found.update(reads)
