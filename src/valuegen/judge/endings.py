"""Forms of Spanish verbs that speak to somebody and are told by their ending alone, whatever the verb."""

import re
from functools import lru_cache

from valuegen.judge.letters import fold
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
_ALWAYS = ("ate", "ete", "dote", "doos", "áis", "éis")
_INFINITIVES = ("arte", "erte", "irte")


def forms_by_ending(text: str) -> list[tuple[str, str]]:
    """Such forms in a text, each once, in lower case, and how they speak."""
    found = [word for end in _ALWAYS if end in text for word in _ending(text, end)]
    for end in _INFINITIVES:
        if end in text:
            words = _ending(text, end)
            if any(sort_of(fold(word)) for word in words):
                found += words
    if "ás" in text and text.count("ás") > text.count("más"):
        found += _ending(text, "ás")
    return [(word, sort) for word in set(found) if (sort := sort_of(word))]


@lru_cache(maxsize=4096)
def sort_of(word: str) -> str:
    """How a form speaks by its ending; "" if it doesn't."""
    return next((sort for shape, sort in _SHAPES if shape.fullmatch(word)), "")


def _ending(text: str, end: str) -> list[str]:
    """The words that end so: found from their ends, since few words do."""
    found = []
    at = text.find(end)
    while at >= 0:
        after = at + len(end)
        if not text[after : after + 1].isalnum():
            while at and text[at - 1].isalnum():
                at -= 1
            found.append(text[at:after].lower())
        at = text.find(end, after)
    return found
