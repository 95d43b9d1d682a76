"""Commands that change several files, killed at each call that changes the disk: every file is whole, what was left
beside them is read by nobody and goes with the next change, and the same command again does the rest."""

import os
import shlex
import shutil
import signal
from pathlib import Path

import pytest
from faults.full import MOST, in_full
from faults.ground import Ground, tree_of
from faults.said import is_clean
from faults.tracing import spread, traced

COMMANDS = {
    "forget": "forget rosa --yes",
    "add log": "add log 'Llamó ella' --contact rosa --what reply --need 'Hornear antes' --date 2026-12-01 --yes",
    "move": "move harina 2026-12-04 --yes",
    "done": "done harina --yes",
}


@pytest.mark.usefixtures("strace")
@pytest.mark.parametrize("command", in_full(["forget"], [one for one in COMMANDS if one != "forget"]))
def test_killed_in_the_middle_of_a_change(ground: Ground, command: str) -> None:
    content, kept = ground.work.root / "content", ground.base.parent / "content"
    shutil.copytree(content, kept)
    try:
        for _ in range(2):  # the second time with as much kept as in all that follow
            _put_back(kept, content)
            _, found = traced(ground, "rename,unlink", *shlex.split(COMMANDS[command]))
        whole = tree_of(content)
        for name in ("rename", "unlink"):
            for call in spread([one for one in found if one.place.startswith("content")], name, MOST or 2):
                _put_back(kept, content)
                inject = f"{name}:signal=KILL:when={call.number}"
                killed, _ = traced(ground, "rename,unlink", *shlex.split(COMMANDS[command]), inject=inject)
                assert killed.status == -signal.SIGKILL
                for path in content.rglob("*~"):  # it was a while ago
                    os.utime(path, (1, 1))
                checked = ground.run("check")
                is_clean(checked)
                assert "error format" not in checked.said, checked
                again = ground.run(*shlex.split(COMMANDS[command]))
                is_clean(again)
                assert not list(content.rglob("*~")), again
                if command != "add log":  # a second line is another line
                    assert tree_of(content) == whole, again
    finally:
        _put_back(kept, content)
        shutil.rmtree(kept)


def _put_back(kept: Path, content: Path) -> None:
    shutil.rmtree(content)
    shutil.copytree(kept, content)
