"""Phrases found among tokens: the writing of `phrases.py`, and classes of words beside.

A phrase is tokens with one space between them. `a/b` is either of two words, `(tu)` a word that may be absent, `_` any
one word, `#` a number, `...` up to six tokens, `<days>` a word of that class, `<money>` an amount.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from valuegen.judge.texts import fold

# An address or a number is one token, so that nothing of it is read as words; hyphens between letters part words.
TOKEN = re.compile(
    r"https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.\w+|\d+x\d+|s/(?=\s?\d)|[^\W\d_]+(?:'[^\W\d_]+)*|\d+(?:[.,:/]\d+)*|-(?=\d)"
    r"|[^\w\s\-–*_]"
)
GAP = 6
NUMBER = "#"
MONEY = "<money>"
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
    nexts: frozenset[str] | None = None
    """The words of which one follows the first; None where it may be alone, or anything may follow."""
    needs: tuple[frozenset[str], ...] = ()
    """Of each of these a sentence has a word where it stands, beside the first."""

    @property
    def counts(self) -> str:
        """Whether it needs a number, or a per cent: "#", "%", or ""."""
        must = [one for one in self.elements if not one.optional]
        if any("%" in one.words for one in must):
            return "%"
        return "#" if any(one.kind == "number" for one in must) else ""


@dataclass(slots=True)
class Tokens:
    """A sentence's tokens, folded, and where its amounts of money begin and end (by token)."""

    words: list[str]
    numbers: frozenset[str] = frozenset()
    money: dict[int, int] = field(default_factory=dict)


def compiled(sort: str, phrase: str, classes: Classes) -> Wording:
    """A phrase ready to be looked for. Raises `ValueError` for one that has no word."""
    written = fold(phrase).split()
    if not written:
        raise ValueError("a phrase needs a word")
    elements = tuple(element for token in written for element in _elements(token, classes))
    nexts = _nexts(elements)
    needs = (
        () if nexts is not None else tuple(one.words for one in elements[1:] if one.kind == "word" and not one.optional)
    )
    return Wording(sort, elements, nexts, needs)


def _nexts(elements: Sequence[Element]) -> frozenset[str] | None:
    if elements[0].optional or elements[0].kind not in ("word", "number"):
        return None
    found: frozenset[str] = frozenset()
    for element in elements[1:]:
        if element.kind != "word":
            return None
        found |= element.words
        if not element.optional:
            return found
    return None


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


def index_of(sequences: Iterable[Wording]) -> dict[str, tuple[Wording, ...]]:
    """Phrases under each token with which they may begin (`#`: any number; `<money>`: any amount)."""
    index: dict[str, list[Wording]] = {}
    for sequence in sequences:
        for element in sequence.elements:
            keys = set(element.words)
            if "number" in element.kind or "digits" in element.kind:
                keys.add(NUMBER)
            if element.kind == "money":
                keys.add(MONEY)
            for key in keys:
                index.setdefault(key, []).append(sequence)
            if not element.optional:
                break
    return {key: tuple(found) for key, found in index.items()}


def found_in(tokens: Tokens, index: Mapping[str, tuple[Wording, ...]]) -> Iterator[tuple[str, int, int]]:
    """Every phrase: its sort, and from which token to which."""
    words, numbers = tokens.words, tokens.numbers
    there, last = set(words), len(words) - 1
    for at, word in enumerate(words):
        wordings = index.get(word, ())
        if word[0].isdigit() or word in numbers:
            wordings = (*wordings, *index.get(NUMBER, ()))
        if at in tokens.money:
            wordings = (*wordings, *index.get(MONEY, ()))
        after = words[at + 1] if at < last else ""
        for wording in wordings:
            if wording.nexts is not None:
                if after not in wording.nexts:
                    continue
            elif any(need.isdisjoint(there) for need in wording.needs):
                continue
            end = match(tokens, at, wording.elements)
            if end > at:
                yield wording.sort, at, end


def match(tokens: Tokens, at: int, elements: Sequence[Element], first: int = 0) -> int:
    """The end of a phrase that begins at a token, or -1."""
    for number in range(first, len(elements)):
        element = elements[number]
        if element.kind == "gap":
            ends = (match(tokens, at + skipped, elements, number + 1) for skipped in range(GAP + 1))
            return next((end for end in ends if end >= 0), -1)
        end = _step(tokens, at, element)
        if end < 0 and element.optional:
            continue
        if end >= 0 and element.optional:
            taken = match(tokens, end, elements, number + 1)
            return taken if taken >= 0 else match(tokens, at, elements, number + 1)
        if end < 0:
            return -1
        at = end
    return at


def _step(tokens: Tokens, at: int, element: Element) -> int:
    if at >= len(tokens.words):
        return -1
    word = tokens.words[at]
    if element.kind == "money":
        return tokens.money.get(at, -1)
    if word in element.words:
        return at + 1
    if element.kind in ("number", "digits or word"):
        return at + 1 if word[0].isdigit() or word in tokens.numbers else -1
    return at + 1 if element.kind == "any" and word[0].isalpha() else -1


def tokens_of(text: str, offset: int) -> tuple[list[str], list[tuple[int, int]]]:
    """The tokens of a sentence and their places; `por ciento` is the sign for it."""
    words: list[str] = []
    spans: list[tuple[int, int]] = []
    for one in TOKEN.finditer(fold(text)):
        word, start, end = one[0], one.start() + offset, one.end() + offset
        if word in _PERCENT and words and (word == "percent" or words[-1] in ("por", "per")):
            if words[-1] in ("por", "per"):
                words.pop()
                start = spans.pop()[0]
            word = "%"
        words.append(word)
        spans.append((start, end))
    return words, spans
