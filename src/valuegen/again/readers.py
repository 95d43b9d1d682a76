"""Which page read which facets of which texts."""

from array import array
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from valuegen.again.texts import Differing
from valuegen.trace import unpacked


@dataclass(frozen=True, slots=True)
class Readers:
    """Of each page by its address what was read to make it: packed numbers, of a name and of a facet together. Of one
    that is not there nothing is known."""

    names: Mapping[str, int] = field(default_factory=dict)
    facets: Mapping[str, int] = field(default_factory=dict)
    pages: Mapping[str, bytes] = field(default_factory=dict)

    def hit(self, differing: Differing) -> frozenset[str]:
        """The pages that read something of what differs."""
        hits = {
            number << 8 | facet_number
            for name in differing.tests
            if (number := self.names.get(name)) is not None
            for facet, facet_number in self.facets.items()
            if differing.is_hit([(name, facet)])
        }
        if not hits:
            return frozenset()
        return frozenset([page for page, packed in self.pages.items() if not hits.isdisjoint(array("I", packed))])


class Table:
    """The table of a build, row by row: packed at once, since there may be very many reads."""

    def __init__(self, before: Readers) -> None:
        self._before = before
        self._names, self._facets = {**before.names}, {**before.facets}
        self._new: dict[str, bytes] = {}

    def add(self, address: str, reads: str) -> None:
        """A page was made; `reads`: packed."""
        names, facets = self._names, self._facets  # there are far fewer facets than 256
        numbers = [
            names.setdefault(name, len(names)) << 8 | facets.setdefault(facet, len(facets))
            for name, facet in unpacked(reads)
        ]
        self._new[address] = array("I", sorted(numbers)).tobytes()

    def whole(self, untouched: Collection[str]) -> Readers:
        """With the pages that are as they were; the same table as before where that is so."""
        old = self._before.pages
        if old.keys() == {*untouched, *self._new} and all(old[one] == packed for one, packed in self._new.items()):
            return self._before
        pages = {address: old[address] for address in untouched if address in old}
        return Readers(self._names, self._facets, pages | self._new)
