"""`--executor dask://HOST:PORT`: a running cluster's, or a sentence about what is wrong with it."""

import os
import signal
import sys
from concurrent.futures import CancelledError
from types import ModuleType

import pytest

from valuegen import __version__

ADDRESS = "dask://127.0.0.1:8786"


class Executor:
    """What a cluster gives: here it works in this process, or fails."""

    def __init__(self, error):
        self.error = error

    def map(self, function, *iterables):
        if self.error:
            raise self.error
        return map(function, *iterables)


@pytest.fixture
def cluster(monkeypatch):
    """A library `distributed` with a cluster of these workers behind it; addresses that were asked for."""

    def made(versions, error=None, refused=None):
        asked = []

        class Client:
            def __init__(self, address, timeout, set_as_default):
                asked.append(address)
                if refused:
                    raise refused

            def __enter__(self):
                return self

            def __exit__(self, *_):
                return None

            def run(self, function):
                if isinstance(versions, Exception):
                    raise versions
                return {f"tcp://worker:{n}": one for n, one in enumerate(versions)}

            def get_executor(self):
                return Executor(error)

        module = ModuleType("distributed")
        module.Client = Client
        monkeypatch.setitem(sys.modules, "distributed", module)
        return asked

    return made


@pytest.fixture
def many(bench, monkeypatch):
    """A workspace of which even the little there is goes to workers."""
    monkeypatch.setattr("valuegen.judge.ahead.FEW", 1)
    return bench.workspace()


def test_it_works_there(cluster, many):
    asked = cluster([__version__, __version__])
    done = many.run("build", "--executor", ADDRESS)
    assert done.exit == 0, done.err
    assert asked == ["tcp://127.0.0.1:8786"]
    tree = many.tree()
    assert many.run("build", "--jobs", "1").exit == 0
    assert many.tree() == tree


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ({"versions": []}, "no tiene ninguna máquina que trabaje"),
        ({"versions": [__version__, "0.0.1"]}, f"tienen valuegen 0.0.1 y {__version__} y este es el {__version__}"),
        (
            {"versions": ModuleNotFoundError("No module named 'valuegen'")},
            "no pueden ejecutar valuegen: No module named",
        ),
        (
            {"versions": [__version__], "refused": OSError("Timed out")},
            "Ningún clúster responde en 127.0.0.1:8786: Timed out",
        ),
        (
            {"versions": [__version__], "error": CancelledError()},
            "ha fallado: CancelledError. No se ha publicado nada.",
        ),
    ],
)
def test_what_is_wrong_with_it_is_said_and_nothing_published(cluster, many, state, said):
    cluster(**state)
    done = many.run("build", "--executor", ADDRESS)
    assert (done.exit, done.out) == (1, "")
    assert said in done.err
    assert many.tree() == {}


def test_a_fault_of_ours_stays_one(cluster, many):
    cluster([__version__], error=ZeroDivisionError("¡ay!"))
    with pytest.raises(ZeroDivisionError):
        many.run("build", "--executor", ADDRESS)


def test_a_worker_that_is_ended_from_outside_is_told(many, monkeypatch):
    """Once while the texts are read, once while the pages are made."""

    def killed(*_):
        os.kill(os.getpid(), signal.SIGKILL)

    for place in ("valuegen.judge.ahead.parse", "valuegen.render.html.Renderer.render"):
        with monkeypatch.context() as patch:
            patch.setattr("valuegen.render.many.FEW", 1)
            patch.setattr(place, killed)
            done = many.run("build", "--jobs", "2")
        assert (done.exit, done.out) == (1, "")
        assert "Alguien terminó desde fuera uno de los procesos" in done.err
        assert many.tree() == {}
