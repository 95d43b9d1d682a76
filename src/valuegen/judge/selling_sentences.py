"""A sentence, read for what it sells: whose offer it is, and the signals in it."""

import re
from dataclasses import replace
from itertools import takewhile

from valuegen.judge.amounts import amounts_in, bare_in, falls_in, is_number
from valuegen.judge.said import Said, Signal
from valuegen.judge.selling_words import Products, Words
from valuegen.judge.sequences import Tokens, found_in, tokens_of
from valuegen.judge.spanish import NO_FIRST, calls_to_me

_NOT = frozenset("no nunca jamas ni sin not never don't dont didn't doesn't without nor cannot can't".split())
# Who does something, so that nobody is called to do it: `they come by`.
_OTHERS = frozenset("they he she it people who i we that which".split())
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
_WE = re.compile(r".{2,}[aei]mos$")
_I = re.compile(r".{3,}o$")
_PARTICIPLES = ("ado", "ido", "isimo")
_BEFORE_FIRST = frozenset("no lo la los las les me te os".split())
_BEFORE_OBJECT = frozenset("la el las los lo tu tus su sus un una unos unas cualquier por con a".split())
_YOURS = frozenset("tuya tuyo tuyas tuyos suya suyo suyas vuestra vuestro yours mine".split())
_NO_DEED = frozenset("vamos somos estamos hemos".split())
_PHONE = re.compile(r"(?<![\w.,/])\+?\d(?:[ .()-]{0,2}\d){6,14}(?!\w)")
_WHO = frozenset("si quien quienes que if who when anyone everyone".split())
# After "mi", "our": what is named after one of these is not what is owned.
_BETWEEN = frozenset(
    "un una el la los las de del al en con que y a por para se the an of in at to for with on and".split()
)
_IT_NOW = frozenset("it them one now today".split())
_TO_ME = re.compile(r"(?:me|nos)(?:l[oa]s?)?$")
_ME = frozenset("me us".split())
_NO_VERB = frozenset(
    "for to of with by and or but let excuse believe trust give tells told like than remind makes made lets gives gave "
    "from".split()
)
_OPINION = frozenset("tell dime decidme diganme digame contadme cuentame".split())
_READERS = frozenset("your tu tus su sus vuestro vuestra".split())
_UNITS = frozenset("minutos horas dias semanas meses años kilos gramos litros metros minutes hours days weeks".split())


class _Reader:
    """Reads one sentence; thrown away after it."""

    def __init__(self, text: str, offset: int, words: Words, products: Products) -> None:
        self.text, self.known, self.products, self.offset = text, words, products, offset
        said, self.spans = tokens_of(text, offset)
        self.tokens = Tokens(said, words.sets["numbers"])
        self.tokens.money = amounts_in(self.tokens.words, words.sets)
        self.said = Said()
        self.sorts: dict[str, list[tuple[int, int]]] = {}

    def read(self) -> Said:
        for sort, at, end in found_in(self.tokens, self.known.index):
            if not self._denied(at) and not (sort in ("call", "come") and at and self.tokens.words[at - 1] in _OTHERS):
                self.sorts.setdefault(sort, []).append((at, end))
        self._products()
        self._prices()
        self._own()
        self._calls()
        self._conclude()
        return self.said

    def _denied(self, at: int, reach: int = 2) -> bool:
        """Whether a word of denial stands right before what is no denial itself."""
        if self.tokens.words[at] in _NOT:
            return False
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
                        self.sorts.setdefault("named", []).append((at, at + len(name)))
            elif "/" in word and self.products.has(word.rstrip(".,;:!?)")):
                self.sorts.setdefault("named", []).append((at, at + 1))

    def _prices(self) -> None:
        words = self.tokens.words
        found = [span for span in self.sorts.get("price", []) if words[min(span[1], len(words) - 1)] not in _UNITS]
        found += self.tokens.money.items()
        falls = [span for span in self.sorts.get("falls", []) if falls_in(words[slice(*span)])]
        kept = [(at, end) for at, end in found if not self._is_cost(at) and "off" not in words[end : end + 1]]
        self.sorts["price"] = sorted(
            (at - (words[max(at - 1, 0)] in self.known.sets["costs"]), end) for at, end in kept
        )
        self.sorts["price"] = self.sorts["price"] or falls
        self.sorts["bare"] = bare_in(words, self.tokens.money, self.known.sets)
        if len({at for at, _ in kept} & set(self.tokens.money)) > 1 and not self.known.sets["compare"].isdisjoint(
            words
        ):
            falls.append(self.sorts["price"][0])
        self.sorts.setdefault("discount", []).extend(falls)

    def _is_cost(self, at: int) -> bool:
        """Whether an amount is called something else than a price: `una multa de 200 €`, not `un taller de costos`."""
        words, no_price = self.tokens.words, self.known.sets["no_price"]
        near = range(max(0, at - 4), at)
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
        for at in range(2, len(words)):
            if words[at - 2 : at] == ["ya", "no"] and self._is_mine(at):
                sorts.setdefault("urgency", []).append((at - 2, at + 1))
        self.said.first = not sets["first"].isdisjoint(words) or any(map(self._is_mine, range(len(words))))
        is_theirs = bool(sorts.get("product")) or any(self._is_title(*span) for span in sorts.get("named", []))
        self.said.own = 3 if is_given or sorts.get("with") else 2 if is_theirs else int(shows and self.said.first)

    def _is_title(self, at: int, end: int) -> bool:
        """Whether the name of a product is written as one: what is also a common noun has no capital."""
        said = self.text[self.spans[at][0] - self.offset : self.spans[end - 1][1] - self.offset]
        return not said.islower() or "/" in said or self.said.first

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
        if not _I.match(word) or word.endswith(_PARTICIPLES) or word in self.known.telling or word in NO_FIRST:
            return False
        before, after = words[at - 1] if at else ".", words[at + 1] if at + 1 < len(words) else "."
        if before in _BEFORE_FIRST:
            return True
        starts = before in _STOPS or before in _STARTERS
        return starts and (after in _BEFORE_OBJECT or is_number(after, self.known.sets["numbers"]))

    def _calls(self) -> None:
        words, known = self.tokens.words, self.known
        for at, word in enumerate(words):
            group = known.bound.get(word)
            if group is None and word in known.bare and self._is_imperative(at):
                group = known.bare[word]
            if group is None and word in known.conditional and self._is_conditional(at):
                self.said.signals.append(self._signal("call", at, at + 1, alone=False))
                self.said.invites = True
            if group is None and word in known.infinitives and at and words[at - 1] in known.sets.get("may", ()):
                group = known.infinitives[word]
            if group is None and self._is_to_me(at):
                group = "contact"
            if group and not self._denied(at):
                self._call(at, word, group)

    def _is_to_me(self, at: int) -> bool:
        """Whether a clause begins with an imperative whose object is the writer: `Búscame`, `Collar me`."""
        words, word = self.tokens.words, self.tokens.words[at]
        before = words[at - 1] if at else "."
        if before not in _STOPS and before not in _STARTERS:
            return False
        if self.known.language == "es":
            return calls_to_me(word)
        return at + 1 < len(words) and words[at + 1] in _ME and word.isalpha() and word not in _NO_VERB

    def _is_imperative(self, at: int) -> bool:
        words = self.tokens.words
        before = words[at - 1] if at else "."
        after = words[at + 1] if at + 1 < len(words) else "."
        if before not in _STOPS and before not in _STARTERS:
            return False
        if self.known.language == "en":
            return after in _STOPS or after in self.known.sets["they"] or after[0].isdigit() or self._is_named(at, 1)
        return after not in ("de", "del", "es", "son") and (at == 0 or self._follows(at, before))

    def _follows(self, at: int, before: str) -> bool:
        """Whether after `y` or `o` it is no noun or third person: an object follows, or the end."""
        after = self.tokens.words[at + 1] if at + 1 < len(self.tokens.words) else "."
        return before not in ("e", "o", "u") or after in _STOPS or after in _BEFORE_OBJECT

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
        if group in ("contact", "reach"):
            to_me = (self.known.language == "es" and bool(_TO_ME.search(word))) or not _ME.isdisjoint(window[:2])
            named = not sets["channels"].isdisjoint(window) or self._is_named(at)
            if group == "reach" and not to_me and not named:
                return
            self.said.contact |= to_me or named
            self.said.asks |= to_me and word not in _OPINION
            self.said.seat |= seat
            self.said.signals.append(self._signal("call", at, at + 1, alone=seat or to_me or named))
            return
        shown = (
            group == "join"
            or seat
            or not window
            or not sets["things"].isdisjoint(window)
            or word in self.known.bound
            or window[0] in _IT_NOW
            or self.said.own > 0
            or any(self.sorts.get(sort) for sort in ("price", "discount", "urgency"))
        )
        if self.known.language == "es" and _TO_ME.search(word):
            self.said.contact = self.said.asks = True
        self.said.seat |= seat
        self.said.joins |= group == "join"
        self.said.signals.append(self._signal("call", at, at + 1, alone=shown))

    def _is_named(self, at: int, reach: int = 4) -> bool:
        """Whether somebody's name follows: `call Dwayne`, `llamad a Berta`."""
        for one in range(at + 1, min(at + 1 + reach, len(self.spans))):
            word, place = self.tokens.words[one], self.spans[one][0] - self.offset
            if word in _STOPS or word in _READERS:
                return False
            if self.text[place].isupper() and word[0].isalpha() and len(word) > 1:
                return True
        return False

    def _signal(self, sort: str, at: int, end: int, alone: bool = True) -> Signal:
        return Signal(sort, self.spans[at][0], self.spans[end - 1][1], alone)

    def _conclude(self) -> None:
        said, sorts = self.said, self.sorts
        sorts.setdefault("call", []).extend(sorts.get("come", []))
        said.seat |= bool(sorts.get("call"))
        said.contact |= bool(sorts.get("come"))
        said.asks |= bool(sorts.get("come"))
        said.invites |= bool(sorts.get("invite"))
        said.signals += [self._signal("call", *span, alone=False) for span in sorts.get("invite", [])]
        if said.own or said.first:
            sorts.setdefault("discount", []).extend(sorts.get("percent", []))
        else:
            said.signals += [self._signal("discount", *span, alone=False) for span in sorts.get("percent", [])]
        said.signals += [replace(self._signal("product", *span), named=True) for span in sorts.get("named", [])]
        for sort in ("product", "price", "discount", "urgency", "call"):
            said.signals += [self._signal(sort, *span) for span in sorts.get(sort, [])]
        said.signals += [self._signal("urgency", *span, alone=False) for span in sorts.get("weak", [])]
        said.signals += [self._signal("price", *span, alone=False) for span in sorts.get("bare", [])]
        is_past = bool(sorts.get("told") or _PAST[self.known.language].search(self.text))
        invited = said.contact or any(one.sort == "call" and one.alone for one in said.signals)
        said.told = is_past and not invited and _NOW.isdisjoint(self.tokens.words)
        said.foreign, said.lesson, said.mention = (bool(sorts.get(sort)) for sort in ("people", "lesson", "mention"))
        said.news = bool(sorts.get("news") or sorts.get("made"))
        said.places = bool(sorts.get("places"))
        said.here = said.places and any(sorts.get(sort) for sort in ("price", "discount", "urgency"))
        calls = any(signal.sort == "call" for signal in said.signals)
        said.contact |= calls and bool(_PHONE.search(self.text))


def read_sentence(text: str, offset: int, words: Words, products: Products) -> Said:
    """What a sentence of a piece shows; `offset`: where in the piece it begins."""
    return _Reader(text, offset, words, products).read()
