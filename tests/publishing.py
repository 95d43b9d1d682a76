"""What the tests of publishing share: two sites, putting one on a disk, and looking at what is there."""

from pathlib import Path

from valuegen.publish import Published, opened, publish

OLD = {"public/index.html": b"<p>old</p>", "public/a/index.html": b"a", "planner/index.html": b"old planner"}
NEW = {"public/index.html": b"<p>new</p>", "public/b/c/index.html": b"b", "planner/index.html": b"new planner"}


def put(out: Path, files: dict[str, bytes]) -> Published:
    with opened(out) as site:
        return publish(site, files.items())


def held(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path != ".valuegen-site"}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
