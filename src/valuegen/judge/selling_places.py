"""Where something may be sold, by the words of paragraphs alone: cheaper than to read them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from valuegen.judge.readings import Readings
from valuegen.judge.selling_paragraphs import Paragraph
from valuegen.judge.selling_words import DIGIT, PERCENT, Products, Words

_SIGNS = frozenset(("€", "$", "£", "S/"))
HOT = frozenset({"price", "discount", "product"})
"""Nothing is sold without one of them."""
REACH = 2
"""So many paragraphs around an offer may belong to it."""


class Company:
    """Where a second sort of signal may be near: one alone sells nothing."""

    def __init__(
        self, kinds: Iterable[tuple[Paragraph, set[str]]], paragraphs: Iterable[Paragraph], words: Words
    ) -> None:
        self._words = words
        self._kinds: dict[int, set[str]] = defaultdict(set)
        self._paragraphs: dict[int, list[Paragraph]] = defaultdict(list)
        for each, found in kinds:
            self._kinds[each.position] |= found
        for each in paragraphs:
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


def kinds_of(
    paragraphs: list[Paragraph], readings: Readings, words: Words, products: Products
) -> list[tuple[Paragraph, set[str]]]:
    """The paragraphs in which something may be sold, and what of a price, a gift and a product there may be: one word
    of many has to stand there, or a sign."""
    telling = {*(words.telling & readings.words), *(products.keys & readings.words)}
    signs = [sign for sign in (*_SIGNS, "%", *products.addresses) if sign in readings.text]
    found = []
    for each in paragraphs:
        here = telling & each.reading.words
        signed = [sign for sign in signs if sign in each.piece.text] if signs else []
        if here or signed or each.hits:
            kinds = _kinds(each, here, signed, words, products)
            if kinds:
                found.append((each, kinds))
    return found


def _kinds(paragraph: Paragraph, here: set[str], signed: Sequence[str], words: Words, products: Products) -> set[str]:
    """Which there may be of a price, a gift and a product, by the telling words and signs that are here."""
    there, sets = paragraph.reading.words, words.sets
    found = set()
    if paragraph.hits or products.named(here, there) or not products.addresses.isdisjoint(signed):
        found.add("product")
    if not words.amounts.isdisjoint(here) or not _SIGNS.isdisjoint(signed):
        found.add("price")
    is_per_cent = "%" in signed or not PERCENT.isdisjoint(here)
    if words.priced.may_be(here, there) or (is_per_cent and words.shared.may_be(there, there)):
        found.add("discount")
    if found == HOT or not here:
        return found
    costs, prices = not sets["costs"].isdisjoint(here), not sets["prices"].isdisjoint(here)
    counted = words.counted.may_be(here, there)
    if (costs or prices or counted) and _counts(paragraph, sets["numbers"]):
        if counted:
            found.add("discount")
        if costs or (prices and words.calls.may_be(there, there)):
            found.add("price")
    return found


def _counts(paragraph: Paragraph, numbers: frozenset[str]) -> bool:
    """Whether there is a number."""
    there = paragraph.reading.words
    return not numbers.isdisjoint(there) or (
        DIGIT.search(paragraph.piece.text) is not None and any(map(str.isdigit, there))
    )
