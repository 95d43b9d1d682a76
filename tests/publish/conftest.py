"""A workspace, as far as publishing knows one."""

from pathlib import Path

import pytest
from sentences import every_sentence_is_whole

__all__ = ["every_sentence_is_whole", "root"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The folder of a workspace: `tmp_path/work`."""
    made = tmp_path / "work"
    made.mkdir()
    (made / "valuegen.yaml").write_text("site: {}\n")
    return made
