"""A sentence, read for what it sells: whose offer it is, and the signals in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from valuegen.judge.selling_words import Products, Words
from valuegen.judge.sequences import MONEY, NUMBER, TOKEN, Tokens, match
from valuegen.judge.texts import fold

_NOT = frozenset("no nunca jamas ni sin not never don't dont without nor cannot can't".split())
_STOPS = frozenset('.,;:!?¡¿()«»“”"—…/')
_ENDS = frozenset(".;!?…)")
# What an imperative may follow, beside a mark: little words that begin or join clauses.
_STARTERS = frozenset(
    "y o e u ya hoy ahora aqui solo entonces simplemente mejor luego despues tambien pues asi "
    "and or then just please so now today simply".split()
)
_PAST = re.compile(r"\b(?!(?:[Aa]caba|[Gg]raba|[Aa]rriba)\b)\w{2,}(?:ó|aron|ieron|aban?)\b")
_NOW = frozenset("ahora hoy now today".split())
_TO_YOU = frozenset("te le les os".split())
_IT = frozenset("lo la los las".split())
_FIRST = re.compile(r".{2,}(?:o|[aei]mos|re)$")
_YOURS = frozenset("tuya tuyo tuyas tuyos suya suyo suyas vuestra vuestro yours mine".split())
_UNITS = frozenset("minutos horas dias semanas meses años kilos gramos litros metros minutes hours days weeks".split())


@dataclass(slots=True)
class Signal:
    """A signal within a sentence: its sort, its place in the piece's text; `alone`: it needs no other beside it."""

    sort: str
    start: int
    end: int
    alone: bool = True


@dataclass(slots=True)
class Said:
    """What a sentence shows. `own`: 0 no sign of the writer's own offer, 1 the writer does something, 2 offers it."""

    own: int = 0
    is_about: bool = False
    """Somebody else's offer, the reader's trade, a story, words about words."""
    is_foreign: bool = False
    seat: bool = False
    signals: list[Signal] = field(default_factory=list)


class _Reader:
    """Reads one sentence; thrown away after it."""

    def __init__(self, text: str, offset: int, words: Words, products: Products) -> None:
        self.text, self.known, self.products = text, words, products
        found = list(TOKEN.finditer(fold(text)))
        self.spans = [(one.start() + offset, one.end() + offset) for one in found]
        self.tokens = Tokens([one[0] for one in found])
        self.tokens.money = dict(self._money())
        self.reading = Said()
        self.sorts: dict[str, list[tuple[int, int]]] = {}

    def read(self) -> Said:
        words, index = self.tokens.words, self.known.index
        for at, word in enumerate(words):
            for key in (word, NUMBER if word[0].isdigit() else "", MONEY if at in self.tokens.money else ""):
                for sequence in index.get(key, ()) if key else ():
                    end = match(self.tokens, at, sequence.elements)
                    if end > at and not self._denied(at):
                        self.sorts.setdefault(sequence.sort, []).append((at, end))
        self._products()
        self._prices()
        self._own()
        self._calls()
        self._conclude()
        return self.reading

    def _money(self) -> Iterator[tuple[int, int]]:
        words, known = self.tokens.words, self.known
        for at, word in enumerate(words):
            if word in known.amounts:
                before = words[at - 1] if at else ""
                if before[:1].isdigit() or before in known.sets["numbers"]:
                    yield at - 1, at + 1
                elif (at + 1 < len(words) and words[at + 1][0].isdigit() and not word[0].isalpha()) or word == "s/":
                    yield at, min(at + 2, len(words))

    def _denied(self, at: int, reach: int = 2) -> bool:
        """Whether a word of denial stands right before."""
        for word in reversed(self.tokens.words[max(0, at - reach) : at]):
            if word in _STOPS:
                return False
            if word in _NOT:
                return True
        return False

    def _products(self) -> None:
        words = self.tokens.words
        for at, word in enumerate(words):
            if word in self.products.keys:
                for name in self.products.names:
                    if tuple(words[at : at + len(name)]) == name:
                        self.sorts.setdefault("product", []).append((at, at + len(name)))
            elif "/" in word and self.products.has(word.rstrip(".,;:!?)")):
                self.sorts.setdefault("product", []).append((at, at + 1))

    def _prices(self) -> None:
        words, no_price = self.tokens.words, self.known.sets["no_price"]
        found = [span for span in self.sorts.get("price", []) if words[min(span[1], len(words) - 1)] not in _UNITS]
        found += self.tokens.money.items()
        kept = [
            (at, end)
            for at, end in found
            if no_price.isdisjoint(words[max(0, at - 5) : at]) and "off" not in words[end : end + 1]
        ]
        self.sorts["price"] = sorted(kept)

    def _own(self) -> None:
        words, sets = self.tokens.words, self.known.sets
        own = 2 if self.sorts.get("with") or self.sorts.get("product") else 0
        for at, word in enumerate(words):
            if own == 2:
                break
            if word in sets["possessive"]:
                near = words[at + 1 : at + 4]
                if not sets["things"].isdisjoint(near):
                    own = 2
                    thing = next(place for place, each in enumerate(near) if each in sets["things"])
                    self.sorts.setdefault("product", []).append((at, at + 2 + thing))
                elif self.sorts["price"] and near and near[0] not in sets["theirs"]:
                    own = 2
            elif self._gives(at, word):
                own = max(own, 1)
        self.reading.own = own

    def _gives(self, at: int, word: str) -> bool:
        words, known = self.tokens.words, self.known
        before = words[at - 1] if at else ""
        if self._denied(at, 3):
            return False
        if known.language == "en":
            return word in known.firsts and before in ("i", "we", "i'll", "we'll", "i'd", "only", "still")
        if word in known.firsts:
            return True
        if before in _IT:
            before = words[at - 2] if at > 1 else ""
        return before in _TO_YOU and word not in known.sets["telling"] and bool(_FIRST.match(word))

    def _calls(self) -> None:
        words, known = self.tokens.words, self.known
        for at, word in enumerate(words):
            group = known.bound.get(word)
            if group is None and word in known.bare and self._is_imperative(at):
                group = known.bare[word]
            if group is None and word in known.infinitives and at and words[at - 1] in known.sets.get("may", ()):
                group = known.infinitives[word]
            if group and not self._denied(at):
                self._call(at, word, group)

    def _is_imperative(self, at: int) -> bool:
        words = self.tokens.words
        before = words[at - 1] if at else "."
        after = words[at + 1] if at + 1 < len(words) else "."
        if before not in _STOPS and before not in _STARTERS:
            return False
        if self.known.language == "en":
            return after in _STOPS or after in self.known.sets["they"] or after[0].isdigit()
        return after not in ("de", "del", "es", "son")

    def _call(self, at: int, word: str, group: str) -> None:
        words, sets = self.tokens.words, self.known.sets
        window: list[str] = []
        for each in words[at + 1 : at + 7]:
            if each in _ENDS:
                break
            window.append(each)
        seat = not sets["seats"].isdisjoint(window) or not _YOURS.isdisjoint(window)
        shown = (
            group == "join"
            or seat
            or not window
            or not sets["here"].isdisjoint(window)
            or not sets["things"].isdisjoint(window)
            or (group == "take" and word in self.known.bound)
            or any(start > at for start, _ in self.sorts.get("product", []))
            or self.reading.own > 0
            or bool(self.sorts.get("price") or self.sorts.get("discount") or self.sorts.get("urgency"))
        )
        if group == "contact":
            self.reading.signals.append(self._signal("call", at, at + 1, alone=False))
        elif shown:
            self.reading.seat |= seat
            self.reading.signals.append(self._signal("call", at, at + 1))

    def _signal(self, sort: str, at: int, end: int, alone: bool = True) -> Signal:
        return Signal(sort, self.spans[at][0], self.spans[end - 1][1], alone)

    def _conclude(self) -> None:
        reading, sorts = self.reading, self.sorts
        for sort in ("product", "price", "discount", "urgency", "call"):
            reading.signals += [self._signal(sort, *span) for span in sorts.get(sort, [])]
        reading.signals += [self._signal("urgency", *span, alone=False) for span in sorts.get("weak", [])]
        is_past = bool(sorts.get("told")) or (self.known.language == "es" and bool(_PAST.search(self.text)))
        is_told = is_past and _NOW.isdisjoint(self.tokens.words)
        reading.is_foreign = bool(sorts.get("people")) and reading.own < 2
        about = reading.is_foreign or is_told or bool(sorts.get("lesson")) or bool(sorts.get("mention"))
        reading.is_about = about and reading.own < 2


def read_sentence(text: str, offset: int, words: Words, products: Products) -> Said:
    """What a sentence of a piece shows; `offset`: where in the piece it begins."""
    return _Reader(text, offset, words, products).read()
