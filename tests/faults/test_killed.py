"""SIGKILL at every call of a real build that changes the disk: `site/` is whole, the next build needs no repair.

(The ordinary suite kills a publication at each of its steps, and whole builds at random: `tests/publish/test_kills.py`,
`tests/test_kill.py`. This is the same with the calls themselves, as the system sees them.)
"""

import signal

import pytest
from faults.full import FULL, MOST
from faults.ground import Ground
from faults.tracing import spread, traced

CALLS = "write renameat2 syncfs fsync ftruncate link unlink mkdir rmdir fchmod chmod pwrite64".split()


@pytest.mark.usefixtures("strace")
@pytest.mark.skipif(not FULL, reason="in full alone")
@pytest.mark.parametrize("name", CALLS)
def test_killed_at_each_call(ground: Ground, name: str) -> None:
    _, found = traced(ground, name)
    ground.settle()
    chosen = spread(found, name, MOST)
    assert chosen or name in ("chmod", "fchmod", "ftruncate")
    for call in chosen:
        ground.turn()
        inject, about = call.fault("signal=KILL")
        ended, _ = traced(ground, name, inject=inject, about=about)
        assert ended.status == -signal.SIGKILL or about is None, (call, ended)
        ground.whole()
        ground.settle()
