"""Interrupted, told to end, killed: once, twice, in the swap; and who listens goes away."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from faults.full import FULL, in_full
from faults.ground import TITLES, Ended, Ground
from faults.said import is_clean
from faults.tracing import traced

from bench import ROOT, Bench, process_environment

INTERRUPTED = {"es": "Interrumpido.", "en": "Interrupted."}


@contextmanager
def started(
    ground: Ground, *arguments: str, language: str = "es", **env: str | None
) -> Iterator[subprocess.Popen[str]]:
    """A process of the program, in a session of its own; it is gone at the end, with all that it started."""
    with subprocess.Popen(
        ground.command(*arguments),
        cwd=ground.work.root,
        env=ground.environment(language, **env),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def until_locked(ground: Ground, process: subprocess.Popen[str]) -> None:
    lock = ground.work.root / ".valuegen/lock"
    while process.poll() is None and lock.read_text().strip() != str(process.pid):
        time.sleep(0.005)


def ended(process: subprocess.Popen[str]) -> Ended:
    out, err = process.communicate(timeout=120)
    return Ended(process.returncode, out, err)


@pytest.mark.parametrize("name", in_full(["SIGTERM"], ["SIGINT", "SIGHUP"]))
@pytest.mark.parametrize("wait", in_full([0.1], [0.0, 0.3, 0.6, 0.9]))
@pytest.mark.parametrize("language", in_full(["en"], ["es"]))
def test_told_to_end_it_cleans_up(ground: Ground, name: str, wait: float, language: str) -> None:
    with started(ground, *ground.build, "--no-cache", language=language) as process:
        until_locked(ground, process)
        time.sleep(wait)
        process.send_signal(getattr(signal, name))
        found = ended(process)
    is_clean(found)
    if found.status == 0:
        assert ground.whole() == "new"
        return
    assert found.status == 130, found
    assert INTERRUPTED[language] in found.err
    ground.is_tidy()
    ground.whole()


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("pause", [0.0, 0.01, 0.05])
@pytest.mark.parametrize("begin", [0.0, 0.4, 0.8])
def test_interrupted_again_and_again(ground: Ground, pause: float, begin: float) -> None:
    with started(ground, *ground.build, "--no-cache") as process:
        until_locked(ground, process)
        time.sleep(begin)
        for _ in range(20):
            process.send_signal(signal.SIGINT)
            time.sleep(pause)
        found = ended(process)
    is_clean(found)
    assert found.status in (0, 130), found
    ground.whole()


CALLS = ["renameat2", "syncfs", "fsync", "flock", "ftruncate"]


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("name", ["INT", "TERM", "HUP"])
@pytest.mark.parametrize("call", CALLS)
def test_in_the_swap(ground: Ground, call: str, name: str) -> None:
    """The signal comes while this very call is made."""
    found, _ = traced(ground, call, inject=f"{call}:signal={name}:when=1")
    is_clean(found)
    assert found.status in (0, 130), found
    assert ground.whole() == "new" or found.status == 130


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("call", ["mkdir", "write", "link", "unlink", "rmdir"])
@pytest.mark.parametrize("when", [1, 9, 17])
def test_in_the_stage(ground: Ground, call: str, when: int) -> None:
    found, _ = traced(ground, call, inject=f"{call}:signal=INT:when={when}")
    is_clean(found)
    assert found.status in (0, 130), found
    ground.whole()


def test_what_is_to_outlive_its_terminal_does(ground: Ground) -> None:
    """`nohup`: who is told to leave SIGHUP alone does."""
    if not FULL:
        pytest.skip("in full alone")
    before = ["sh", "-c", 'trap "" HUP; exec "$@"', "sh"]
    with subprocess.Popen(
        [*before, *ground.command(*ground.build)],
        cwd=ground.work.root,
        env=ground.environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        until_locked(ground, process)
        process.send_signal(signal.SIGHUP)
        found = ended(process)
    assert (found.status, ground.whole()) == (0, "new"), found


# ---- helpers of a build


def children(pid: int) -> list[int]:
    """The processes that a process started, where the system tells."""
    with suppress(OSError):
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


def until_helped(process: subprocess.Popen[str]) -> list[int]:
    found: list[int] = []
    while process.poll() is None and not found:
        found = children(process.pid)
    return found


needs_proc = pytest.mark.skipif(
    not Path(f"/proc/{os.getpid()}/task/{os.getpid()}/children").exists(), reason="here nobody tells whose child it is"
)


@needs_proc
@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_helper_that_is_killed(ground: Ground, language: str) -> None:
    """As the system does where memory is short."""
    with started(ground, "build", "--no-cache", "--jobs", "3", language=language) as process:
        for helper in until_helped(process):
            os.kill(helper, signal.SIGKILL)
        found = ended(process)
    is_clean(found)
    assert found.status == 1, found
    assert re.search("Construye otra vez|vuelve a construir|[Bb]uild again", found.err), found
    assert ground.whole() == "old"


@needs_proc
@pytest.mark.skipif(not FULL, reason="in full alone")
def test_helpers_end_with_who_started_them(ground: Ground) -> None:
    """The first process is killed, and can tell nobody: no process of the build stays."""
    with started(ground, "build", "--no-cache", "--jobs", "3") as process:
        helpers = until_helped(process)
        assert helpers
        process.kill()
        ended(process)
        end = time.monotonic() + 60
        while any(is_running(one) for one in helpers):
            assert time.monotonic() < end, "a helper outlived its build"
            time.sleep(0.01)
    ground.whole()


def the_theme_s_helper(pid: int) -> int | None:
    """The child that shows the pages of a theme that is not built in."""
    for child in children(pid):
        with suppress(OSError):
            if b"valuegen.render.foreign" in Path(f"/proc/{child}/cmdline").read_bytes():
                return child
    return None


@needs_proc
@pytest.mark.parametrize("language", in_full([], ["es", "en"]))
def test_the_helper_of_a_theme_is_killed(bench: Bench, language: str) -> None:
    """As the system does where memory is short: a page could not be shown, so nothing is published."""
    work = bench.workspace({"themes/taller/theme.yaml": "parent: default\n"})
    work.change("valuegen.yaml", "  language: es\n", f"  language: {language}\n  theme: taller\n")
    assert work.run("build").exit == 0
    before = work.tree()
    work.change("valuegen.yaml", TITLES[0], TITLES[1])
    with subprocess.Popen(
        [sys.executable, "-P", "-m", "valuegen", "build", "--no-cache"],
        cwd=work.root,
        env=process_environment(language, PYTHONPATH=str(ROOT / "src")),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        helper = None
        while process.poll() is None and helper is None:
            helper = the_theme_s_helper(process.pid)
        assert helper, process.communicate()
        os.kill(helper, signal.SIGKILL)
        found = ended(process)
    is_clean(found)
    assert (found.status, work.tree()) == (1, before), found
    assert {"es": "o termina el programa", "en": "or ends the program"}[language] in found.said, found
    assert work.run("build").exit == 0
    assert work.tree() != before


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] not in ("Z", "X")
    except OSError:
        return False


# ---- who listens


@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("where", ["| head -c 1", ">&-", "2>&-", ">&- 2>&-", "<&-", ">/dev/full", "2>/dev/full"])
@pytest.mark.parametrize("command", ["build", "check", "check --format json", "remind"])
def test_who_listens_goes_away(ground: Ground, command: str, where: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"$@" {command.partition(" ")[2]} {where}', "sh", *ground.command(command.partition(" ")[0])],
        cwd=ground.work.root,
        env=ground.environment(),
        capture_output=True,
        encoding="utf-8",
    )
    found = Ended(done.returncode, done.stdout, done.stderr)
    is_clean(found)
    assert found.status in (0, 1), found
    assert ground.whole() == ("new" if command == "build" else "old")
