"""`--executor dask://HOST:PORT`: a running Dask cluster as an executor, and what is wrong with it as a sentence."""

import logging
import platform
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import closing, contextmanager
from importlib.metadata import PackageNotFoundError, version
from itertools import islice
from typing import Any, NoReturn, TypeVar

import click

from valuegen import __version__
from valuegen.cli.frame import broken, wrong_usage
from valuegen.extras import how
from valuegen.render.hands import Hands
from valuegen.words import msg

T = TypeVar("T")

AHEAD = 64
"""So many pieces of work are sent before the first is asked for: what is made waits in the workers' memory."""
PATIENCE = 30.0
"""Seconds without a worker after which none is waited for: one that was ended is started again in less."""
LOOK = 1.0
"""After so many seconds it is looked for the first time whether there are workers."""
LIBRARIES = (
    *("jinja2", "markdown-it-py", "mdit-py-plugins", "markdown-it-pyrs", "babel", "icalendar", "pygments"),
    *("pillow", "resvg-py"),
)
"""What decides about the bytes of a page, beside the program itself."""


class NobodyLeftError(Exception):
    """There were workers, and there are none any more."""


class Cluster(Executor):
    """The executor that a client of a cluster is: results come in order, and of work not yet asked for little waits."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def map(self, fn: Callable[..., T], *iterables: Any, **_: Any) -> Iterator[T]:
        """The same as of any executor; the first pieces are sent at once. Raises `NobodyLeftError` too."""
        pieces = zip(*iterables, strict=False)  # what is the same for all may be repeated without end
        sent = deque(self._sent(fn, piece) for piece in islice(pieces, AHEAD))
        return self._each(fn, pieces, sent)

    def submit(self, fn: Callable[..., Any], /, *args: Any, **_: Any) -> Any:
        """One piece of work, sent at once; its `result()` is waited for as those of `map` are."""
        return _Promised(self, self._sent(fn, args))

    def _each(self, fn: Callable[..., T], pieces: Iterator[tuple[Any, ...]], sent: deque[Any]) -> Iterator[T]:
        try:
            while sent:
                made = self.waited(sent[0])
                sent.popleft()  # with it goes what the worker keeps of it
                sent.extend(self._sent(fn, piece) for piece in islice(pieces, 1))
                yield made
        finally:
            self._client.cancel(list(sent))

    def share(self, value: Any) -> Any:
        """What stands for `value` in work that is sent: workers get it from each other, and again where it is lost."""
        return self._client.submit(_same, value, pure=False)

    def _sent(self, fn: Callable[..., Any], piece: tuple[Any, ...]) -> Any:
        return self._client.submit(fn, *piece, pure=False)

    def waited(self, future: Any) -> Any:
        """What becomes of it. It is asked for with a limit even when it is done: who has it may be gone, and then it is
        made again, by whoever comes. The limit grows, so that what is large has time to come."""
        last, limit = time.monotonic(), LOOK
        while True:
            try:
                return future.result(timeout=limit)
            except TimeoutError:
                if future.status == "error":
                    raise
            limit *= 2
            if self._client.scheduler_info()["workers"]:
                last = time.monotonic()
            elif time.monotonic() - last > PATIENCE:
                raise NobodyLeftError


class _Promised:
    """What will come of a piece of work."""

    def __init__(self, cluster: Cluster, future: Any) -> None:
        self._cluster, self._future = cluster, future

    def result(self) -> Any:
        """What came of it; raises what `map` raises."""
        return self._cluster.waited(self._future)


def _same(value: T) -> T:
    return value


@contextmanager
def cluster(ctx: click.Context, name: str) -> Iterator[Hands]:
    """The workers of a cluster; ends here where it is none, or fails."""
    kind, _, address = name.partition("://")
    host, _, port = address.rpartition(":")
    if kind != "dask" or not host or not port.isdecimal():
        wrong_usage(msg("“{name}” is not an executor. Write, for example, dask://localhost:8786.", name=name))
    try:
        from distributed import Client
    except ImportError:
        broken(ctx, msg("A cluster needs the extra “cluster”. Install it with `{command}`.", command=how("cluster")))
    for logger in ("distributed", "distributed.client", "tornado"):
        logging.getLogger(logger).setLevel(logging.CRITICAL)  # what there is to say is said here
    try:
        client = Client(f"tcp://{address}", timeout="10s", set_as_default=False)
    except OSError as error:
        broken(ctx, msg("No cluster answers at {address}: {why}.", address=address, why=str(error)))
    with closing(client):
        _alike(ctx, client, address)
        hands = Cluster(client)
        try:
            yield Hands(hands, share=hands.share)
        except Exception as error:
            _failed(ctx, address, error)


def _failed(ctx: click.Context, address: str, error: Exception) -> NoReturn:
    """What went wrong with the cluster; an error that is none of its own passes."""
    if isinstance(error, NobodyLeftError):
        broken(ctx, msg("The cluster at {address} has no workers any more. Nothing was published.", address=address))
    if type(error).__name__ == "KilledWorker":
        said = msg(
            "The workers of the cluster at {address} are ended while they work: perhaps they have too little memory. "
            "Nothing was published.",
            address=address,
        )
        broken(ctx, said)
    if isinstance(error, CancelledError) or type(error).__module__.split(".")[0] in ("distributed", "dask"):
        broken(ctx, msg("The cluster at {address} failed: {why}. Nothing was published.", **_why(address, error)))
    raise error


def _alike(ctx: click.Context, client: Any, address: str) -> None:
    """End here where there is nobody to work, or somebody who would make other bytes."""
    try:
        found = list(client.run(programs).values())
    except Exception as error:  # whatever a worker answers: a valuegen is not there, or too old to know
        broken(ctx, msg("The workers of the cluster at {address} can't run valuegen: {why}.", **_why(address, error)))
    if not found:
        broken(ctx, msg("The cluster at {address} has no workers.", address=address))
    for name, ours in programs().items():
        theirs = {each.get(name, "") for each in found} - {ours}
        if theirs:
            told = msg(
                "The workers of the cluster at {address} have {name} {theirs}, and here is {ours}: they would make "
                "other pages. Install the same there.",
                address=address,
                name=name,
                theirs=tuple(sorted(one or "–" for one in theirs)),
                ours=ours or "–",
            )
            broken(ctx, told)


def programs() -> dict[str, str]:
    """What works here, and in which version ("" for what is not there); asked of every worker."""
    python = ".".join(platform.python_version_tuple()[:2])
    return {"valuegen": __version__, **{name: _version(name) for name in LIBRARIES}, "Python": python}


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""


def _why(address: str, error: Exception) -> dict[str, str]:
    return {"address": address, "why": str(error) or type(error).__name__}
