"""Who renders: this process, several of this machine, or a cluster."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

import click

from valuegen.cli.frame import broken, wrong_usage
from valuegen.words import msg


@contextmanager
def workers(ctx: click.Context, jobs: int | None, executor: str | None) -> Iterator[Executor | None]:
    """An executor that starts its workers when it is first used; None: everything in this process."""
    if executor is not None:
        with _cluster(ctx, executor) as found:
            yield found
        return
    count = jobs or os.cpu_count() or 1
    if count == 1:
        yield None
        return
    try:
        with _processes(count) as pool:
            try:
                yield pool
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    except BrokenProcessPool:
        broken(ctx, msg("One of the processes that render was ended from outside. Nothing was published; build again."))


def _processes(count: int) -> Executor:
    """Processes of this machine; forked where that can be: a worker then has everything loaded."""
    context = get_context("fork" if hasattr(os, "fork") else "spawn")
    return ProcessPoolExecutor(count, mp_context=context, initializer=_leave_interruptions)


def _leave_interruptions() -> None:
    """Ctrl-C reaches every process of a terminal; the first one tells the others to end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(ctx: click.Context, name: str) -> Iterator[Executor]:
    kind, _, address = name.partition("://")
    host, _, port = address.rpartition(":")
    if kind != "dask" or not host or not port.isdecimal():
        wrong_usage(msg("“{name}” is not an executor. Write, for example, dask://localhost:8786.", name=name))
    try:
        from distributed import Client
    except ImportError:
        broken(ctx, msg("A cluster needs the package “distributed”: pip install “valuegen[cluster]”."))
    try:
        client = Client(f"tcp://{address}", timeout="10s", set_as_default=False)
    except OSError as error:
        broken(ctx, msg("No cluster answers at {address}: {why}.", address=address, why=str(error)))
    with client:
        yield client.get_executor()
