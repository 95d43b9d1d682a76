"""What the machine refuses: one sentence that says what happened and what to do; the old site is whole."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from valuegen.publish import Failed, opened, publish, swap
from valuegen.words import say

OLD = {"public/index.html": b"old", "planner/index.html": b"old"}
NEW = {"public/index.html": b"new", "public/x/index.html": b"x" * 5000, "planner/index.html": b"new"}


@pytest.fixture
def out(tmp_path):
    (tmp_path / "valuegen.yaml").write_text("site: {}\n")
    put(tmp_path / "site", OLD)
    return tmp_path / "site"


def put(out: Path, files: dict[str, bytes]) -> None:
    with opened(out) as site:
        publish(site, files.items())


def held(out: Path) -> dict[str, bytes]:
    found = {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}
    return {path: data for path, data in found.items() if path != ".valuegen-site"}


def refusal(out: Path) -> str:
    """The sentence, after which everything is as it was; and the next build needs no repair."""
    with pytest.raises(Failed) as failure:
        put(out, NEW)
    assert held(out) == OLD
    assert {path.name for path in (out.parent / ".valuegen").iterdir()} == {".gitignore", "lock", "cache"}
    spanish, english = (say(failure.value.message, language) for language in ("es", "en"))
    assert spanish != english
    return english


SENTENCES = {
    errno.ENOSPC: "no room left",
    errno.EDQUOT: "no room left",
    errno.EACCES: "may not write",
    errno.EPERM: "may not write",
    errno.EROFS: "only be read",
    errno.EMFILE: "Too many files",
    errno.ENFILE: "Too many files",
    errno.EIO: "disk failed",
    errno.ENAMETOOLONG: "too long",
    errno.EXDEV: "a disk of its own",
    errno.EBUSY: "a disk of its own",
    errno.ENODEV: "could not be written (ENODEV)",
}


@pytest.mark.parametrize("call", ["open", "write", "close", "mkdir", "keep", "exchange"])
@pytest.mark.parametrize("number", SENTENCES, ids=errno.errorcode.get)
def test_each_error_of_each_call(out, monkeypatch, call, number):
    owner = swap if call in ("keep", "exchange") else os
    real = getattr(owner, call)
    calls = []

    def failing(*arguments, **options):
        if call in ("open", "mkdir") and not any("new" in Path(str(one)).parts for one in arguments):
            return real(*arguments, **options)
        calls.append(arguments)
        if len(calls) == 1 and call in ("write", "close"):  # the lock's
            return real(*arguments, **options)
        monkeypatch.undo()
        if call == "close":
            real(*arguments, **options)
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(owner, call, failing)
    sentence = refusal(out)
    assert SENTENCES[number] in sentence
    assert "stage-" not in sentence
    put(out, NEW)
    assert held(out) == NEW


def test_no_memory(out, monkeypatch):
    def full(*arguments):
        monkeypatch.undo()
        raise MemoryError

    monkeypatch.setattr(swap, "keep", full)
    assert "not enough memory" in refusal(out)


def test_who_interrupts_after_the_swap_has_a_new_site(out, monkeypatch):
    from valuegen.publish import stage

    real = stage.remove_stage

    def interrupted(place):
        monkeypatch.undo()
        raise KeyboardInterrupt

    monkeypatch.setattr(stage, "remove_stage", interrupted)
    put(out, NEW)
    assert held(out) == NEW
    assert real is stage.remove_stage
    put(out, OLD)
    assert {path.name for path in (out.parent / ".valuegen").iterdir()} == {".gitignore", "lock", "cache"}


def mounted(folder: Path, options: str) -> bool:
    folder.mkdir()
    mount = shutil.which("mount")
    command = [mount, "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    return bool(mount) and os.name == "posix" and subprocess.run(command, capture_output=True).returncode == 0  # type: ignore[list-item]


@pytest.mark.parametrize("options", ["size=64k", "nr_inodes=28,size=1m"], ids=["room", "inodes"])
def test_a_disk_that_is_really_full(tmp_path, options):
    small = tmp_path / "small"
    if not mounted(small, options):
        pytest.skip("a small disk can't be mounted here")
    try:
        (small / "valuegen.yaml").write_text("site: {}\n")
        put(small / "site", OLD)
        many = {f"public/{n}.html": b"x" * 4096 for n in range(40)}
        with pytest.raises(Failed) as failure, opened(small / "site") as site:
            publish(site, many.items())
        assert "no room left" in say(failure.value.message, "en")
        assert held(small / "site") == OLD
        put(small / "site", OLD | {"public/index.html": b"next"})
        assert held(small / "site")["public/index.html"] == b"next"
    finally:
        subprocess.run(["umount", str(small)], check=True)


def test_a_mount_point_is_told(tmp_path):
    small = tmp_path / "site"
    if not mounted(small, "size=1m"):
        pytest.skip("a small disk can't be mounted here")
    try:
        with pytest.raises(Failed) as failure:
            put(small, OLD)
        assert "a disk of its own" in say(failure.value.message, "en")
        assert list(small.iterdir()) == []
    finally:
        subprocess.run(["umount", str(small)], check=True)


AS_NOBODY = """
import sys
from pathlib import Path
from tempfile import gettempdir
from valuegen.publish import Failed, opened, publish
from valuegen.words import say
try:
    with opened(Path(sys.argv[1])) as site:
        publish(site, [("public/index.html", b"new")])
except Failed as failed:
    sys.stdout.write(say(failed.message, "en"))
"""


def test_a_folder_on_the_way_that_may_not_be_entered(tmp_path, monkeypatch):
    def refuse(path, **_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "exists", refuse)
    with pytest.raises(Failed) as failure, opened(tmp_path / "site"):
        pass
    assert "You may not write" in say(failure.value.message, "en")


@pytest.mark.parametrize("locked", [".", ".valuegen", "site"])
def test_no_permission(tmp_path, locked):
    """Tried as another user than root, who may do everything."""
    command = [sys.executable, "-c", AS_NOBODY]
    if os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        if not setpriv:
            pytest.skip("root may write everywhere, and setpriv is not here")
        command = [setpriv, "--reuid=65534", "--regid=65534", "--clear-groups", "--", *command]
        if subprocess.run([*command[:-1], "import valuegen.publish"], capture_output=True).returncode != 0:
            pytest.skip("another user can't run this Python")
        ours = [path for path in tmp_path.parents if path.is_relative_to(gettempdir()) and path != Path(gettempdir())]
        for path in (tmp_path, *ours):
            path.chmod(0o755)
    root = tmp_path / "work"
    root.mkdir()
    (root / "valuegen.yaml").write_text("site: {}\n")
    put(root / "site", OLD)
    if locked == ".":
        shutil.rmtree(root / ".valuegen")
    for path in (root, *root.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, 65534, 65534)
    (root / locked).chmod(0o555)
    done = subprocess.run([*command, root / "site"], capture_output=True, text=True)
    (root / locked).chmod(0o755)
    assert done.stderr == ""
    assert "You may not write" in done.stdout
    assert held(root / "site") == OLD
