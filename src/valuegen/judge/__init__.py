"""What a text does with its words: whether it sells, speaks jargon, feigns closeness… (see README.md)."""

from valuegen.judge.judging import judge, judged_of
from valuegen.judge.keeping import dump, key, load
from valuegen.judge.parts import NOTHING, Ground, Hit, Judgement, Where, Writing
from valuegen.judge.writings import ground_of, writing_of

__all__ = [
    "NOTHING",
    "Ground",
    "Hit",
    "Judgement",
    "Where",
    "Writing",
    "dump",
    "ground_of",
    "judge",
    "judged_of",
    "key",
    "load",
    "writing_of",
]
