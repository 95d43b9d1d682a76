"""`kill -9` at random moments of a real `valuegen build`: `site/` is one whole tree, the old or the new one."""

import os
import random
import re
import signal
import subprocess
import sys
import time

import pytest

from bench import process_environment

# The ordinary suite kills a few times; `VALUEGEN_KILLS=200` is what the design asks for.
TIMES = int(os.environ.get("VALUEGEN_KILLS", "20"))

pytestmark = pytest.mark.skipif(not hasattr(os, "killpg"), reason="there is no kill -9 here")


def start(work):
    return subprocess.Popen(
        [sys.executable, "-m", "valuegen", "build", "--quiet", "--jobs", "2"],
        cwd=work.root,
        env=process_environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def titled(work, title):
    """The same workspace with another title, which stands on every page."""
    text = re.sub(r"^  title: .*$", f"  title: {title}", work.read("valuegen.yaml"), flags=re.MULTILINE)
    work.write("valuegen.yaml", text.encode())


def test_killed_at_any_moment_the_site_is_whole(bench):
    work, titles, trees = bench.example(), ("Azada y Cuaderno", "Otro título"), []
    for title in titles:
        titled(work, title)
        began = time.monotonic()
        assert work.run_process("build", "--quiet").exit == 0
        length = time.monotonic() - began
        trees.append(work.tree())
    assert trees[0] != trees[1]
    chance, killed, changes, standing = random.Random(TIMES), 0, 0, trees[1]
    for number in range(TIMES):
        titled(work, titles[number % 2])
        # most of a build is reading and rendering: half of the kills go to its last third, where it writes
        share = chance.uniform(0, 1.05) if number % 2 else chance.uniform(0.66, 1.05)
        began = time.monotonic()
        if is_killed_after(work, share * length):
            killed += 1
        else:  # it was quicker than the one that was measured
            length = min(length, time.monotonic() - began)
        found = work.tree()
        assert found in trees
        changes += found != standing
        standing = found
    assert killed > TIMES // 4
    print(f"{killed} kills in {TIMES} builds; the site changed {changes} times")  # noqa: T201 -- shown by pytest -s
    titled(work, titles[0])
    done = work.run_process("build", "--quiet")
    assert (done.exit, done.err) == (0, "")
    assert work.tree() == trees[0]
    assert sorted(path.name for path in work.root.iterdir()) == [".valuegen", "content", "site", "valuegen.yaml"]
    assert [path.name for path in (work.root / ".valuegen").iterdir() if path.is_dir()] == ["cache"]


def is_killed_after(work, wait):
    """Start a build and kill it, with its workers, after a while; whether it was still at work."""
    killed = False
    with start(work) as process:
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            killed = True
        _, err = process.communicate()
    assert process.returncode in (0, -signal.SIGKILL), err.decode()
    return killed
