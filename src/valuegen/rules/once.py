"""Every planned entry once, for what is found in its text or its keys: those are the same in all its occurrences."""

from collections.abc import Iterator

from valuegen.plan.occurrence import Occurrence
from valuegen.plan.types import Plan


def each_once(plan: Plan) -> Iterator[Occurrence]:
    """One occurrence of each planned entry: the first that is not past, else the last."""
    found: dict[str, Occurrence] = {}
    for each in plan.occurrences:
        if each.is_planned and each.day is not None:
            held = found.get(each.entry.slug)
            if held is None or held.is_past:
                found[each.entry.slug] = each
    yield from found.values()
