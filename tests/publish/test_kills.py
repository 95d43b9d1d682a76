"""A build that is killed (kill -9) leaves a whole site, the old or the new one, and the next needs no repair."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
# The ordinary suite kills a few times; `VALUEGEN_KILLS=1000` more often.
TIMES = os.environ.get("VALUEGEN_KILLS", "40")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="builds are killed in forks")


def kill(root: Path, *arguments: str) -> dict[str, int]:
    root.joinpath("valuegen.yaml").write_text("site: {}\n")
    done = subprocess.run(
        [sys.executable, HERE / "kill_builds.py", root, *arguments], capture_output=True, text=True, check=True
    )
    found: dict[str, int] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("way", [("random", TIMES), ("steps",)], ids=["random", "steps"])
def test_killed_anywhere_the_site_is_whole(tmp_path, way):
    found = kill(tmp_path, *way)
    assert found == {"kills": found["kills"], "whole": found["kills"], "absent": 0, "mended": 1, "tidy": 1}
    assert found["kills"] >= 40


@pytest.mark.parametrize("way", [("random", TIMES), ("steps",)], ids=["random", "steps"])
def test_killed_anywhere_while_the_last_tree_becomes_the_next(tmp_path, way):
    found = kill(tmp_path, *way, "again")
    assert found == {**found, "whole": found["kills"], "absent": 0, "mended": 1, "tidy": 1}
    assert found["kills"] >= 40


@pytest.mark.parametrize("way", [("random", TIMES), ("steps",)], ids=["random", "steps"])
def test_without_exchange_the_next_start_restores_it(tmp_path, way):
    """Two renames: killed between them there is no site for that moment, and the next start puts the old one back."""
    found = kill(tmp_path, *way, "plain")
    assert found == {**found, "whole": found["kills"], "mended": 1, "tidy": 1}
    assert way[0] == "random" or found["absent"] > 0
