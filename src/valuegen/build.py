"""The one pipe: a workspace in, findings and a site out. It has no disk of its own: preview and tests run it too.

survey(reading)  -> what it comes to, and what is wrong with it
site(survey)     -> every page, not yet rendered
rendered(pages)  -> their bytes, over a `concurrent.futures` executor or in this process
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from valuegen import check, judge
from valuegen.check import Policy, Silence
from valuegen.extras import SEARCH, version_of
from valuegen.finding import Finding, Mend
from valuegen.judge import Judgement
from valuegen.leaf import Leaves, NoLeaves
from valuegen.model.entry import Entry
from valuegen.model.workspace import Workspace
from valuegen.pages.types import Page, Theme
from valuegen.plan.make import make_plan
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan, Reminder
from valuegen.prose import Prose, dump, key, load, parse
from valuegen.read.workspace import Reading
from valuegen.rules import private_leak, vanity_metric

if TYPE_CHECKING:
    from valuegen.pages.judged import Judged
    from valuegen.remedy import Credit
    from valuegen.render.html import Renderer

T = TypeVar("T")
Pages = Mapping[str, Page]

CHUNK = 64
"""So many leaves or pages go to a worker at once."""
FEW = 256
"""Below that many, workers cost more than they bring."""


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

    @property
    def is_readable(self) -> bool:
        """Whether there is no `format` error: what else is said can be relied on."""
        return not _is_broken(self.findings)


def survey(reading: Reading, leaves: Leaves, executor: Executor | None = None, *, untrusted: bool = False) -> Survey:
    """Derive, check, and find the mends. `untrusted`: as if there were no clients (a stranger's pull request)."""
    workspace = reading.workspace
    if workspace is None:
        return Survey(reading, reading.findings)
    if untrusted:
        workspace = replace(workspace, contacts=None, needs=None, log=None)
    prose = prose_of(workspace, leaves, executor)
    plan = make_plan(workspace, reading.as_of, prose, judged_of(workspace, prose, leaves))
    policy, mistakes = check.policy_of(workspace.settings, workspace.segments)
    found = check.checked(plan, policy)
    everything = (*reading.findings, *mistakes, *found.findings)
    if _is_broken(everything):
        return _unreadable(reading, everything, plan, policy)
    from valuegen import remedy  # who asks what to do needs no mend, and need not wait for what seeks them

    mended = remedy.mended(plan, policy, found.findings)
    return Survey(
        reading,
        _in_order((*reading.findings, *mistakes, *mended)),
        plan,
        policy,
        remedy.credits(plan, policy),
        reminders_of(plan),
        found.silences,
        found.skipped,
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
    for entry in entries:
        if entry.written is not None:
            for trouble in parse(entry.written.text, workspace.language_of(entry)).troubles:
                place = entry.written.place(trouble.line, trouble.column)
                mend = Mend(trouble.mend) if trouble.mend else None
                yield Finding("format", "error", trouble.message, place, mend=mend)


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def prose_of(workspace: Workspace, leaves: Leaves, executor: Executor | None = None) -> dict[str, Prose]:
    """The prose of every entry that has a text, by slug: from the cache, else parsed, each text once."""
    texts = {
        entry.slug: (entry.written.text, workspace.language_of(entry)) for entry in workspace.entries if entry.written
    }
    keys = {slug: key(*text) for slug, text in texts.items()}
    held: dict[bytes, bytes] = {}
    for one in dict.fromkeys(keys.values()):
        known = leaves.get("prose", one)
        if known is not None:
            held[one] = known
    missing = {keys[slug]: text for slug, text in texts.items() if keys[slug] not in held}
    for one, made in zip(missing, _parsed(list(missing.values()), executor), strict=True):
        leaves.put("prose", one, made)
        held[one] = made
    loaded = {one: load(data) for one, data in held.items()}
    return {slug: loaded[keys[slug]] for slug in texts}


def judged_of(workspace: Workspace, prose: Mapping[str, Prose], leaves: Leaves) -> dict[str, Judgement]:
    """What the words of every entry do, by slug: from the cache, else judged."""
    of_site = judge.ground_of(workspace.settings)
    grounds = {language: of_site.speaking(language) for language in workspace.spoken}
    judged: dict[str, Judgement] = {}
    for entry in workspace.entries:
        writing = judge.writing_of(entry, prose.get(entry.slug))
        ground = grounds[workspace.language_of(entry)]
        one = judge.key(writing, ground, key(entry.written.text, ground.language) if entry.written else b"")
        known = leaves.get("judged", one)
        judged[entry.slug] = judge.judge(writing, ground) if known is None else judge.load(known)
        if known is None:
            leaves.put("judged", one, judge.dump(judged[entry.slug]))
    return judged


def site(
    found: Survey,
    theme: Theme,
    leaves: Leaves | None = None,
    *,
    drafts: bool = False,
    future: bool = False,
    planner: bool = True,
) -> Pages:
    """Every page by its address, not yet rendered. Needs a survey with a plan that can be relied on."""
    # here and below: who only checks, or asks what to do, need not wait for what makes pages
    from valuegen.pages.planner import planner_pages
    from valuegen.pages.public import public_pages

    assert found.plan
    assert found.policy
    searchable = found.plan.workspace.settings.site.search and bool(version_of(SEARCH))
    pages = dict(public_pages(found.plan, drafts=drafts, future=future, searchable=searchable, theme=theme))
    pages = indexed(pages, leaves or NoLeaves())
    if planner:
        pages.update(planner_pages(_judged(found), theme))
    return pages


def indexed(pages: Pages, leaves: Leaves) -> dict[str, Page]:
    """The pages with the files of the search in the place of what they are made of."""
    made: dict[str, Page] = {}
    for page in pages.values():
        if page.form == "index":
            from valuegen.pages.search import Index
            from valuegen.render.search import index_files

            assert isinstance(page.view, Index)
            files = {page.address + name: data for name, data in index_files(page.view, leaves).items()}
            made |= {address: Page(address, None, data, form="bytes") for address, data in files.items()}
        else:
            made[page.address] = page
    return made


def rendered(
    pages: Pages, theme: Theme, language: str, executor: Executor | None = None, leaves: Leaves | None = None
) -> Iterator[tuple[str, bytes]]:
    """The bytes of every page, in an order that is always the same; pictures are kept in `leaves`. Raises `ThemeError`.

    Over the executor where there is one, and enough to do."""
    from valuegen.render.many import rendered as made

    yield from made(pages, theme, language, executor, leaves)


def _renderer(theme: Theme, language: str) -> "Renderer":
    from valuegen.render.html import Renderer  # a check renders nothing, and need not wait for what it loads

    return Renderer(theme, language)


def leaks(found: Survey, tree: Iterable[tuple[str, bytes]], pages: Pages | None = None) -> Iterator[Finding]:
    """What of a client's stands in the public pages of a rendered tree (rule `private-leak`), at the page.

    `pages`: those that it was made of, by which pictures that have no text are told.
    """
    from valuegen.render.many import PIXELS

    made = {address for address, page in (pages or {}).items() if page.form in PIXELS}
    public = ((address, data) for address, data in tree if address.startswith("public/") and address not in made)
    yield from _leaks(found, public)


def review(found: Survey, theme: Theme) -> bytes:
    """One self-contained page with the months ahead, the drafts and the balance. Raises `ThemeError`."""
    from valuegen.pages.review import review_page

    assert found.plan
    with _renderer(theme, found.reading.language) as renderer:
        return renderer.render(review_page(_judged(found), theme))


def review_leaks(found: Survey, name: str, data: bytes) -> Iterator[Finding]:
    """What of a client's stands in a review, which shows drafts too; at the file `name`."""
    yield from _leaks(found, [(name, data)])


def _leaks(found: Survey, files: Iterable[tuple[str, bytes]]) -> Iterator[Finding]:
    from valuegen.leaks.scan import scan, secrets_of

    assert found.reading.workspace
    secrets = secrets_of(found.reading.workspace)
    for address, data in files:
        yield from private_leak.in_page(scan(secrets, address, data))


def _judged(found: Survey) -> "Judged":
    from valuegen.pages.judged import Judged

    assert found.plan
    assert found.policy
    return Judged(found.plan, found.policy, found.findings, found.credits, found.reminders, found.silences)


def _parsed(texts: list[tuple[str, str]], executor: Executor | None) -> Iterator[bytes]:
    if executor is None or len(texts) < FEW:
        yield from _parse_chunk(texts)
        return
    for made in executor.map(_parse_chunk, _chunks(texts)):
        yield from made


def _parse_chunk(texts: Sequence[tuple[str, str]]) -> list[bytes]:
    return [dump(parse(text, language)) for text, language in texts]


def _chunks(items: Sequence[T]) -> Iterator[list[T]]:
    stream = iter(items)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk
