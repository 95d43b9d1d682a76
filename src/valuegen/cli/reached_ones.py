"""Whom `done` says that an entry reached: all who receive it one by one, or with `--with` only some of them."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.add_sorts import OF_CONTACT
from valuegen.cli.asking import ask
from valuegen.cli.changing import by_hand, nothing_to_do, write
from valuegen.cli.closing import logged
from valuegen.cli.frame import broken, common, is_terminal, say_err
from valuegen.cli.named_entry import has_happened
from valuegen.cli.understood import understood_option
from valuegen.words import Message, msg, nmsg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valuegen.build import Survey
    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.relation import Relation
    from valuegen.plan.types import Plan
    from valuegen.write.change import Change

_NAMED = 5
"""So many are named in a sentence; of more their number is told."""


def of_all(ctx: click.Context, plan: "Plan", occurrence: "Occurrence", *, yes: bool) -> Message | None:
    """Where several are still to be reached, that it counts for all of them: who sits there is asked, else it is to be
    told when it is written."""
    waiting = _waiting(plan, occurrence)
    if len(waiting) < 2:
        return None
    values = {"who": _called(waiting), "name": _named(occurrence), "one": waiting[0].id}
    if not is_terminal(sys.stdin) or yes:
        return msg(
            "It counts as done with {who}. If it was only with some of them, put its status back and say with whom: "
            "`valuegen done {name} --with {one}`.",
            **values,
        )
    question = msg("Has it reached all of them: {who}? (One of them: `valuegen done {name} --with {one}`.)", **values)
    ask(ctx, question, enter=True)
    return None


def only(
    ctx: click.Context,
    root: Path,
    found: "Survey",
    occurrence: "Occurrence",
    names: "Sequence[str]",
    as_of: date | None,
    *,
    yes: bool,
) -> None:
    """A line of the log for each of those who are named, which closes their reminder; when nobody else is to be
    reached, the entry is done."""
    assert found.plan
    plan = found.plan
    if occurrence.day is None:
        broken(ctx, _too_far(occurrence))
    chosen = _chosen(ctx, plan, occurrence, names)
    left = [one for one in _waiting(plan, occurrence) if one.id not in chosen]
    is_ahead = occurrence.day > plan.as_of.day
    is_over = not left and not is_ahead and not _waits_elsewhere(plan, occurrence)
    changes = [logged(ctx, found, _lines(ctx, found, occurrence, chosen))]
    if is_over:
        changes.append(_done(ctx, found, occurrence))
    question = has_happened(occurrence) if is_ahead else None
    write(ctx, root, found, changes, as_of, yes=yes, question=question)
    if left and not common(ctx).quiet:
        say_err(msg("Still to be reached: {who}.", who=_called(left)))


def _chosen(ctx: click.Context, plan: "Plan", occurrence: "Occurrence", names: "Sequence[str]") -> list[str]:
    """The ids of those who are named, without those of whom the log says it already."""
    from valuegen.plan.due_entries import personal_ways

    reached = {relation.id: relation.contact.name for relation, _ in personal_ways(plan, occurrence)}
    if not reached:
        broken(
            ctx,
            msg("“{name}” goes to nobody one by one, so --with has nothing to say.", name=occurrence.entry.slug),
        )
    sort = OF_CONTACT._replace(choices=lambda _: reached, names=lambda _: reached)
    chosen = list(dict.fromkeys(understood_option("--with", sort, plan, name) for name in names))
    waiting = {one.id for one in _waiting(plan, occurrence)}
    told = tuple(reached[id] for id in chosen if id not in waiting)
    if told:
        already = msg("The log says already that it reached {who}.", who=told)
        if len(told) == len(chosen):
            nothing_to_do(ctx, already)
        say_err(already)
    return [id for id in chosen if id in waiting]


def _waiting(plan: "Plan", occurrence: "Occurrence") -> "list[Relation]":
    """Those who receive it one by one, and of whom the log does not say it yet."""
    from valuegen.plan.closed_by import Closings
    from valuegen.plan.due_entries import personal_ways

    closings = Closings(plan)
    return [one for one, _ in personal_ways(plan, occurrence) if not closings.has_told(one.id, occurrence)]


def _waits_elsewhere(plan: "Plan", occurrence: "Occurrence") -> bool:
    """Whether it is still to be shared on a channel for many."""
    from valuegen.plan.closed_by import Closings

    closings = Closings(plan)
    wide = (plan.channel(id) for id in occurrence.channels)
    return any(one.reach != "personal" and not closings.has_shared(one.id, occurrence) for one in wide)


def _lines(ctx: click.Context, found: "Survey", occurrence: "Occurrence", chosen: list[str]) -> list[dict[str, str]]:
    """What `remind --done` would write for each."""
    from valuegen.plan.closing import closing_line

    assert found.plan
    due = {
        one.contact: one
        for one in found.reminders
        if one.kind == "share" and one.entry == occurrence.id and one.contact
    }
    lines = [closing_line(found.plan, due[id]) for id in chosen if id in due]
    written = [line for line in lines if line is not None]
    if len(written) < len(chosen):
        broken(ctx, _too_far(occurrence))
    return written


def _too_far(occurrence: "Occurrence") -> Message:
    name = _named(occurrence)
    if occurrence.day is None:
        return msg("“{name}” has no date yet. Give it one first: `valuegen move {name} today`.", name=name)
    return msg(
        "“{name}” stands on {day}, too far ahead. Move it first: `valuegen move {name} today`.",
        name=name,
        day=occurrence.day,
    )


def _done(ctx: click.Context, found: "Survey", occurrence: "Occurrence") -> "Change":
    from valuegen.write.calendar_edits import done
    from valuegen.write.change import CannotChange

    try:
        return done(found.reading.sources.texts, occurrence)
    except CannotChange:
        by_hand(ctx, occurrence.place.file)


def _named(occurrence: "Occurrence") -> str:
    return occurrence.id if occurrence.repeats else occurrence.entry.slug


def _called(relations: "list[Relation]") -> Message | tuple[str, ...]:
    if len(relations) > _NAMED:
        return nmsg("{n} client", "{n} clients", len(relations))
    return tuple(one.contact.name for one in relations)
