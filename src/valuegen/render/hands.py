"""Who does the work beside this process."""

import os
import signal
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from multiprocessing import parent_process
from threading import Thread
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


def begin_beside() -> None:
    """What a process of this machine that helps does first. Ctrl-C reaches all of a terminal: the first process tells
    the others to end. One that was killed tells nobody, so they see for themselves that it is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for name in ("SIGTERM", "SIGHUP"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    first = parent_process()
    if first is not None:
        first.join()
        os._exit(1)
