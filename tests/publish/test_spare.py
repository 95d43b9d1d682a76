"""The tree that was replaced becomes the next one: its files are exchanged where they differ, and nothing else is."""

import time
from pathlib import Path

import pytest

from valuegen.publish import manifest, opened
from valuegen.publish.seen import FRESH
from valuegen.publish.site import drafted

PAGE = {"public/index.html": b"x", "planner/index.html": b"y"}


def put(root: Path, *addresses: str) -> int:
    """Publish the pages and, at each address, a text; which folder is the public one then."""
    with opened(root / "site") as site, drafted(site) as draft:
        draft.begin(again=True)
        files = PAGE | {address: address.encode() for address in addresses}
        draft.publish({address: draft.put(address, data) for address, data in files.items()})
    time.sleep(FRESH / 1e9)
    return (root / "site/public").stat().st_ino


def standing(root: Path) -> dict[str, bytes]:
    found = {path: (root / "site" / path).read_bytes() for path in manifest.standing(root / "site")}
    return {path: data for path, data in found.items() if path != manifest.MARKER and path not in PAGE}


def test_two_trees_take_turns(root: Path) -> None:
    (root / ".valuegen/cache").mkdir(parents=True)
    trees = [put(root, f"public/{name}/index.html") for name in "abcd"]
    assert trees[2:] == trees[:2]
    assert trees[0] != trees[1]
    assert standing(root) == {"public/d/index.html": b"public/d/index.html"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("public/a/b", "public/a/b/c/index.html"),
        ("public/a/b/c/index.html", "public/a/b"),
        ("public/a", "public/a/b/c/index.html"),
        ("public/a/b/c/index.html", "public/a"),
        ("public/a/b.txt", "public/a/b"),
    ],
)
def test_a_file_may_be_where_a_folder_was_and_a_folder_where_a_file_was(root: Path, before: str, after: str) -> None:
    (root / ".valuegen/cache").mkdir(parents=True)
    trees = [put(root, address) for address in (before, "public/z", after)]
    assert trees[2] == trees[0]
    assert standing(root) == {after: after.encode()}
    assert not [path for path in (root / "site/public").rglob("*") if path.is_dir() and not list(path.iterdir())]


def test_what_was_put_there_is_never_shown(root: Path) -> None:
    spare = root / ".valuegen/cache/site.spare"
    spare.parent.mkdir(parents=True)
    put(root, "public/a")
    put(root, "public/b")
    (spare / "public/mine").write_bytes(b"mine")
    put(root, "public/c")
    assert standing(root) == {"public/c": b"public/c"}
    (spare / "mine").mkdir()
    put(root, "public/d")
    assert standing(root) == {"public/d": b"public/d"}
