"""What a text does with its words: whether it sells, speaks jargon, feigns closeness… (see README.md)."""

from valuegen.judge.jargon import is_one_of, own_jargon
from valuegen.judge.judging import judge
from valuegen.judge.lists import LANGUAGES, groups
from valuegen.judge.lists import names as list_names
from valuegen.judge.parts import NOTHING, Ground, Hit, Judgement, Where, Writing
from valuegen.judge.plain_words import plain_word
from valuegen.judge.writings import ground_of, writing_of

__all__ = [
    "LANGUAGES",
    "NOTHING",
    "Ground",
    "Hit",
    "Judgement",
    "Where",
    "Writing",
    "ground_of",
    "groups",
    "is_one_of",
    "judge",
    "list_names",
    "own_jargon",
    "plain_word",
    "writing_of",
]
