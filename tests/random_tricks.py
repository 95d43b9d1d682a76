"""What people, editors, git and sync folders do to files, at random but the same for the same seed."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from random_edits import POSTS, Writer

from bench import MiniWorkspace

LONG = 1_600_000_000_000_000_000
"""A time long ago (ns)."""
Sources = dict[Path, tuple[bytes, int]]
"""Of each file what is in it, and when it was changed."""


class Editor(Writer):
    """Edits a workspace, one thing after the other; `edit` says what it did."""

    def __init__(self, work: MiniWorkspace, seed: int) -> None:
        super().__init__(work, seed)
        self._past: list[Sources] = []
        self._good: Sources = {}
        self._edits: list[Callable[[], str]] = [
            *(
                self.body,
                self.body,
                *[self.text] * 8,
                self.comma,
                self.comma,
                self.less,
                self.same_text,
                self.title,
                self.date,
                self.kind,
                self.status,
                self.segment,
                self.topic,
                self.add,
            ),
            *(self.remove, self.rename, self.other_case, self.into_a_folder, self.renamed_segment, self.person),
            *(self.settings, self.theme, self.template, self.static, self.picture, self.contact, self.language),
            *(self.same_size, self.same_size_and_time, self.touch, self.same_bytes, self.at_another_time),
            *(self.swap, self.hard_link, self.symlink, self.copied_over, self.folder_away, self.slip),
            *(self.site_touched, self.site_spoilt, self.site_gone, self.cache_gone, self.cache_swapped),
            *(self.undo, self.undo, self.undo_with_times),
        ]

    def edit(self, *, is_good: bool) -> str:
        """One of all edits; where the workspace is not good, soon what it was when it was."""
        now = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in self._sources()}
        self._past = [*self._past[-8:], now]
        self._good = now if is_good else self._good
        if not is_good and self._chance.random() < 0.5:
            return self._back(self._good, times=self._chance.random() < 0.5)
        return self._chance.choice(self._edits)()

    def other_case(self) -> str:
        path = self._post()
        path.rename(path.with_name(path.name.swapcase().replace(".MD", ".md")))
        return f"{path.name} in other letters"

    def _same_size(self) -> Path:
        path = self._post()
        data = path.read_bytes()
        start = data.index(b"\n---\n") + 5
        letters = [at for at in range(start, len(data)) if data[at : at + 1].islower()]
        at = self._chance.choice(letters)
        new = b"e" if data[at : at + 1] == b"a" else b"a"
        path.write_bytes(data[:at] + new + data[at + 1 :])
        return path

    def same_size(self) -> str:
        return f"one letter of {self._same_size().name}"

    def same_size_and_time(self) -> str:
        times = {path: path.stat().st_mtime_ns for path in self._sources()}
        path = self._same_size()
        os.utime(path, ns=(times.get(path, LONG),) * 2)
        return f"one letter of {path.name}, at the same time"

    def touch(self) -> str:
        path = self._chance.choice(self._sources())
        path.touch()
        return f"{path.name} is touched"

    def same_bytes(self) -> str:
        path = self._chance.choice(self._sources())
        data, there = path.read_bytes(), path.stat()
        path.write_bytes(data)
        os.utime(path, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{path.name} is written again"

    def at_another_time(self) -> str:
        """As under a clock that was set back, or far ahead."""
        path = self._same_size()
        os.utime(path, ns=(self._chance.choice((1, LONG, 2 * LONG)),) * 2)
        return f"one letter of {path.name}, at another time"

    def swap(self) -> str:
        one, other = self._post(), self._post()
        aside = one.with_name("aparte")
        one.rename(aside)
        if other != one:
            other.rename(one)
        aside.rename(other)
        return f"{one.name} and {other.name} change places"

    def hard_link(self) -> str:
        """A post is edited under its other name."""
        path = self._post()
        outside = self.work.root / "fuera"
        outside.unlink(missing_ok=True)
        outside.hardlink_to(path)
        there = path.stat()
        with outside.open("r+b") as stream:
            data = stream.read()
            stream.seek(len(data) - 3)
            stream.write(self._chance.choice((b"aa", b"ee")))
        os.utime(outside, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{path.name} under another name"

    def symlink(self) -> str:
        path = self._post()
        outside = self.work.root / f"fuera-{self._chance.randrange(3)}.md"
        data = path.read_bytes()
        path.unlink()
        outside.write_bytes(data)
        path.symlink_to(outside)
        return f"{path.name} is a link"

    def copied_over(self) -> str:
        """With its times, as by `cp -p` or rsync."""
        one, other = self._post(), self._post()
        if not one.samefile(other):
            shutil.copy2(one, other)
        return f"{one.name} over {other.name}"

    def folder_away(self) -> str:
        folder, aside = self.work.root / POSTS, self.work.root / "aparte"
        shutil.rmtree(aside, ignore_errors=True)
        if folder.exists():
            folder.rename(aside)
        return "the posts are away"

    def _page(self) -> Path | None:
        found = sorted(path for path in (self.work.root / "site").rglob("*.html"))
        return self._chance.choice(found) if found else None

    def site_touched(self) -> str:
        page = self._page()
        if page:
            os.utime(page, ns=(self._chance.choice((1, LONG, 2 * LONG)),) * 2)
        return f"{page} has another time"

    def site_spoilt(self) -> str:
        page = self._page()
        if page:
            there, data = page.stat(), page.read_bytes()
            page.write_bytes(data[:-5] + b"hello")
            os.utime(page, ns=(there.st_atime_ns, there.st_mtime_ns))
        return f"{page} is another of the same size and time"

    def site_gone(self) -> str:
        page = self._page()
        if page:
            page.unlink()
        return f"{page} is gone"

    def cache_gone(self) -> str:
        shutil.rmtree(self.work.root / ".valuegen", ignore_errors=True)
        return "what was kept is gone"

    def cache_swapped(self) -> str:
        """What is kept of another time comes back."""
        kept, aside = self.work.root / ".valuegen/cache", self.work.root / "cache-de-antes"
        if aside.exists():
            shutil.rmtree(kept, ignore_errors=True)
            kept.parent.mkdir(exist_ok=True)
            aside.rename(kept)
            return "what was kept before is back"
        if kept.exists():
            shutil.copytree(kept, aside)
        return "a copy of what is kept"

    def undo(self) -> str:
        return self._back(self._chance.choice(self._past), times=False)

    def undo_with_times(self) -> str:
        return self._back(self._chance.choice(self._past), times=True)

    def _back(self, before: Sources, *, times: bool) -> str:
        for path in self._sources():
            if path not in before:
                path.unlink()
        for path, (data, when) in before.items():
            if path.is_file() and path.read_bytes() == data:
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            if times:
                os.utime(path, ns=(when, when))
        return "back to an earlier state" + (", times too" if times else "")
