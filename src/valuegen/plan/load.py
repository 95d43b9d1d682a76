"""Whose minutes a week holds. An entry's minutes are its author's; weeks go from Monday to Sunday."""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from valuegen.plan.occurrence import Occurrence


def monday_of(day: date) -> date:
    """The Monday of its week."""
    return day - timedelta(days=day.weekday())


def weeks_of(occurrences: Iterable[Occurrence]) -> Mapping[tuple[str, date], list[Occurrence]]:
    """(Author, Monday) -> the planned entries of that week, in their order. Weeks stand in the order of their first."""
    found: dict[tuple[str, date], list[Occurrence]] = {}
    for each in occurrences:
        if each.is_planned and each.day is not None:
            found.setdefault((each.author, monday_of(each.day)), []).append(each)
    return found
