"""Amounts of money among the tokens of a sentence: with a sign or a unit, or by how they are said (`a 24 el kilo`)."""

from collections.abc import Mapping, Sequence

from valuegen.judge.sequences import IS_NUMBER, Tokens

Sets = Mapping[str, frozenset[str]]

_JOINS = frozenset("y and".split())
_SIGNS = frozenset("€ $ £ s/".split())
# What a number follows that is an hour, or a place in a row: "after ten the night before", "a las 8 la noche".
_CLOCK = frozenset("after before until till past las".split())
_BACK = 3
"""So many little words may stand between a verb of price and its number: `sale como por unos 40`."""


Runs = Sequence[tuple[int, int]]


def amounts_in(tokens: Tokens, runs: Runs, sets: Sets) -> dict[int, int]:
    """From which token to which each amount of money goes, by its first."""
    words = tokens.words
    if not runs and sets["notes"].isdisjoint(tokens.there):
        return {}
    found: dict[int, int] = {}
    bare: list[tuple[int, int]] = []
    for at, end in runs:
        if at and words[at - 1] in _SIGNS and words[at - 1] in sets["currencies"]:
            found[at - 1] = end
        elif end < len(words) and words[end] in sets["currencies"]:
            found[at] = end + 1
        elif _is_price(words, at, end, sets):
            found[at] = end
        else:
            bare.append((at, end))
    if not sets["notes"].isdisjoint(tokens.there):
        found |= {at: at + 1 for at, word in enumerate(words) if word in sets["notes"]}
    if found:
        found |= {at: end for at, end in bare if _is_second(words, at, end, sets)}
    return found


def runs_in(tokens: Tokens, numbers: frozenset[str]) -> Runs:
    """Numbers of one token or several: `18 mil`, `4 800`, `treinta y cinco`."""
    if not tokens.together & IS_NUMBER:
        return ()
    found, last = [], 0
    for at in tokens.marked(IS_NUMBER):
        if at >= last:
            last = _end(tokens.words, at, numbers)
            found.append((at, last))
    return found


def _end(words: Sequence[str], at: int, numbers: frozenset[str]) -> int:
    end = at + 1
    while end < len(words):
        if words[end] in numbers or (words[end].isdigit() and len(words[end]) == 3):
            end += 1
        elif words[end] in _JOINS and words[end - 1] in numbers and not numbers.isdisjoint(words[end + 1 : end + 2]):
            end += 2
        else:
            break
    return end


def _is_price(words: Sequence[str], at: int, end: int, sets: Sets) -> bool:
    """Whether a number without a unit is a price: `está en 28`, `25 la hora`, `480 each`."""
    after = words[end] if end < len(words) else "."
    then = words[end + 1] if end + 1 < len(words) else "."
    if at and words[at - 1] in _CLOCK:
        return False
    if after in sets["each"] or (after in sets["per"] and then in sets["wares"]):
        return True
    if after[0].isalpha() and after not in sets["loose"]:
        return False
    if after in "%:":
        return False
    place = at - 1
    while place >= max(0, at - _BACK) and words[place] in sets["steps"]:
        place -= 1
    return place >= 0 and words[place] in sets["prices"]


def _is_second(words: Sequence[str], at: int, end: int, sets: Sets) -> bool:
    """Beside an amount, a number that nothing follows is one too: `de 120 a 80`, `it's thirty through May`."""
    after = words[end] if end < len(words) else "."
    if (after[0].isalpha() and after not in sets["loose"]) or after in "%:" or not at:
        return False
    return words[at - 1] in sets["steps"] or words[at - 1] in sets["prices"] or words[at - 1] in ",;"


def bare_in(tokens: Tokens, runs: Runs, sets: Sets) -> list[tuple[int, int]]:
    """Numbers that may be prices, where other things speak for an offer: `os la hago por 45`, `entero, 140.000`."""
    words, found = tokens.words, []
    for at, end in runs:
        after = words[end] if end < len(words) else "."
        if at in tokens.money or not at or (after[0].isalpha() and after not in sets["loose"]) or after in "%:":
            continue
        before = words[at - 1]
        is_round = words[at].count(".") == 1 and words[at][-3:].isdigit() and before in ",:"
        told = before in sets["bare"] and not (at > 1 and tokens.marks[at - 2] & IS_NUMBER)
        if is_round or told:
            found.append((at, end))
    return found


def falls_in(words: Sequence[str]) -> bool:
    """Whether the second of two amounts is the lower one: `de 120 a 80`."""
    plain = [word.replace(".", "") for word in words]
    said = [float(word.replace(",", ".")) for word in plain if word.replace(",", "").isdecimal()]
    return len(said) == 2 and said[0] > said[1]
