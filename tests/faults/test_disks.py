"""Whole commands on a disk that is full, has no more files to give, or can only be read: small ones, in memory.

The disk is a tmpfs of a namespace of its own (`unshare`), with the workspace on it; what it holds after a command is
copied out of it, and looked at.
"""

import json
import shlex
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
from faults.full import FULL, in_full
from faults.ground import Ended, Ground, tree_of
from faults.said import is_clean, is_said
from picture_samples import drawing, saved

in_full_alone = pytest.mark.skipif(not FULL, reason="in full alone")

# $1: how much room is left (options of mount, worked out from what is used); $2: the disk; $3: the workspace; $4: where
# what it holds goes; the rest: the command.
DISK = r"""
left=$1 disk=$2 work=$3 out=$4; shift 4
mount -t tmpfs none "$disk" && cp -a "$work/." "$disk" && cd "$disk" || exit 99
used=$(df --output=used -B1 . | tail -1) files=$(df --output=iused . | tail -1)
mount -o "remount,$(eval "echo \"$left\"")" "$disk" || exit 99
"$@"
status=$?
cp -a "$disk/." "$out/then"
mount -o "remount,rw,size=1g,nr_inodes=0" "$disk" || exit 99
"$@" >"$out/again" 2>&1
echo $? >"$out/status"
cp -a "$disk/." "$out/after"
exit $status
"""
NAMESPACE = ("unshare", "--mount", "--map-root-user")


@cache
def can_mount() -> bool:
    """Whether a disk may be made here."""
    probe = [*NAMESPACE, "sh", "-c", "mount -t tmpfs none /mnt && df --output=iused /mnt"]
    return bool(shutil.which("unshare")) and subprocess.run(probe, capture_output=True).returncode == 0


@dataclass(frozen=True)
class Held:
    """What a command ended with, and what the disk held: then, and after the same command once there was room."""

    ended: Ended
    then: Path
    after: Path
    again: Ended


@dataclass(frozen=True)
class Disk:
    """A disk that the workspace of a ground is copied to."""

    ground: Ground
    place: Path

    def run(self, left: str, *command: str, language: str = "es") -> Held:
        out = self.place / "out"
        shutil.rmtree(out, ignore_errors=True)
        out.mkdir()
        paths = (str(one) for one in (self.place / "disk", self.ground.work.root, out))
        before = [*NAMESPACE, "sh", "-c", DISK, "sh", left, *paths]
        ended = self.ground.run(*command, before=before, language=language)
        assert ended.status != 99, ended
        again = Ended(int((out / "status").read_text()), "", (out / "again").read_text())
        return Held(ended, out / "then", out / "after", again)


@pytest.fixture
def disk(ground: Ground, tmp_path: Path) -> Disk:
    if not can_mount():
        pytest.skip("a disk of one's own needs unshare and mount, and the right to use them")
    (tmp_path / "disk").mkdir()
    return Disk(ground, tmp_path)


def room(count: int) -> str:
    return f"size=$((used+{count}))"


def more_files(count: int) -> str:
    return f"nr_inodes=$((files+{count}))"


def a_language(case: str) -> str:
    """One or the other, and the same each time."""
    return ("es", "en")[len(case) % 2]


SHORT = [room(0), more_files(40)]
MORE = [room(4096 * 2**one) for one in range(0, 10, 2)] + [more_files(one) for one in (0, 1, 2, 5, 12, 90, 140, 160)]


def is_old_or_new(ground: Ground, held: Held, error: str, language: str = "es") -> None:
    """A command either came to its end, or said what happened; the site is whole, and once there is room, new."""
    is_clean(held.ended)
    tree = tree_of(held.then / "site")
    assert tree == (ground.new if held.ended.status == 0 else ground.old), held.ended
    if held.ended.status:
        assert held.ended.status == 1, held.ended
        is_said(held.ended, error, language)
    assert (held.again.status, tree_of(held.after / "site")) == (0, ground.new), held.again
    assert {path.name for path in (held.after / ".valuegen").iterdir()} == {".gitignore", "cache", "lock"}
    assert tree_of(held.then / "content") == tree_of(ground.work.root / "content")


@pytest.mark.parametrize("left", in_full([], SHORT + MORE))
def test_a_build_on_a_full_disk(disk: Disk, left: str) -> None:
    language = a_language(left)
    is_old_or_new(disk.ground, disk.run(left, *disk.ground.build, language=language), "ENOSPC", language)


@in_full_alone
@pytest.mark.parametrize("left", [room(0), room(4096), more_files(0)])
@pytest.mark.parametrize("command", ["check", "remind", "check --format json", "suggest", "info"])
def test_what_writes_nothing_needs_no_room(disk: Disk, left: str, command: str) -> None:
    held = disk.run(left, *command.split())
    is_clean(held.ended)
    assert held.ended.status == 0, held.ended
    assert tree_of(held.then / "content") == tree_of(disk.ground.work.root / "content")


@in_full_alone
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_disk_that_can_only_be_read(disk: Disk, language: str) -> None:
    is_old_or_new(disk.ground, disk.run("ro", *disk.ground.build, language=language), "EROFS", language)
    for command in ("check", "remind"):
        held = disk.run("ro", command, language=language)
        is_clean(held.ended)
        assert held.ended.status == 0, held.ended


# ---- commands that write

WRITING = {
    "move": "move harina 2026-12-04 --yes",
    "done": "done harina --yes",
    "add entry": "add entry 'Masa madre' --segment panaderias --kind industry --date 2026-12-09 --yes",
    "add log": "add log 'Llamó ella' --contact rosa --what reply --need 'Hornear antes' --date 2026-12-01 --yes",
    "add contact": "add contact 'Luis Pan' --segment panaderias --yes",
    "remind --done": "",
    "forget": "forget rosa --yes",
    "import csv": "import csv {old}/gente.csv --segment panaderias --yes",
    "import markdown": "import markdown {old}/blog --yes",
}
OLD = {
    "gente.csv": "Nombre,Correo\nAna Gil,ana@x.example\nLuz Mora,luz@x.example\n",
    "blog/uno.md": "---\ntitle: Uno\ndate: 2024-03-05\n---\n![Un saco](saco.png)\n",
    "blog/dos.md": "---\ntitle: Dos\ndate: 2024-03-06\n---\nTexto.\n",
    "blog/saco.png": saved(drawing(60, 40), "PNG"),
}
"""What is imported: it lies elsewhere."""
NO_ROOM = {
    "ENOSPC": {"es": "no queda espacio", "en": "there is no room left"},
    "EROFS": {"es": "es de solo lectura", "en": "it can only be read"},
}
NOTHING = {"es": "No se ha tocado nada.", "en": "Nothing was changed."}


def words(ground: Ground, old: Path, command: str) -> list[str]:
    for path, data in OLD.items():
        (old / path).parent.mkdir(parents=True, exist_ok=True)
        (old / path).write_bytes(data if isinstance(data, bytes) else data.encode())
    if command == "remind --done":
        listed = json.loads(ground.run("remind", "--format", "json").out)["reminders"]
        uid = next(one["uid"] for one in listed if one["contact"] == "rosa")
        return ["remind", "--done", uid, "--yes"]
    return [word.format(old=old) for word in shlex.split(WRITING[command])]


@pytest.mark.parametrize("command", in_full(["forget"], [one for one in WRITING if one != "forget"]))
@pytest.mark.parametrize(
    "left", in_full([room(4096)], [room(0), room(8192), room(16384), more_files(0), more_files(1), "ro"])
)
def test_all_of_a_change_or_none(disk: Disk, command: str, left: str) -> None:
    """Nothing lost, nothing half-written, nothing left beside; and with room again the same command does it."""
    language = a_language(command + left)
    before = tree_of(disk.ground.work.root / "content")
    asked = words(disk.ground, disk.place / "old", command)
    held = disk.run(left, *asked, language=language)
    is_clean(held.ended)
    if held.ended.status == 0:
        then = tree_of(held.then / "content")
        assert then == tree_of(disk.run(room(1 << 20), *asked).then / "content") != before
        return
    assert tree_of(held.after / "content") != before
    assert (held.ended.status, tree_of(held.then / "content")) == (1, before), held.ended
    error = "EROFS" if left == "ro" else "ENOSPC"
    assert NO_ROOM[error][language] in held.ended.err, held.ended
    assert NOTHING[language] in held.ended.err, held.ended
    assert held.again.status == 0, held.again


@in_full_alone
@pytest.mark.parametrize("language", ["es", "en"])
def test_a_site_that_is_a_disk_of_its_own(disk: Disk, language: str) -> None:
    """It can't be replaced in one step; and it is not."""
    ground = disk.ground
    before = [*NAMESPACE, "sh", "-c", 'mount --bind site site && exec "$@"', "sh"]
    ended = ground.run(*ground.build, before=before, language=language)
    is_clean(ended)
    assert (ended.status, ground.whole()) == (1, "old"), ended
    is_said(ended, "EBUSY", language)
    assert tree_of(ground.site) == ground.old
