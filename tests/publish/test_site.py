"""publish: both trees change together, whole, and nothing that the program did not write is lost."""

import json
import os
import stat
from pathlib import Path

import pytest

from valuegen.publish import swap
from valuegen.publish.faults import Failed
from valuegen.publish.site import Published, opened, publish
from valuegen.words import say

OLD = {"public/index.html": b"<p>old</p>", "public/a/index.html": b"a", "planner/index.html": b"old planner"}
NEW = {"public/index.html": b"<p>new</p>", "public/b/c/index.html": b"b", "planner/index.html": b"new planner"}


@pytest.fixture
def root(tmp_path):
    (tmp_path / "work").mkdir()
    (tmp_path / "work" / "valuegen.yaml").write_text("site: {}\n")
    return tmp_path / "work"


def put(out: Path, files: dict[str, bytes]) -> Published:
    with opened(out) as site:
        return publish(site, files.items())


def held(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path != ".valuegen-site"}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize("where", ["site", "deep/er/out"])
def test_a_new_site_and_the_next_one(root, where):
    out = root / where
    assert put(out, OLD) == Published(3, changed=True)
    assert held(out) == OLD
    assert put(out, NEW) == Published(3, changed=True)
    assert held(out) == NEW
    assert names(out) == {"public", "planner", ".valuegen-site"}


def test_an_empty_folder_is_taken(root):
    (root / "site").mkdir()
    put(root / "site", OLD)
    assert held(root / "site") == OLD


def test_nothing_is_left_beside_it(root, tmp_path):
    for out in (root / "site", tmp_path / "elsewhere"):
        for files in (OLD, NEW):
            put(out, files)
    assert names(tmp_path) == {"work", "elsewhere"}
    assert names(root) == {"valuegen.yaml", "site", ".valuegen"}
    assert names(root / ".valuegen") == {".gitignore", "lock"}
    assert (root / ".valuegen/.gitignore").read_text() == "*\n"


def test_the_marker_lists_every_file_and_is_the_same_for_the_same_files(root, tmp_path):
    put(root / "site", OLD)
    put(tmp_path / "other", dict(reversed(OLD.items())))
    marker = (root / "site/.valuegen-site").read_bytes()
    assert marker == (tmp_path / "other/.valuegen-site").read_bytes()
    assert list(json.loads(marker)["files"]) == sorted(OLD)


def test_both_trees_are_there_even_when_empty(root):
    put(root / "site", {"public/index.html": b"x"})
    assert (root / "site/planner").is_dir()


def test_modes_do_not_depend_on_the_umask(root):
    before = os.umask(0o077)
    try:
        put(root / "site", NEW)
    finally:
        os.umask(before)
    for path in (root / "site").rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)
    assert stat.S_IMODE((root / "site").stat().st_mode) == 0o755


def test_the_same_again_changes_nothing(root):
    put(root / "site", OLD)
    before = (root / "site").stat().st_ino
    assert put(root / "site", OLD) == Published(3, changed=False)
    assert (root / "site").stat().st_ino == before


@pytest.mark.parametrize("hurt", ["changed", "gone"])
def test_a_hurt_site_is_made_whole(root, hurt):
    put(root / "site", OLD)
    if hurt == "changed":
        (root / "site/public/a/index.html").write_bytes(b"b")
    else:
        (root / "site/public/a/index.html").unlink()
    assert put(root / "site", OLD).changed
    assert held(root / "site") == OLD


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


class Refusal(Exception):
    pass


@pytest.mark.parametrize("error", [Refusal, KeyboardInterrupt, SystemExit])
@pytest.mark.parametrize("first", [False, True])
def test_a_build_that_ends_early_leaves_everything_as_it_was(root, tmp_path, error, first):
    def pages():
        yield "public/index.html", b"half"
        raise error

    out = tmp_path / "some/where" if first else root / "site"
    if not first:
        put(out, OLD)
    with pytest.raises(error), opened(out) as site:
        publish(site, pages())
    if first:
        assert names(tmp_path) == {"work"}
    else:
        assert held(out) == OLD
        assert names(root / ".valuegen") == {".gitignore", "lock"}


def test_a_build_without_a_page_leaves_everything_as_it_was(root, tmp_path):
    with opened(tmp_path / "a/b/out"):
        pass
    assert names(tmp_path) == {"work"}


@pytest.mark.parametrize(
    "address", ["index.html", "other/x", "public/../x", "/public/x", "public//x", "public/.", "public/", "public/a\0b"]
)
def test_an_address_that_is_none_is_our_own_fault(root, address):
    with pytest.raises(ValueError), opened(root / "site") as site:
        publish(site, [(address, b"")])
    assert not (root / "site").exists()


def test_one_address_twice_is_our_own_fault(root):
    with pytest.raises(ValueError), opened(root / "site") as site:
        publish(site, [("public/x", b"1"), ("public/x", b"2")])


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
    assert names(own) == {".gitignore", "lock", "stage-mine", "stage-file", "stage-link", "stage-other"}
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
        assert names(root / ".valuegen") == {".gitignore", "lock"}

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
