"""What wakes a preview: events of the file system, and a look every now and then, which alone decides.

Events are a hint: systems drop them under load, editors rename, sync folders and git replace whole folders. So after
each hint, and without one every `EVERY` seconds, all sources are looked at and compared (`sources`). Where the system
gives no events (a network folder, no more inotify watches) looks alone do: `poll`.
"""

import os
import threading
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer

from valuegen.read.look import FOLDERS, FRESH, Look, changes, look, look_at, look_unless

if TYPE_CHECKING:
    from watchdog.observers.api import BaseObserver, ObservedWatch

EVERY, POLL = 2.0, 0.5
"""Seconds between looks that nothing woke: with events, and without."""
QUIET, LONGEST = 0.02, 0.5
"""After a hint: so long without another, and at most, before a look."""
FEW = 8
"""So many files that events name are looked at before all others."""
# Reading wakes nobody: events of opening and closing are not asked for.
_HINTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]


class Watch:
    """Watches the sources of a workspace. `others`: files outside its folders that count too, asked anew each time.

    `poll`: without events. `told` is called once where the system gives none.
    """

    def __init__(
        self,
        root: Path,
        others: Callable[[], Sequence[Path]] = tuple,
        poll: bool = False,
        told: Callable[[], None] = lambda: None,
    ) -> None:
        self._root, self._others, self._told = root, others, told
        self._wake, self._stopped = threading.Event(), False
        self._named: set[str] = set()
        self._put_off = 0
        self._polls = poll
        self._observer: BaseObserver | None = None
        self._watched: dict[Path, tuple[tuple[int, int], ObservedWatch]] = {}
        self.seen = Look()

    def __enter__(self) -> "Watch":
        if not self._polls:
            try:
                self._observer = Observer()
                self._observer.start()
            except (OSError, RuntimeError):
                self._without_events()
        self._follow()
        self.seen = look(self._root, self._others())
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        if self._observer is not None:
            self._observer.stop()
            self._observer.join(1)

    def stop(self) -> None:
        """Let `changed` end, from any thread."""
        self._stopped = True
        self._wake.set()

    def wake(self) -> None:
        """Something may have changed."""
        self._wake.set()

    def _named_one(self, path: str) -> None:
        if len(self._named) <= FEW:
            self._named.add(path)
        self.wake()

    def changed(self) -> Iterator[frozenset[str]]:
        """What changed, each time that something did, until `stop`. What changes meanwhile is found the next time."""
        while not self._stopped:
            hurry = FRESH / 1e9 if self.seen.fresh else EVERY
            if self._wake.wait(min(hurry, POLL if self._observer is None else EVERY)):
                self._settle()
            at_once = self._at_once()
            if at_once:
                yield at_once
            self._follow()
            now = look_unless(self._is_hurried, self._root, self._others())
            if now is None:
                self._put_off += 1
                continue
            self._put_off = 0
            found = changes(self.seen, now)
            self.seen = now
            if found:
                yield found

    def _at_once(self) -> frozenset[str]:
        """Of the files that events named, if these are few, those that changed: they need not wait until thousands of
        others were looked at, as they are all the same."""
        named, self._named = self._named, set()
        if not 0 < len(named) <= FEW:
            return frozenset()
        seen = self.seen
        now = look_at(path for path in named if path in seen.files)
        before = Look({path: seen.files[path] for path in now.files}, _only(seen.fresh, now.files))
        others = _only(seen.fresh, seen.fresh.keys() - now.files.keys())
        self.seen = Look({**seen.files, **now.files}, {**others, **now.fresh})
        return changes(before, now)

    def _is_hurried(self) -> bool:
        """Whether something was saved meanwhile, that need not wait for a look at all; a few times in a row."""
        return self._wake.is_set() and self._put_off < FEW

    def _settle(self) -> None:
        """Wait until nothing more comes for a moment: a save is several events, a checkout thousands."""
        end = time.monotonic() + LONGEST
        while time.monotonic() < end and not self._stopped:
            self._wake.clear()
            if not self._wake.wait(QUIET):
                return

    def _follow(self) -> None:
        """Watch the folders that are there now: one that was taken away and came back is another one."""
        wanted = {self._root / folder: True for folder in FOLDERS}
        wanted |= {path.parent: False for path in self._others()} | {self._root: False}
        for folder, recursive in wanted.items():
            if self._observer is not None:
                self._follow_one(self._observer, folder, recursive)

    def _follow_one(self, observer: "BaseObserver", folder: Path, recursive: bool) -> None:
        identity, held = _identity(folder), self._watched.get(folder)
        if held and held[0] != identity:
            del self._watched[folder]
            with suppress(OSError, KeyError):
                observer.unschedule(held[1])
        if identity and folder not in self._watched:
            try:
                watch = observer.schedule(
                    _Hints(self._named_one), str(folder), recursive=recursive, event_filter=_HINTS
                )
            except (OSError, RuntimeError):
                self._without_events()
            else:
                self._watched[folder] = (identity, watch)

    def _without_events(self) -> None:
        observer, self._observer = self._observer, None
        with suppress(OSError, RuntimeError):
            if observer is not None and observer.is_alive():
                observer.stop()
        self._told()


class _Hints(FileSystemEventHandler):
    def __init__(self, named: Callable[[str], None]) -> None:
        self._named = named

    def on_any_event(self, event: FileSystemEvent) -> None:
        for path in (event.src_path, event.dest_path):
            self._named(os.fsdecode(path))


def _only(digests: Mapping[str, bytes], paths: Iterable[str]) -> dict[str, bytes]:
    return {path: digests[path] for path in paths if path in digests}


def _identity(folder: Path) -> tuple[int, int] | None:
    try:
        found = folder.stat()
    except OSError:
        return None
    return (found.st_dev, found.st_ino)
