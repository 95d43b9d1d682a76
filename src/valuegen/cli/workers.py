"""Who renders: this process, several of this machine, or a cluster."""

import os
from collections.abc import Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

import click

from valuegen.cli.cluster import cluster
from valuegen.cli.frame import broken
from valuegen.render.hands import Hands, begin_beside
from valuegen.words import msg


@contextmanager
def workers(ctx: click.Context, jobs: int | None, executor: str | None) -> Iterator[Hands]:
    """Who works: a cluster, forks of this process (processes that are sent their work, where there are no forks), or
    this one alone."""
    count = jobs or os.cpu_count() or 1
    if executor is not None:
        with cluster(ctx, executor) as hands:
            yield hands
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
    pool = ProcessPoolExecutor(count, mp_context=context, initializer=begin_beside)
    try:
        yield pool
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        raise
    pool.shutdown()
