"""Whether a passage sounds like an offer of the writer's own: what no list of words tells, learned from labelled texts.

A logistic regression over words, pairs of words and beginnings of words. Its weights are data
(`weights/LANGUAGE.tsv`), made by `make learn` from the texts in tests/judgement that are for learning; only what has
been found to hold signals of an offer is asked for its tone.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import log, sqrt
from pathlib import Path
from typing import NamedTuple

WEIGHTS = Path(__file__).parent / "weights"
FOR, AGAINST = 2.0, 0.75
"""No tone says more than that. Against an offer it says less: it settles what is doubtful, and hides nothing plain."""
_TOKEN = re.compile(r"[^\W\d_]+|\d[\d.,]*|[€$£%¿?!@]")
_NUMBER, _PRODUCT = "#", " @ "
_BEGINNING = 5
"""So many letters of a word say what it is about, whatever its ending."""


class Weight(NamedTuple):
    """Of a feature: `rarity`, the logarithm of how few texts have it; `worth`: what it says for an offer."""

    rarity: float
    worth: float


def tone_of(texts: Sequence[str], products: Sequence[Sequence[str]], language: str) -> float:
    """How much a passage sounds like an offer: the logarithm of the odds, within bounds; 0 in a language not learned.

    `texts`: its paragraphs, folded. `products`: the names of the workspace's products, as folded words.
    """
    bias, weights = weights_of(language)
    found = Counter(filter(weights.__contains__, features_of(texts, products)))
    if not found:
        return 0.0
    said = [(1 + log(times)) * weights[feature].rarity for feature, times in found.items()]
    worth = sum(each * weights[feature].worth for each, feature in zip(said, found, strict=True))
    odds = bias + worth / sqrt(sum(each * each for each in said))
    return max(-AGAINST, min(FOR, odds))


def features_of(texts: Sequence[str], products: Sequence[Sequence[str]]) -> list[str]:
    """Words, pairs of them, and how they begin (`^reser`); a number is #, the name of a product @."""
    found: list[str] = []
    for text in texts:
        for name in products:
            text = re.sub(r"\W+".join(map(re.escape, name)), _PRODUCT, text)
        words = [_NUMBER if word[0].isdigit() else word for word in _TOKEN.findall(text)]
        found += words
        found += [f"^{word[:_BEGINNING]}" for word in words]
        found += map(" ".join, pairwise(words))
    return found


@cache
def weights_of(language: str) -> tuple[float, Mapping[str, Weight]]:
    """What has been learned for a language: what speaks for an offer before anything is read, and the weights."""
    path = WEIGHTS / f"{language}.tsv"
    if not path.exists():
        return 0.0, {}
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    weights = {feature: Weight(float(rarity), float(worth)) for feature, rarity, worth in rows}
    return weights.pop("").worth, weights
