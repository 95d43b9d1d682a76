"""`judge`: everything that is found in a writing, read once."""

from valuegen.judge.address import address_of
from valuegen.judge.closeness import closeness_of
from valuegen.judge.jargon import jargon_of
from valuegen.judge.merges import merges_of
from valuegen.judge.parts import NOTHING, Ground, Judgement, Writing
from valuegen.judge.readings import Readings
from valuegen.judge.selling import selling


def judge(writing: Writing, ground: Ground) -> Judgement:
    """What a writing does with its words. Pure: the same writing on the same ground gives the same."""
    readings = Readings(writing, ground.language)
    if not readings:
        return NOTHING
    return Judgement(
        selling=selling(writing, readings, ground),
        jargon=jargon_of(readings, ground),
        merges=merges_of(readings, ground),
        closeness=closeness_of(readings, ground),
        address=address_of(readings, ground),
    )
