"""The nearest known name to one that is not known."""

import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

MOST_COMPARED = 2000


def nearest(text: str, known: Iterable[str]) -> str | None:
    """The known name that `text` was most likely meant to be; None if none is near. Case and accents don't count."""
    names = list(known)[:MOST_COMPARED]
    there = {plain(name): name for name in reversed(names)}
    longer = [name for name in there if len(text) > 2 and name.startswith(plain(text[:80]))]
    if len(longer) == 1:
        return there[longer[0]]
    found = get_close_matches(plain(text[:80]), there, n=1, cutoff=0.6)
    return there[found[0]] if found else None


def is_one_edit(text: str, name: str) -> bool:
    """Whether one letter more, less, other or swapped with its neighbour makes `name` of `text`."""
    if text == name or abs(len(text) - len(name)) > 1:
        return text == name
    start = next((at for at, pair in enumerate(zip(text, name, strict=False)) if pair[0] != pair[1]), None)
    if start is None:
        return True
    rest, other = text[start:], name[start:]
    return (
        rest[1:] == other
        or rest == other[1:]
        or rest[1:] == other[1:]
        or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
    )


def plain(text: str) -> str:
    """A name without its case, accents and underscores."""
    split = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in split if not unicodedata.combining(character)).replace("_", "-")
