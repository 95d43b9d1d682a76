"""Forms of Spanish verbs that speak to somebody and are told by their ending alone, whatever the verb."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from valuegen.judge.persons import FAMILIAR, TU, VOS

# Words in -ás that are no verbs, without it.
_NO_VERBS = "m|adem|dem|jam|quiz|comp|est|tom|nicol|satan|anan"
_SHAPES = (
    (re.compile(r"\w*[áéíóú]\w*[ae]te"), TU),  # apúntate
    (re.compile(r"\w+(?:ándo|iéndo)(?:te|os)"), FAMILIAR),  # esperándote
    (re.compile(r"\w{2,}[aei]rás"), FAMILIAR),  # encontrarás
    (re.compile(r"\w{3,}[aei]rte(?<!parte)(?<!ierte)(?<!suerte)(?<!muerte)(?<!fuerte)(?<!ncarte)"), FAMILIAR),
    (re.compile(rf"(?!(?:{_NO_VERBS})ás)\w+[bcdfghjklmnñpqstvxz]i?ás"), VOS),  # pensás
    (re.compile(r"(?!diecis|veintis)\w{2,}[áé]is"), FAMILIAR),  # pensáis
)
_PLAIN_ENDS = ("ate", "ete", "dote", "arte", "erte", "irte", "doos")
_ACCENTED = ("áis", "éis")


class _Ends(dict[str, str]):
    """A folded word -> how it ends, if that may give a form away; "" else. A memo: the same few words everywhere."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _MOST:
            self.clear()
        end = next((end for end in _PLAIN_ENDS if word.endswith(end)), "")
        may_be = end in ("ate", "ete", "dote", "doos") or sort_of(word)
        self[word] = end if may_be else ""
        return self[word]


_MOST = 1 << 15
_end_of = _Ends().__getitem__


def forms_by_ending(text: str, words: Iterable[str]) -> list[tuple[str, str]]:
    """Such forms in a text whose folded words are given, each once, in lower case, and how they speak."""
    ends = set(map(_end_of, words))
    ends.discard("")
    ends.update(end for end in _ACCENTED if end in text)
    if text.count("ás") > text.count("más"):
        ends.add("ás")
    return [(word, sort) for word in set(_ending(text, ends)) if (sort := sort_of(word))]


@lru_cache(maxsize=4096)
def sort_of(word: str) -> str:
    """How a form speaks by its ending; "" if it doesn't."""
    return next((sort for shape, sort in _SHAPES if shape.fullmatch(word)), "")


def _ending(text: str, ends: Iterable[str]) -> Iterator[str]:
    """The words that end as such forms do: found from their ends, since few words do."""
    for end in ends:
        at = text.find(end)
        while at >= 0:
            after = at + len(end)
            if not text[after : after + 1].isalnum():
                yield text[_begin(text, at) : after].lower()
            at = text.find(end, after)


def _begin(text: str, at: int) -> int:
    while at and text[at - 1].isalnum():
        at -= 1
    return at
