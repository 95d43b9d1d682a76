"""`--executor dask://HOST:PORT`: a running cluster's, or a sentence about what is wrong with it."""

import os
import signal
import sys
from concurrent.futures import CancelledError
from itertools import repeat
from types import ModuleType

import pytest

from valuegen import __version__
from valuegen.cli.cluster import Cluster
from valuegen.render.html import Renderer

ADDRESS = "dask://127.0.0.1:8786"


class Future:
    """Work that was sent to a cluster: here it is done when somebody asks for it, or fails."""

    status = "pending"

    def __init__(self, work):
        self.work = work

    def result(self, timeout=None):
        return self.work()


class Client:
    """What connects to a cluster whose workers have other `programs` than these here; `said`: what it was asked."""

    def __init__(self, programs=({},), error=None, left=True):
        self.programs, self.error, self.left, self.said = programs, error, left, []

    def close(self):
        self.said.append("close")

    def run(self, function):
        if isinstance(self.programs, Exception):
            raise self.programs
        return {f"tcp://worker:{n}": {**function(), **one} for n, one in enumerate(self.programs)}

    def submit(self, function, *arguments, pure):
        def work():
            if self.error:
                raise self.error
            return function(*(one.work() if isinstance(one, Future) else one for one in arguments))

        return Future(work)

    def cancel(self, futures):
        self.said.append(f"cancel {len(futures)}")

    def scheduler_info(self):
        return {"workers": {"tcp://worker:1": {}} if self.left else {}}


@pytest.fixture
def cluster(monkeypatch):
    """A library `distributed` by which one gets to such a cluster; addresses that were asked for."""

    def made(client, refused=None):
        asked = []

        def connect(address, timeout, set_as_default):
            asked.append(address)
            if refused:
                raise refused
            return client

        module = ModuleType("distributed")
        module.Client = connect
        monkeypatch.setitem(sys.modules, "distributed", module)
        return asked

    return made


@pytest.fixture
def many(bench, monkeypatch):
    """A workspace of which even the little there is goes to workers."""
    for module in ("judge.ahead", "render.many"):
        monkeypatch.setattr(f"valuegen.{module}.FEW", 1)
        monkeypatch.setattr(f"valuegen.{module}.CHUNK", 2)
    return bench.workspace()


def test_it_works_there(cluster, many):
    client = Client(({}, {}))
    asked = cluster(client)
    done = many.run("build", "--executor", ADDRESS)
    assert done.exit == 0, done.err
    assert asked == ["tcp://127.0.0.1:8786"]
    assert client.said[-1] == "close"
    tree = many.tree()
    assert many.run("build", "--no-cache", "--jobs", "1", "--out", "other").exit == 0
    assert many.tree("other") == tree


class KilledWorker(Exception):
    """What `distributed` says of work on which one worker after the other was ended."""


@pytest.mark.parametrize(
    ("client", "said"),
    [
        (Client(()), "no tiene ninguna máquina que trabaje"),
        (Client(({}, {"valuegen": "0.0.1"})), f"tienen valuegen 0.0.1 y aquí está {__version__}"),
        (Client(({"babel": "2.1"}, {"babel": "2.2"})), "tienen babel 2.1 y 2.2 y aquí está"),
        (Client(({"jinja2": ""},)), "tienen jinja2 – y aquí está"),
        (Client(ModuleNotFoundError("No module named 'valuegen'")), "no pueden ejecutar valuegen: No module named"),
        (Client(error=CancelledError()), "ha fallado: CancelledError. No se ha publicado nada."),
        (Client(error=KilledWorker("…")), "quizá les falte memoria. No se ha publicado nada."),
        (Client(error=TimeoutError(), left=False), "ya no le queda ninguna máquina que trabaje"),
    ],
)
def test_what_is_wrong_with_it_is_said_and_nothing_published(cluster, many, monkeypatch, client, said):
    monkeypatch.setattr("valuegen.cli.cluster.PATIENCE", 0)
    cluster(client)
    done = many.run("build", "--executor", ADDRESS)
    assert (done.exit, done.out) == (1, "")
    assert said in done.err
    assert many.tree() == {}


def test_where_nobody_answers(cluster, many):
    cluster(Client(), refused=OSError("Timed out"))
    done = many.run("build", "--executor", ADDRESS)
    assert (done.exit, done.out) == (1, "")
    assert "Ningún clúster responde en 127.0.0.1:8786: Timed out" in done.err


def test_little_waits_in_the_cluster(monkeypatch):
    """Of the work only so much is sent before it is asked for, and what nobody will ask for is taken back."""
    monkeypatch.setattr("valuegen.cli.cluster.AHEAD", 3)
    client, numbers = Client(), iter(range(10))
    made = Cluster(client).map(lambda one, other: (one, other), repeat("a"), numbers)
    assert next(numbers) == 3
    assert [next(made), next(made)] == [("a", 0), ("a", 1)]
    assert next(numbers) == 6
    made.close()
    assert client.said == ["cancel 3"]


def test_a_fault_of_ours_stays_one(cluster, many):
    cluster(Client(error=ZeroDivisionError("¡ay!")))
    with pytest.raises(ZeroDivisionError):
        many.run("build", "--executor", ADDRESS)


def test_a_worker_that_is_ended_from_outside_is_told(many, monkeypatch):
    """Once while the texts are read, once while the pages are made."""

    me, render = os.getpid(), Renderer.render

    def killed(*arguments):
        if os.getpid() != me:  # this one works too
            os.kill(os.getpid(), signal.SIGKILL)
        return render(*arguments)

    for place in ("valuegen.judge.ahead.parse", "valuegen.render.html.Renderer.render"):
        with monkeypatch.context() as patch:
            patch.setattr("valuegen.render.many.FEW", 1)
            patch.setattr(place, killed)
            done = many.run("build", "--jobs", "2")
        assert (done.exit, done.out) == (1, "")
        assert "Alguien terminó desde fuera uno de los procesos" in done.err
        assert many.tree() == {}
