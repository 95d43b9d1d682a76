"""`valuegen done`: an entry has happened."""

from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.changing import by_hand, nothing_to_do, read_before, write
from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import entries
from valuegen.cli.frame import FINE, broken, root_of, shared_options
from valuegen.cli.judged import as_of_option
from valuegen.cli.named_entry import named, unknown
from valuegen.cli.spoken import Argument, Command, Option
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.plan.occurrence import Occurrence
    from valuegen.plan.types import Plan


@click.pass_context
def _done(ctx: click.Context, entry: str, as_of: date | None, yes: bool) -> None:
    from valuegen.write.calendar_edits import done
    from valuegen.write.change import CannotChange

    root = root_of(ctx)
    found = read_before(ctx, root, as_of)
    assert found.plan
    occurrence = _one(ctx, found.plan, entry)
    if occurrence.status == "done":
        nothing_to_do(ctx, msg("“{name}” is done already.", name=entry))
    try:
        change = done(found.reading.sources.texts, occurrence)
    except CannotChange:
        by_hand(ctx, occurrence.place.file)
    write(ctx, root, found, (change,), as_of, yes=yes)
    ctx.exit(FINE)


def _one(ctx: click.Context, plan: "Plan", name: str) -> "Occurrence":
    """The entry; of one that repeats, its latest day so far. What lies ahead, or has no day, can't be done."""
    found = named(plan, name)
    if not found:
        unknown(ctx, plan, name)
    today = plan.as_of.day
    past = [one for one in found if one.day is not None and one.day <= today]
    if not past:
        broken(ctx, _not_yet(found[0].day, name, today))
    return past[-1]


def _not_yet(day: date | None, name: str, today: date) -> Message:
    if day is None:
        return msg(
            "“{name}” has no date yet. Give it one: `valuegen move {name} {today}`.", name=name, today=today.isoformat()
        )
    return msg(
        "“{name}” stands on {day}, which is still to come. If it has happened, `valuegen move {name} {today}` first.",
        name=name,
        day=day,
        today=today.isoformat(),
    )


command = Command(
    name="done",
    told=COMMANDS["done"],
    examples=(
        ("valuegen done harina-diciembre", msg("the entry has happened")),
        ("valuegen done llamada-rosa", msg("of one that repeats: all of its days so far")),
    ),
    callback=_done,
    params=[
        Argument(["entry"], metavar=msg("ENTRY"), shell_complete=entries),
        Option(["--yes"], is_flag=True, help=msg("Write it without asking, even where it breaks a promise.")),
        as_of_option(),
        *shared_options(),
    ],
)
