"""Where something may be sold, by the words of paragraphs alone: cheaper than to read them."""

from collections.abc import Sequence
from typing import NamedTuple

from valuegen.judge.gates import Gate
from valuegen.judge.letters import WORD
from valuegen.judge.readings import Reading, Readings
from valuegen.judge.selling_words import DIGIT, PERCENT, Products, Words

_SIGNS = frozenset(("€", "$", "£", "S/"))
_MARKS = (*_SIGNS, "%")
_RATE = 40
"""In so many characters after a number there is room for what it is for each of."""
HOT = frozenset({"price", "discount", "product"})
"""Nothing is sold without one of them."""


class Telling(NamedTuple):
    """What the words of a whole text leave to be looked for in its paragraphs: `keys`, of which one has to be there, or
    one of the `signs`; `rated`: of what there may be an amount in words for each, `numbers`: such words."""

    words: Words
    products: Products
    keys: frozenset[str]
    rated: frozenset[str]
    numbers: frozenset[str]
    signs: Sequence[str]
    priced: Gate
    counted: Gate

    def kinds(self, readings: Readings) -> dict[int, set[str]]:
        """Of which pieces, by number, which there may be of a price, a gift and a product."""
        suspect = readings.having(self.keys)
        if self.signs:
            pieces = enumerate(readings.pieces)
            suspect += [number for number, each in pieces if any(map(each.text.__contains__, self.signs))]
        found = {number: self._kinds(readings[number]) for number in suspect}
        for number in readings.having(self.numbers) if self.rated else ():
            if self._is_rate(readings[number]):
                found.setdefault(number, set()).add("price")
        return {number: kinds for number, kinds in found.items() if kinds}

    def _kinds(self, reading: Reading) -> set[str]:
        here, there, sets = self.keys & reading.words, reading.words, self.words.sets
        signed = [sign for sign in self.signs if sign in reading.piece.text]
        found = set()
        if self.products.named(here, there) or not self.products.addresses.isdisjoint(signed):
            found.add("product")
        if not self.words.amounts.isdisjoint(here) or not _SIGNS.isdisjoint(signed):
            found.add("price")
        is_per_cent = "%" in signed or not PERCENT.isdisjoint(here)
        if self.priced.may_be(here, there) or (is_per_cent and self.words.shared.may_be(there, there)):
            found.add("discount")
        if found == HOT or not here:
            return found
        costs, prices = not sets["costs"].isdisjoint(here), not sets["prices"].isdisjoint(here)
        counted = self.counted.may_be(here, there)
        if (costs or prices or counted) and _counts(reading, sets["numbers"]):
            if counted:
                found.add("discount")
            if costs or (prices and self.words.calls.may_be(there, there)):
                found.add("price")
        return found

    def _is_rate(self, reading: Reading) -> bool:
        """Whether a call stands beside an amount in words for each of something: `veinticinco mil por persona`."""
        sets, there = self.words.sets, reading.words
        if self.rated.isdisjoint(there) or not self.words.calls.may_be(there, there):
            return False
        text = reading.folded
        for number in self.numbers & there:
            at = -1
            while (at := text.find(f" {number} ", at + 1)) >= 0:
                first, last = (*WORD.findall(text, at + len(number) + 1, at + len(number) + _RATE), "", "")[:2]
                if first in sets["each"] or (first in sets["per"] and last in sets["wares"]):
                    return True
        return False


def telling_of(readings: Readings, words: Words, products: Products) -> Telling:
    """What may be looked for in the paragraphs of a text."""
    there = readings.words
    told = words.telling & there
    signs = [sign for sign in _MARKS if sign in readings.text]
    if "/" in readings.text or any("/" not in address for address in products.addresses):
        signs += [address for address in products.addresses if address in readings.text]
    priced, counted = words.priced.within(told, there), words.counted.within(told, there)
    keys = priced.keys | counted.keys | (told & words.single) | (products.keys & there)
    numbers = words.sets["numbers"] & there
    rated = words.rated & there if numbers else numbers
    return Telling(words, products, keys, rated, numbers, signs, priced, counted)


def _counts(reading: Reading, numbers: frozenset[str]) -> bool:
    """Whether there is a number."""
    there = reading.words
    return not numbers.isdisjoint(there) or (
        DIGIT.search(reading.piece.text) is not None and any(map(str.isdigit, there))
    )
