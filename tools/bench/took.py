"""Work timed inside this process."""

import gc
from collections.abc import Callable
from statistics import median
from time import process_time

RUNS = 3
LONG = 2.0
"""Seconds after which a step is not measured again."""


def took(work: Callable[[], object], runs: int = RUNS) -> float:
    """The median of some runs, in seconds of the processor: other programs don’t count."""
    spent: list[float] = []
    while len(spent) < runs and sum(spent) < LONG:
        gc.collect()
        begun = process_time()
        work()
        spent.append(process_time() - begun)
    return median(spent)
