"""The one way into `site/`: opened under a lock, filled in a stage, exchanged in one step."""

import hashlib
import marshal
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from valuegen.publish import manifest, seen, spare, stage, swap
from valuegen.publish.faults import Failed, told
from valuegen.publish.folder import OWN, Bench, bench_of
from valuegen.publish.guard import Old, look_again, old_of
from valuegen.publish.lock import WAIT, locked
from valuegen.publish.manifest import ALIKE, Mark, mark_of
from valuegen.publish.refuse import unfit
from valuegen.publish.tree import Tree, is_address, write_file
from valuegen.words import msg

Pieces = Callable[[], Iterator[bytes]]


@dataclass(frozen=True, slots=True)
class Site:
    """An output that this process alone may write, while it is open. `out` is its real path."""

    out: Path
    bench: Bench


@dataclass(frozen=True, slots=True)
class Published:
    """How many files the site has now; `changed`: whether any of them is another than before; `digest`: of all."""

    files: int
    changed: bool
    digest: str = field(default="", compare=False, repr=False)


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


def digest_of_all(files: Mapping[str, str]) -> str:
    """A digest of a whole site: of its addresses and the digest of each."""
    return hashlib.sha256(marshal.dumps(sorted(files.items()), 2)).hexdigest()  # as in `seen`


def publish(site: Site, trees: Iterable[tuple[str, bytes]]) -> Published:
    """Let `site.out` hold `trees` and nothing else: (`public/…` or `planner/…`, bytes), each address once.

    All of it changes in one step, or nothing does. An exception that `trees` raises while it is gone through passes,
    and so does an interruption; the site is then as it was. Raises `Failed` for what the machine refuses, and where
    `out` holds something that the program did not write.
    """
    with drafted(site) as draft:
        return draft.publish({address: draft.put(address, data) for address, data in trees})


@contextmanager
def drafted(site: Site) -> Iterator["Draft"]:
    """The next tree of `site`, to be filled and published; nothing is left of it where it was not."""
    began = time.time_ns()
    with told(site.out):
        old = old_of(site.out)
        same, is_known = seen.intact(site.bench, site.out, old) if old else ({}, False)
    draft = Draft(site, old, same, None if is_known else began)
    try:
        yield draft
    finally:
        draft.remove()


class Draft:
    """The next tree of an output. What is as it was is not written again: it becomes the same file in both trees.

    Once `begin` was called, forks of this process may `put` files too; they tell this one the digests.
    """

    def __init__(self, site: Site, old: Old | None, same: Mapping[str, Mark], began: int | None) -> None:
        """`same`: the files that are as they were published, and since when (ns) that is to be remembered, if it is."""
        self._site, self._old, self._same, self._began = site, old, same, began
        self._place: Path | None = None
        self._tree: Tree | None = None
        self._taken: set[str] = set()
        self._keeps = False
        self._spare: Mapping[str, str] = {}

    @property
    def stood(self) -> Mapping[str, str]:
        """Every file that was published, and its digest."""
        return self._old.files if self._old else {}

    @cached_property
    def standing(self) -> str | None:
        """A digest of the site as it stands; None where there is none, or a file of it is not as it was published."""
        if self._old is None or len(self._same) != len(self._old.files):
            return None
        return digest_of_all(self._old.files)

    def begin(self, *, again: bool = False) -> Tree:
        """A folder for the files that are new. `again`: most of it will be as it was before, and so will the next tree;
        the tree that is replaced is then kept, to begin with."""
        if self._tree is None:
            bench, out = self._site.bench, self._site.out
            with told(bench.folder):
                self._place = stage.make_stage(bench, out)
            self._keeps = again and self.standing is not None
            new, standing = self._place / stage.NEW, self.standing if self._keeps else None
            there = spare.take(bench, out, new, standing) if standing else None
            self._spare = there or {}
            self._tree = Tree(new, out, self._spare)
        return self._tree

    def put(self, address: str, data: bytes | Pieces) -> str:
        """The SHA-256 of a file, which is written where it is not the same as before. `data`: all its bytes, or what
        gives them piece by piece, as often as it is called. Raises `Failed`, or ValueError for an address that is none
        or was taken (our own fault)."""
        if not is_address(address) or address in self._taken:
            raise ValueError(f"no address for a file, or one for two: {address!r}")
        self._taken.add(address)
        digest = digest_of_data(data)
        if not self._is_same(address, digest):
            self.begin().write(address, data if isinstance(data, bytes) else data())
        return digest

    def publish(self, made: Mapping[str, str]) -> Published:
        """Put the files in the place of the old tree: the address of each and its digest, as `put` gave it."""
        old, out, digest = self._old, self._site.out, digest_of_all(made)
        if old is not None and made == old.files and len(self._same) == len(made):
            self._keep(made)
            return Published(len(made), changed=False, digest=digest)
        tree = self.begin()
        assert self._place
        again = [address for address, digest in made.items() if self._is_same(address, digest)]
        tree.without(address for address in tree.there if address not in made)
        for address in again:
            if tree.there.get(address) != made[address]:
                self._again(tree, address)
        with told(out):
            write_file(self._place / stage.NEW / manifest.MARKER, manifest.written(made))
            swap.keep(self._place)
            _put(out, self._place, old.files if old else None)
            self._spare = {}
        # It is done: who interrupts now leaves old files for the next build to remove, and a new site.
        with suppress(KeyboardInterrupt, OSError):
            marks = {address: self._same[address] for address in again}
            marks |= {address: mark_of(os.lstat(f"{out}/{address}")) for address in made if address not in marks}
            if self._keeps and old is not None:
                spare.keep(self._site.bench, out, self._place / stage.NEW, old.files, digest)
            else:
                spare.drop(self._site.bench, out)
            self.remove()
            seen.keep(self._site.bench, out, made, marks, time.time_ns())
        return Published(len(made), changed=True, digest=digest)

    def as_before(self) -> Published:
        """Leave the site as it stands, whole."""
        assert self._old
        self._keep(self._old.files)
        return Published(len(self._same), changed=False)

    def remove(self) -> None:
        """Take the folder away, with what is in it: what was not published, or the tree that was before."""
        place, self._place = self._place, None
        if place is not None:
            if self._spare:
                spare.back(self._site.bench, self._site.out, place / stage.NEW, self._spare)
            stage.remove_stage(place)

    def _keep(self, files: Mapping[str, str]) -> None:
        """Remember that all is as it was; where that was remembered already there is nothing to do."""
        if self._began is not None:
            seen.keep(self._site.bench, self._site.out, files, self._same, self._began)

    def _is_same(self, address: str, digest: str) -> bool:
        return self._old is not None and address in self._same and self._old.files[address] == digest

    def _again(self, tree: Tree, address: str) -> None:
        """A file that is as it was, in the new tree: the same, or a copy where the disk knows no links."""
        old = f"{self._site.out}/{address}"
        try:
            is_same = mark_of(os.lstat(old))[ALIKE] == self._same[address][ALIKE]
            if is_same and not tree.link(address, old):
                self._keeps = False  # it is not the same file in both
                tree.write(address, _pieces_of(old))
                is_same = self._old is not None and tree.digest(address) == self._old.files[address]
        except FileNotFoundError:
            is_same = False
        if not is_same:
            raise Failed(msg("{path} changed while the site was made. Build again; the site is as it was.", path=old))


def digest_of_data(data: bytes | Pieces) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal."""
    digest = hashlib.sha256(data if isinstance(data, bytes) else b"")
    for piece in () if isinstance(data, bytes) else data():
        digest.update(piece)
    return digest.hexdigest()


def _pieces_of(path: str) -> Iterator[bytes]:
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            yield piece


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
