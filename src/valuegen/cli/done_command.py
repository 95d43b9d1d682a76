"""`valuegen done`: an entry has happened."""

from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.changing import by_hand, nothing_to_do, read_before, write
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import contacts, entries
from valuegen.cli.frame import FINE, common, root_of, say_err, shared_options
from valuegen.cli.judged import as_of_option, surveyed
from valuegen.cli.named_entry import has_happened, named, unknown
from valuegen.cli.reached_ones import of_all, only
from valuegen.cli.spoken import Argument, Command, Option
from valuegen.cli.what_follows import of_done
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from valuegen.build import Survey
    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.types import Plan
    from valuegen.write.change import Change


@click.pass_context
def _done(ctx: click.Context, entry: str, reached: tuple[str, ...], as_of: date | None, yes: bool) -> None:
    from valuegen.write.calendar_edits import done
    from valuegen.write.change import CannotChange

    root = root_of(ctx)
    found = read_before(ctx, root, as_of)
    assert found.plan
    occurrence = _one(ctx, found.plan, entry)
    if occurrence.status == "done":
        nothing_to_do(ctx, _already(found.plan, occurrence, entry))
    if reached:
        only(ctx, root, found, occurrence, reached, as_of, yes=yes)
        ctx.exit(FINE)
    told = of_all(ctx, found.plan, occurrence, yes=yes)
    is_ahead = occurrence.day is None or occurrence.day > found.plan.as_of.day
    try:
        change = _today(ctx, root, found, occurrence, as_of) if is_ahead else done(_texts(found), occurrence)
    except CannotChange:
        by_hand(ctx, occurrence.place.file)
    question = has_happened(occurrence, found.plan.as_of.day) if is_ahead else None
    write(ctx, root, found, (change,), as_of, yes=yes, question=question)
    for one in () if common(ctx).quiet else (told, *of_done(found.plan, occurrence)):
        if one is not None:
            say_err(one)
    ctx.exit(FINE)


def _one(ctx: click.Context, plan: "Plan", name: str) -> "Occurrence":
    """The entry; of one that repeats, its latest day so far, else its first."""
    found = named(plan, name)
    if not found:
        unknown(ctx, plan, name)
    past = [one for one in found if one.day is not None and one.day <= plan.as_of.day]
    return past[-1] if past else found[0]


def _already(plan: "Plan", done: "Occurrence", name: str) -> Message:
    """That it is done; of one that repeats, up to when, and the name of the time that may be meant."""
    if not done.repeats:
        return msg("“{name}” is done already.", name=name)
    times = [one for one in plan.occurrences if one.repeats and one.entry is done.entry]
    last = max(one.day for one in times if one.day and one.status == "done")
    coming = next((one for one in times if one.status != "done"), None)
    if coming is None:
        return msg("“{name}” is done already, with all of its days up to the last, {day}.", name=name, day=last)
    return msg(
        "“{name}” is done already: all of its days up to {day} are. If you mean {next}: `valuegen done {id}`.",
        name=name,
        day=last,
        next=coming.day,
        id=coming.id,
    )


def _today(ctx: click.Context, root: "Path", found: "Survey", ahead: "Occurrence", as_of: date | None) -> "Change":
    """The change by which what lies ahead stands on today, and is done."""
    from valuegen.write.calendar_edits import done, moved
    from valuegen.write.change import CannotChange, Change

    today, file = found.reading.as_of.day, ahead.place.file
    move = moved(_texts(found), ahead, today)
    after = surveyed(ctx, root, as_of, {file: move.new or ""})
    slug = f"{ahead.entry.slug}-{ahead.first_day}" if ahead.repeats else ahead.entry.slug
    here = next((one for one in named(after.plan, slug) if one.day == today), None) if after.plan else None
    if here is None:
        raise CannotChange
    return Change(file, move.old, done(_texts(after), here).new)


def _texts(found: "Survey") -> "Mapping[str, str]":
    return found.reading.sources.texts


command = Command(
    name="done",
    told=COMMANDS["done"],
    examples=(
        (msg("valuegen done flour-in-december"), msg("the entry has happened")),
        (msg("valuegen done call-rose"), msg("of one that repeats: all of its days so far")),
        (msg("valuegen done call-to-listen --with rose"), msg("of one for several clients: only Rose has been called")),
        (msg("valuegen done workshop --yes"), msg("it happened today, though it was planned for later")),
    ),
    callback=_done,
    params=[
        Argument(["entry"], metavar=msg("ENTRY"), shell_complete=entries),
        Option(
            ["--with", "reached"],
            multiple=True,
            metavar=msg("CONTACT"),
            help=msg("Of those who receive it one by one, the one whom it reached (again for another)."),
            shell_complete=contacts,
        ),
        Option(
            ["--yes"],
            is_flag=True,
            help=msg("Write it without asking, even where it was for a later day, or breaks a promise."),
        ),
        as_of_option(),
        *shared_options(),
    ],
)
