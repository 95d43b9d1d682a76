"""The one way into `site/`: opened under a lock, filled in a stage, exchanged in one step."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from valuegen.publish import manifest, stage, swap
from valuegen.publish.faults import Failed, told
from valuegen.publish.folder import OWN, Bench, bench_of
from valuegen.publish.guard import look_again, old_files
from valuegen.publish.lock import WAIT, locked
from valuegen.publish.refuse import unfit
from valuegen.publish.tree import write_file, write_tree
from valuegen.words import msg


@dataclass(frozen=True, slots=True)
class Site:
    """An output that this process alone may write, while it is open. `out` is its real path."""

    out: Path
    bench: Bench


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has now; `changed`: whether any of them is another than before."""

    files: int
    changed: bool


@contextmanager
def opened(out: Path, *, wait: float = WAIT) -> Iterator[Site]:
    """Lock `out` for this process, and make good what a killed build left there. Needed before `publish`.

    `out` may be new; what holds it is made. A build that fails later leaves it as it is now. Raises `Failed`:
    another build is running (for more than `wait` seconds), the folder must not be touched, the machine refuses.
    """
    with _with_parents(out) as out:
        with told(out.parent / OWN):
            bench = bench_of(out)
        with locked(bench.lock, wait=wait, leave=bench.is_own):
            with told(bench.folder):
                stage.clear(bench, out)
            refusal = unfit(out)
            if refusal:
                raise Failed(refusal)
            yield Site(out, bench)


@contextmanager
def _with_parents(out: Path) -> Iterator[Path]:
    """The real path of `out`, its parent there; folders made for it go again where nothing came of it."""
    out = out.absolute()
    with told(out):
        out = out.resolve() if out.name == ".." else out.parent.resolve() / out.name
        made = [path for path in out.parents if not path.exists()]
    try:
        with told(out):
            out.parent.mkdir(parents=True, exist_ok=True)
        yield out
    finally:
        with suppress(OSError):
            for path in made:
                path.rmdir()


def publish(site: Site, trees: Iterable[tuple[str, bytes]]) -> Published:
    """Let `site.out` hold `trees` and nothing else: (`public/…` or `planner/…`, bytes), each address once.

    All of it changes in one step, or nothing does. An exception that `trees` raises while it is gone through passes,
    and so does an interruption; the site is then as it was. Raises `Failed` for what the machine refuses, and where
    `out` holds something that the program did not write.
    """
    with told(site.out):
        old = old_files(site.out)
        intact = old if old is not None and manifest.is_intact(site.out, old) else {}
    same, rest = _unchanged(iter(trees), intact)
    if rest is None and same == old:
        return Published(len(same), changed=False)
    with told(site.bench.folder):
        place = stage.make_stage(site.bench, site.out)
    try:
        files = write_tree(place / stage.NEW, chain(_again(site.out, same), rest or ()), site.out)
        with told(site.out):
            write_file(place / stage.NEW / manifest.MARKER, manifest.written(files))
            swap.keep(place)
            _put(site.out, place, old)
    except BaseException:
        stage.remove_stage(place)
        raise
    # It is done: who interrupts now leaves old files for the next build to remove, and a new site.
    with suppress(KeyboardInterrupt):
        stage.remove_stage(place)
    return Published(len(files), changed=True)


def _unchanged(
    trees: Iterator[tuple[str, bytes]], intact: Mapping[str, str]
) -> tuple[dict[str, str], Iterator[tuple[str, bytes]] | None]:
    """What comes first and is as it was, so that nothing is written where nothing changed; and the rest, if any."""
    same: dict[str, str] = {}
    for address, data in trees:
        digest = hashlib.sha256(data).hexdigest()
        if intact.get(address) != digest or address in same:
            return same, chain([(address, data)], trees)
        same[address] = digest
    return same, None


def _again(out: Path, same: Mapping[str, str]) -> Iterator[tuple[str, bytes]]:
    """What is as it was, from the old tree."""
    for address, digest in same.items():
        with told(out / address):
            data = (out / address).read_bytes()
        if hashlib.sha256(data).hexdigest() != digest:
            raise Failed(
                msg(
                    "{path} changed while the site was made. Build again; the site is as it was.",
                    path=str(out / address),
                )
            )
        yield address, data


def _put(out: Path, place: Path, old: Mapping[str, str] | None) -> None:
    """Put the tree that is ready in the place of the old one."""
    new = place / stage.NEW
    if old is None:
        with suppress(FileNotFoundError):
            out.rmdir()
        new.rename(out)
    elif swap.exchange(new, out):
        try:
            look_again(out, new, old)
        except BaseException:
            swap.exchange(new, out)
            raise
    else:
        out.rename(place / stage.OLD)
        try:
            look_again(out, place / stage.OLD, old)
            new.rename(out)
        except BaseException:
            if not out.exists():
                (place / stage.OLD).rename(out)
            raise
    _keep_names(out.parent)


def _keep_names(folder: Path) -> None:
    """Let the swap itself survive a loss of power, where a folder can be synced."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
