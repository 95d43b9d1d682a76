"""Somebody puts a link where a file was looked at, before it is opened: nothing but what may be read is read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from bench import Bench, MiniWorkspace
from valuegen.model.theme import ChosenTheme
from valuegen.read import opened
from valuegen.read.look import look
from valuegen.read.workspace import read_workspace
from valuegen.render.assets import load_theme
from valuegen.render.theme_error import ThemeError

CLIENTS = {"content/private/contacts.yaml": "- {id: ana, name: Ana Gil, segments: [panaderias]}\n"}
Swap = Callable[[MiniWorkspace, Path], None]


def the_file(work: MiniWorkspace, outside: Path) -> None:
    path = work.root / "content/static/hojas/a.txt"
    path.unlink()
    path.symlink_to(outside / "a.txt")


def the_folder(work: MiniWorkspace, outside: Path) -> None:
    path = work.root / "content/static/hojas"
    path.rename(outside / "antes")
    path.symlink_to(outside)


def by_clients(work: MiniWorkspace, outside: Path) -> None:
    path = work.root / "content/static/hojas/a.txt"
    path.unlink()
    path.symlink_to(work.root / "content/private/contacts.yaml")


WAYS = {
    the_file: "This leads out of the workspace.",
    the_folder: "This leads out of the workspace.",
    by_clients: "This leads to a file about clients, which is private.",
}


@pytest.fixture(params=[True, False], ids=["told by the system", "looked for"])
def told(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the system's own word about what is open, and without."""
    real = os.readlink

    def without(path: str) -> str:
        if str(path).startswith("/proc/"):
            raise FileNotFoundError(2, "", path)
        return real(path)

    if not request.param:
        monkeypatch.setattr(os, "readlink", without)
    elif not Path("/proc/self/fd").exists():
        pytest.skip("this system has no word about what is open")


def swapped(monkeypatch: pytest.MonkeyPatch, end: str, swap: Callable[[], None]) -> list[str]:
    """`swap` is called just before a file is opened whose path ends so."""
    real, seen = os.open, []

    def opening(path: str, *given: int) -> int:
        if str(path).endswith(end) and not seen:
            seen.append(str(path))
            swap()
        return real(path, *given)

    monkeypatch.setattr(opened.os, "open", opening)
    return seen


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize("swap", WAYS, ids=lambda way: way.__name__)
def test_a_link_put_in_the_place_of(swap: Swap, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    work = bench.workspace({**CLIENTS, "content/static/hojas/a.txt": "hola"})
    outside = bench.folder / "fuera"
    outside.mkdir()
    (outside / "a.txt").write_text("secreto", "utf-8")
    seen = swapped(monkeypatch, "hojas/a.txt", lambda: swap(work, outside))
    reading = read_workspace(work.root)
    assert seen
    assert [(one.place.file, one.message.id) for one in reading.findings] == [
        ("content/static/hojas/a.txt", WAYS[swap])
    ]
    assert not reading.workspace or not reading.workspace.statics


@pytest.mark.usefixtures("told")
def test_a_theme_is_kept_in_its_folder_by_the_same(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    work = bench.workspace({**CLIENTS, "themes/mio/assets/a.css": "a {}"})
    path = work.root / "themes/mio/assets/a.css"

    def swap() -> None:
        path.unlink()
        path.symlink_to(work.root / "content/private/contacts.yaml")

    seen = swapped(monkeypatch, "a.css", swap)
    with pytest.raises(ThemeError) as wrong:
        load_theme(ChosenTheme("mio", (work.root / "themes/mio",)))
    assert seen
    assert wrong.value.message.id == "This file of the theme is a link that leads out of it. Copy the file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_look_waits_for_no_pipe_and_takes_nothing_from_a_terminal(bench: Bench) -> None:
    """Both were touched just now, so that a file would be looked into."""
    work = bench.workspace({"content/static/a.txt": "a"})
    os.mkfifo(work.root / "content/static/tubo")
    ours, theirs = os.openpty()
    try:
        os.write(ours, b"tecleado\n")
        (work.root / "content/static/consola").symlink_to(os.ttyname(theirs))
        assert str(work.root / "content/static/tubo") in look(work.root).files
        assert os.read(theirs, 100) == b"tecleado\n"
    finally:
        os.close(ours)
        os.close(theirs)


def test_a_folder_is_known_by_what_it_is(bench: Bench) -> None:
    """Where a disk does not tell capitals apart one folder has several names; here a link gives it two."""
    (bench.folder / "sitio/Taller").mkdir(parents=True)
    (bench.folder / "otro").mkdir()
    (bench.folder / "otro/taller").symlink_to(bench.folder / "sitio/Taller")
    (bench.folder / "otro/taller/a.md").write_text("a", "utf-8")
    assert opened.within(str(bench.folder / "otro/taller/a.md"), str(bench.folder / "sitio/Taller")) == "a.md"
    assert opened.within(str(bench.folder / "sitio/Taller2/a.md"), str(bench.folder / "sitio/Taller")) is None
