"""`--executor` with a real cluster: a scheduler, and two workers in processes of their own."""

import logging
import os
import signal
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from bench import Bench, MiniWorkspace

distributed = pytest.importorskip("distributed", reason="a real cluster needs the package “distributed”")

ENTRIES = "".join(
    f"- {{date: 2026-11-{number % 28 + 1:02}, title: Entrada {number}, slug: e{number}, segments: [panaderias], "
    f"kind: industry, status: done, topics: [t{number % 5}], ask: ¿Qué tal?, text: 'Texto **{number}** de harina.'}}\n"
    for number in range(80)
)
LAX = """
    site:
      title: Taller Levadura
      url: https://levadura.example
      timezone: America/Bogota
      as_of: 2026-12-01
      owner: {name: Irene Vidal, email: irene@levadura.example}
    rules: {too-often: off, too-quiet: off}
    theme: {social_pictures: no}
    """


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    with distributed.LocalCluster(
        n_workers=2,
        processes=True,
        threads_per_worker=1,
        dashboard_address=":0",
        silence_logs=logging.CRITICAL,
    ) as made:
        yield made


@pytest.fixture
def work(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> MiniWorkspace:
    """A workspace of a few hundred pages, all of which go to the workers."""
    for module in ("judge.ahead", "render.many"):
        monkeypatch.setattr(f"valuegen.{module}.FEW", 1)
        monkeypatch.setattr(f"valuegen.{module}.CHUNK", 4)
    monkeypatch.setattr("valuegen.cli.cluster.AHEAD", 16)
    return bench.workspace({"content/calendar/2026.yaml": ENTRIES, "valuegen.yaml": LAX})


def sent(work: MiniWorkspace, cluster: Any) -> Any:
    return work.run("build", "--no-cache", "--executor", cluster.scheduler_address.replace("tcp:", "dask:"))


def at_page(monkeypatch: pytest.MonkeyPatch, number: int, act: Any) -> list[str]:
    """Something that happens when so many pages are there; the addresses of all."""
    from valuegen.publish.site import Draft

    seen: list[str] = []
    put = Draft.put

    def watched(draft: Draft, address: str, data: bytes) -> str:
        seen.append(address)
        if len(seen) == number:
            act()
        return put(draft, address, data)

    monkeypatch.setattr(Draft, "put", watched)
    return seen


def processes(cluster: Any) -> list[int]:
    """Those of the two workers."""
    with distributed.Client(cluster, set_as_default=False) as client:
        client.wait_for_workers(2)
        return list(client.run(os.getpid).values())


def test_the_site_is_the_same_as_that_of_one_process(work: MiniWorkspace, cluster: Any) -> None:
    done = sent(work, cluster)
    assert done.exit == 0, done.err
    assert work.run("build", "--no-cache", "--jobs", "1", "--out", "alone").exit == 0
    assert len(work.tree()) > 250
    assert work.tree() == work.tree("alone")


def test_a_worker_that_is_killed_half_way_costs_time_alone(
    work: MiniWorkspace, cluster: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is stopped first, so that it has work which it will not end."""
    worker = processes(cluster)[0]

    def kill() -> None:
        os.kill(worker, signal.SIGSTOP)
        threading.Timer(0.5, os.kill, (worker, signal.SIGKILL)).start()

    seen = at_page(monkeypatch, 20, kill)
    done = sent(work, cluster)
    assert worker not in processes(cluster)
    assert done.exit == 0, done.err
    assert (done.err, caplog.messages) == ("", [])
    assert len(seen) > 250
    monkeypatch.undo()
    assert work.run("build", "--no-cache", "--jobs", "1", "--out", "alone").exit == 0
    assert work.tree() == work.tree("alone")


def test_without_a_worker_left_it_ends_and_nothing_is_published(
    work: MiniWorkspace, cluster: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last test: nobody starts these workers again."""
    monkeypatch.setattr("valuegen.cli.cluster.PATIENCE", 0.5)
    workers = processes(cluster)

    async def never(_: Any) -> None:
        return None

    def kill() -> None:
        monkeypatch.setattr(distributed.Nanny, "instantiate", never)
        for worker in workers:
            os.kill(worker, signal.SIGKILL)

    at_page(monkeypatch, 20, kill)
    done = sent(work, cluster)
    assert (done.exit, done.out) == (1, "")
    assert "ya no le queda ninguna máquina que trabaje. No se ha publicado nada." in done.err
    assert work.tree() == {}
