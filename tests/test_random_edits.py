"""Warm is cold: after each of many random edits a build says, and leaves, what one that knows nothing would.

The ordinary suite edits a few times. For long, in memory rather than on a disk, and with other edits for each seed:

    VALUEGEN_EDITS=1000 VALUEGEN_SEED=1 .venv/bin/python -m pytest tests/test_random_edits.py --basetemp=/dev/shm/edits
"""

import logging
import os
import pickle
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any

import pytest
from random_edits import workspace
from random_tricks import Editor

from bench import Bench, MiniWorkspace, Result
from valuegen.render.hands import Hands

TIMES, SEED = int(os.environ.get("VALUEGEN_EDITS", "0")), int(os.environ.get("VALUEGEN_SEED", "0"))
SHORT = 6
WAYS = ("alone", "forks", "sent", *(["dask"] if TIMES else []))
ASKED = ([], [], [], [], ["--drafts"], ["--future"], ["--verbose"], ["--as-of", "2026-12-09"])


class Elsewhere(Executor):
    """Another machine, as far as what it is sent goes: everything is pickled there and back."""

    def map(self, function: Callable[..., Any], *iterables: Any, **_: Any) -> Iterator[Any]:
        for arguments in zip(*iterables, strict=False):
            work, sent = pickle.loads(pickle.dumps((function, arguments)))
            yield pickle.loads(pickle.dumps(work(*sent)))

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **_: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(next(self.map(function, *([one] for one in arguments))))
        return done


@contextmanager
def _elsewhere(*_: object) -> Iterator[Hands]:
    yield Hands(Elsewhere())


@pytest.fixture(scope="module")
def cluster() -> Iterator[str]:
    """The address of a real cluster of two processes."""
    distributed = pytest.importorskip("distributed", reason="a real cluster needs the package “distributed”")
    asked = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": ":0", "silence_logs": logging.CRITICAL}
    with distributed.LocalCluster(processes=True, **asked) as made:
        yield made.scheduler_address.replace("tcp:", "dask:")


@pytest.fixture(params=WAYS)
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Who works, and how that is asked for; even the little there is goes to others."""
    for module in ("judge.ahead", "render.many"):
        monkeypatch.setattr(f"valuegen.{module}.FEW", 1)
        monkeypatch.setattr(f"valuegen.{module}.CHUNK", 16)
    if request.param == "sent":
        monkeypatch.setattr("valuegen.cli.building.workers", _elsewhere)
    if request.param == "dask":
        return ["--executor", request.getfixturevalue("cluster")]
    return ["--jobs", "2" if request.param == "forks" else "1"]


@pytest.mark.parametrize("engine", ["markdown-it", "fast"])
def test_warm_is_cold_after_each_edit(bench: Bench, way: list[str], engine: str) -> None:
    work = workspace(bench, engine)
    editor, done, good = Editor(work, SEED * 1000 + len(engine) + len(way[1])), [], [True]
    for number in range(TIMES or SHORT):
        done = [*done[-5:], editor.edit(is_good=good[-1]) if number else "nothing"]
        asked, standing = ASKED[number % len(ASKED)], work.tree()
        warm = work.run("build", *way, *asked)
        cold, tree = clean(work, *asked)
        assert warm.exit == cold.exit, (done, warm.err, cold.err)
        assert said(warm) == said(cold), done
        good.append(cold.exit == 0)
        assert work.tree() == (tree if good[-1] else standing), done
    assert sum(good) > len(good) / 3


def clean(work: MiniWorkspace, *asked: str) -> tuple[Result, dict[str, str]]:
    """What a build says that knows nothing, and what it leaves."""
    shutil.rmtree(work.root / "limpio", ignore_errors=True)
    done = work.run("build", "--no-cache", "--jobs", "1", "--out", "limpio", *asked)
    return done, work.tree("limpio")


def said(done: Result) -> tuple[str, list[str]]:
    """All but how much was written, and where."""
    return done.err, done.out.splitlines()[1:]
