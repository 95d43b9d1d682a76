"""publish: both trees change together, whole, and nothing that the program did not write is lost."""

import json
import os
import stat

import pytest
from publishing import NEW, OLD, held, names, put

from valuegen.publish import Failed, Published, opened, publish, seen, stage
from valuegen.publish.manifest import digest_of


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
    assert names(root / ".valuegen") == {".gitignore", "lock", "cache"}
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


def test_the_same_again_writes_nothing(root, monkeypatch):
    put(root / "site", OLD)
    monkeypatch.setattr(stage, "make_stage", None)
    assert not put(root / "site", OLD).changed


@pytest.mark.parametrize("last", [{"planner/index.html": b"other"}, {"public/z": b"more"}, {}])
def test_what_is_as_it_was_is_taken_over(root, last):
    put(root / "site", OLD)
    files = OLD | last if last else dict(list(OLD.items())[:-1])
    assert put(root / "site", files) == Published(len(files), changed=True)
    assert held(root / "site") == files


def test_what_changes_while_the_site_is_made_is_told(root):
    def pages():
        yield "public/index.html", OLD["public/index.html"]
        (root / "site/public/index.html").write_bytes(b"by hand")
        yield "public/new", b""

    put(root / "site", OLD)
    with pytest.raises(Failed, match="changed while"), opened(root / "site") as site:
        publish(site, pages())
    assert held(root / "site") == OLD | {"public/index.html": b"by hand"}


def test_a_page_changed_by_hand_is_made_again_though_its_size_and_time_are_as_they_were(root, monkeypatch):
    monkeypatch.setattr(seen, "FRESH", 0)
    put(root / "site", OLD)
    page = root / "site/public/index.html"
    there = page.stat()
    page.write_bytes(bytes(there.st_size))
    os.utime(page, ns=(there.st_atime_ns, there.st_mtime_ns))
    assert put(root / "site", OLD).changed
    assert held(root / "site") == OLD


def test_only_what_was_touched_since_is_read(root, monkeypatch):
    """Another name for a file is no other file; it costs a reading, once."""
    read = []
    monkeypatch.setattr(seen, "digest_of", lambda path: read.append(path.name) or digest_of(path))
    monkeypatch.setattr(seen, "FRESH", 0)
    put(root / "site", OLD)
    page, other = root / "site/public/index.html", root / "other"
    assert not put(root / "site", OLD).changed
    assert read == []
    other.hardlink_to(page)
    assert not put(root / "site", OLD).changed
    assert read == ["index.html"]
    put(root / "site", OLD | {"planner/index.html": b"another"})
    read.clear()
    assert not put(root / "site", OLD | {"planner/index.html": b"another"}).changed
    assert read == []


@pytest.mark.parametrize("hurt", ["changed", "gone"])
def test_a_hurt_site_is_made_whole(root, hurt):
    put(root / "site", OLD)
    if hurt == "changed":
        (root / "site/public/a/index.html").write_bytes(b"b")
    else:
        (root / "site/public/a/index.html").unlink()
    assert put(root / "site", OLD).changed
    assert held(root / "site") == OLD


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
        assert names(root / ".valuegen") == {".gitignore", "lock", "cache"}


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
