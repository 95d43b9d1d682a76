"""What is done with a page when it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

S = TypeVar("S")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Take(Generic[S, T]):
    """What is done with the address and the bytes of a page. `look` depends on these alone, and can be pickled: it may
    be called anywhere. `put` is called in this process or a fork of it: it may write."""

    look: Callable[[str, bytes], S]
    put: Callable[[str, bytes], T]

    def __call__(self, address: str, data: bytes) -> tuple[S, T]:
        return self.look(address, data), self.put(address, data)


def nothing(_address: str, _data: bytes) -> None:
    """A look at nothing."""
