"""The words by which something is sold, made ready once for each ground and language."""

import re
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from functools import lru_cache

from valuegen.judge.gates import Gate, gate_of
from valuegen.judge.indexes import Index, index_of
from valuegen.judge.letters import WORD, fold
from valuegen.judge.lists import OWN, groups_in
from valuegen.judge.parts import Added, Ground
from valuegen.judge.sequences import IS_NUMBER, Marks, Wording, compiled
from valuegen.judge.spanish import (
    calls_to_me,
    firsts,
    i_may_do,
    imperatives,
    infinitives,
    may_be_done,
    takers,
    we_do,
)

LISTS = ("offer", "call", "price", "discount", "urgency", "others")
GROUPS = ("take", "join", "contact", "reach")
SINGLE = ("notes", "prices", "steps", "loose", "each", "per", "channels", "bare", "costs", "units")

OWNS, FIRST, DOES, MAY_DO, DONE, CALLS, TO_ME, PRICED, KEY_OF_HOT, KEY = (IS_NUMBER << power for power in range(1, 11))
"""Marks of a word: `mi`; the writer is in it; `limpiamos`; `reviso`; may be done to a reader; may call them; calls to
me; may be of a price, a discount, a gift; keys of the two indexes of `Words`."""
MAY_BE_HOT = OWNS | PRICED | IS_NUMBER
ME = frozenset("me us".split())
HOT = frozenset({"price", "discount", "percent", "falls"})

DIGIT = re.compile(r"\d")
PERCENT = frozenset("ciento percent cent".split())

_ARTICLES = frozenset("el la los las un una the a an".split())

Said = tuple[tuple[str, Added], ...]


@dataclass(frozen=True, slots=True)
class Words:
    """All that is known of one language; every word folded."""

    language: str
    marks: Marks
    hot: Index
    """Prices, discounts and gifts: nothing is sold without one of them, or a product."""
    hot_unpaid: Index
    """Those of them that need no amount of money."""
    index: Index
    """All other phrases."""
    bare: Mapping[str, str]
    """An imperative that may be another word too -> its group (take, join, contact)."""
    bound: Mapping[str, str]
    infinitives: Mapping[str, str]
    conditional: frozenset[str]
    """What a reader does who does it, said of them: `reservas`, `reserven`."""
    sets: Mapping[str, frozenset[str]]
    """Single words, by the group of the list."""
    amounts: frozenset[str]
    """Words beside which a number is money."""
    calls: Gate
    """What may call the reader to something."""
    limits: Gate
    """What may say that something runs out."""
    priced: Gate
    """What may be a price without a sign of money, a discount or a gift."""
    counted: Gate
    """The same, where there is a number."""
    shared: Gate
    """The same, where there is a per cent."""
    hints: frozenset[str]
    """Of these words, or of `odd_hints`, or a digit, a sentence has one that has a price, a gift or a product."""
    odd_hints: tuple[str, ...]
    telling: frozenset[str]
    """Of these words or a sign there has to be one, or there is no price and no gift."""
    single: frozenset[str]
    """Those of them that are no words of a phrase."""
    rated: frozenset[str]
    """Of what a price may be for each: persons, hours."""


@dataclass(frozen=True, slots=True)
class Products:
    """The workspace's products: their names as folded words, and their addresses without scheme."""

    names: tuple[tuple[str, ...], ...]
    addresses: frozenset[str]
    keys: frozenset[str]
    """Of each name its first word."""

    def named(self, here: Set[str], there: set[str]) -> bool:
        """Whether all words of a name are there; `here`: those that may be the first."""
        return not self.keys.isdisjoint(here) and any(map(there.issuperset, self.names))

    def has(self, url: str) -> bool:
        """Whether an address is that of a product, or lies below it."""
        bare = bare_address(url)
        return any(bare == each or bare.startswith(each + "/") for each in self.addresses)


def words_of(ground: Ground, language: str) -> Words:
    """The words of a language on a ground."""
    said = tuple((name, ground.words[name]) for name in LISTS if name in ground.words) if ground.words else ()
    return _words(language, said)


@lru_cache(maxsize=16)
def products_of(products: tuple[tuple[str, str], ...]) -> Products:
    """What is known of the workspace's products."""
    names = tuple(tuple(WORD.findall(fold(name))) for name, _ in products)
    found = tuple(name[1:] if name[0] in _ARTICLES and len(name) > 1 else name for name in names if name)
    addresses = frozenset(bare_address(url) for _, url in products if url)
    return Products(found, addresses, frozenset(name[0] for name in found))


def bare_address(url: str) -> str:
    """An address without what makes no difference: scheme, `www.`, query, last slash."""
    url = url.lower().split("?")[0].split("#")[0].removeprefix("https://").removeprefix("http://")
    return url.removeprefix("www.").rstrip("/")


@lru_cache(maxsize=16)
def _words(language: str, said: Said) -> Words:
    ground = Ground(words=dict(said))
    lists = {name: groups_in(ground, name, language) for name in LISTS}
    sets = _sets(lists)
    sequences = list(_sequences(lists, sets))
    bare, bound, wholes, conditional = _verbs(lists["call"], sets["not_verbs"], language)
    hot = [each for each in sequences if each.sort in HOT]
    priced = [each for each in hot if each.sort != "falls"]
    hottest = index_of(hot, KEY_OF_HOT)
    index = index_of((each for each in sequences if each.sort not in HOT), KEY)
    marked: dict[int, frozenset[str]] = {
        OWNS: sets["possessive"],
        FIRST: sets["first"],
        CALLS: conditional.union(bare, bound, wholes),
        PRICED: sets["notes"].union(*(each.needs[0] for each in hot if each.needs and not each.has_amount)),
        KEY_OF_HOT: frozenset(hottest.under),
        KEY: frozenset(index.under),
    }
    hints = marked[OWNS] | marked[PRICED] | sets["numbers"]
    classes = _classes(
        marked,
        _firsts(lists["offer"].get("telling", ())),
        sets["not_first"].union(_firsts(lists["others"].get("spending", ()))),
        language,
    )
    amounts = frozenset(word for word in sets["currencies"] | sets["notes"] if len(word) > 1)
    rated = frozenset(filter(str.isalnum, sets["wares"] | sets["each"]))
    single = frozenset({*amounts, *PERCENT, *sets["prices"]})
    by_word, by_number, by_percent = (
        gate_of(each for each in priced if each.counts == counts) for counts in ("", "#", "%")
    )
    return Words(
        language,
        Marks(classes, sets["numbers"]),
        hottest,
        index_of((each for each in hot if not each.needs_money), KEY_OF_HOT),
        index,
        bare,
        bound,
        wholes,
        conditional,
        sets,
        amounts,
        gate_of((each for each in sequences if each.sort in ("call", "come", "invite")), {*bare, *bound, *wholes}),
        gate_of(each for each in sequences if each.sort == "urgency" and not each.counts),
        by_word,
        by_number,
        by_percent,
        frozenset(filter(str.isalnum, hints)),
        tuple(sorted(hint for hint in hints if not hint.isalnum())),
        single.union(by_word.keys, by_number.keys),
        single,
        rated,
    )


def _sets(lists: Mapping[str, Mapping[str, tuple[str, ...]]]) -> dict[str, frozenset[str]]:
    """Every group of the lists as a set of folded words, with the plurals of what is counted."""
    offer = lists["offer"]
    sets = {name: frozenset(map(fold, group)) for one in LISTS for name, group in lists[one].items()}
    sets["things"] = _plurals((*offer.get("things", ()), *offer.get(OWN, ())))
    for of, name in (("offer", "seats"), ("urgency", "scarce"), ("others", "persons"), ("price", "wares")):
        sets[name] = _plurals(lists[of].get(name, ()))
    # a language of which there are no lists has each of these sets all the same, with nothing in it
    for name in (*SINGLE, *(group for one in LISTS for group in groups_in(Ground(), one, "es"))):
        sets.setdefault(name, frozenset())
    sets["prices"] |= sets["costs"]
    return sets


def _verbs(
    call: Mapping[str, tuple[str, ...]], others: frozenset[str], language: str
) -> tuple[dict[str, str], dict[str, str], dict[str, str], frozenset[str]]:
    """The forms that call to something: bare, with pronouns, infinitives (each → its group), and conditional ones; but
    for those that are `others`, too."""
    verbs = {group: call.get(group, ()) for group in GROUPS}
    if language != "es":
        bare, bound, wholes = _english(verbs)
        return bare, bound, wholes, frozenset(bare)
    takes = (takers(fold(verb)) for group in ("take", "join") for verb in verbs[group])
    return *_spanish(verbs, others), frozenset().union(*takes) - others


def _classes(
    marked: Mapping[int, Iterable[str]],
    telling: frozenset[str],
    not_first: frozenset[str],
    language: str,
) -> Callable[[str], int]:
    """What tells the marks of a word; `telling`: what the writer only says; `not_first`: what is no deed of theirs."""
    fixed: dict[str, int] = {}
    for mark, group in marked.items():
        for word in group:
            fixed[word] = fixed.get(word, 0) | mark

    def spanish(word: str) -> int:
        found = fixed.get(word, 0) | (TO_ME if calls_to_me(word) else 0)
        if word not in telling and may_be_done(word):
            found |= DONE
        if word not in not_first:
            found |= DOES if we_do(word) else MAY_DO if word not in telling and i_may_do(word) else 0
        return found

    return spanish if language == "es" else lambda word: fixed.get(word, 0) | (TO_ME if word in ME else 0)


def _sequences(
    lists: Mapping[str, Mapping[str, tuple[str, ...]]], sets: Mapping[str, frozenset[str]]
) -> Iterable[Wording]:
    groups = {
        "price": ("price", ("phrases", OWN)),
        "discount": ("discount", ("phrases", OWN)),
        "call": ("call", ("phrases", OWN)),
        "urgency": ("urgency", ("strong", OWN)),
        "weak": ("urgency", ("weak",)),
        "percent": ("discount", ("percent",)),
        "falls": ("discount", ("falls",)),
        "come": ("call", ("come",)),
        "invite": ("call", ("invite",)),
        "made": ("offer", ("made",)),
        "with": ("offer", ("with", "offering")),
        "news": ("offer", ("news",)),
        "places": ("offer", ("places",)),
        "people": ("others", ("people", OWN)),
        "lesson": ("others", ("lesson", "terms")),
        "mention": ("others", ("mention",)),
        "told": ("others", ("told",)),
    }
    for sort, (name, wanted) in groups.items():
        for group in wanted:
            for phrase in lists[name].get(group, ()):
                made = compiled(sort, phrase, sets)
                yield made
                if sort == "people":  # several of them too
                    yield from (
                        compiled(sort, f"{phrase}{end}", sets) for end in ("s", "es", "'s") if " " not in phrase
                    )


def _plurals(words: Iterable[str]) -> frozenset[str]:
    found = {fold(word) for word in words}
    return frozenset({*found, *(word + "s" for word in found), *(word + "es" for word in found)})


def _spanish(
    verbs: Mapping[str, tuple[str, ...]], others: frozenset[str]
) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    bare: dict[str, str] = {}
    bound: dict[str, str] = {}
    wholes: dict[str, str] = {}
    for group, written in verbs.items():
        for verb in map(fold, written):
            free, tied = (forms - others for forms in imperatives(verb))
            if group == "reach":  # "pon la mesa" is nothing, "ponme dos" is
                free = frozenset({one for one in free if len(one) > 2})
            if group == "join":  # "apunta la fecha" is nothing, "apúntate" is
                free, tied = frozenset(), frozenset(form for form in tied if form.endswith(("te", "se", "os")))
            bare |= dict.fromkeys(free, group)
            bound |= dict.fromkeys(tied, group)
            wholes |= dict.fromkeys(infinitives(verb), group)
    return bare, bound, wholes


def _firsts(verbs: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(firsts(fold(verb)) for verb in verbs))


def _english(verbs: Mapping[str, tuple[str, ...]]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    bare = {fold(verb): group for group, written in verbs.items() for verb in written}
    return bare, {}, dict(bare)
