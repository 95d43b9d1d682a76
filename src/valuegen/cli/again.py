"""`valuegen build` after a few texts changed: what of the last build holds, and what the next one has to know."""

from collections.abc import Iterable
from functools import cached_property

from valuegen.again import kept
from valuegen.again.edited import Edited, edited, state_of
from valuegen.again.kept import Ground, State
from valuegen.again.readers import Readers, Table
from valuegen.again.texts import briefs_of, told_apart
from valuegen.build import Known, Pages, Put, Survey
from valuegen.cli.last_build import Before
from valuegen.leaf import Leaves
from valuegen.publish.site import Draft
from valuegen.trace import Read, Reads

_PARTS = _GROUND, _TABLE, _STATE = "ground", "readers", "state"


class Again:
    """One build, beside the last one. Where more changed than texts, or that can't be told, nothing of that holds."""

    def __init__(self, before: Before, leaves: Leaves, draft: Draft, *, is_able: bool) -> None:
        """`is_able`: pages are made where their reading is told, by this process and its forks."""
        self._before, self._leaves, self._draft = before, leaves, draft
        self._keeps = is_able and not before.wanted.no_cache
        self._found: Survey | None = None
        self._stages: dict[str, Reads] = {}
        self.untouched: dict[str, str] = {}
        """The pages that are as they were, and their digests."""

    @cached_property
    def edited(self) -> Edited | None:
        """What there is where nothing but texts changed."""
        standing = self._draft.standing if self._keeps else None
        changed, known = self._before.changed(standing), self._before.known
        if not changed or not known or len(known.kept) != len(_PARTS):
            return None
        names = map(self._name, _PARTS)
        parts = [kept.load(self._leaves, name, part) for name, part in zip(names, known.kept, strict=True)]
        match parts:
            case Ground() as ground, Readers() as readers, State() as state:
                return edited(ground, readers, state, changed, self._leaves)
        return None

    @cached_property
    def _table(self) -> Table:
        return Table(self.edited.readers if self.edited else Readers())

    def planned(self) -> Survey | None:
        """What is planned, as far as it holds."""
        return self.edited.planned if self.edited else None

    def told_apart(self, found: Survey) -> Survey:
        """What was planned anew: from here on, who reads its texts is told of."""
        if not self._keeps:
            return found
        self._found = found
        return told_apart(found)

    @property
    def known(self) -> Known:
        """What the promises need not be asked again."""
        return self.edited.known if self.edited else Known()

    def public(self, pages: Pages, reads: Iterable[Read]) -> Pages:
        """The public pages that have to be made; `reads`: what was read for all of them."""
        self._stages["public"] = now = frozenset(reads)
        return self._due(pages) if self.edited and self.edited.is_public_untouched(now) else pages

    def planner(self, found: Survey, pages: Pages, reads: Iterable[Read]) -> Pages:
        """The same of the planner's; `found`: all that was found."""
        self._stages["planner"] = now = frozenset(reads)
        return self._due(pages) if self.edited and self.edited.is_planner_untouched(now, found) else pages

    def _due(self, pages: Pages) -> Pages:
        assert self.edited
        stood, is_untouched = self._draft.stood, self.edited.is_untouched
        due = {address: page for address, page in pages.items() if address not in stood or not is_untouched(address)}
        self.untouched |= {address: stood[address] for address in pages if address not in due}
        return due

    def took(self, put: Put) -> None:
        """A page was made."""
        if self._keeps:
            self._table.add(put.address, put.reads)

    def keep(self, found: Survey) -> tuple[str, ...]:
        """Keep what the next build will want to know; by what that is known."""
        if not self._keeps or not found.plan:
            return ()
        if self.edited:
            assert self._before.known
            ground, table, _ = self._before.known.kept
            old, briefs = self.edited.readers, self.edited.briefs
        else:
            assert self._found
            assert self._found.plan
            plan, old, table, briefs = self._found.plan, None, "", {}
            whole = kept.ground_of(self._found, briefs_of(plan.workspace, plan.prose, plan.judged))
            ground = self._dump(_GROUND, whole)
        readers = self._table.whole(self.untouched.keys())
        table = table if readers is old else self._dump(_TABLE, readers)
        return ground, table, self._dump(_STATE, state_of(found, briefs, **self._stages))

    def _dump(self, part: str, value: object) -> str:
        return kept.dump(self._leaves, self._name(part), value)

    def _name(self, part: str) -> str:
        return f"{part} {self._before.name}"
