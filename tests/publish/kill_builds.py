"""Run by test_kills.py as a process of its own: kills builds, and says as JSON how often the site was whole.

kill_builds.py FOLDER random TIMES     at random moments of builds that follow each other
kill_builds.py FOLDER steps            at every call that changes the disk, before and after it, in turn
Both with `plain` as a last argument: where two folders can't change places in one step; with `again`: where the tree
that is replaced is kept to be the next one.
"""

import hashlib
import json
import os
import random
import signal
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from valuegen.publish import manifest, opened, spare, swap
from valuegen.publish.site import drafted


def files(name: str, count: int) -> dict[str, bytes]:
    pages = {f"public/{name}/{n}/index.html": f"{name} {n}\n".encode() * 200 for n in range(count)}
    return {**pages, "public/index.html": name.encode(), "planner/index.html": name.encode()}


def put(out: Path, pages: dict[str, bytes]) -> None:
    with opened(out, wait=20) as site, drafted(site) as draft:
        draft.begin(again="again" in sys.argv)
        draft.publish({address: draft.put(address, data) for address, data in pages.items()})


def is_whole(out: Path, wanted: list[dict[str, bytes]]) -> bool:
    """Whether `out` is one of the trees, to the byte, with its manifest."""
    found = {path: (out / path).read_bytes() for path in manifest.standing(out) if path != manifest.MARKER}
    marked = manifest.read(out)
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in found.items()}
    return found in wanted and marked == digests


def forked(work) -> int:
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    return child


def build_on(out: Path, trees: list[dict[str, bytes]]) -> None:
    while True:
        for pages in trees:
            put(out, pages)


def at_random(out: Path, times: int, plain: bool) -> dict[str, int]:
    trees = [files("old", 40), files("new", 60)]
    put(out, trees[0])
    chance = random.Random(times)
    whole = absent = 0
    for _ in range(times):
        child = forked(lambda: build_on(out, trees))
        time.sleep(chance.uniform(0.0, 0.12))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        if plain and not out.exists():
            absent += 1
            with opened(out, wait=20):
                pass
        whole += is_whole(out, trees)
    return {"kills": times, "whole": whole, "absent": absent, **after(out, trees)}


ENOUGH = 1_000  # a build takes some 150 steps; one that mends less and less of what was left has no end
CALLS = [
    *(
        (os, name)
        for name in ("open", "write", "close", "link", "mkdir", "rename", "unlink", "rmdir", "chmod", "fchmod", "fsync")
    ),
    *((swap, name) for name in ("exchange", "keep")),
    *((Path, name) for name in ("mkdir", "rename", "unlink", "rmdir", "chmod")),
]


def dying_at(step: int) -> None:
    """From here on, this process is killed at its `step`-th call that changes the disk: even, before; odd, after."""
    left = [step]

    def counted(call):
        def run(*arguments, **options):
            tick(left)
            made = call(*arguments, **options)
            tick(left)
            return made

        return run

    for owner, name in CALLS:
        setattr(owner, name, counted(getattr(owner, name)))


def tick(left: list[int]) -> None:
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1


@contextmanager
def in_order(top: str, listed=os.scandir):
    """A folder as some disks list it: the list of a tree's own files stands before what it lists."""
    with listed(top) as found:
        yield sorted(found, key=lambda entry: entry.name)


def at_every_step(out: Path, plain: bool) -> dict[str, int]:
    os.scandir = in_order
    swap.keep = lambda folder: None  # it matters to a loss of power alone, and takes its time
    trees = [files("old", 2), files("new", 1)]
    put(out, trees[0])
    steps = whole = absent = 0
    while steps < ENOUGH:

        def build(step: int = steps) -> None:
            dying_at(step)
            put(out, trees[1])

        _, status = os.waitpid(forked(build), 0)
        if plain and not out.exists():
            absent += 1
            with opened(out, wait=20):
                pass
        whole += is_whole(out, trees)
        put(out, trees[0])
        steps += 1
        if not os.WIFSIGNALED(status):
            break
    return {"kills": steps, "whole": whole, "absent": absent, **after(out, trees)}


def after(out: Path, trees: list[dict[str, bytes]]) -> dict[str, int]:
    """The next build needs no repair, and leaves nothing but the site."""
    put(out, trees[1])
    put(out, trees[0])
    own = {path.name for path in (out.parent / ".valuegen").iterdir()}
    beside = {path.name for path in out.parent.iterdir()}
    tidy = own == {".gitignore", "lock", "cache"} and beside == {"site", ".valuegen", "valuegen.yaml"}
    return {"mended": int(is_whole(out, trees[:1])), "tidy": int(tidy)}


def main() -> None:
    root, way, *rest = sys.argv[1:]
    out = Path(root) / "site"
    plain = "plain" in rest
    spare.FRESH = 0  # builds follow each other at once
    if plain:
        swap.exchange = lambda one, other: False
    found = at_random(out, int(rest[0]), plain) if way == "random" else at_every_step(out, plain)
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
