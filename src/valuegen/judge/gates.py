"""Whether a text may hold one of many phrases, by its words alone: cheaper than to read it."""

from collections.abc import Iterable, Set
from typing import NamedTuple

from valuegen.judge.sequences import Wording

_TELLING = 4

Needs = tuple[frozenset[str], ...]


class Gate(NamedTuple):
    """Phrases, each under the words of which it needs one; `free`: words that are enough."""

    free: frozenset[str]
    under: dict[str, tuple[Needs, ...]]

    @property
    def keys(self) -> frozenset[str]:
        """Of these words there has to be one."""
        return self.free.union(self.under)

    def within(self, here: Set[str], there: Set[str]) -> "Gate":
        """What these words leave of it: a part of the text is asked for little then, or for nothing."""
        under = {
            key: fit
            for key in self.under.keys() & here
            if (fit := tuple([needs for needs in self.under[key] if fits(needs, there)]))
        }
        return Gate(self.free & here, under)

    def may_be(self, here: Set[str], there: Set[str]) -> bool:
        """Whether a phrase may stand in a text that has these words; `here`: those of them that may be keys."""
        if not self.free.isdisjoint(here):
            return True
        for key in self.under.keys() & here:
            for needs in self.under[key]:
                if fits(needs, there):
                    return True
        return False


def fits(needs: Needs, there: Set[str]) -> bool:
    """Whether there is a word of each."""
    for need in needs:  # noqa: SIM110 -- a generator costs more than what it asks
        if need.isdisjoint(there):
            return False
    return True


def gate_of(wordings: Iterable[Wording], free: Iterable[str] = ()) -> Gate:
    """A gate for these phrases. One with an amount in it opens nothing: its sign, or its unit, does; nor one that has
    little words alone (`# por #`): it counts beside others."""
    alone = set(free)
    under: dict[str, set[Needs]] = {}
    for wording in wordings:
        needs = tuple(
            frozenset(word for word in one.words if word.isalnum())
            for one in wording.elements
            if one.kind == "word" and not one.optional and any(map(str.isalnum, one.words))
        )
        if any(one.kind == "money" for one in wording.elements) or not needs:
            continue
        if len(needs) == 1 and all(one.kind == "word" for one in wording.elements):
            alone |= needs[0]
            continue
        rarest = max(needs, key=lambda words: min(map(len, words)))
        if wording.counts and max(map(len, rarest)) < _TELLING:
            continue
        for word in rarest:
            under.setdefault(word, set()).add(tuple(need for need in needs if need is not rarest))
    under = {word: needs for word, needs in under.items() if word not in alone}
    return Gate(frozenset(alone), {word: tuple(sorted(needs, key=len)) for word, needs in under.items()})
