"""Much of everything, in the short form: `make soak` tries more (tools/load.py)."""

import sys
from pathlib import Path

import pytest

from tools.load import Load, loaded


def _file_of_300_mib(root: Path) -> None:
    (root / "content/static").mkdir()
    with (root / "content/static/film.mp4").open("wb") as file:
        file.truncate(300 << 20)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise here")
def test_a_file_larger_than_the_memory_of_a_build() -> None:
    ended = loaded(Load(_file_of_300_mib, ("build", "--jobs", "1", "--untrusted")))
    assert (ended.status, ended.memory < 200) == (0, True), ended
