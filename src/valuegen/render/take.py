"""What is done with a page when it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, NamedTuple, TypeVar

from valuegen.pages.types import Page
from valuegen.render.html import Renderer
from valuegen.trace import Reads, packed, reading

S = TypeVar("S")
T = TypeVar("T")


class Taken(NamedTuple, Generic[S, T]):
    """What came of a page: what a look at it gave, what putting it gave, and what was read of texts to make it
    (`trace.packed`)."""

    look: S
    put: T
    reads: str


@dataclass(frozen=True, slots=True)
class Take(Generic[S, T]):
    """What is done with the address and the bytes of a page. `look` depends on these alone, and can be pickled: it may
    be called anywhere. `put` is called in this process or a fork of it: it may write."""

    look: Callable[[str, bytes], S]
    put: Callable[[str, bytes], T]

    def __call__(self, address: str, data: bytes, reads: Reads) -> Taken[S, T]:
        return Taken(self.look(address, data), self.put(address, data), packed(reads))

    def made(self, page: Page, renderer: Renderer) -> Taken[S, T]:
        """What becomes of a page that is made here."""
        with reading() as found:
            data = renderer.render(page)
        return self(page.address, data, page.reads.union(found))


def nothing(_address: str, _data: bytes) -> None:
    """A look at nothing."""
