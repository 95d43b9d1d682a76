"""What a build of a stranger's change may take of the machine: work, memory, room. Beyond that it ends in a sentence.

The system counts work and memory for each process, on Linux; macOS counts work alone, Windows neither: there the limits
of the CI have to do.
"""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from valuegen.build import Pieces, PutIn
from valuegen.publish.faults import Failed
from valuegen.words import msg

SECONDS = 600
"""Of the processor, for each process."""
MEMORY, OUTPUT = 4 << 30, 1 << 30
"""Bytes of address space for each process; bytes of the whole site."""


@contextmanager
def bounded() -> Iterator[None]:
    """Within this there are limits, for the forks of this process too. Raises `Failed` where one is reached."""
    try:
        with _limited():
            yield
    except MemoryError as error:
        raise Failed(
            msg(
                "This change asks for more than {n} MiB of memory: look at what it adds. The site is as it was.",
                n=MEMORY >> 20,
            )
        ) from error


@contextmanager
def _limited() -> Iterator[None]:
    try:
        import resource
    except ImportError:
        yield
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = {resource.RLIMIT_CPU: int(used.ru_utime + used.ru_stime) + SECONDS + 1, resource.RLIMIT_AS: MEMORY}
    before = {name: resource.getrlimit(name) for name in wanted}
    handler = signal.signal(signal.SIGXCPU, _over)
    try:
        for name, most in wanted.items():  # a limit that is there already, and lower, stays
            soft, hard = before[name]
            there = [one for one in (soft, hard) if one != resource.RLIM_INFINITY]
            with suppress(ValueError, OSError):  # macOS bounds no memory
                resource.setrlimit(name, (min(most, *there) if there else most, hard))
        yield
    finally:
        for name, limits in before.items():
            resource.setrlimit(name, limits)
        signal.signal(signal.SIGXCPU, handler)


def _over(_signal: int, _frame: FrameType | None) -> None:
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (hard, hard))  # said once: what follows only tidies up
    raise Failed(
        msg("This change takes more than {n} seconds of work: look at what it adds. The site is as it was.", n=SECONDS)
    )


class Measured:
    """Puts files as `put` does, here and in forks of this process, up to `OUTPUT` bytes in all. Raises `Failed`."""

    def __init__(self, put: PutIn) -> None:
        from multiprocessing import Value  # shared with the forks

        self._put, self._left = put, Value("q", OUTPUT)

    def __call__(self, address: str, data: bytes | Pieces) -> str:
        """The SHA-256 of the file."""
        size = len(data) if isinstance(data, bytes) else sum(map(len, data()))
        with self._left.get_lock():
            self._left.value -= size
            is_over = self._left.value < 0
        if is_over:
            raise Failed(
                msg(
                    "With this change the site takes more than {n} MiB: look at what it adds. It is as it was.",
                    n=OUTPUT >> 20,
                )
            )
        return self._put(address, data)
