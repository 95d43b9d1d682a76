"""What happens to `serve` while it runs: no notice of changes, no more files, a full disk. It goes on, and shows what
was written since."""

import os
import resource
import signal
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest
from faults.full import FULL
from faults.ground import TITLES, Ended, Ground
from faults.said import is_clean

pytestmark = pytest.mark.skipif(not FULL, reason="in full alone")

PATIENCE = 120.0
LOOKED_AT = {"es": "Aquí el sistema no avisa de los cambios", "en": "This system does not report changes here"}


@dataclass
class Shown:
    """A preview in a process of its own."""

    ground: Ground
    process: subprocess.Popen[str]
    address: str = field(init=False)

    def __post_init__(self) -> None:
        assert self.process.stdout
        self.address = self.process.stdout.readline().partition(": ")[2].strip()

    def follows(self) -> bool:
        """Whether it shows what is written now."""
        self.ground.turn()
        title, end = TITLES[self.ground.state], time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with suppress(OSError), urllib.request.urlopen(self.address) as answer:
                if f"{title}</title>" in answer.read().decode():
                    return True
            time.sleep(0.1)
        return False

    def end(self) -> Ended:
        os.killpg(self.process.pid, signal.SIGINT)
        out, err = self.process.communicate(timeout=PATIENCE)
        return Ended(self.process.returncode, out, err)


@contextmanager
def shown(ground: Ground, *before: str, language: str = "es") -> Iterator[Shown]:
    with subprocess.Popen(
        [*before, *ground.command("serve")],
        cwd=ground.work.root,
        env=ground.environment(language),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield Shown(ground, process)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def failing(*calls: str) -> list[str]:
    """What starts a process whose calls fail."""
    names = ",".join(dict.fromkeys(call.partition(":")[0] for call in calls))
    inject = [word for call in calls for word in ("-e", f"inject={call}")]
    return ["strace", "-f", "--seccomp-bpf", "-qq", "-o", "/dev/null", "-e", f"trace={names}", *inject]


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize(
    "fault",
    [
        "inotify_init:error=EMFILE inotify_init1:error=EMFILE",
        "inotify_init:error=ENOSYS inotify_init1:error=ENOSYS",
        "inotify_add_watch:error=ENOSPC",
        "inotify_add_watch:error=ENOSPC:when=4+",
    ],
)
def test_without_notice_of_changes_it_looks(ground: Ground, fault: str, language: str) -> None:
    """As where `max_user_watches` or `max_user_instances` is reached."""
    with shown(ground, *failing(*fault.split()), language=language) as seen:
        assert seen.follows()
        assert seen.follows()
        found = seen.end()
    is_clean(found)
    assert (found.status, found.err.count(LOOKED_AT[language])) == (0, 1), found


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("fault", ["pwrite64:error=ENOSPC", "pwrite64:error=EIO", "fdatasync:error=EIO"])
def test_what_it_keeps_is_not_needed(ground: Ground, fault: str) -> None:
    with shown(ground, *failing(fault)) as seen:
        assert seen.follows()
        found = seen.end()
    is_clean(found)
    assert found.status == 0, found


def test_no_more_files_while_it_runs(ground: Ground) -> None:
    """For a while: it says so in a sentence, if at all, and shows what was written meanwhile once it can."""
    with shown(ground) as seen:
        assert seen.follows()
        before = resource.prlimit(seen.process.pid, resource.RLIMIT_NOFILE)
        resource.prlimit(seen.process.pid, resource.RLIMIT_NOFILE, (8, before[1]))
        ground.turn()
        time.sleep(3)
        resource.prlimit(seen.process.pid, resource.RLIMIT_NOFILE, before)
        assert seen.follows()
        found = seen.end()
    is_clean(found)
    assert found.status == 0, found
