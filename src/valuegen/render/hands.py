"""Who does the work beside this process."""

from concurrent.futures import Executor
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hands:
    """`executor`: somebody to whom work can be sent, here or elsewhere. `forks`: so many processes may this one fork
    for what they need not be sent, since they know all that it knows; below two, none."""

    executor: Executor | None = None
    forks: int = 0


ALONE = Hands()
