"""A plan with one entry moved or added, without deriving the rest again: what a remedy tries out.

The workspace stays as it was written. Only the rows of the segments and contacts that the entry names are made anew.
"""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from valuegen.model.entry import Entry
from valuegen.plan.occurrence import Occurrence
from valuegen.plan.occurrences import of_entry, on_day
from valuegen.plan.received import receipts_of
from valuegen.plan.types import Plan


def moved(plan: Plan, occurrence: Occurrence, day: date) -> Occurrence:
    """The same on another day. One of a repetition becomes a single entry, as `valuegen move` writes it."""
    return on_day(occurrence, day, plan.as_of)


def with_moved(plan: Plan, occurrence: Occurrence, day: date) -> Plan:
    """The plan with this occurrence (of this very plan) on another day, all else unmoved."""
    return with_changed(plan, [occurrence], [moved(plan, occurrence, day)])


def with_added(plan: Plan, entry: Entry) -> Plan:
    """The plan with one entry more, with all its occurrences."""
    return with_changed(plan, [], list(of_entry(entry, plan.defaults, plan.as_of)))


def with_changed(plan: Plan, gone: Sequence[Occurrence], come: Sequence[Occurrence]) -> Plan:
    """The plan without some of its occurrences, and with others."""
    kept = list(plan.occurrences)
    for occurrence in gone:
        at = _place_in(kept, occurrence)
        while kept[at] is not occurrence:
            at += 1
        del kept[at]
    for occurrence in come:
        kept.insert(_place_in(kept, occurrence), occurrence)
    if _named(gone) == _named(come):
        receipts = plan.receipts.changed(gone, come)
    else:
        receipts = receipts_of(kept, plan.workspace.segments, plan.relations)
    return replace(plan, occurrences=tuple(kept), receipts=receipts)


def _named(occurrences: Sequence[Occurrence]) -> list[tuple[str, ...]]:
    """Which contacts are named together, as often as they are: who is one audience hangs on that."""
    return sorted(occurrence.contacts for occurrence in occurrences if occurrence.contacts)


def _place_in(row: Sequence[Occurrence], occurrence: Occurrence) -> int:
    return bisect_left(row, occurrence.order, key=lambda one: one.order)
