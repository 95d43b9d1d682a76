"""What may stand around an offer, by words alone: one sort of signal sells nothing."""

from collections import defaultdict
from collections.abc import Iterable

from valuegen.judge.selling_paragraphs import Paragraph
from valuegen.judge.selling_words import Words

REACH = 2
"""So many paragraphs around an offer may belong to it."""


class Company:
    """Where a second sort of signal may be near."""

    def __init__(self, paragraphs: Iterable[Paragraph], words: Words) -> None:
        self._words = words
        self._kinds: dict[int, set[str]] = defaultdict(set)
        self._paragraphs: dict[int, list[Paragraph]] = defaultdict(list)
        for each in paragraphs:
            self._kinds[each.position] |= each.kinds
            self._paragraphs[each.position].append(each)

    def is_at(self, position: int) -> bool:
        """Whether there may be two sorts around a position."""
        found: set[str] = set()
        for at in range(position - REACH, position + REACH + 1):
            found |= self._kinds.get(at, set())
        for at in range(position - REACH, position + REACH + 1):
            if len(found) > 1:
                return True
            found |= self._more(at)
        return len(found) > 1

    def _more(self, position: int) -> set[str]:
        things, possessive = self._words.sets["things"], self._words.sets["possessive"]
        for each in self._paragraphs.pop(position, ()):
            there = each.reading.words
            if not possessive.isdisjoint(there) and not things.isdisjoint(there):
                self._kinds[position].add("product")
            if may_add(each, self._words):
                self._kinds[position].add("call")
        return self._kinds.get(position, set())


def may_add(paragraph: Paragraph, words: Words) -> bool:
    """Whether there may be a call, or something that runs out."""
    there = paragraph.reading.words
    return words.calls.may_be(there, there) or words.limits.may_be(there, there)
