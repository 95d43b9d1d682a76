"""What to say in the place of a word of the selling trade: data, a file a language (`plain/`)."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

PLAIN = Path(__file__).parent / "plain"


@cache
def plain_words(language: str) -> Mapping[str, str]:
    """Group of the list `jargon` -> how it is said plainly, in a language."""
    found: dict[str, str] = tomllib.loads((PLAIN / f"{language}.toml").read_text(encoding="utf-8"))
    return found


def plain_word(lemma: str, language: str) -> str | None:
    """The plain way to say a word; None for one that a workspace added."""
    return plain_words(language).get(lemma)
