"""Which page read which facets of which texts."""

from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from valuegen.again.texts import Differing
from valuegen.trace import Reads


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

    def after(self, there: Collection[str], made: Mapping[str, Reads]) -> "Readers":
        """What is known of the pages that are `there`, some of which were `made` now; the same where that is so."""
        names, facets = {**self.names}, {**self.facets}
        new = {address: _packed(reads, names, facets) for address, reads in made.items()}
        if self.pages.keys() == there and all(self.pages[address] == packed for address, packed in new.items()):
            return self
        pages = {**self.pages, **new}
        return Readers(names, facets, {address: pages[address] for address in there if address in pages})


def _packed(reads: Iterable[tuple[str, str]], names: dict[str, int], facets: dict[str, int]) -> bytes:
    """Reads as numbers, in order; new names and facets get new ones. There are far fewer facets than 256."""
    numbers = [names.setdefault(name, len(names)) << 8 | facets.setdefault(facet, len(facets)) for name, facet in reads]
    return array("I", sorted(numbers)).tobytes()
