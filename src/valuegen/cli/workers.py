"""Who renders: this process, several of this machine, or a cluster."""

import os
import signal
from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context
from typing import Any

import click

from valuegen import __version__
from valuegen.cli.frame import broken, wrong_usage
from valuegen.render.hands import Hands
from valuegen.words import msg


@contextmanager
def workers(ctx: click.Context, jobs: int | None, executor: str | None) -> Iterator[Hands]:
    """Who works: a cluster, forks of this process (processes that are sent their work, where there are no forks), or
    this one alone."""
    count = jobs or os.cpu_count() or 1
    if executor is not None:
        with _cluster(ctx, executor) as found:
            yield Hands(found)
        return
    try:
        if count == 1 or hasattr(os, "fork"):
            yield Hands(forks=count)
        else:
            with _processes(count) as pool:
                yield Hands(pool)
    except BrokenProcessPool:
        broken(ctx, msg("One of the processes that render was ended from outside. Nothing was published; build again."))


@contextmanager
def readers(hands: Hands) -> Iterator[Executor | None]:
    """Who reads texts, starting when first used. Gone at the end: what is forked later must find no threads here."""
    if hands.executor is None and hands.forks > 1:
        with _processes(hands.forks) as pool:
            yield pool
    else:
        yield hands.executor


@contextmanager
def _processes(count: int) -> Iterator[Executor]:
    """Processes of this machine; forked where that can be: a worker then has everything loaded."""
    context = get_context("fork" if hasattr(os, "fork") else "spawn")
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=_leave_interruptions)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()


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
        _alike(ctx, client, address)
        try:
            yield client.get_executor()
        except Exception as error:
            if isinstance(error, CancelledError) or type(error).__module__.split(".")[0] in ("distributed", "dask"):
                broken(
                    ctx, msg("The cluster at {address} failed: {why}. Nothing was published.", **_why(address, error))
                )
            raise


def _alike(ctx: click.Context, client: Any, address: str) -> None:
    """End here where there is nobody to work, or somebody who would make other bytes."""
    try:
        versions = set(client.run(version).values())
    except Exception as error:  # whatever a worker answers: a valuegen is not there, or too old to know
        broken(ctx, msg("The workers of the cluster at {address} can't run valuegen: {why}.", **_why(address, error)))
    if not versions:
        broken(ctx, msg("The cluster at {address} has no workers.", address=address))
    if versions != {version()}:
        broken(
            ctx,
            msg(
                "The workers of the cluster at {address} have valuegen {theirs}, and this is {ours}: they would make "
                "other pages. Install the same one there.",
                address=address,
                theirs=tuple(sorted(versions)),
                ours=version(),
            ),
        )


def version() -> str:
    """Which valuegen works here; asked of every worker."""
    return __version__


def _why(address: str, error: Exception) -> dict[str, str]:
    return {"address": address, "why": str(error) or type(error).__name__}
