"""Who does the work beside this process."""

from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from typing import Any


def as_it_is(value: Any) -> Any:
    """What is handed out with each piece of work."""
    return value


@dataclass(frozen=True, slots=True)
class Hands:
    """`executor`: somebody to whom work can be sent, here or elsewhere. `forks`: so many processes may this one fork
    for what they need not be sent, since they know all that it knows; below two, none. `share`: what stands, in work
    that is sent, for what is the same in each piece of it; so that is sent to each worker once."""

    executor: Executor | None = None
    forks: int = 0
    share: Callable[[Any], Any] = as_it_is


ALONE = Hands()
