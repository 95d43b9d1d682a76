"""One build at a time: the second is told so; a lock dies with its process."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from valuegen.publish import Failed, opened, publish
from valuegen.publish.lock import locked
from valuegen.words import say

HOLD = """
import sys
from pathlib import Path
from valuegen.publish import opened
with opened(Path(sys.argv[1])):
    print("held", flush=True)
    if sys.argv[2] == "fork":
        import os
        if not os.fork():
            print(os.getpid(), flush=True)
    sys.stdin.read()
"""


def holder(out: Path, way: str = "") -> "subprocess.Popen[str]":
    pipe = subprocess.PIPE
    process = subprocess.Popen([sys.executable, "-c", HOLD, out, way], stdin=pipe, stdout=pipe, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def put(out: Path, wait: float = 0) -> None:
    with opened(out, wait=wait) as site:
        publish(site, [("public/index.html", b"x")])


@pytest.mark.parametrize("where", ["work/site", "elsewhere/out"])
def test_a_second_build_is_told_and_the_first_goes_on(tmp_path, root, where):
    with holder(tmp_path / where) as first:
        with pytest.raises(Failed) as failure:
            put(tmp_path / where)
        assert f"(process {first.pid})" in say(failure.value.message, "en")
        assert f"(proceso {first.pid})" in say(failure.value.message, "es")
        first.communicate("")
    put(tmp_path / where)


def test_two_workspaces_meet_at_one_output(root, tmp_path):
    """`--out` of another workspace that leads to this one's site."""
    (tmp_path / "way").symlink_to(root)
    with holder(root / "site") as first:
        with pytest.raises(Failed):
            put(tmp_path / "way/site")
        first.communicate("")


def test_a_dead_process_holds_no_lock(root):
    with holder(root / "site") as first:
        first.send_signal(signal.SIGKILL)
    assert (root / ".valuegen/lock").read_text().strip() == str(first.pid)
    put(root / "site")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_worker_that_outlives_its_build_holds_no_lock(root):
    with holder(root / "site", "fork") as first:
        assert first.stdout is not None
        child = int(first.stdout.readline())
        first.send_signal(signal.SIGKILL)
        first.wait()
        os.kill(child, 0)
        put(root / "site")
        os.kill(child, signal.SIGKILL)


def test_a_short_wait_is_enough_for_a_short_build(root):
    with holder(root / "site") as first:
        assert first.stdin is not None
        threading.Timer(0.2, first.stdin.close).start()
        put(root / "site", wait=20)


def test_two_at_once_are_both_done_in_turn(root, tmp_path):
    out = tmp_path / "elsewhere"
    with holder(out) as first, holder_that_waits(out) as second:
        first.communicate("")
        assert second.communicate("")[0] == "done\n"
    assert {path.name for path in tmp_path.iterdir()} == {"work"}


def holder_that_waits(out: Path) -> "subprocess.Popen[str]":
    text = HOLD.replace("argv[1])", "argv[1]), wait=20").replace("sys.stdin.read()", "pass").replace("held", "done")
    text += '\nassert sys.argv[2] == ""\n'
    return subprocess.Popen(
        [sys.executable, "-c", text, out, ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def test_what_is_no_lock_is_not_written_over(root):
    own = root / ".valuegen"
    own.mkdir()
    (own / "lock").write_text("a letter to my mother")
    with pytest.raises(Failed, match="no lock"):
        put(root / "site")
    assert (own / "lock").read_text() == "a letter to my mother"
    (own / "lock").unlink()
    (own / "lock").symlink_to(root / "valuegen.yaml")
    with pytest.raises(Failed):
        put(root / "site")
    assert (root / "valuegen.yaml").read_text() == "site: {}\n"


def test_a_lock_that_is_removed_while_one_waits_is_taken_anew(tmp_path):
    with locked(tmp_path / "lock", leave=False):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"
    assert not (tmp_path / "lock").exists()
    with locked(tmp_path / "lock", leave=True):
        pass
    assert (tmp_path / "lock").exists()


def test_a_lock_that_can_not_be_closed_fails_nothing_that_was_done(tmp_path, monkeypatch):
    """What was published is published, and said to be."""
    real = os.close

    def fail(descriptor: int) -> None:
        real(descriptor)
        raise OSError(5, "Input/output error")

    with locked(tmp_path / "lock"):
        monkeypatch.setattr("valuegen.publish.lock.os.close", fail)
    monkeypatch.undo()
    with locked(tmp_path / "lock", wait=0):
        pass
