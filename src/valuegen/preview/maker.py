"""A workspace → what a preview shows of it: pages first, then what the promises say."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from valuegen import build
from valuegen.finding import Finding
from valuegen.leaf import Leaves, NoLeaves
from valuegen.pages.public import pages_of
from valuegen.preview.state import Memory, State, Wishes
from valuegen.preview.ways import Ways, ways_of
from valuegen.read import workspace as reading
from valuegen.render.assets import load_theme
from valuegen.render.theme_error import ThemeError


class Maker:
    """Makes states of one workspace, with leaves that are kept from one to the next. For one thread."""

    def __init__(self, root: Path, leaves: Leaves | None = None) -> None:
        self._root, self._leaves = root, leaves or NoLeaves()
        self._read, self._built = reading.Memory(), build.Memory()

    def whole(self, wishes: Wishes, before: State | None) -> State:
        """The state of the workspace now, with all that there is to say of it."""
        *_, last = self.steps(wishes, before)
        return last

    def steps(self, wishes: Wishes, before: State | None) -> Iterator[State]:
        """First its pages, with the planner and the findings of `before`, then all. What was shown before stays where
        there is nothing better."""
        found = build.planned(
            reading.read_workspace(self._root, wishes.as_of, self._read), self._leaves, memory=self._built
        )
        if found.plan is None or not found.is_readable:
            yield _broken(State(1, wishes, found, found.findings), before)
            return
        try:
            public = self._public(State(1, wishes, found, found.findings), before)
        except ThemeError as wrong:
            finding = Finding("format", "error", wrong.message, wrong.place)
            whole = build.promised(found)
            findings = (finding, *whole.findings)
            yield _as_it_was(State(1, wishes, whole, findings, (finding,)), before)
            return
        if before is not None and before.memory is not None:
            yield self._shown(public, before, _planner_of(before), before.findings)
        whole = build.promised(found)
        if not whole.is_readable:
            yield _broken(State(1, wishes, whole, whole.findings), before)
            return
        assert public.theme
        yield self._shown(replace(public, survey=whole), before, build.planner_of(whole, public.theme), whole.findings)

    def _public(self, state: State, before: State | None) -> State:
        """The public pages. Raises `ThemeError`."""
        plan, wishes = state.survey.plan, state.wishes
        assert plan is not None
        assert plan.workspace.theme is not None
        theme = load_theme(plan.workspace.theme)
        public = build.public(state.survey, theme, drafts=wishes.drafts, future=wishes.future)
        pages = pages_of(public)
        ways = ways_of(plan, pages, before.ways if before else Ways())
        return replace(
            state, pages=pages, theme=theme, language=state.survey.reading.language, ways=ways, public=public
        )

    def _shown(self, public: State, before: State | None, planner: build.Pages, findings: tuple[Finding, ...]) -> State:
        assert public.theme
        pages = {**public.pages, **planner}
        memory = Memory(pages, public.theme, public.language, self._leaves, before.memory if before else None)
        return replace(public, pages=pages, memory=memory, findings=findings)


def _planner_of(state: State) -> build.Pages:
    return {address: page for address, page in state.pages.items() if address.startswith("planner/")}


def _broken(state: State, before: State | None) -> State:
    return _as_it_was(replace(state, broken=tuple(one for one in state.findings if one.level == "error")), before)


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
