"""What the program did not write it never removes: it is named, and nothing is published."""

import json
from pathlib import Path

import pytest
from publishing import NEW, OLD, held, names, put

from valuegen.publish import Failed, swap
from valuegen.words import say


@pytest.mark.parametrize(
    "place", ["public/CNAME", "public/a/photo.jpg", "notes.txt", "new/folder/file", "planner/.DS_Store"]
)
def test_what_somebody_put_there_is_not_lost(root, place):
    put(root / "site", OLD)
    stranger = root / "site" / place
    stranger.parent.mkdir(parents=True, exist_ok=True)
    stranger.write_bytes(b"mine")
    with pytest.raises(Failed) as failure:
        put(root / "site", NEW)
    assert str(stranger) in say(failure.value.message, "en")
    assert "content/static" in say(failure.value.message, "es")
    assert held(root / "site") == {**OLD, place: b"mine"}
    stranger.unlink()
    put(root / "site", NEW)
    assert held(root / "site") == NEW


def test_what_comes_while_the_site_is_made_is_not_lost_either(root, monkeypatch):
    put(root / "site", OLD)
    real = swap.exchange

    def late(one, other):
        if not (root / "site/public/CNAME").exists() and not (one / "public/CNAME").exists():
            (root / "site/public/CNAME").write_bytes(b"mine")
        return real(one, other)

    monkeypatch.setattr(swap, "exchange", late)
    with pytest.raises(Failed, match="was not made by valuegen"):
        put(root / "site", NEW)
    assert held(root / "site") == {**OLD, "public/CNAME": b"mine"}


def test_links_inside_are_never_followed(root, tmp_path):
    """Neither a page that somebody made a link of, nor a folder."""
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "index.html").write_bytes(b"precious")
    for place in ("public/index.html", "public/a"):
        put(root / "site", OLD)
        target = root / "site" / place
        if target.is_dir():
            (target / "index.html").unlink()
            target.rmdir()
        else:
            target.unlink()
        target.symlink_to(mine if place == "public/a" else mine / "index.html")
        with pytest.raises(Failed):
            put(root / "site", NEW)
        assert (mine / "index.html").read_bytes() == b"precious"
        target.unlink()
    put(root / "site", NEW)
    assert (mine / "index.html").read_bytes() == b"precious"


def test_an_unreadable_marker_is_told(root):
    put(root / "site", OLD)
    for text in (
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"version": 1, "files": {"public/index.html": 3}}',
        '{"version": 2, "files": {}}',
    ):
        (root / "site/.valuegen-site").write_text(text)
        with pytest.raises(Failed, match="can't be read"):
            put(root / "site", NEW)
    assert held(root / "site") == OLD


def test_a_marker_cannot_name_what_lies_outside(root, tmp_path):
    put(root / "site", OLD)
    (root / "precious").write_bytes(b"x")
    marker = root / "site/.valuegen-site"
    listed = json.loads(marker.read_text())
    listed["files"]["../precious"] = "0" * 64
    marker.write_text(json.dumps(listed))
    put(root / "site", NEW)
    assert (root / "precious").read_bytes() == b"x"


def test_only_its_own_stages_are_cleared(root, tmp_path):
    """What merely looks like a stage stays."""
    put(root / "site", OLD)
    own = root / ".valuegen"
    (own / "stage-mine").mkdir()
    (own / "stage-mine/letter.txt").write_text("x")
    (own / "stage-file").write_text("x")
    (own / "stage-link").symlink_to(tmp_path)
    other = own / "stage-other"
    other.mkdir()
    (other / ".valuegen-stage").write_text('{"version": 1, "out": "other"}\n')
    (own / "stage-empty").mkdir()
    put(root / "site", NEW)
    assert names(own) == {".gitignore", "lock", "cache", "stage-mine", "stage-file", "stage-link", "stage-other"}
    assert (own / "stage-mine/letter.txt").exists()


def test_a_link_in_the_place_of_our_folder_is_refused(root, tmp_path):
    (tmp_path / "elsewhere").mkdir()
    (root / ".valuegen").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(Failed):
        put(root / "site", OLD)
    assert names(tmp_path / "elsewhere") == set()


class TestWithoutExchange:
    """Where a file system can't exchange two folders: two renames, and a recovery at the next start."""

    @pytest.fixture(autouse=True)
    def plain_renames(self, monkeypatch):
        monkeypatch.setattr(swap, "exchange", lambda one, other: False)

    def test_the_site_changes(self, root):
        put(root / "site", OLD)
        put(root / "site", NEW)
        assert held(root / "site") == NEW
        assert names(root / ".valuegen") == {".gitignore", "lock", "cache"}

    def test_what_comes_in_between_is_not_lost(self, root, monkeypatch):
        put(root / "site", OLD)
        real = Path.rename

        def rename(path, target):
            if path.name == "site":
                (path / "public/CNAME").write_bytes(b"mine")
            return real(path, target)

        monkeypatch.setattr(Path, "rename", rename)
        with pytest.raises(Failed):
            put(root / "site", NEW)
        assert held(root / "site") == {**OLD, "public/CNAME": b"mine"}

    def test_a_failed_second_rename_puts_the_old_site_back(self, root, monkeypatch):
        put(root / "site", OLD)
        real = Path.rename

        def rename(path, target):
            if path.name == "new":
                raise OSError(5, "no")
            return real(path, target)

        monkeypatch.setattr(Path, "rename", rename)
        with pytest.raises(Failed):
            put(root / "site", NEW)
        assert held(root / "site") == OLD
