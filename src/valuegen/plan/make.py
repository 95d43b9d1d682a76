"""A workspace on a day → its plan."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from valuegen.clock import AsOf, Calendar
from valuegen.judge import Judgement, ground_of, judge, writing_of
from valuegen.model.workspace import Workspace
from valuegen.plan.defaults import defaults_of
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.occurrences import occurrences_of
from valuegen.plan.received import receipts_of
from valuegen.plan.relations import relations_of
from valuegen.plan.rests import reach_of, rests_of, segment_calendars
from valuegen.plan.types import Plan
from valuegen.prose import Prose
from valuegen.read.collector import no_collection


def make_plan(
    workspace: Workspace,
    as_of: AsOf,
    prose: Mapping[str, Prose],
    judged: Mapping[str, Judgement] | None = None,
) -> Plan:
    """Everything derived from a workspace. `prose`: by slug, of the entries that have a text; `judged`: by slug, of
    every entry, where it is at hand."""
    with no_collection():
        return _make_plan(workspace, as_of, prose, judged)


def _make_plan(
    workspace: Workspace, as_of: AsOf, prose: Mapping[str, Prose], judged: Mapping[str, Judgement] | None
) -> Plan:
    if judged is None:
        ground = ground_of(workspace.settings)
        judged = {
            entry.slug: judge(writing_of(entry, prose.get(entry.slug)), ground.speaking(workspace.language_of(entry)))
            for entry in workspace.entries
        }
    defaults = defaults_of(workspace)
    occurrences = tuple(occurrences_of(workspace.entries, defaults, as_of))
    dates = [as_of.day, *_dates(workspace, occurrences)]
    reach = reach_of(min(dates), max(dates))
    closed = Calendar(rests_of(workspace.settings.closed, reach))
    calendars = segment_calendars(workspace, closed, reach)
    relations = relations_of(workspace, defaults, calendars, closed, reach, as_of)
    return Plan(
        workspace=workspace,
        as_of=as_of,
        defaults=defaults,
        occurrences=occurrences,
        receipts=receipts_of(occurrences, workspace.segments, relations),
        relations=relations,
        prose=prose,
        judged=judged,
        calendars=calendars,
        closed=closed,
        members=members_of(workspace),
    )


def members_of(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """Each segment's contacts, in the order of the file."""
    found: dict[str, list[str]] = {segment: [] for segment in workspace.segments}
    for id, contact in (workspace.contacts or {}).items():
        for segment in dict.fromkeys(contact.segments):
            if segment in found:
                found[segment].append(id)
    return {segment: tuple(contacts) for segment, contacts in found.items()}


def _dates(workspace: Workspace, occurrences: Iterable[Occurrence]) -> Iterator[date]:
    """Every date from which somebody may look ahead or back."""
    yield from (occurrence.day for occurrence in occurrences if occurrence.day)
    yield from (line.date.day for line in workspace.log or ())
    yield from (need.heard for need in (workspace.needs or {}).values())
