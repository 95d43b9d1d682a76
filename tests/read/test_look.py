"""Two looks at the files of a workspace tell what is another, within one tick of a coarse clock too."""

from dataclasses import replace
from pathlib import Path

from bench import Bench, MiniWorkspace
from valuegen.read.look import Look, changes, look, look_at

FILE = "content/calendar/2026.yaml"


def seen(bench: Bench) -> tuple[MiniWorkspace, str, Look]:
    work = bench.workspace()
    return work, str(work.root / FILE), look(work.root)


def test_what_stays_is_no_change(bench: Bench) -> None:
    work, path, before = seen(bench)
    assert path in before.fresh  # it was written just now
    assert changes(before, before) == changes(before, look(work.root)) == frozenset()
    assert changes(before, replace(before, fresh={})) == frozenset()  # the file itself is asked


def test_what_is_written_twice_in_a_tick_is_seen(bench: Bench) -> None:
    """Time and size are the same: only what is in it tells."""
    _, path, before = seen(bench)
    other = {**before.fresh, path: b"as it was a moment ago"}
    assert changes(replace(before, fresh=other), before) == {path}
    assert changes(replace(before, fresh=other), replace(before, fresh={})) == {path}


def test_what_comes_goes_or_grows_is_seen(bench: Bench) -> None:
    work, path, before = seen(bench)
    Path(path).write_text("[]\n", "utf-8")
    new = work.write("content/calendar/2027.yaml", b"[]\n").root / "content/calendar/2027.yaml"
    after = look(work.root)
    assert changes(before, after) == {path, str(new)}
    new.unlink()
    assert changes(after, look(work.root)) == {str(new)}
    assert list(look_at([path, str(new)]).files) == [path]


def test_what_editors_leave_behind_is_not_looked_at(bench: Bench) -> None:
    work, _, before = seen(bench)
    for name in (".DS_Store", "Thumbs.db", "desktop.ini", "a.yaml~", ".a.yaml.swp", ".#a.yaml", ".git"):
        work.write(f"content/calendar/{name}", b"x")
    assert changes(before, look(work.root)) == frozenset()
