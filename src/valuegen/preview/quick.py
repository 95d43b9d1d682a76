"""The commonest save, shown at once: the text of one post, and nothing else of it, is another.

Its page alone is made, by the functions that make all of them; what else the text changes (lists, feeds, findings, the
planner) follows with the whole. Whatever is not plainly that case is left to the whole.
"""

from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from valuegen.model.entry import Entry
from valuegen.pages.public import page_of
from valuegen.pages.public_plan import PublicPost
from valuegen.pages.shelves import Shelves, with_text
from valuegen.pages.targets import file_at
from valuegen.preview.state import State
from valuegen.prose import Prose, engine_of, parse
from valuegen.read.collector import no_collection
from valuegen.read.entries import body_findings
from valuegen.read.files import BODY_LIMIT, Files
from valuegen.read.front_matter import Split, split
from valuegen.read.sources import Sources
from valuegen.render.theme_error import ThemeError


def with_texts(state: State, root: Path, paths: Collection[str]) -> State | None:
    """The state with the texts that stand in some files of `content/` now; None where more changed than texts."""
    shown: State | None = state
    with no_collection():
        for path in sorted(paths):
            shown = _with_text(shown, root, path) if shown else None
    return shown


def _with_text(state: State, root: Path, path: str) -> State | None:
    before, now = state.survey.reading.sources.texts.get(path), _text(root, path)
    entry = _entry(state, path)
    if entry is None or before is None or now is None or state.public is None or state.memory is None:
        return None
    parted = _parted(before, now)
    post = state.public.shelves.plan.posts.get(entry.slug)
    if parted is None or post is None or post.source != path.removeprefix("content/posts/"):
        return None
    if any(body_findings(parted.text, path)):
        return None
    assert state.survey.plan
    prose = parse(parted.text, post.language, engine_of(state.survey.plan.workspace.settings))
    if prose.troubles or not _files(state.public.shelves, post, prose) <= _files(
        state.public.shelves, post, post.prose
    ):
        return None
    return _shown(state, entry, prose, path, now)


def _text(root: Path, path: str) -> str | None:
    files = Files(root)
    return files.text(path, BODY_LIMIT) if files.exists(path) else None


def _entry(state: State, path: str) -> Entry | None:
    """The one entry whose text is that file, in a state that is whole."""
    workspace = state.survey.plan.workspace if state.survey.plan else None
    if workspace is None or state.is_old or state.broken:
        return None
    found = [entry for entry in workspace.entries if entry.written and entry.written.file == path]
    return found[0] if len(found) == 1 and found[0].text is None else None


def _parted(before: str, now: str) -> Split | None:
    """The text of a file whose head is what it was; None where it is another."""
    old, new = split(before), split(now)
    is_same = (old.head, old.line, old.closed) == (new.head, new.line, new.closed)
    return new if is_same and new.closed and not now.startswith("+++") else None


def _files(shelves: Shelves, post: PublicPost, prose: Prose) -> set[str]:
    """The files that a text shows or links to: a new one has to be published too."""
    found = (file_at(shelves, post, target) for _, target in prose.slots)
    return {file.path for file in found if file is not None}


def _shown(state: State, entry: Entry, prose: Prose, path: str, text: str) -> State | None:
    assert state.public
    assert state.memory
    shelves = with_text(state.public.shelves, entry.slug, prose)
    public = replace(state.public, shelves=shelves)
    page = page_of(public, entry.slug)
    memory = state.memory.with_page(page)
    try:
        memory.page(page.address)
    except ThemeError:
        return None
    reading = state.survey.reading
    sources = Sources({**reading.sources.texts, path: text})
    survey = replace(state.survey, reading=replace(reading, sources=sources))
    pages = {**state.pages, page.address: page}
    return replace(state, number=state.number + 1, survey=survey, pages=pages, memory=memory, public=public)
