"""The loop: sources change, a new state is made, everybody who looks is told. One thread makes the whole of it."""

import gc
import os
import secrets
import threading
import time
from collections.abc import Callable, Collection
from dataclasses import replace
from functools import partial
from pathlib import Path

from valuegen.leaf import Leaves
from valuegen.preview.maker import Maker
from valuegen.preview.quick import with_texts
from valuegen.preview.state import State, Wishes
from valuegen.preview.watch import Watch
from valuegen.read.collector import no_collection

QUIET, LONGEST = 0.25, 2.0
"""After a text was shown: so many seconds without another save, and at most, before the rest is made."""
PATIENCE = 60.0
"""Seconds that whoever wishes something waits for it."""
IDLE, UNTIDY = 5.0, 100
"""After so many seconds without a save, or so many times that all was made, what is in cycles is collected: by itself
Python hardly does so, since it takes what the preview holds for long into account."""
MOST = 3
"""So many times in a row what is half made is begun again."""
FEW = 8
"""So many texts at once are shown one by one; of more the whole is as quick."""


class Loop:
    """Keeps the state of a workspace. `state` may be read by any thread; `wait` waits for another.

    A save is noticed in the thread of the watch, where the text of a post is shown at once (`quick`). The whole is
    made in another: what changes meanwhile is either shown on top of it, or has it begun again.
    """

    def __init__(
        self,
        root: Path,
        wishes: Wishes,
        leaves: Leaves,
        failed: Callable[[], None] = lambda: None,
        judged: Callable[[State], None] = lambda _: None,
    ) -> None:
        self._root, self._failed, self._judged = root, failed, judged
        self._maker = Maker(root, leaves)
        self._news = threading.Condition()
        self._ended = False
        self._wishes = wishes
        self._noticed, self._whole, self._again, self._untidy = 0, 0, 0, 0
        self._texts: set[str] = set()
        self._unshown = False
        self.run_id = secrets.token_hex(4)
        self.state = self._maker.whole(wishes, None)

    def follow(self, watch: Watch) -> None:
        """Notice what changes, until the watch ends."""
        for changed in watch.changed():
            try:
                self.notice(changed)
            except Exception:  # our own fault: told, and the preview goes on
                self._failed()
                self.notice()

    def notice(self, changed: Collection[str] = ()) -> None:
        """Something changed: what can be shown at once is shown, the whole follows. `changed`: files, if known."""
        paths = {os.path.relpath(path, self._root).replace(os.sep, "/") for path in changed}
        with self._news:
            self._noticed += 1
            quick = with_texts(self.state, self._root, paths) if 0 < len(paths) <= FEW else None
            if quick is None:
                self._unshown = True
            else:
                self._texts |= paths
                self.state = quick
            self._news.notify_all()

    def run(self) -> None:
        """Make the whole each time that something was noticed, until the end."""
        while not self._ended:
            with self._news:
                is_wanted = self._news.wait_for(self._is_wanted, IDLE if self._untidy else None)
            if is_wanted:
                self._settle()
                if not self._ended:
                    self._make()
                    self._untidy += 1
            if not is_wanted or self._untidy >= UNTIDY:
                gc.collect()
                self._untidy = 0

    def _is_wanted(self) -> bool:
        return self._ended or self._noticed != self._whole

    def _settle(self) -> None:
        """Let the browser have a text that was shown at once, and whoever writes finish, before the rest is made."""
        with self._news:
            end = time.monotonic() + LONGEST
            while not self._unshown and not self._ended and time.monotonic() < end:
                if not self._news.wait_for(partial(self._is_newer, self._noticed), QUIET):
                    return

    def _is_newer(self, noticed: int) -> bool:
        return self._ended or self._unshown or self._noticed != noticed

    def _make(self) -> None:
        with self._news:
            noticed, wishes, before = self._noticed, self._wishes, self.state
            self._texts, self._unshown = set(), False
        try:
            with no_collection():  # it would hold all threads for as long as it looks at all that is shown
                for state in self._maker.steps(wishes, before):
                    if not self._show(state, noticed):
                        return
            self._judged(state)
        except Exception:  # our own fault: told, and the preview goes on
            self._failed()
            with self._news:
                self.state = replace(self.state, number=self.state.number + 1, is_old=True)
                self._unshown = True
        with self._news:
            self._whole = noticed
            self._news.notify_all()

    def _show(self, state: State, noticed: int) -> bool:
        """Show what was made, and over it the texts that were written meanwhile. False where it is to be made again:
        these can't be shown so, or something else changed (the findings of what was are not waited for, `MOST` times).
        """
        with self._news:
            over = None if self._ended else with_texts(state, self._root, self._texts)
            if over is not None:
                self.state = replace(over, number=self.state.number + 1)
                self._news.notify_all()
            is_late = self._unshown and self._noticed != noticed
            self._again = self._again + 1 if is_late else 0
            return over is not None and not 0 < self._again <= MOST

    def again(self, wishes: Wishes | None = None) -> State:
        """Show another day, or other pages, or make the whole anew; the state when that is done, or the last one where
        it takes too long."""
        with self._news:
            is_shown = wishes is not None and wishes != self._wishes
            self._wishes = wishes or self._wishes
            self._noticed += 1
            self._unshown = True
            mine = self._noticed
            self._news.notify_all()
            self._news.wait_for(
                lambda: self._ended or self._whole >= mine or (is_shown and self.state.wishes == wishes), PATIENCE
            )
            return self.state

    def wait(self, number: int, seconds: float) -> State | None:
        """The state, as soon as it has another number; None after some seconds, or at the end."""
        with self._news:
            self._news.wait_for(lambda: self._ended or self.state.number != number, seconds)
            return None if self._ended or self.state.number == number else self.state

    @property
    def is_over(self) -> bool:
        """Whether it has been told to end."""
        return self._ended

    def end(self) -> None:
        """Let everybody go who waits."""
        with self._news:
            self._ended = True
            self._news.notify_all()
