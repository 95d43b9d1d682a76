"""`valuegen move`: an entry on another day."""

from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.add_sorts import DATE
from valuegen.cli.changing import by_hand, nothing_to_do, read_before, write
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import entries
from valuegen.cli.frame import FINE, broken, root_of, say_err, shared_options
from valuegen.cli.judged import as_of_option
from valuegen.cli.named_entry import named, unknown
from valuegen.cli.spoken import Argument, Command, Option
from valuegen.cli.understood import understood_option
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.types import Plan


@click.pass_context
def _move(ctx: click.Context, entry: str, day: str, as_of: date | None, yes: bool) -> None:
    from valuegen.write.calendar_edits import moved
    from valuegen.write.change import CannotChange

    root = root_of(ctx)
    found = read_before(ctx, root, as_of)
    assert found.plan
    to = date.fromisoformat(understood_option(msg("DATE"), DATE, found.plan, day)[: len("2026-12-03")])
    occurrence = _one(ctx, found.plan, entry, to)
    if occurrence.day == to:
        nothing_to_do(ctx, msg("“{name}” stands on {day} already.", name=occurrence.entry.slug, day=to))
    try:
        change = moved(found.reading.sources.texts, occurrence, to)
    except CannotChange:
        by_hand(ctx, occurrence.place.file)
    after = write(ctx, root, found, (change,), as_of, yes=yes)
    name = occurrence.entry.slug
    if any(one.rule == "overdue" and one.entry == f"{to.isoformat()}-{name}" for one in after.findings):
        say_err(msg("{day} is past. If it happened then, say so: `valuegen done {name}`.", day=to, name=name))
    ctx.exit(FINE)


def _one(ctx: click.Context, plan: "Plan", name: str, day: date) -> "Occurrence":
    """The entry, or one day of it."""
    found = named(plan, name)
    if not found:
        unknown(ctx, plan, name)
    if len(found) > 1:
        ahead = next((one for one in found if one.day and one.day >= plan.as_of.day), found[-1])
        broken(
            ctx,
            msg(
                "“{name}” repeats. Name the day that you mean: `valuegen move {example} {day}`.",
                name=name,
                example=ahead.id,
                day=day.isoformat(),
            ),
        )
    return found[0]


command = Command(
    name="move",
    told=msg(
        "{told}\n\n{more}",
        told=COMMANDS["move"],
        more=msg("The day may be said plainly: tomorrow, friday, 24/12/2026."),
    ),
    examples=(
        (msg("valuegen move flour-in-december 2026-12-10"), msg("the entry with that slug, on another day")),
        (msg("valuegen move flour-in-december friday"), msg("on the next Friday; you are told which day that is")),
        (msg("valuegen move 2026-12-01-call-rose 2026-12-03"), msg("one day of an entry that repeats")),
    ),
    callback=_move,
    params=[
        Argument(["entry"], metavar=msg("ENTRY"), shell_complete=entries),
        Argument(["day"], metavar=msg("DATE")),
        Option(["--yes"], is_flag=True, help=msg("Write it without asking, even where it breaks a promise.")),
        as_of_option(),
        *shared_options(),
    ],
)
