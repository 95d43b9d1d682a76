"""The one pipe: a workspace in, findings and a site out. It has no disk of its own: preview and tests run it too.

survey(reading)  -> what it comes to, and what is wrong with it
site(survey)     -> every page, not yet rendered
rendered(pages)  -> their bytes, over a `concurrent.futures` executor or in this process
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from itertools import islice
from typing import TypeVar

from valuegen import check, remedy
from valuegen.check import Policy
from valuegen.finding import Finding, Place
from valuegen.leaf import Leaves
from valuegen.model.workspace import Workspace
from valuegen.pages.planner import planner_pages
from valuegen.pages.public import public_pages
from valuegen.pages.types import Page
from valuegen.plan.make import make_plan
from valuegen.plan.reminders import reminders_of
from valuegen.plan.types import Plan, Reminder
from valuegen.prose import Prose, dump, key, load, parse
from valuegen.read.workspace import Reading
from valuegen.remedy import Credit
from valuegen.render.html import Renderer, ThemeError
from valuegen.rules import private_leak
from valuegen.words import msg

T = TypeVar("T")

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
    credits: Mapping[str, Credit] | None = None
    reminders: tuple[Reminder, ...] = ()

    @property
    def is_readable(self) -> bool:
        """Whether there is no `format` error: what else is said can be relied on."""
        return not any(finding.rule == "format" and finding.level == "error" for finding in self.findings)


def survey(reading: Reading, leaves: Leaves, executor: Executor | None = None) -> Survey:
    """Derive, check, and find the mends."""
    workspace = reading.workspace
    if workspace is None:
        return Survey(reading, reading.findings)
    prose = prose_of(workspace, leaves, executor)
    plan = make_plan(workspace, reading.as_of, prose)
    policy, mistakes = check.policy_of(workspace.settings, workspace.segments)
    found = check.check(plan, policy)
    findings = (*reading.findings, *mistakes, *found)
    if any(finding.rule == "format" and finding.level == "error" for finding in findings):
        findings = tuple(finding for finding in findings if finding.rule == "format")
        return Survey(reading, _in_order(findings), plan, policy)
    return Survey(
        reading,
        _in_order((*reading.findings, *mistakes, *remedy.mended(plan, policy, found))),
        plan,
        policy,
        remedy.credits(plan, policy),
        reminders_of(plan),
    )


def _in_order(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.order))


def prose_of(workspace: Workspace, leaves: Leaves, executor: Executor | None = None) -> dict[str, Prose]:
    """The prose of every entry that has a text, by slug: from the cache, else parsed, each text once."""
    language = workspace.settings.site.language
    texts = {entry.slug: entry.written.text for entry in workspace.entries if entry.written}
    keys = {slug: key(text, language) for slug, text in texts.items()}
    held: dict[bytes, bytes] = {}
    for one in dict.fromkeys(keys.values()):
        known = leaves.get("prose", one)
        if known is not None:
            held[one] = known
    missing = {keys[slug]: text for slug, text in texts.items() if keys[slug] not in held}
    for one, made in zip(missing, _parsed(list(missing.values()), language, executor), strict=True):
        leaves.put("prose", one, made)
        held[one] = made
    loaded = {one: load(data) for one, data in held.items()}
    return {slug: loaded[keys[slug]] for slug in texts}


def _parsed(texts: list[str], language: str, executor: Executor | None) -> Iterator[bytes]:
    if executor is None or len(texts) < FEW:
        yield from _parse_chunk((texts, language))
        return
    for made in executor.map(_parse_chunk, [(chunk, language) for chunk in _chunks(texts)]):
        yield from made


def _parse_chunk(work: tuple[Sequence[str], str]) -> list[bytes]:
    texts, language = work
    return [dump(parse(text, language)) for text in texts]


def _chunks(items: Sequence[T]) -> Iterator[list[T]]:
    stream = iter(items)
    while chunk := list(islice(stream, CHUNK)):
        yield chunk
