"""A sentence, read for what it sells: whose offer it is, and the signals in it."""

import re
from collections.abc import Iterable
from itertools import takewhile

from valuegen.judge.amounts import amounts_in, bare_in, falls_in, runs_in
from valuegen.judge.indexes import Index, found_in
from valuegen.judge.said import Said, is_past_in
from valuegen.judge.selling_calls import CallReader
from valuegen.judge.selling_tokens import BEFORE_OBJECT, OFFERED, STARTERS, STOPS
from valuegen.judge.selling_words import CALLS, DIGIT, DOES, DONE, FIRST, MAY_BE_HOT, MAY_DO, OWNS, TO_ME

# Who does something, so that nobody is called to do it: `they come by`.
_OTHERS = frozenset("they he she it people who i we that which".split())
_IT_IS_US = frozenset("me nos".split())
_NOW = frozenset("ahora hoy now today".split())
_TO_YOU = frozenset("te le les os".split())
_IT = frozenset("lo la los las".split())
_BEFORE_FIRST = frozenset("no lo la los las les me te os".split())
_PHONE = re.compile(r"(?<![\w.,/])\+?\d(?:[ .()-]{0,2}\d){6,14}(?!\w)")
# After "mi", "our": what is named after one of these is not what is owned.
_BETWEEN = frozenset(
    "un una el la los las de del al en con que y a por para se the an of in at to for with on and".split()
)
_AMOUNTS = frozenset({"price", "falls"})
# What, beside what is hot, may be a signal.
_SIGNALS = frozenset("urgency weak call come invite".split())
# What is found, the sort of signal it is, whether it needs no other beside it (a per cent: where the writer is in it).
_SHOWN = (
    ("invite", "call", False),
    ("percent", "discount", False),
    ("named", "product", True),
    ("product", "product", True),
    ("price", "price", True),
    ("discount", "discount", True),
    ("urgency", "urgency", True),
    ("call", "call", True),
    ("come", "call", True),
    ("weak", "urgency", False),
    ("bare", "price", False),
)


class Reader(CallReader):
    """Reads one sentence, as far as it is asked to: `look`, `may_signal`, `read`, in this order. `text`, and the same
    folded; `offset`: where in the piece it begins."""

    def has(self, hints: Iterable[str]) -> bool:
        """Whether there is one of some words, a digit, perhaps an address: cheaper than to read."""
        for hint in hints:
            if hint in self.folded:
                return True
        return DIGIT.search(self.folded) is not None or ("/" in self.folded and bool(self.products.addresses))

    def may_be_hot(self) -> bool:
        """Whether `look` may find something in a sentence of what is read here: asked of a whole paragraph, before it
        is parted, which costs more. No mark that ends a sentence is part of a phrase."""
        tokens, sets, products = self.tokens, self.known.sets, self.products
        if not products.keys.isdisjoint(tokens.there) or (products.addresses and "/" in self.folded):
            return True
        if not tokens.together & MAY_BE_HOT:
            return False
        runs = runs_in(tokens, sets["numbers"])
        tokens.money = amounts_in(tokens, runs, sets)
        if tokens.money or (runs and bare_in(tokens, runs, sets)):
            return True
        if tokens.together & OWNS:
            self._owned()
        self._find(self.known.hot_unpaid)
        return bool(self.sorts)

    def look(self) -> None:
        """Look for prices, discounts and products of somebody's own: asked first, and once."""
        tokens, sets, products = self.tokens, self.known.sets, self.products
        if not products.keys.isdisjoint(tokens.there) or (products.addresses and "/" in self.folded):
            self._named()
        if not tokens.together & MAY_BE_HOT:
            return
        runs = runs_in(tokens, sets["numbers"])
        tokens.money = amounts_in(tokens, runs, sets)
        self._find(self.known.hot if tokens.money else self.known.hot_unpaid)
        if tokens.together & OWNS:
            self._owned()
        if tokens.money or not _AMOUNTS.isdisjoint(self.sorts):
            self._prices()
        bare = bare_in(tokens, runs, sets) if runs else []
        if bare:
            self.sorts["bare"] = bare

    def may_signal(self) -> bool:
        """Whether there may be a signal at all: asked after `look`."""
        self._find(self.known.index)
        tokens = self.tokens
        return bool(tokens.together & (CALLS | TO_ME)) or "ya" in tokens.there or not _SIGNALS.isdisjoint(self.sorts)

    def read(self) -> Said:
        """What it shows: asked last."""
        self.said = Said()
        self._own()
        self._calls()
        self._conclude()
        return self.said

    def _find(self, index: Index) -> None:
        for sort, at, end in found_in(self.tokens, index):
            if not self._denied(at) and not (sort in ("call", "come") and self._is_no_call(at, end)):
                self.sorts.setdefault(sort, []).append((at, end))

    def _is_no_call(self, at: int, end: int) -> bool:
        """Whether a phrase is what others do, or asks for a tale or a picture."""
        return self._is_of_others(at, end) or self._is_tale(end, self.tokens.words[end : end + 4])

    def _is_of_others(self, at: int, end: int) -> bool:
        """Whether somebody else does it: `they come by`, `nos escribe Pilar`."""
        words = self.tokens.words
        if at and words[at - 1] in _OTHERS:
            return True
        return words[at] in _IT_IS_US and self._is_named(end - 1, reach=1)

    def _owned(self) -> None:
        words, sets = self.tokens.words, self.known.sets
        for at in self._marked(OWNS):
            near = list(takewhile(lambda each: each not in STOPS and each not in _BETWEEN, words[at + 1 : at + 4]))
            thing = next((place for place, each in enumerate(near) if each in sets["things"]), None)
            if thing is not None:
                self.sorts.setdefault("product", []).append((at, at + 2 + thing))

    def _named(self) -> None:
        words, products = self.tokens.words, self.products
        for at, word in enumerate(words):
            if word in products.keys:
                for name in products.names:
                    if tuple(words[at : at + len(name)]) == name:
                        self.sorts.setdefault("named", []).append((at, at + len(name)))
            elif "/" in word and products.has(word.rstrip(".,;:!?)")):
                self.sorts.setdefault("named", []).append((at, at + 1))

    def _prices(self) -> None:
        words = self.tokens.words
        found = [
            span
            for span in self.sorts.get("price", [])
            if words[min(span[1], len(words) - 1)] not in self.known.sets["units"]
        ]
        found += self.tokens.money.items()
        falls = [span for span in self.sorts.get("falls", []) if falls_in(words[slice(*span)])]
        kept = [(at, end) for at, end in found if not self._is_cost(at) and "off" not in words[end : end + 1]]
        price = sorted((at - (words[max(at - 1, 0)] in self.known.sets["costs"]), end) for at, end in kept) or list(
            falls
        )
        if len({at for at, _ in kept} & set(self.tokens.money)) > 1 and not self.known.sets["compare"].isdisjoint(
            words
        ):
            falls.append(price[0])
        self.sorts |= {
            "price": price,
            "discount": [*self.sorts.get("discount", ()), *falls],
        }
        self.sorts = {sort: spans for sort, spans in self.sorts.items() if spans}

    def _is_cost(self, at: int) -> bool:
        """Whether an amount is called something else than a price: `una multa de 200 €`, not `un taller de costos`."""
        words, no_price = self.tokens.words, self.known.sets["no_price"]
        near = range(max(0, at - 4), at)
        return any(words[one] in no_price and (one == 0 or words[one - 1] not in ("de", "of")) for one in near)

    def _own(self) -> None:
        """Whose offer it is, as far as the sentence says it."""
        words, sorts = self.tokens.words, self.sorts
        shows = "weak" in sorts or not OFFERED.isdisjoint(sorts)
        is_given = shows and any(map(self._is_given, self._marked(DONE)))
        if "ya" in self.tokens.there:
            for at in self._marked(DOES | MAY_DO):
                if words[max(0, at - 2) : at] == ["ya", "no"]:
                    sorts.setdefault("urgency", []).append((at - 2, at + 1))
        self.said.first = bool(self.tokens.together & (FIRST | DOES)) or any(map(self._is_mine, self._marked(MAY_DO)))
        is_theirs = "product" in sorts or any(self._is_title(*span) for span in sorts.get("named", []))
        self.said.own = 3 if is_given or "with" in sorts else 2 if is_theirs else int(shows and self.said.first)

    def _is_title(self, at: int, end: int) -> bool:
        """Whether the name of a product is written as one: what is also a common noun has no capital."""
        said = self.text[self.spans[at][0] : self.spans[end - 1][1]]
        return not said.islower() or "/" in said or self.said.first

    def _is_given(self, at: int) -> bool:
        """Whether the writer does something to or for the reader here: `te lo arreglo`, `les regalamos`."""
        words = self.tokens.words
        if not at or self._denied(at, 3):
            return False
        before, turned = words[at - 1], words[at - 1] in _IT and at > 1
        if turned:
            before = words[at - 2]
        return before in _TO_YOU or (turned and before == "se")

    def _is_mine(self, at: int) -> bool:
        """Whether what may be a verb says that the writer does something: `Reviso la tuya`."""
        words = self.tokens.words
        before, after = words[at - 1] if at else ".", words[at + 1] if at + 1 < len(words) else "."
        if before in _BEFORE_FIRST:
            return True
        starts = before in STOPS or before in STARTERS
        return starts and (after in BEFORE_OBJECT or self._is_number(at + 1))

    def _conclude(self) -> None:
        said, sorts = self.said, self.sorts
        if "come" in sorts:
            said.contact = said.asks = True
        said.seat |= "call" in sorts or "come" in sorts
        said.invites |= "invite" in sorts
        is_theirs = said.own > 0 or said.first
        for sort, shown, alone in _SHOWN if sorts else ():
            if sort in sorts:
                alone = alone or (sort == "percent" and is_theirs)
                said.signals += [self._signal(shown, *span, alone, sort == "named") for span in sorts[sort]]
        is_past = "told" in sorts or is_past_in(self.text, self.known.language)
        invited = said.contact or any(one.sort == "call" and one.alone for one in said.signals)
        said.told = is_past and not invited and _NOW.isdisjoint(self.tokens.there)
        said.foreign, said.lesson, said.mention = "people" in sorts, "lesson" in sorts, "mention" in sorts
        said.news = "news" in sorts or "made" in sorts
        said.places = "places" in sorts
        said.here = said.places and not OFFERED.isdisjoint(sorts)
        if not said.contact and any(signal.sort == "call" for signal in said.signals):
            said.contact = _PHONE.search(self.text) is not None
