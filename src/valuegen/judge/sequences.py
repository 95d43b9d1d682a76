"""Phrases found among tokens: the writing of `phrases.py`, and classes of words beside.

A phrase is tokens with one space between them. `a/b` is either of two words, `(tu)` a word that may be absent, `_` any
one word, `#` a number, `...` up to six tokens, `<days>` a word of that class, `<money>` an amount.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import compress, count
from operator import or_

from valuegen.judge.letters import fold

# An address or a number is one token, so that nothing of it is read as words; hyphens between letters part words.
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}+@[\w-]{1,64}\.\w+|\d+x\d+|s/(?=\s?\d)|[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|-(?=\d)"
    r"|[^\w\s\-–*_]"
)
# The same where there is no address and no slash: what is met most comes first.
_PLAIN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*|\d+x\d+|\d+(?:[.,:]\d+)*|-(?=\d)|[^\w\s\-–*_]")
# The same where all letters are those of a folded text.
_COMMON = re.compile(r"[a-zñ]+(?:'[a-zñ]+)*|\d+x\d+|\d+(?:[.,:]\d+)*|-(?=\d)|[^\w\s\-–*_]")
_ODD = re.compile(r"[^\x00-\x7fñ¡¿«»“”…€—–’°]")
# The same where there is nothing but plain words and marks.
_WORDS = re.compile(r"[a-zñ]+|[^\sa-zñ]")
_BEYOND_WORDS = re.compile(r"[^a-zñ\s.,;:!?¡¿()«»“”\"…%]")
GAP = 6
IS_NUMBER = 1
NUMBER = "#"
MONEY = "<money>"
_MOST = 1 << 15
_PERCENT = frozenset("ciento cent percent".split())

Classes = Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Element:
    """One place of a phrase: any of `words`, a number, an amount, any word (`words` empty), or a gap."""

    words: frozenset[str] = frozenset()
    kind: str = "word"
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """A phrase, of which sort, ready to be looked for."""

    sort: str
    elements: tuple[Element, ...]
    starts: frozenset[str]
    """The tokens with which it may begin; NUMBER for any number, MONEY for any amount."""
    needs: tuple[frozenset[str], ...]
    """Of each of these a sentence has a token where it stands; the rarest first, as far as a length tells."""

    @property
    def counts(self) -> str:
        """Whether it needs a number, or a per cent: "#", "%", or ""."""
        must = [one for one in self.elements if not one.optional]
        if any("%" in one.words for one in must):
            return "%"
        return "#" if any(one.kind == "number" for one in must) else ""

    @property
    def needs_money(self) -> bool:
        """Whether it needs an amount of money."""
        return any(one.kind == "money" and not one.optional and not one.words for one in self.elements)

    @property
    def has_amount(self) -> bool:
        """Whether it needs a number or an amount of money."""
        return any(one.kind in ("number", "money") and not one.optional and not one.words for one in self.elements)


class Marks(dict[str, int]):
    """Token -> the sum of the classes it belongs to (powers of two), told by `classes_of`; IS_NUMBER where it says how
    many. A memo: texts use the same words again and again."""

    def __init__(self, classes_of: Callable[[str], int], numbers: frozenset[str]) -> None:
        super().__init__()
        self._classes_of, self._numbers = classes_of, numbers

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        self[word] = found = self._classes_of(word) | (IS_NUMBER if word[0].isdigit() or word in self._numbers else 0)
        return found


class Tokens:
    """A sentence's tokens, folded: their marks, all marks together, and where its amounts of money begin and end."""

    __slots__ = ("_marked", "marks", "money", "there", "together", "words")

    def __init__(self, words: list[str], marks: Marks) -> None:
        self.words, self.there = words, set(words)
        self.marks = list(map(marks.__getitem__, words))
        self.together = reduce(or_, set(self.marks), 0)
        self.money: dict[int, int] = {}
        self._marked: list[int] | None = None

    def marked(self, mark: int) -> list[int]:
        """The places of the tokens that have one of these marks."""
        if not self.together & mark:
            return []
        marks = self.marks
        if self._marked is None:  # most have none
            self._marked = list(compress(count(), marks))
        return [at for at in self._marked if marks[at] & mark]


def compiled(sort: str, phrase: str, classes: Classes) -> Wording:
    """A phrase ready to be looked for. Raises `ValueError` for one that has no word."""
    written = fold(phrase).split()
    if not written:
        raise ValueError("a phrase needs a word")
    elements = tuple(element for token in written for element in _elements(token, classes))
    needs = [one.words for one in elements if one.kind == "word" and not one.optional]
    return Wording(sort, elements, _starts(elements), tuple(sorted(needs, key=rarity, reverse=True)))


def rarity(words: Iterable[str]) -> int:
    """How seldom a word of these is met, as far as a length tells."""
    return min(len(word) if word.isalnum() else 1 for word in words)


def _starts(elements: Iterable[Element]) -> frozenset[str]:
    found: set[str] = set()
    for element in elements:
        found |= element.words
        found |= (
            {NUMBER} if element.kind in ("number", "digits or word") else {MONEY} if element.kind == "money" else set()
        )
        if not element.optional:
            break
    return frozenset(found)


def _elements(token: str, classes: Classes) -> list[Element]:
    if token.startswith("(") and token.endswith(")"):
        inner = _elements(token[1:-1], classes)
        return [Element(each.words, each.kind, True) for each in inner]
    if token in ("...", "_", NUMBER, MONEY):
        return [Element(kind={"...": "gap", "_": "any", NUMBER: "number", MONEY: "money"}[token])]
    if token == "-" + NUMBER:
        return [_one("-"), _one(NUMBER)]
    options: set[str] = set()
    for each in token.split("/"):
        name = each[1:-1] if each.startswith("<") else ""
        options |= classes[name] if name else {each}
    parts = {each: TOKEN.findall(each) for each in options if each != NUMBER}
    if len(parts) == 1 and len(next(iter(parts.values()))) > 1:
        return [_one(each) for each in next(iter(parts.values()))]
    kind = "number" if NUMBER in token.split("/") else "digits or word" if NUMBER in options else "word"
    return [Element(frozenset(parts), kind)]


def _one(token: str) -> Element:
    return Element(kind="number") if token == NUMBER else Element(frozenset({token}))


def match(tokens: Tokens, at: int, elements: Sequence[Element], first: int = 0) -> int:
    """The end of a phrase that begins at a token, or -1."""
    words = tokens.words
    for number in range(first, len(elements)):
        element = elements[number]
        if at < len(words) and words[at] in element.words:
            end = at + 1
        elif element.kind == "word":
            end = -1
        elif element.kind == "gap":
            ends = (match(tokens, at + skipped, elements, number + 1) for skipped in range(GAP + 1))
            return next((end for end in ends if end >= 0), -1)
        else:
            end = _step(tokens, at, element.kind)
        if element.optional:
            taken = match(tokens, end, elements, number + 1) if end >= 0 else -1
            return taken if taken >= 0 else match(tokens, at, elements, number + 1)
        if end < 0:
            return -1
        at = end
    return at


def _step(tokens: Tokens, at: int, kind: str) -> int:
    """Where what is no certain word ends: an amount, a number, any word."""
    if at >= len(tokens.words):
        return -1
    if kind == "money":
        return tokens.money.get(at, -1)
    fits = tokens.words[at][0].isalpha() if kind == "any" else tokens.marks[at] & IS_NUMBER
    return at + 1 if fits else -1


def tokens_of(folded: str) -> list[str]:
    """The tokens of a folded sentence; `por ciento` is the sign for it."""
    found: list[str] = _pattern(folded).findall(folded)
    if ("cent" in folded or "ciento" in folded) and not _PERCENT.isdisjoint(found):
        return [word for word, _, _ in _placed(folded)]
    return found


def _pattern(folded: str) -> re.Pattern[str]:
    if "www." in folded:
        return TOKEN
    if not _BEYOND_WORDS.search(folded):
        return _WORDS
    if "@" in folded or "/" in folded:
        return TOKEN
    return _PLAIN if _ODD.search(folded) else _COMMON


def spans_of(folded: str) -> list[tuple[int, int]]:
    """The places of the same tokens."""
    if any(word in folded for word in _PERCENT):
        return [(start, end) for _, start, end in _placed(folded)]
    return [one.span() for one in _pattern(folded).finditer(folded)]


def _placed(folded: str) -> list[tuple[str, int, int]]:
    found: list[tuple[str, int, int]] = []
    for one in TOKEN.finditer(folded):
        word, start, end = one[0], *one.span()
        if word in _PERCENT and found and (word == "percent" or found[-1][0] in ("por", "per")):
            if found[-1][0] in ("por", "per"):
                start = found.pop()[1]
            word = "%"
        found.append((word, start, end))
    return found
