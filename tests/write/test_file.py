"""A file is replaced in one step: whole, with its mode, where it really lies."""

import stat
from pathlib import Path

import pytest

from valuegen.write.file import replace


def test_a_new_file(tmp_path):
    replace(tmp_path / "log.yaml", "á\r\n")
    assert (tmp_path / "log.yaml").read_bytes() == "á\r\n".encode()
    assert [path.name for path in tmp_path.iterdir()] == ["log.yaml"]


def test_its_mode_stays(tmp_path):
    path = tmp_path / "log.yaml"
    path.write_text("a")
    path.chmod(0o600)
    replace(path, "b")
    assert (stat.S_IMODE(path.stat().st_mode), path.read_text()) == (0o600, "b")


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real").mkdir()
    real = tmp_path / "real" / "log.yaml"
    real.write_text("a")
    (tmp_path / "log.yaml").symlink_to(real)
    replace(tmp_path / "log.yaml", "b")
    assert (tmp_path / "log.yaml").is_symlink()
    assert real.read_text() == "b"


def test_where_it_can_not_be_finished_the_old_one_stays(tmp_path, monkeypatch):
    path = tmp_path / "log.yaml"
    path.write_text("a")

    def fail(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OSError, match="No space"):
        replace(path, "b")
    assert path.read_text() == "a"
    assert [one.name for one in tmp_path.iterdir()] == ["log.yaml"]
