"""What is missing is installed as the program itself was: another command would not reach it."""

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bench import ROOT
from valuegen import extras
from valuegen.extras import _pip

TOLD = re.compile(r'\bhow\("(\w+)"\)')
FOUND = ["click>=8", "vobject>=0.9; extra == 'import'", "pagefind[bin]>=1.5; extra == 'search'", "x>1; extra == 'all'"]


@pytest.fixture
def prefix(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An environment of its own, `valuegen`, which is not on the path."""
    made = tmp_path / "valuegen"
    (made / "bin").mkdir(parents=True)
    monkeypatch.setattr(sys, "prefix", str(made))
    monkeypatch.setattr("importlib.metadata.requires", lambda name: FOUND)
    monkeypatch.setattr(extras, "_pip", _pip)
    monkeypatch.setenv("PATH", "/nowhere")
    return made


def test_an_environment_that_is_not_on_the_path_has_its_own_pip(prefix: Path) -> None:
    pip = prefix / ("Scripts" if sys.platform == "win32" else "bin") / "pip"
    assert extras.how("import") == f'{pip} install "valuegen[import]"'


def test_one_that_is_on_the_path_has_that_of_the_path(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pip = prefix / "bin/pip"
    pip.write_text("")
    pip.chmod(0o755)
    monkeypatch.setenv("PATH", str(pip.parent))
    assert extras.how("import") == 'pip install "valuegen[import]"'


def test_pipx_puts_libraries_beside(prefix: Path) -> None:
    (prefix / "pipx_metadata.json").write_text("{}")
    assert extras.how("import") == "pipx inject valuegen vobject"
    assert extras.how("search") == 'pipx inject valuegen "pagefind[bin]"'


def test_a_tool_of_uv_has_no_pip(prefix: Path) -> None:
    (prefix / "uv-receipt.toml").write_text("")
    assert extras.how("import") == f"uv pip install --python {prefix} vobject"


def test_what_is_installed_nowhere_is_told_all_the_same(prefix: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(name: str) -> None:
        raise PackageNotFoundError(name)

    monkeypatch.setattr("importlib.metadata.requires", none)
    (prefix / "pipx_metadata.json").write_text("{}")
    assert extras.how("import") == 'pipx runpip valuegen install "valuegen[import]"'


def test_every_extra_that_is_told_of_is_one() -> None:
    known = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    told = {found for file in (ROOT / "src").rglob("*.py") for found in TOLD.findall(file.read_text("utf-8"))}
    assert told
    assert told <= {*known}
