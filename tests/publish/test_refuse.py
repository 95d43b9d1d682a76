"""Every folder that must not be touched is refused, by whatever name it is given; a new or empty one is fine."""

import os
from pathlib import Path

import pytest

from valuegen.publish import Failed, opened, publish, refused
from valuegen.words import say


@pytest.fixture
def home(tmp_path):
    """home/work is the workspace, home/shared/base.yaml what it extends, home/old an output."""
    root = tmp_path / "home/work"
    for folder in ("content/posts", "themes/mine", ".git/objects", ".valuegen", "docs", "deep/er"):
        (root / folder).mkdir(parents=True)
    (root / "valuegen.yaml").write_text("extends: ../shared/base.yaml\n")
    (root / "content/segments.yaml").write_text("")
    (tmp_path / "home/shared").mkdir()
    (tmp_path / "home/shared/base.yaml").write_text("")
    (tmp_path / "home/empty").mkdir()
    with opened(tmp_path / "home/old") as site:
        publish(site, [("public/index.html", b"x")])
    return tmp_path / "home"


def why(home: Path, out: str | Path, cwd: str = "work", sources: tuple[str, ...] = ("../shared/base.yaml",)) -> str:
    """Why `out` is refused, in English; nothing where it is not."""
    root = home / "work"
    before = snapshot(home)
    found = refused(Path(out), root=root, sources=[Path(source) for source in sources], cwd=home / cwd, home=home)
    assert snapshot(home) == before
    if found is None:
        return ""
    assert say(found, "es") != say(found, "en")
    return say(found, "en")


def snapshot(top: Path) -> list[str]:
    return sorted(str(path) for path in top.rglob("*"))


@pytest.mark.parametrize("out", ["site", "new", "../new", "../empty", "../old", "a/b/c", "../new/../newer", "deep/er"])
def test_new_empty_and_own_folders_are_fine(home, out):
    assert why(home, out) == ""


def test_absolute_paths_too(home):
    assert why(home, home / "work/site") == ""
    assert "you are in now" in why(home, home / "work/docs", cwd="work/docs")


@pytest.mark.parametrize(
    ("out", "words"),
    [
        ("/", "root of the disk"),
        ("..", "home folder"),
        ("../..", "home folder"),
        (".", "folder of the workspace"),
        ("../work", "folder of the workspace"),
        ("docs/..", "folder of the workspace"),
        ("content", "which the site is made from"),
        ("content/", "which the site is made from"),
        ("content/posts", "which the site is made from"),
        ("content/new", "which the site is made from"),
        ("content/posts/a/b", "which the site is made from"),
        ("themes", "which the site is made from"),
        ("themes/new", "which the site is made from"),
        ("valuegen.yaml", "which the site is made from"),
        ("../shared", "which the site is made from"),
        ("../shared/base.yaml", "which the site is made from"),
        (".git", "lies in .git"),
        (".git/new", "lies in .git"),
        ("../other/.git", "lies in .git"),
        (".GIT/new", "lies in .git"),
        (".valuegen", "or .valuegen"),
        (".valuegen/new", "or .valuegen"),
        ("../old/public", "an output itself"),
        ("../old/new", "an output itself"),
        ("../old/public/a/b", "an output itself"),
        ("deep", "something in it"),
    ],
)
def test_refused(home, out, words):
    assert words in why(home, out)


def test_themes_and_content_that_are_not_there_yet(home):
    (home / "work/themes/mine").rmdir()
    (home / "work/themes").rmdir()
    assert "made from" in why(home, "themes")


def test_the_current_folder(home):
    assert "you are in now" in why(home, ".", cwd="empty")
    assert "you are in now" in why(home, "..", cwd="old/public")
    assert "you are in now" in why(home, home / "old", cwd="old/public")


def test_files_and_what_lies_in_them(home):
    (home / "file").write_text("x")
    assert "is a file" in why(home, "../file")
    assert "is a file" in why(home, "../file/new")
    os.mkfifo(home / "pipe")
    assert "is a file" in why(home, "../pipe")


def test_links(home, tmp_path):
    (home / "link").symlink_to(home / "empty")
    (home / "nowhere").symlink_to(home / "missing")
    (home / "loop").symlink_to(home / "loop")
    for name in ("link", "nowhere", "loop", "link/"):
        assert "it is a link" in why(home, f"../{name}")
    assert "can't be seen" in why(home, "../loop/new")
    (tmp_path / "way").symlink_to(home / "work/content")
    assert "made from" in why(home, tmp_path / "way/new")
    (tmp_path / "back").symlink_to(home)
    assert "folder of the workspace" in why(home, tmp_path / "back/work")
    assert why(home, tmp_path / "back/empty") == ""


def test_a_workspace_reached_by_a_link(home, tmp_path):
    (tmp_path / "way").symlink_to(home / "work")
    found = refused(Path("content"), root=tmp_path / "way", sources=[], cwd=home / "work", home=home)
    assert found is not None
    assert refused(Path("site"), root=tmp_path / "way", sources=[], cwd=tmp_path / "way", home=home) is None


def test_content_that_is_a_link(home):
    (home / "texts").mkdir()
    (home / "work/content/segments.yaml").unlink()
    (home / "work/content/posts").rmdir()
    (home / "work/content").rmdir()
    (home / "work/content").symlink_to(home / "texts")
    assert "made from" in why(home, "../texts/new")


@pytest.mark.parametrize("name", ["index.html", ".keep", ".valuegen-site/", "-> link"])
def test_something_in_it(home, name):
    folder = home / "theirs"
    folder.mkdir()
    if name == "-> link":
        (folder / ".valuegen-site").symlink_to(home / "old/.valuegen-site")
    elif name.endswith("/"):
        (folder / name).mkdir()
    else:
        (folder / name).write_text("mine")
    assert "something in it" in why(home, "../theirs")


def test_the_workspace_among_its_sources_does_not_refuse_its_site(home):
    assert why(home, "site", sources=(".",)) == ""


@pytest.mark.parametrize("out", ["theirs", "old/public", "file", "link"])
def test_what_is_no_output_is_not_opened_either(home, out):
    (home / "theirs").mkdir()
    (home / "theirs/mine").write_text("x")
    (home / "file").write_text("x")
    (home / "link").symlink_to(home / "old")
    before = snapshot(home)
    with pytest.raises(Failed), opened(home / out):
        pass
    assert snapshot(home) == before
