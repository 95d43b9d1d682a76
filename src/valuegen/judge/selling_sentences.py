"""A sentence, read for what it sells: whose offer it is, and the signals in it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from valuegen.judge.selling_words import Products, Words
from valuegen.judge.sequences import TOKEN, Tokens, found_in
from valuegen.judge.texts import fold

_NOT = frozenset("no nunca jamas ni sin not never don't dont without nor cannot can't".split())
_STOPS = frozenset('.,;:!?¡¿()«»“”"—…/')
_ENDS = frozenset(".;!?…)")
# What an imperative may follow, beside a mark: little words that begin or join clauses.
_STARTERS = frozenset(
    "y o e u ya hoy ahora aqui solo entonces simplemente mejor luego despues tambien pues asi "
    "and or then just please so now today simply".split()
)
_PAST = {
    "es": re.compile(r"\b(?!(?:[Aa]caba|[Gg]raba)n?\b)\w{2,}(?:ó|aron|ieron|aban?)\b"),
    "en": re.compile(r"\b(?:I|[Hh]e|[Ss]he|[Tt]hey|[Ww]e|who)\s(?:\w+\s)?\w{2,}ed\b"),
}
_NOW = frozenset("ahora hoy now today".split())
_TO_YOU = frozenset("te le les os".split())
_IT = frozenset("lo la los las".split())
_FIRST = re.compile(r".{2,}(?:o|[aei]mos|[aei]re)$")
_MADE = re.compile(r"\b(?:[Cc]reé|[Pp]reparé|[Dd]iseñé|[Ee]scribí|[Gg]rabé|[Mm]onté|[Aa]brí|[Ll]ancé)\b")
_WE = re.compile(r".{2,}[aei]mos$")
_I = re.compile(r".{3,}o$")
_BEFORE_OBJECT = frozenset("la el las los lo tu tus su sus un una unos unas cualquier".split())
_YOURS = frozenset("tuya tuyo tuyas tuyos suya suyo suyas vuestra vuestro yours mine".split())
_NO_DEED = frozenset("vamos somos estamos hemos".split())
_PHONE = re.compile(r"(?<![\w.,/])\+?\d(?:[ .()-]{0,2}\d){6,14}(?!\w)")
_WHO = frozenset("si quien quienes que if who anyone everyone".split())
# After "mi", "our": what is named after one of these is not what is owned.
_BETWEEN = frozenset(
    "un una el la los las de del al en con que y a por para se the an of in at to for with on and".split()
)
_IT_NOW = frozenset("it them one now today".split())
_TO_ME = re.compile(r"(?:me|nos)(?:l[oa]s?)?$")
_ME = frozenset("me us".split())
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
    """What a sentence shows.

    `own`: 0 no sign of the writer's own offer, 1 the writer does something, 2 names what is theirs, 3 offers it now.
    `first`: the writer is in it. `contact`: the reader shall write to the writer, or come. `seat`: shall take a place;
    `joins`: shall enrol. `news`: something has come; `places`: where it is had. `foreign`, `lesson`, `mention`, `told`:
    it is about others, the reader's trade or a case, words, the past.
    """

    own: int = 0
    first: bool = False
    contact: bool = False
    news: bool = False
    places: bool = False
    seat: bool = False
    joins: bool = False
    foreign: bool = False
    lesson: bool = False
    mention: bool = False
    told: bool = False
    signals: list[Signal] = field(default_factory=list)

    @property
    def is_about(self) -> bool:
        """Somebody else's offer, the reader's trade, a story, words about words."""
        return (self.own < 2 and (self.foreign or self.lesson or self.mention)) or (self.own < 3 and self.told)


class _Reader:
    """Reads one sentence; thrown away after it."""

    def __init__(self, text: str, offset: int, words: Words, products: Products) -> None:
        self.text, self.known, self.products = text, words, products
        found = list(TOKEN.finditer(fold(text)))
        self.spans = [(one.start() + offset, one.end() + offset) for one in found]
        self.tokens = Tokens([one[0] for one in found], words.sets["numbers"])
        self.tokens.money = dict(self._money())
        self.said, self.last_product = Said(), -1
        self.sorts: dict[str, list[tuple[int, int]]] = {}

    def read(self) -> Said:
        for sort, at, end in found_in(self.tokens, self.known.index):
            if not self._denied(at):
                self.sorts.setdefault(sort, []).append((at, end))
        self._products()
        self._prices()
        self._own()
        self._calls()
        self._conclude()
        return self.said

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
        if not self.products.names and not self.products.addresses:
            return
        for at, word in enumerate(words):
            if word in self.products.keys:
                for name in self.products.names:
                    if tuple(words[at : at + len(name)]) == name:
                        self.sorts.setdefault("product", []).append((at, at + len(name)))
            elif "/" in word and self.products.has(word.rstrip(".,;:!?)")):
                self.sorts.setdefault("product", []).append((at, at + 1))

    def _prices(self) -> None:
        words = self.tokens.words
        found = [span for span in self.sorts.get("price", []) if words[min(span[1], len(words) - 1)] not in _UNITS]
        found += self.tokens.money.items()
        kept = [(at, end) for at, end in found if not self._is_cost(at) and "off" not in words[end : end + 1]]
        self.sorts["price"] = sorted(kept)
        if len(set(self.tokens.money) & {at for at, _ in kept}) > 1 and not self.known.sets["compare"].isdisjoint(
            words
        ):
            self.sorts.setdefault("discount", []).append(self.sorts["price"][0])

    def _is_cost(self, at: int) -> bool:
        """Whether an amount is called something else than a price: `una multa de 200 €`, not `un taller de costos`."""
        words, no_price = self.tokens.words, self.known.sets["no_price"]
        near = range(max(0, at - 2), at)
        return any(words[one] in no_price and (one == 0 or words[one - 1] not in ("de", "of")) for one in near)

    def _own(self) -> None:
        """Whose offer it is, as far as the sentence says it."""
        words, sets, sorts = self.tokens.words, self.known.sets, self.sorts
        shows = any(sorts.get(sort) for sort in ("price", "discount", "urgency", "weak"))
        is_given = shows and self.known.language == "es" and any(map(self._is_given, range(1, len(words))))
        for at, word in enumerate(words):
            if word in sets["possessive"]:
                near = list(takewhile(lambda each: each not in _STOPS and each not in _BETWEEN, words[at + 1 : at + 4]))
                thing = next((place for place, each in enumerate(near) if each in sets["things"]), None)
                if thing is not None:
                    sorts.setdefault("product", []).append((at, at + 2 + thing))
        self.said.first = not sets["first"].isdisjoint(words) or any(map(self._is_mine, range(len(words))))
        self.said.own = (
            3 if is_given or sorts.get("with") else 2 if sorts.get("product") else int(shows and self.said.first)
        )

    def _is_given(self, at: int) -> bool:
        """Whether the writer does something to or for the reader here: `te lo arreglo`, `les regalamos`."""
        words, word = self.tokens.words, self.tokens.words[at]
        if not _FIRST.match(word) or word in self.known.telling or self._denied(at, 3):
            return False
        before, turned = words[at - 1], words[at - 1] in _IT and at > 1
        if turned:
            before = words[at - 2]
        return before in _TO_YOU or (turned and before == "se")

    def _is_mine(self, at: int) -> bool:
        """Whether a verb says that the writer does something: `limpiamos`, `Reviso la tuya`; but spending money."""
        words, word = self.tokens.words, self.tokens.words[at]
        if self.known.language == "en" or word[-1] not in "os" or word in self.known.spending:
            return False
        if word.endswith("mos"):
            return bool(_WE.match(word)) and word not in _NO_DEED
        before, after = words[at - 1] if at else ".", words[at + 1] if at + 1 < len(words) else "."
        starts = before in _STOPS or before in _STARTERS
        return starts and after in _BEFORE_OBJECT and word not in self.known.telling and bool(_I.match(word))

    def _calls(self) -> None:
        words, known = self.tokens.words, self.known
        for at, word in enumerate(words):
            group = known.bound.get(word)
            if group is None and word in known.bare and self._is_imperative(at):
                group = known.bare[word]
            if group is None and word in known.conditional and self._is_conditional(at):
                self.said.signals.append(self._signal("call", at, at + 1, alone=False))
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

    def _is_conditional(self, at: int) -> bool:
        """`si reservas`, `quien se apunte`, `if you book`."""
        return not _WHO.isdisjoint(self.tokens.words[max(0, at - 3) : at])

    def _call(self, at: int, word: str, group: str) -> None:
        words, sets = self.tokens.words, self.known.sets
        window: list[str] = []
        for each in words[at + 1 : at + 7]:
            if each in _ENDS:
                break
            window.append(each)
        seat = not sets["seats"].isdisjoint(window) or not _YOURS.isdisjoint(window)
        if group == "contact":
            if _TO_ME.search(word) or not _ME.isdisjoint(window[:2]):
                self.said.contact = True
            self.said.seat |= seat
            self.said.signals.append(self._signal("call", at, at + 1, alone=seat))
            return
        shown = (
            group == "join"
            or seat
            or not window
            or not sets["things"].isdisjoint(window)
            or word in self.known.bound
            or window[0] in _IT_NOW
            or self.last_product > at
            or self.said.own > 0
            or any(self.sorts.get(sort) for sort in ("price", "discount", "urgency"))
        )
        self.said.seat |= seat
        self.said.joins |= group == "join"
        self.said.signals.append(self._signal("call", at, at + 1, alone=shown))

    def _signal(self, sort: str, at: int, end: int, alone: bool = True) -> Signal:
        return Signal(sort, self.spans[at][0], self.spans[end - 1][1], alone)

    def _conclude(self) -> None:
        said, sorts = self.said, self.sorts
        said.seat |= bool(sorts.get("call"))
        if said.own or said.first:
            sorts.setdefault("discount", []).extend(sorts.get("percent", []))
        for sort in ("product", "price", "discount", "urgency", "call"):
            said.signals += [self._signal(sort, *span) for span in sorts.get(sort, [])]
        said.signals += [self._signal("urgency", *span, alone=False) for span in sorts.get("weak", [])]
        is_past = bool(sorts.get("told") or _PAST[self.known.language].search(self.text))
        said.told = is_past and _NOW.isdisjoint(self.tokens.words)
        said.foreign, said.lesson, said.mention = (bool(sorts.get(sort)) for sort in ("people", "lesson", "mention"))
        said.news = bool(sorts.get("news") or _MADE.search(self.text))
        said.places = bool(sorts.get("places"))
        calls = any(signal.sort == "call" for signal in said.signals)
        said.contact |= calls and bool(_PHONE.search(self.text))


def read_sentence(text: str, offset: int, words: Words, products: Products) -> Said:
    """What a sentence of a piece shows; `offset`: where in the piece it begins."""
    return _Reader(text, offset, words, products).read()
