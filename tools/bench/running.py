"""A command run as a whole process: seconds by the clock, seconds of processors, and the most memory it had."""

import os
import subprocess
import tempfile
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
LOOK = 0.02
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Spent:
    """What a run took."""

    wall: float
    cpu: float
    memory: float = 0.0
    """MiB of all its processes together, where that was looked at."""


class Broken(Exception):
    """A command that failed; the text is the end of what it said."""


def run(
    command: Sequence[str],
    folder: Path,
    env: Mapping[str, str] | None = None,
    *,
    memory: bool = False,
    fine: Collection[int] = (0,),
) -> Spent:
    """Run a command to its end. `memory`: look at that too, all the time, which costs some of it.

    Python may keep what it compiles, as it does where somebody installs a program: a run before the first counted one
    has it there.
    """
    around = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as said:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**around, **(env or {})}, stdin=subprocess.DEVNULL, stdout=said, stderr=said
        )
        peak = watched(process.pid) if memory else 0.0
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in fine:
            said.seek(0)
            raise Broken(f"{' '.join(command)}\n{said.read().decode(errors='replace')[-2000:]}")
    # the system's count of the largest process begins with what its parent had: second best
    largest = usage.ru_maxrss / (1024 if os.name == "posix" and PROC.exists() else 1024 * 1024)
    return Spent(wall, usage.ru_utime + usage.ru_stime, (peak or largest) if memory else 0.0)


def watched(root: int) -> float:
    """The most MiB that a process and its children had at one time, until it ends. Shared pages are counted once."""
    peak = 0
    while runs(root):
        peak = max(peak, sum(map(share_of, family(root))))
        time.sleep(LOOK)
    return peak / 1024


def runs(pid: int) -> bool:
    """Whether a child of ours has not ended; where it can't be told so, its memory is not looked at."""
    with suppress(OSError):
        return (PROC / f"{pid}/stat").read_text().rpartition(")")[2].split()[0] not in "ZX"
    return False


def family(root: int) -> list[int]:
    """A process and all under it: some may end while they are looked for."""
    mine = [root]
    for pid in mine:
        with suppress(OSError):
            for task in (PROC / f"{pid}/task").iterdir():
                with suppress(OSError):
                    mine += map(int, (task / "children").read_text().split())
    return mine


def share_of(pid: int) -> int:
    """KiB of a process: a page that two share counts half for each."""
    with suppress(OSError):
        for line in (PROC / f"{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    return 0


@contextmanager
def site_folder() -> Iterator[Path]:
    """A new folder, in memory where there is such a place, so that the disk decides nothing; it goes in the end."""
    shared = Path("/dev/shm")
    within = shared if shared.is_dir() and os.access(shared, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="valuegen-bench-", dir=within) as name:
        yield Path(name)
