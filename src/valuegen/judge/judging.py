"""`judge`: everything that is found in a writing, read once."""

from collections.abc import Mapping

from valuegen.judge.parts import NOTHING, Ground, Judgement, Writing
from valuegen.judge.texts import pieces_of


def judge(writing: Writing, ground: Ground) -> Judgement:
    """What a writing does with its words. Pure: the same writing on the same ground gives the same."""
    pieces = list(pieces_of(writing))
    return NOTHING if not pieces else Judgement()


def judged_of(writings: Mapping[str, Writing], ground: Ground) -> dict[str, Judgement]:
    """The judgement of each writing, under its key."""
    return {slug: judge(writing, ground) for slug, writing in writings.items()}
