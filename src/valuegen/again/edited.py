"""What a workspace comes to in which nothing but some texts is other than before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from valuegen.again.kept import Ground, State, head_digest, planned_of
from valuegen.again.readers import Readers
from valuegen.again.texts import Brief, Differing, briefs_of, differing, with_briefs
from valuegen.build import Known, Survey
from valuegen.judge.kept import judged_of
from valuegen.leaf import Leaves
from valuegen.model.workspace import Workspace
from valuegen.prose.kept import prose_of
from valuegen.read.entries import body_findings
from valuegen.read.files import BODY_LIMIT, Files
from valuegen.read.front_matter import split
from valuegen.read.root import git_root
from valuegen.trace import Reads


@dataclass(frozen=True, slots=True)
class Edited:
    """A survey that is planned, and not judged yet; what was found `before`, and what differs since: the texts that
    are not those of the ground, which facets, and the pages that read these (`hit`)."""

    planned: Survey
    before: State
    briefs: Mapping[str, Brief]
    differing: Differing
    readers: Readers
    hit: frozenset[str]

    @property
    def known(self) -> Known:
        """What was derived from nothing that differs."""
        before, has = self.before, self.differing.has
        still = {name: read for name, read in before.read_for.items() if not has(read)}
        return Known(
            {name: verdict for name, verdict in before.verdicts.items() if not has(verdict.facets)},
            before.credits if "credits" in still else None,
            before.reminders if "reminders" in still else None,
            still,
        )

    def is_public_untouched(self, reads: Reads) -> bool:
        """Whether public pages that read nothing of what differs are as they were; `reads`: what was read for all."""
        return not (self.differing.is_hit(reads) or self.differing.is_hit(self.before.public))

    def is_planner_untouched(self, reads: Reads, found: Survey) -> bool:
        """The same of the planner's; `found`: all that was found now."""
        before = self.before
        was = (before.findings, before.credits, before.reminders, before.silences, before.skipped)
        if was != (found.findings, found.credits, found.reminders, found.silences, found.skipped):
            return False
        return not (self.differing.is_hit(reads) or self.differing.is_hit(before.planner))

    def is_untouched(self, address: str) -> bool:
        """Whether a page is known to have read nothing of what differs."""
        return address not in self.hit and address in self.readers.pages


def edited(ground: Ground, readers: Readers, state: State, changed: Iterable[str], leaves: Leaves) -> Edited | None:
    """What there is now; `changed`: the paths from the workspace of all files that are not as they were. None where
    more than texts differs, or that can't be told."""
    texts = _texts_of(ground, frozenset(changed))
    if texts is None:
        return None
    try:
        planned = planned_of(ground, texts)
    except OSError:
        return None
    plan = planned.plan
    assert plan
    entries = tuple(entry for entry in plan.workspace.entries if entry.written and entry.written.file in texts)
    those: Workspace = replace(plan.workspace, entries=entries)
    prose = prose_of(those, leaves)
    if any(one.troubles for one in prose.values()):
        return None
    new = briefs_of(those, prose, judged_of(those, prose, leaves))
    old = {**ground.briefs, **state.briefs}
    differs = differing(those, old, new, prose, leaves)
    now = replace(planned, plan=with_briefs(plan, {**old, **new}, prose, leaves))
    return Edited(now, state, {**state.briefs, **new}, differs, readers, readers.hit(differs))


def _texts_of(ground: Ground, paths: Iterable[str]) -> Mapping[str, str] | None:
    """What is in these files; None where more than the texts of entries is new there, or wrong."""
    workspace = ground.planned.reading.workspace
    assert workspace
    files = Files(workspace.root, git_root(workspace.root))
    return files.texts if all(_is_text_alone(files, path, ground.heads) for path in paths) else None


def _is_text_alone(files: Files, path: str, heads: Mapping[str, bytes]) -> bool:
    """Whether a file has the head that it had, and nothing is wrong with it."""
    if path not in heads or not files.exists(path):
        return False
    whole = files.text(path, BODY_LIMIT)
    if whole is None or files.findings:
        return False
    parted = split(whole)
    is_closed = parted.head is None or parted.closed
    is_sound = not any(body_findings(parted.text, path, parted.line))
    return is_closed and is_sound and head_digest(parted.text, whole) == heads[path]


def state_of(found: Survey, briefs: Mapping[str, Brief], public: Reads, planner: Reads) -> State:
    """What is kept of a survey that was judged, and of the pages made of it."""
    return State(
        briefs,
        found.findings,
        found.credits,
        found.reminders,
        found.silences,
        found.skipped,
        found.verdicts,
        found.read_for,
        public,
        planner,
    )
