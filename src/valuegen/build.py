"""The one pipe: a workspace in, findings and a site out. It has no disk of its own: preview and tests run it too.

planned(reading)   -> what it comes to
promised(planned)  -> and whether its promises hold
public, planner_of -> every page, not yet rendered
making(…, put)     -> their bytes, put where they belong: by this process, by forks of it, or over an executor
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING, Protocol

from valuegen import check
from valuegen.check import Policy, Silence, Verdict
from valuegen.extras import SEARCH, version_of
from valuegen.finding import Finding, Mend
from valuegen.judge.ahead import Ahead
from valuegen.judge.kept import KeptJudged, judged_of
from valuegen.leaf import Kept, Leaves
from valuegen.model.entry import Entry
from valuegen.model.workspace import Workspace
from valuegen.pages.types import Page, Theme
from valuegen.plan.make import make_plan
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan, Reminder
from valuegen.prose import engine_of, parse
from valuegen.prose.kept import KeptProse, prose_of
from valuegen.read.workspace import Reading
from valuegen.rules import private_leak, vanity_metric
from valuegen.trace import facets, reading

if TYPE_CHECKING:
    from valuegen.pages.judged import Judged
    from valuegen.pages.public import Public
    from valuegen.remedy import Credit
    from valuegen.render.hands import Hands
    from valuegen.render.html import Renderer

Pages = Mapping[str, Page]
Pieces = Callable[[], Iterator[bytes]]
"""The bytes of a file that is too large to be held, some at a time, as often as it is called."""
INDEX = "index"
"""The form of the page of which the files of the search are made."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a workspace comes to on a day. `plan` is None where it can't be read; `findings` are all, in order."""

    reading: Reading
    findings: tuple[Finding, ...]
    plan: Plan | None = None
    policy: Policy | None = None
    credits: "Mapping[str, Credit]" = field(default_factory=dict)
    reminders: tuple[Reminder, ...] = ()
    silences: tuple[Silence, ...] = ()
    skipped: tuple[str, ...] = ()
    """Rules that were skipped: the private collections that they need are not here."""

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    """What each rule said, and which facets of texts it read; so, too, `read_for` what else was derived."""
    read_for: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def is_readable(self) -> bool:
        """Whether there is no `format` error: what else is said can be relied on."""
        return not _is_broken(self.findings)


@dataclass(frozen=True, slots=True)
class Known:
    """What of a survey still holds: the verdicts of rules, and what else was derived (None: nothing of it), with the
    facets that were read for it."""

    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    credits: "Mapping[str, Credit] | None" = None
    reminders: tuple[Reminder, ...] | None = None
    read_for: Mapping[str, frozenset[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """Leaves as they are, for who surveys the same workspace again and again in one process: by their whole input."""

    prose: KeptProse = field(default_factory=Kept)
    judged: KeptJudged = field(default_factory=Kept)


def survey(reading: Reading, leaves: Leaves, *, memory: Memory | None = None) -> Survey:
    """Derive, check, and find the mends."""
    return promised(planned(reading, leaves, memory=memory))


def planned(reading: Reading, leaves: Leaves, *, memory: Memory | None = None) -> Survey:
    """What a workspace comes to, before anybody asked whether its promises hold; `findings` are the mistakes.

    `leaves` may have been told of texts ahead (`Ahead`), which are then waited for.
    """
    workspace = reading.workspace
    if workspace is None:
        return Survey(reading, reading.findings)
    if isinstance(leaves, Ahead):
        leaves.finish(workspace)
    prose = prose_of(workspace, leaves, memory.prose if memory else None)
    judged = judged_of(workspace, prose, leaves, memory.judged if memory else None)
    plan = make_plan(workspace, reading.as_of, prose, judged)
    policy, mistakes = check.policy_of(workspace.settings, workspace.segments)
    if _is_broken((*reading.findings, *mistakes, *check.mistakes(plan, policy))):
        return _unreadable(reading, (*reading.findings, *mistakes, *check.check(plan, policy)), plan, policy)
    return Survey(reading, _in_order((*reading.findings, *mistakes)), plan, policy)


def promised(found: Survey, known: Known = Known()) -> Survey:
    """What was planned, and whether its promises hold. Mistakes stay as they are: nothing can be said beside them."""
    plan, policy = found.plan, found.policy
    if plan is None or policy is None or not found.is_readable:
        return found
    checked = check.checked(plan, policy, known=known.verdicts)
    everything = (*found.findings, *checked.findings)
    if _is_broken(everything):
        return _unreadable(found.reading, everything, plan, policy)
    from valuegen import remedy  # who asks what to do needs no mend, and need not wait for what seeks them

    with reading() as of_credits:
        credits = remedy.credits(plan, policy) if known.credits is None else known.credits
    with reading() as of_reminders:
        reminders = reminders_of(plan) if known.reminders is None else known.reminders
    return replace(
        found,
        findings=_in_order((*found.findings, *remedy.mended(plan, policy, checked.findings))),
        credits=credits,
        reminders=reminders,
        silences=checked.silences,
        skipped=checked.skipped,
        verdicts=checked.verdicts,
        read_for={"credits": facets(of_credits), "reminders": facets(of_reminders), **known.read_for},
    )


def outlook(reading: Reading, leaves: Leaves) -> Survey:
    """What there is to do: the plan and its reminders, without asking whether the promises hold.

    `findings` are the mistakes alone, for which nothing can be relied on.
    """
    workspace = reading.workspace
    if workspace is None:
        return Survey(reading, reading.findings)
    plan = make_plan(workspace, reading.as_of, prose_of(workspace, leaves), judged={})  # reminders don't judge words
    policy, mistakes = check.policy_of(workspace.settings, workspace.segments)
    everything = (*reading.findings, *mistakes, *check.mistakes(plan, policy))
    if _is_broken(everything):
        return _unreadable(reading, everything, plan, policy)
    return Survey(reading, _in_order(everything), plan, policy, reminders=reminders_of(plan))


def _is_broken(findings: Iterable[Finding]) -> bool:
    return any(finding.rule == "format" and finding.level == "error" for finding in findings)


def _unreadable(reading: Reading, findings: Iterable[Finding], plan: Plan, policy: Policy) -> Survey:
    """The mistakes alone, those inside the texts too: what else would be said can't be relied on."""
    format_alone = [finding for finding in findings if finding.rule in ("format", vanity_metric.NAME)]
    format_alone += _in_texts(reading.unsound, plan.workspace)
    return Survey(reading, _in_order(_each_once(format_alone)), plan, policy)


def _each_once(findings: Iterable[Finding]) -> Sequence[Finding]:
    """Of a text that several entries have, what is wrong is said once."""
    return list({(one.place, one.message.id, str(one.message.values)): one for one in findings}.values())


def _in_texts(entries: Iterable[Entry], workspace: Workspace) -> Iterator[Finding]:
    """What is wrong inside the texts of entries that have other mistakes: all of it comes in one run."""
    engine = engine_of(workspace.settings)
    for entry in entries:
        if entry.written is not None:
            for trouble in parse(entry.written.text, workspace.language_of(entry), engine).troubles:
                place = entry.written.place(trouble.line, trouble.column)
                mend = Mend(trouble.mend) if trouble.mend else None
                yield Finding("format", "error", trouble.message, place, mend=mend)


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def public(found: Survey, theme: Theme, *, drafts: bool = False, future: bool = False) -> "Public":
    """What the public pages are made of."""
    # here and below: who only checks, or asks what to do, need not wait for what makes pages
    from valuegen.pages.public import public_of

    assert found.plan
    searchable = found.plan.workspace.settings.site.search and bool(version_of(SEARCH))
    return public_of(found.plan, drafts=drafts, future=future, searchable=searchable, theme=theme)


def planner_of(found: Survey, theme: Theme) -> Pages:
    """The private pages, not yet rendered."""
    from valuegen.pages.planner import planner_pages

    return planner_pages(_judged(found), theme)


def indexed(pages: Pages, leaves: Leaves) -> dict[str, Page]:
    """The pages with the files of the search in the place of what they are made of. Raises `SearchError`."""
    made: dict[str, Page] = {}
    for page in pages.values():
        if page.form == INDEX:
            from valuegen.pages.search import Index
            from valuegen.render.search import index_files, is_of_program

            assert isinstance(page.view, Index)
            for name, data in index_files(page.view, leaves).items():
                form = "program" if is_of_program(name) else "bytes"
                made[page.address + name] = Page(page.address + name, None, data, form=form)
        else:
            made[page.address] = page
    return made


def rendered(pages: Pages, theme: Theme, language: str, leaves: Leaves | None = None) -> dict[str, bytes]:
    """The bytes of some pages; pictures are kept in `leaves`. Raises `ThemeError`."""
    from valuegen.render.many import rendered as made

    return made(pages, theme, language, leaves)


class PutIn(Protocol):
    """Puts a file where it belongs."""

    def __call__(self, address: str, data: bytes | Pieces, /) -> str:
        """What it was put under."""


@dataclass(frozen=True, slots=True)
class Put:
    """A page that was made: what it was put under, what of a client's stands in it, what it read of texts (packed)."""

    address: str
    digest: str
    leaks: tuple[Finding, ...] = ()
    reads: str = ""


@contextmanager
def making(
    found: Survey, pages: Pages, theme: Theme, put: "PutIn", hands: "Hands", leaves: Leaves
) -> Iterator[Iterator[Put]]:
    """Make every page, look through those that are public for what is private (rule `private-leak`), and `put` it.

    By all hands where there is enough to do; forks of this process begin at once, and call `put` themselves. `found`
    need not be judged for public pages. Raises `ThemeError` where a page is asked for. Large files go piece by piece.
    """
    from valuegen.leaks.scan import secrets_of
    from valuegen.pages.public import large_file
    from valuegen.render.leaking import Leaking
    from valuegen.render.many import TELLING_NOTHING, taking
    from valuegen.render.take import Take

    assert found.reading.workspace
    untold = frozenset(address for address, page in pages.items() if page.form in TELLING_NOTHING)
    leaking = Leaking(secrets_of(found.reading.workspace), untold)
    large = {address: stored for address, page in pages.items() if (stored := large_file(page)) is not None}
    others = {address: page for address, page in pages.items() if address not in large}
    with taking(others, theme, found.reading.language, Take(leaking, put), hands, leaves) as made:
        copies = (Put(at, put(at, file.pieces), leaking(at, file.pieces)) for at, file in large.items())
        yield chain((Put(address, digest, leaks, reads) for address, (leaks, digest, reads) in made), copies)


def _renderer(theme: Theme, language: str) -> "Renderer":
    from valuegen.render.html import Renderer  # a check renders nothing, and need not wait for what it loads

    return Renderer(theme, language)


def review(found: Survey, theme: Theme) -> bytes:
    """One self-contained page with the months ahead, the drafts and the balance. Raises `ThemeError`."""
    from valuegen.pages.review import review_page

    assert found.plan
    with _renderer(theme, found.reading.language) as renderer:
        return renderer.render(review_page(_judged(found), theme))


def review_leaks(found: Survey, name: str, data: bytes) -> Iterator[Finding]:
    """What of a client's stands in a review, which shows drafts too; at the file `name`."""
    from valuegen.leaks.scan import scan, secrets_of

    assert found.reading.workspace
    yield from private_leak.in_page(scan(secrets_of(found.reading.workspace), name, data))


def _judged(found: Survey) -> "Judged":
    from valuegen.pages.judged import Judged

    assert found.plan
    assert found.policy
    return Judged(found.plan, found.policy, found.findings, found.credits, found.reminders, found.silences)
