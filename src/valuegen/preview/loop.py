"""The loop: sources change, a new state is made, everybody who looks is told. One thread makes states."""

import os
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from valuegen import build
from valuegen.finding import Finding
from valuegen.leaf import Leaves
from valuegen.preview.sources import FOLDERS
from valuegen.preview.state import Memory, State, Wishes
from valuegen.preview.watch import Watch
from valuegen.preview.ways import Ways, ways_of
from valuegen.read.workspace import Reading, read_workspace
from valuegen.render.assets import load_theme
from valuegen.render.theme_error import ThemeError


class Loop:
    """Keeps the state of a workspace. `state` may be read by any thread; `wait` waits for another."""

    def __init__(self, root: Path, wishes: Wishes, leaves: Leaves, failed: Callable[[], None] = lambda: None) -> None:
        self._root, self._leaves, self._failed = root, leaves, failed
        self._making = threading.Lock()
        self._news = threading.Condition()
        self._ended = False
        self.run_id = secrets.token_hex(4)
        self.state = made(root, wishes, None, leaves)

    def run(self, watch: Watch) -> None:
        """Make a new state each time that something changes, until the watch ends."""
        for _ in watch.changed():
            self.again()

    def again(self, wishes: Wishes | None = None) -> State:
        """Make a new state now; the last good one stays where that fails."""
        with self._making:
            before = self.state
            try:
                state = made(self._root, wishes or before.wishes, before, self._leaves)
            except Exception:  # our own fault: told, and the preview goes on
                self._failed()
                state = replace(before, number=before.number + 1, is_old=True)
            with self._news:
                self.state = state
                self._news.notify_all()
            return state

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


def made(root: Path, wishes: Wishes, before: State | None, leaves: Leaves) -> State:
    """The state of a workspace now; `before`: what was shown until now, which stays where there is nothing better."""
    number = before.number + 1 if before else 1
    reading = read_workspace(root, wishes.as_of)
    survey = build.survey(reading, leaves)
    if survey.plan is None or not survey.is_readable:
        broken = tuple(one for one in survey.findings if one.level == "error")
        return _as_it_was(State(number, wishes, survey, survey.findings, broken), before)
    try:
        return _shown(State(number, wishes, survey, survey.findings), before, leaves)
    except ThemeError as wrong:
        finding = Finding("format", "error", wrong.message, wrong.place)
        return _as_it_was(State(number, wishes, survey, (finding, *survey.findings), (finding,)), before)


def _shown(state: State, before: State | None, leaves: Leaves) -> State:
    plan = state.survey.plan
    assert plan is not None
    assert plan.workspace.theme is not None
    theme = load_theme(plan.workspace.theme)
    pages = build.site(state.survey, theme, leaves, drafts=state.wishes.drafts, future=state.wishes.future)
    language = state.survey.reading.language
    ways = ways_of(plan, pages, before.ways if before else Ways())
    memory = Memory(pages, theme, language, leaves, before.memory if before else None)
    return replace(state, pages=pages, theme=theme, language=language, ways=ways, memory=memory)


def _as_it_was(state: State, before: State | None) -> State:
    """The findings of now over the last pages that could be made."""
    if before is None:
        return replace(state, is_old=True, language=state.survey.reading.language)
    return replace(
        state,
        pages=before.pages,
        theme=before.theme,
        language=before.language,
        ways=before.ways,
        memory=before.memory,
        is_old=True,
    )


def bases(reading: Reading, root: Path) -> Sequence[Path]:
    """The files outside the workspace's folders that it depends on: those that `valuegen.yaml` extends."""
    outside = [path for path in reading.sources.texts if not path.startswith(tuple(f"{name}/" for name in FOLDERS))]
    return [Path(os.path.normpath(root / path)) for path in outside]
