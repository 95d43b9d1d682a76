"""Phrases of a list, found in a text: many at a time, and next to nothing where none is there.

A phrase is words with one space between them: `pide tu cita`. In it, `a/b` is either of two words, `(tu)` a word that
may be absent, `_` any one word, `#` a number (`#/two`: or a word), `...` up to four words, `.` (at its end) the end of
a clause. Case and accents make no difference, ñ does; white space and line ends may be any; words are whole. Nothing
here knows inflections: who makes the phrases does.
"""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from valuegen.judge.gates import fits
from valuegen.judge.letters import fold

_GAP = r"[\s\-–—]+"
_ANY = r"[^\W_]+"
_NUMBER = r"\d+(?:[.,]\d+)*"
_END = r"(?=\s*(?:[.,;:!?)…]|$|\b(?:porque|y|pero|ni|si|cuando|because|and|but|if|when|until)\b))"
_PIECE = re.compile(r"[^\W_]+")


class Match(NamedTuple):
    """A phrase found in a text, from `start` to `end`."""

    phrase: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    written: str
    tokens: tuple[str, ...]
    needs: tuple[frozenset[str], ...]
    """Of each of these a text must have a word, beside the one under which it stands, or the phrase can't be there."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """Made when a text has a word of it: most texts have none of most phrases."""
        return _compiled(self.tokens)


class Phrases(NamedTuple):
    """Phrases ready to be looked for: each under a word without which it can't be there ("" where it has none)."""

    under: dict[str, tuple[_Phrase, ...]]
    keys: frozenset[str]

    def find(self, folded: str, words: Set[str]) -> Iterator[Match]:
        """Every place of every phrase in a folded text, whose folded words are given; in no order."""
        for phrase in self.that_fit(words):
            for found in phrase.pattern.finditer(folded):
                yield Match(phrase.written, found.start(), found.end())

    def may_be(self, words: Set[str]) -> bool:
        """Whether a text with these words may hold a phrase: cheaper than to fold it and to look."""
        for key in self._there(words):
            for phrase in self.under[key]:
                if fits(phrase.needs, words):
                    return True
        return False

    def within(self, words: Set[str], among: Set[str] | None = None) -> "Phrases":
        """Those that a text with these words may hold: its pieces are asked for few then, or for none. `among`: those
        of the words under which phrases may be, where that is known already."""
        under: dict[str, tuple[_Phrase, ...]] = {}
        for key in self._there(words if among is None else among):
            fit = [phrase for phrase in self.under[key] if not phrase.needs or fits(phrase.needs, words)]
            if fit:
                under[key] = tuple(fit)
        return Phrases(under, frozenset(under) - {""}) if under else NO_PHRASES

    def that_fit(self, words: Set[str]) -> list[_Phrase]:
        """The phrases of which all words are there."""
        fit = [phrase for key in self._there(words) for phrase in self.under[key] if fits(phrase.needs, words)]
        return list({phrase.written: phrase for phrase in fit}.values()) if len(fit) > 1 else fit

    def _there(self, words: Set[str]) -> Set[str]:
        there = self.keys & words
        return there if "" not in self.under else {*there, ""}


NO_PHRASES = Phrases({}, frozenset())


def phrases(written: Iterable[str]) -> Phrases:
    """Phrases made ready once. Raises `ValueError` for one that has no word."""
    under: dict[str, list[_Phrase]] = {}
    for text in dict.fromkeys(written):
        tokens = fold(text).split()
        if not tokens:
            raise ValueError("a phrase needs a word")
        needs = sorted(map(_words_of, _required(tokens)), key=lambda need: -min(map(len, need), default=0))
        phrase = _Phrase(text, tuple(tokens), tuple(frozenset(need) for need in needs[1:]))
        for key in needs[0] if needs else {""}:
            under.setdefault(key, []).append(phrase)
    return Phrases({key: tuple(found) for key, found in under.items()}, frozenset(under) - {""})


def _required(tokens: Sequence[str]) -> list[str]:
    """The tokens that stand for certain words, and may not be absent."""
    return [token for token in tokens if token not in ("_", "...", ".") and token[0] not in "(#"]


def _words_of(token: str) -> set[str]:
    """A word of each alternative without which it can't be there."""
    return {max(_PIECE.findall(each), key=len, default="") for each in token.split("/")}


@cache
def _compiled(tokens: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_pattern(tokens))


def _pattern(tokens: Sequence[str]) -> str:
    made, gap = "", ""
    for token in tokens:
        if token == "...":
            gap = rf"(?:{_GAP}[\w'’]+){{0,4}}?{_GAP}" if made else ""
            continue
        if token.startswith("(") and token.endswith(")"):
            optional = _ANY if token == "(_)" else _alternatives(token[1:-1])
            made += f"(?:{gap}{optional})?" if made else f"(?:{optional}{_GAP})?"
            gap = gap if made.endswith(")?") and gap else _GAP if not made.startswith("(?:") else gap
            continue
        if token == ".":
            made += _END
            continue
        made += gap + (_ANY if token == "_" else _alternatives(token))
        gap = _GAP
    return rf"(?<![\w@#]){made}(?![\w@])"


def _alternatives(token: str) -> str:
    options = "|".join(_NUMBER if each == "#" else re.escape(each) for each in token.split("/"))
    return f"(?:{options})"
