"""Limits of the shell, folders that are not there or not ours, a wrong clock, broken caches, two at once."""

import fcntl
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path

import pytest
from faults.full import FULL, in_full
from faults.ground import Ended, Ground
from faults.said import ended_before_us, is_as_promised, is_clean, is_said
from faults.tracing import traced

in_full_alone = pytest.mark.skipif(not FULL, reason="in full alone")


def limited(limit: str) -> list[str]:
    return ["sh", "-c", f'ulimit {limit}; exec "$@"', "sh"]


# ---- limits


@in_full_alone
@pytest.mark.parametrize("files", [10, 12, 14, 16, 20, 24])
def test_few_open_files(ground: Ground, files: int) -> None:
    is_as_promised(ground, ground.run(*ground.build, before=limited(f"-n {files}")), "EMFILE", "es")


@pytest.mark.parametrize("blocks", in_full([], [0, 1, 8, 64]))
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_large_files(ground: Ground, blocks: int, language: str) -> None:
    found = ground.run(*ground.build, before=limited(f"-f {blocks}"), language=language)
    is_as_promised(ground, found, "EFBIG", language)


@in_full_alone
@pytest.mark.parametrize("share", [0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95])
def test_little_memory(ground: Ground, share: float) -> None:
    """Less than a build takes: so much of it that it begins, and does not get to its end."""
    before = [sys.executable, "-c", MEASURED]
    whole = int(ground.run(*ground.build, before=before).err.splitlines()[-1])
    ground.turn()
    found = ground.run(*ground.build, before=limited(f"-v {int(whole * share)}"))
    if ended_before_us(found):
        ground.whole()
    else:
        is_as_promised(ground, found, "ENOMEM", "es")


MEASURED = """
import subprocess, sys
process = subprocess.Popen(sys.argv[1:])
most = 0
while process.poll() is None:
    with open(f"/proc/{process.pid}/status") as file:
        most = max([most, *(int(line.split()[1]) for line in file if line.startswith("VmPeak"))])
sys.stderr.write(f"{most}\\n")
"""


@in_full_alone
def test_little_time(ground: Ground) -> None:
    """The system ends it (SIGXCPU): as with every kill, the site is whole."""
    found = ground.run(*ground.build, "--no-cache", before=limited("-t 1"))
    is_clean(found)
    ground.whole()


PROCESSES = ("clone", "clone3", "fork", "vfork")


@in_full_alone
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("language", ["es", "en"])
def test_no_more_processes(ground: Ground, language: str) -> None:
    inject = " ".join(f"{call}:error=EAGAIN" for call in PROCESSES)
    found, _ = traced(
        ground, ",".join(PROCESSES), "build", "--no-cache", "--jobs", "3", inject=inject, language=language
    )
    assert found.status == 1, found
    is_said(found, "EAGAIN", language)
    assert ground.whole() == "old"


@in_full_alone
@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_program_of_the_search_may_begin_no_threads(ground: Ground, language: str) -> None:
    """It ends without a word then: that there is no index of the search is all that can be told."""
    pytest.importorskip("pagefind_bin")
    build = (*ground.build, "--no-cache")
    found, _ = traced(ground, "clone", *build, inject="clone:error=EAGAIN", language=language)
    is_clean(found)
    assert (found.status, ground.whole()) == (1, "old"), found
    words = {"es": "No se pudo hacer el índice del buscador", "en": "The index of the search could not be made"}
    assert words[language] in found.err


# ---- where it runs


@in_full_alone
@pytest.mark.parametrize(
    "changes",
    [
        {"HOME": None},
        {"HOME": "/there/is/no/such/folder"},
        {"TMPDIR": "/there/is/no/such/folder"},
        {"HOME": "/dev/null", "TMPDIR": "/dev/null", "XDG_CACHE_HOME": "/dev/null"},
        {"PATH": ""},
        {"LC_ALL": "C", "LANG": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "ascii"},
        {"PYTHONIOENCODING": "utf-16"},
        {"LC_ALL": "xx_YY.UTF-8", "TZ": "No/Where"},
        {"COLUMNS": "1", "TERM": "none"},
    ],
)
def test_strange_surroundings(ground: Ground, changes: dict[str, str | None]) -> None:
    for command in (ground.build, ("check",), ("remind",)):
        found = ground.run(*command, **changes)
        is_clean(found)
        assert found.status == 0, found
    assert ground.whole() == "new"


@in_full_alone
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_folder_one_is_in_is_gone(ground: Ground, language: str) -> None:
    gone = ground.base / "gone"
    gone.mkdir()
    done = subprocess.run(
        ["sh", "-c", 'rmdir "$PWD"; exec "$@"', "sh", *ground.command("check")],
        cwd=gone,
        env=ground.environment(language),
        capture_output=True,
        encoding="utf-8",
    )
    found = Ended(done.returncode, done.stdout, done.stderr)
    is_clean(found)
    assert found.status == 1, found
    assert {"es": "ya no existe", "en": "is gone"}[language] in found.err, found


CLOCKS = {"1970": "0", "2200": "7258118400", "back": "now - (time.perf_counter() - start) * 1000"}


@in_full_alone
@pytest.mark.parametrize("clock", CLOCKS)
def test_a_clock_that_is_wrong(ground: Ground, clock: str, tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import time\nstart, now = time.perf_counter(), time.time()\n"
        f"time.time = lambda: float({CLOCKS[clock]})\ntime.time_ns = lambda: int(time.time() * 1e9)\n"
    )
    path = f"{tmp_path}{os.pathsep}{ground.environment()['PYTHONPATH']}"
    for _ in range(2):
        found = ground.run(*ground.build, PYTHONPATH=path)
        is_clean(found)
        assert (found.status, ground.whole()) == (0, "new"), found
        ground.turn()
    ground.turn()
    ground.turn()


@in_full_alone
@pytest.mark.parametrize("moment", [0, 4_102_444_800, 253_402_300_000])
def test_files_of_other_times(ground: Ground, moment: int) -> None:
    for path in ground.work.root.rglob("*"):
        os.utime(path, (moment, moment))
    found = ground.run(*ground.build)
    assert (found.status, ground.whole()) == (0, "new"), found


# ---- as somebody else


@contextmanager
def as_nobody(ground: Ground) -> Iterator[list[str]]:
    """What starts a process as another user than root, whose the workspace then is."""
    if os.geteuid() != 0:
        yield []
        return
    setpriv = shutil.which("setpriv")
    if setpriv is None:
        pytest.skip("root may do everything, and setpriv is not here")
    before = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--"]
    if subprocess.run([*before, sys.executable, "-c", "import valuegen"], env=ground.environment()).returncode != 0:
        pytest.skip("another user can't run this Python")
    above = list(takewhile(lambda path: not path.stat().st_mode & stat.S_ISVTX, ground.base.parents))  # up to /tmp
    with open_to_all(above):
        for path in (ground.base, *ground.base.rglob("*")):
            os.chown(path, 65534, 65534, follow_symlinks=False)
        try:
            yield before
        finally:
            for path in (ground.base, *ground.base.rglob("*")):
                os.chown(path, 0, 0, follow_symlinks=False)


@contextmanager
def open_to_all(folders: list[Path]) -> Iterator[None]:
    """Other processes of tests wait for their turn: the folders are theirs too."""
    handle = os.open(folders[-1], os.O_RDONLY)
    fcntl.flock(handle, fcntl.LOCK_EX)
    modes = {path: path.stat().st_mode & 0o7777 for path in folders}
    for path in folders:
        path.chmod(0o755)
    try:
        yield
    finally:
        for path, mode in modes.items():
            path.chmod(mode)
        os.close(handle)


CLOSED = {
    "site": (0o555, "old"),
    ".valuegen": (0o555, "old"),
    ".": (0o555, "old"),
    ".valuegen/cache": (0o000, "new"),
    "content/private": (0o000, "old"),
    "content/posts": (0o000, "old"),
    "content/posts/horno.md": (0o000, "old"),
    "valuegen.yaml": (0o000, "old"),
}


@in_full_alone
@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("path", CLOSED)
def test_what_one_may_not_touch(ground: Ground, path: str, language: str) -> None:
    mode, tree = CLOSED[path]
    closed = ground.work.root / path
    with as_nobody(ground) as before:
        was = closed.stat().st_mode & 0o7777
        closed.chmod(mode)
        try:
            found = ground.run(*ground.build, before=before, language=language)
        finally:
            closed.chmod(was)
    is_clean(found)
    assert ground.whole() == tree, found
    if tree == "old":
        assert found.status == 1
        is_said(found, "EACCES", language)
