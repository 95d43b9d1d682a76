"""The entry that somebody names: by its slug, by date and slug, or by its title."""

from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.frame import broken
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.types import Plan

_SOME = 8


def named(plan: "Plan", name: str) -> "tuple[Occurrence, ...]":
    """The entry of that slug or DATE-SLUG, or of that title where no other has it; of one that repeats, all its days
    but where a date says which."""
    found = tuple(one for one in plan.occurrences if name in (one.id, one.entry.slug))
    titled = [] if found else [one for one in plan.occurrences if one.entry.title.casefold() == name.casefold()]
    return tuple(titled) if len({one.entry.slug for one in titled}) == 1 else found


def has_happened(ahead: "Occurrence", today: "date | None" = None) -> Message:
    """The question about an entry that is said to be done, and stands on a day to come, or on none; `today`: what its
    date becomes."""
    question = _has_happened(ahead)
    if today is None:
        return question
    return msg("{question} Then {day} becomes its date.", question=question, day=today)


def _has_happened(ahead: "Occurrence") -> Message:
    name = ahead.entry.slug
    if ahead.day is None:
        return msg("“{name}” has no date yet. Has it happened today?", name=name)
    return msg("“{name}” stands on {day}, which is still to come. Has it happened today?", name=name, day=ahead.day)


def unknown(ctx: click.Context, plan: "Plan", name: str) -> NoReturn:
    """End: there is no such entry."""
    from valuegen.read.nearest import nearest

    titled = (one.entry.slug for one in plan.occurrences if one.entry.title.casefold() == name.casefold())
    near = next(titled, None) or nearest(name, _names(plan.occurrences))
    broken(
        ctx,
        msg("There is no entry “{name}”. Did you mean “{near}”?", name=name, near=near)
        if near
        else msg("There is no entry “{name}”. These come next: {names}.", name=name, names=_next(plan)),
    )


def _next(plan: "Plan") -> tuple[str, ...]:
    """The names of some that lie ahead, else of the last ones."""
    ahead = [one for one in plan.occurrences if one.day is not None and one.day >= plan.as_of.day]
    return tuple(dict.fromkeys(one.entry.slug for one in (ahead or plan.occurrences[-_SOME:])))[:_SOME]


def _names(occurrences: "Iterable[Occurrence]") -> list[str]:
    return list(dict.fromkeys(name for one in occurrences for name in (one.entry.slug, one.id)))
