"""The cache: what was put is found again; whatever is wrong with it is a miss, never an error."""

import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valuegen.publish import cache as module
from valuegen.publish.cache import KEEP, Cache


def base_of(root: Path) -> Path:
    (found,) = (root / ".valuegen/cache").glob("leaves-*.sqlite")
    return found


def keep(root: Path, **leaves: bytes) -> None:
    with Cache(root) as cache:
        for key, value in leaves.items():
            cache.put("prose", key.encode(), value)


def get(root: Path, key: bytes = b"a", kind: str = "prose") -> bytes | None:
    with Cache(root) as cache:
        return cache.get(kind, key)


def test_a_leaf_is_found_again(tmp_path):
    with Cache(tmp_path) as cache:
        assert cache.get("prose", b"a") is None
        cache.put("prose", b"a", b"\0value")
        assert cache.get("prose", b"a") == b"\0value"
    assert get(tmp_path) == b"\0value"
    assert get(tmp_path, kind="nodes") is None
    assert get(tmp_path, b"b") is None
    assert (tmp_path / ".valuegen/.gitignore").read_text() == "*\n"


def test_the_last_value_counts(tmp_path):
    keep(tmp_path, a=b"1")
    keep(tmp_path, a=b"2")
    assert get(tmp_path) == b"2"


def test_many_are_written_before_the_end(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_FLUSH", 100)
    with Cache(tmp_path) as cache:
        for n in range(50):
            cache.put("prose", b"%d" % n, b"x" * n)
        assert all(cache.get("prose", b"%d" % n) == b"x" * n for n in range(50))
    assert get(tmp_path, b"49") == b"x" * 49


def test_small_ones_are_not_held_for_long(tmp_path):
    """A preview makes a few with each edit, for days."""
    with Cache(tmp_path) as cache:
        for n in range(1_500):
            cache.put("prose", b"%d" % n, b"x")
        with sqlite3.connect(base_of(tmp_path)) as base:
            assert base.execute("select count(*) from leaf").fetchone()[0] >= 1_000
        assert cache.get("prose", b"0") == cache.get("prose", b"1499") == b"x"


def test_kind_and_key_do_not_run_into_each_other(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put("ab", b"c", b"1")
        cache.put("a", b"bc", b"2")
        assert (cache.get("ab", b"c"), cache.get("a", b"bc")) == (b"1", b"2")


def test_outside_its_context_it_finds_nothing(tmp_path):
    cache = Cache(tmp_path)
    cache.put("prose", b"a", b"1")
    assert cache.get("prose", b"a") is None
    assert not (tmp_path / ".valuegen").exists()


@given(st.data())
def test_a_garbled_cache_is_a_miss_or_the_truth(tmp_path_factory, data):
    root = tmp_path_factory.mktemp("garbled")
    leaves = {f"k{n}": bytes([n]) * 300 for n in range(20)}
    keep(root, **leaves)
    base = base_of(root)
    held = bytearray(base.read_bytes())
    for _ in range(data.draw(st.integers(1, 30))):
        held[data.draw(st.integers(0, len(held) - 1))] = data.draw(st.integers(0, 255))
    base.write_bytes(held[: data.draw(st.integers(0, len(held)))] if data.draw(st.booleans()) else held)
    for _ in range(2):
        with Cache(root) as cache:
            for key, value in leaves.items():
                assert cache.get("prose", key.encode()) in (None, value)
                cache.put("prose", key.encode(), value)
    shutil.rmtree(root)


@pytest.mark.parametrize("data", [b"", b"x", b"SQLite format 3\0", b"\0" * 5000])
def test_after_a_ruined_one_a_new_one_is_begun(tmp_path, data):
    keep(tmp_path, a=b"1")
    base_of(tmp_path).write_bytes(data)
    assert get(tmp_path) is None
    keep(tmp_path, a=b"1")
    keep(tmp_path, a=b"1")
    assert get(tmp_path) == b"1"


def test_other_tables_in_its_file(tmp_path):
    keep(tmp_path, a=b"1")
    with sqlite3.connect(base_of(tmp_path)) as base:
        base.execute("drop table leaf")
        base.execute("create table leaf (a, b)")
    base.close()
    keep(tmp_path, a=b"1")
    assert get(tmp_path) == b"1"


def test_values_that_were_changed_are_no_values(tmp_path):
    keep(tmp_path, a=b"1", b=b"2")
    with sqlite3.connect(base_of(tmp_path)) as base:
        base.execute("update leaf set value = 'text'")
    base.close()
    assert get(tmp_path) is None


def test_a_copied_cache_is_not_believed(tmp_path):
    """A stranger's cache could hold anything under a right key; only the folder it was made in finds it."""
    (tmp_path / "mine").mkdir()
    keep(tmp_path / "mine", a=b"1")
    shutil.copytree(tmp_path / "mine", tmp_path / "copy")
    assert get(tmp_path / "copy") is None
    (tmp_path / "mine").rename(tmp_path / "moved")
    assert get(tmp_path / "moved") == b"1"


def test_another_program_finds_nothing(tmp_path, monkeypatch):
    keep(tmp_path, a=b"1")
    monkeypatch.setattr(module, "_program", lambda: "another")
    assert get(tmp_path) is None
    assert base_of(tmp_path)


def test_what_is_not_used_any_more_is_let_go(tmp_path):
    keep(tmp_path, used=b"1", unused=b"2")
    with Cache(tmp_path) as cache:
        cache.put("page", b"a", b"3")
    for _ in range(2 * KEEP):
        assert get(tmp_path, b"used") == b"1"
    assert get(tmp_path, b"unused") is None
    assert get(tmp_path, kind="page") == b"3", "builds that ask for no page make none old"


def test_without_a_place_everything_is_a_miss(tmp_path):
    (tmp_path / ".valuegen").write_text("a file in the way")
    keep(tmp_path, a=b"1")
    assert get(tmp_path) is None
    (tmp_path / ".valuegen").unlink()
    (tmp_path / ".valuegen").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".valuegen/cache").symlink_to(tmp_path / "elsewhere")
    keep(tmp_path, a=b"1")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_cache_that_another_holds_is_a_miss(tmp_path, monkeypatch):
    keep(tmp_path, a=b"1")
    monkeypatch.setattr(module, "_PATIENCE", 0.01)
    other = sqlite3.connect(base_of(tmp_path), isolation_level=None)
    other.execute("begin exclusive")
    keep(tmp_path, a=b"2")
    assert get(tmp_path) is None
    other.execute("rollback")
    other.close()
    assert get(tmp_path) == b"1"


KEY = "0123456789abcdef0123456789abcdef"


def handed_on(root: Path, to: Path) -> Path:
    """The cache of a workspace in another one, as an object store would bring it; its base."""
    shutil.copytree(root / ".valuegen/cache", to / ".valuegen/cache")
    return base_of(to)


def test_with_a_secret_a_cache_can_be_handed_on(tmp_path, monkeypatch):
    for name in ("one", "other", "third"):
        (tmp_path / name).mkdir()
    monkeypatch.setenv("VALUEGEN_CACHE_KEY", KEY)
    keep(tmp_path / "one", a=b"1")
    handed_on(tmp_path / "one", tmp_path / "other")
    assert get(tmp_path / "other") == b"1"
    handed_on(tmp_path / "one", tmp_path / "third")
    monkeypatch.setenv("VALUEGEN_CACHE_KEY", KEY.upper())
    assert get(tmp_path / "third") is None


@pytest.mark.parametrize("key", ["", "short", KEY[:-1]])
def test_without_a_secret_that_is_one_it_stays_here(tmp_path, monkeypatch, key):
    (tmp_path / "one").mkdir()
    monkeypatch.setenv("VALUEGEN_CACHE_KEY", key)
    keep(tmp_path / "one", a=b"1")
    assert get(tmp_path / "one") == b"1"
    handed_on(tmp_path / "one", tmp_path / "other")
    assert get(tmp_path / "other") is None


def test_who_does_not_know_the_secret_can_put_nothing_into_it(tmp_path, monkeypatch):
    """Neither by the checksums of a cache without one, nor with those of another secret, nor by moving leaves about."""
    made = {}
    for name, key in (("ours", KEY), ("plain", ""), ("theirs", KEY.upper())):
        (tmp_path / name).mkdir()
        monkeypatch.setenv("VALUEGEN_CACHE_KEY", key)
        keep(tmp_path / name, a=b"ours" if key == KEY else b"theirs", b=b"2")
        made[name] = base_of(tmp_path / name)
    name = made["ours"].name
    monkeypatch.setenv("VALUEGEN_CACHE_KEY", KEY)
    for theirs in ("plain", "theirs"):
        made["ours"].write_bytes(made[theirs].read_bytes())
        assert (get(tmp_path / "ours"), base_of(tmp_path / "ours").name) == (None, name)
    keep(tmp_path / "ours", a=b"ours", b=b"2")
    with sqlite3.connect(made["ours"]) as base:
        rows = base.execute("select id, digest, value from leaf order by row desc limit 2").fetchall()
        for (id, *_), (_, digest, value) in zip(rows, reversed(rows), strict=True):
            base.execute("update leaf set digest = ?, value = ? where id = ?", (digest, value, id))
    assert [get(tmp_path / "ours", key) for key in (b"a", b"b")] == [None, None]


BUSY = """
import sys
from pathlib import Path
from valuegen.publish.cache import Cache
for n in range(40):
    with Cache(Path(sys.argv[1])) as cache:
        for k in range(30):
            found = cache.get("prose", b"%d" % k)
            assert found in (None, b"%d" % k * 50), found
            cache.put("prose", b"%d" % k, b"%d" % k * 50)
"""


def test_two_processes_at_once(tmp_path):
    running = [subprocess.Popen([sys.executable, "-c", BUSY, tmp_path]) for _ in range(2)]
    assert [process.wait() for process in running] == [0, 0]
    assert get(tmp_path, b"7") == b"7" * 50


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no forks here")
def test_a_fork_leaves_the_cache_alone(tmp_path):
    with Cache(tmp_path) as cache:
        cache.put("prose", b"a", b"1")
        child = os.fork()
        if child == 0:
            cache.put("prose", b"a", b"2")
            cache.__exit__(None, None, None)
            os._exit(0 if cache.get("prose", b"b") is None else 1)
        assert os.waitpid(child, 0)[1] == 0
    assert get(tmp_path) == b"1"


def test_nothing_in_it_is_run():
    text = Path(module.__file__).read_text()
    assert "pickle" not in text
    assert "marshal" not in text
    assert "eval" not in text
