"""A ground for each process of tests, used by one fault after another; and whether faults are tried in full."""

from collections.abc import Iterator

import pytest
from faults.ground import Ground
from faults.tracing import has_strace


@pytest.fixture(scope="session")
def grounds() -> list[Ground]:
    """Those that are as they should be."""
    return []


@pytest.fixture
def ground(grounds: list[Ground], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """A workspace that is built, and has something new to build. After the test, whatever happened in it, the next
    build needs no repair, gives what a clean one does, and nothing around is another than before."""
    found = grounds.pop() if grounds else Ground(tmp_path_factory.mktemp("ground") / "base")
    around = found.around()
    found.turn()
    yield found
    found.settle()
    assert found.around() == around
    grounds.append(found)


@pytest.fixture
def strace() -> None:
    """Skips where system calls can't be traced."""
    if not has_strace():
        pytest.skip("putting faults into system calls needs strace (Debian: strace)")
