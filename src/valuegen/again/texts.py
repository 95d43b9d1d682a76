"""The texts of a workspace, told apart by their facets: handed out so that who reads one is known, and compared."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, cast

from valuegen.build import Survey
from valuegen.judge.parts import NOTHING, Judgement
from valuegen.leaf import Leaves
from valuegen.model.entry import BLANK, TEXT, Entry
from valuegen.model.workspace import Workspace
from valuegen.plan.types import Plan
from valuegen.prose import Prose, engine_of, key, load, parse
from valuegen.prose.kept import PROSE
from valuegen.trace import Fetched, Read, Traced

_BRIEF = ("words", "pitch_words", "fingerprint", "slots")
"""What is asked of all texts again and again: it is kept where it needs no look into the cache."""
_HTML = frozenset({"html", "html_with"})
_UNKNOWN = object()


class Brief(NamedTuple):
    """What is kept of an entry's text: the key of its prose, what is asked most often, and its judgement."""

    key: bytes
    words: int
    pitch_words: int
    fingerprint: str
    slots: tuple[tuple[str, str], ...]
    is_blank: bool
    judged: Judgement


def told_apart(found: Survey) -> Survey:
    """The same survey: whoever reads a text of its plan is told of (`trace`)."""
    return replace(found, plan=_traced(found.plan, found.plan.prose)) if found.plan else found


def with_briefs(plan: Plan, briefs: Mapping[str, Brief], made: Mapping[str, Prose], leaves: Leaves) -> Plan:
    """A plan without texts, with these: what is not `made` is fetched when it is asked for."""
    prose: dict[str, object] = {
        entry.slug: made.get(entry.slug) or _fetched(plan.workspace, entry, briefs[entry.slug], leaves)
        for entry in plan.workspace.entries
        if entry.slug in briefs and briefs[entry.slug].key
    }
    return _traced(replace(plan, judged={slug: brief.judged for slug, brief in briefs.items()}), prose)


def _traced(plan: Plan, texts: Mapping[str, object]) -> Plan:
    prose = {slug: Traced(slug, text) for slug, text in texts.items()}
    judged = {slug: Traced(slug, one) for slug, one in plan.judged.items()}
    return replace(plan, prose=cast("dict[str, Prose]", prose), judged=cast("dict[str, Judgement]", judged))


def _fetched(workspace: Workspace, entry: Entry, brief: Brief, leaves: Leaves) -> Fetched:
    def fetch() -> Prose:
        """From the cache; made of its text where it is not there."""
        return fetched(brief.key, leaves) or parse(*_input(workspace, entry))

    return Fetched(fetch, dict(zip(_BRIEF, brief[1 : 1 + len(_BRIEF)], strict=True)))


def fetched(key: bytes, leaves: Leaves) -> Prose | None:
    """A prose from the cache."""
    known = leaves.get(PROSE, key) if key else None
    return None if known is None else load(known)


def _input(workspace: Workspace, entry: Entry) -> tuple[str, str, str]:
    assert entry.written
    return entry.written.text, workspace.language_of(entry), engine_of(workspace.settings)


def briefs_of(workspace: Workspace, prose: Mapping[str, Prose], judged: Mapping[str, Judgement]) -> dict[str, Brief]:
    """What is kept of these texts, by slug."""
    return {
        entry.slug: _brief(workspace, entry, prose.get(entry.slug), judged[entry.slug]) for entry in workspace.entries
    }


def _brief(workspace: Workspace, entry: Entry, prose: Prose | None, judged: Judgement) -> Brief:
    if prose is None:
        return Brief(b"", 0, 0, "", (), True, judged)
    whole = key(*_input(workspace, entry))
    brief = prose.words, prose.pitch_words, prose.fingerprint, prose.slots
    assert entry.written
    return Brief(whole, *brief, entry.written.is_blank, NOTHING if judged == NOTHING else judged)


@dataclass(frozen=True, slots=True)
class Differing:
    """What is not as it was: by name (a slug, a file) whether a facet differs. Of what is not named nothing does."""

    tests: Mapping[str, Callable[[str], bool]]

    def is_hit(self, reads: Iterable[Read]) -> bool:
        """Whether something that was read differs."""
        return any(name in self.tests and self.tests[name](facet) for name, facet in reads)

    def has(self, facets: Iterable[str]) -> bool:
        """Whether one of these facets differs somewhere."""
        return any(test(facet) for facet in facets for test in self.tests.values())


def differing(
    workspace: Workspace,
    old: Mapping[str, Brief],
    new: Mapping[str, Brief],
    prose: Mapping[str, Prose],
    leaves: Leaves,
) -> Differing:
    """What differs of the entries in `new`, and of their files; `prose`: of these."""
    counts = Counter(brief.fingerprint for brief in old.values())
    after = counts.copy()
    after.subtract(old[slug].fingerprint for slug in new)
    after.update(brief.fingerprint for brief in new.values())
    tests: dict[str, Callable[[str], bool]] = {}
    for entry in workspace.entries:
        if entry.slug in new:
            assert entry.written
            one, other = old[entry.slug], new[entry.slug]
            was = fetched(one.key, leaves)
            told = (one.fingerprint, other.fingerprint)
            # A fingerprint only says which texts are the same: that of one that is like no other says nothing.
            alone = all(told) and counts[told[0]] == 1 and after[told[1]] == 1
            tests[entry.slug] = _Test(was, prose[entry.slug], one.judged, other.judged, alone)
            told_anew = {TEXT} | ({BLANK} if one.is_blank != other.is_blank else set())
            tests[entry.written.file] = told_anew.__contains__
    return Differing(tests)


@dataclass(frozen=True, slots=True)
class _Test:
    """Whether a facet of a text, or of what its words do, is another than before. `was` None: all of them."""

    was: Prose | None
    now: Prose
    judged: Judgement
    judged_now: Judgement
    is_alone: bool

    def __call__(self, facet: str) -> bool:
        if facet in (TEXT, BLANK):  # told of files
            return False
        if self.was is None:
            return True
        if facet in _HTML:
            return (self.was.chunks, self.was.slots) != (self.now.chunks, self.now.slots)
        if facet == "fingerprint" and self.is_alone:
            return False
        one, other = (self.judged, self.judged_now) if hasattr(self.judged, facet) else (self.was, self.now)
        values: list[Any] = [getattr(each, facet, _UNKNOWN) for each in (one, other)]
        return callable(values[0]) or values[0] is _UNKNOWN or bool(values[0] != values[1])
