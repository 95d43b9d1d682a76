"""`valuegen remind`: what to do, in the terminal."""

import sys
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import people
from valuegen.cli.days import DayParameter
from valuegen.cli.frame import (
    BROKEN,
    FINE,
    colours,
    common,
    print_data,
    root_of,
    say_err,
    shared_options,
    wrong_usage,
)
from valuegen.cli.judged import outlooked, tell_mistakes
from valuegen.cli.spoken import Command, Option, reader_language
from valuegen.words import msg, say

if TYPE_CHECKING:
    from valuegen.plan.types import Plan, Reminder

MANY = 5
"""So many of one segment who were never spoken with are likelier readers than people to call."""


@click.pass_context
def _remind(ctx: click.Context, on: date | None, owner: str | None, form: str, done: str | None, yes: bool) -> None:
    if yes and done is None:
        wrong_usage(msg("--yes answers the question of --done UID; without it there is nothing to answer."))
    root = root_of(ctx)
    found = outlooked(ctx, root, on)
    if found.plan is None or not found.is_readable:
        tell_mistakes(ctx, found)
        ctx.exit(BROKEN)
    if done is not None:
        from valuegen.cli.closing import close

        close(ctx, root, done, on, unasked=yes)
        ctx.exit(FINE)
    if owner is not None:
        from valuegen.cli.add_sorts import OF_PERSON
        from valuegen.cli.understood import understood_option

        owner = understood_option("--owner", OF_PERSON, found.plan, owner)
    _print(ctx, form, owner, found.plan, found.reminders)
    ctx.exit(FINE)


def _print(ctx: click.Context, form: str, owner: str | None, plan: "Plan", reminders: "tuple[Reminder, ...]") -> None:
    from valuegen.pages.reminder_files import reminder_list

    listed = reminder_list(plan, reminders, owner)
    if form == "table":
        from valuegen.report.reminder_table import table

        click.echo(table(listed, colours(ctx, sys.stdout)))
        if not common(ctx).quiet:
            _tell_strangers(plan, reminders)
        return
    from valuegen.render.forms import FORMS

    print_data(FORMS[form](listed))


def _tell_strangers(plan: "Plan", reminders: "tuple[Reminder, ...]") -> None:
    """Where many of a segment were never spoken with: they may be readers, whom nobody has to get in touch with."""
    from valuegen.plan.due_silences import NEVER
    from valuegen.report.shown import shown

    never = Counter(
        segment
        for one in reminders
        if one.contact and one.why.id == NEVER.id
        for segment in plan.relations[one.contact].contact.segments[:1]
    )
    for segment, count in never.items():
        record = plan.workspace.segments.get(segment)
        if count >= MANY and record is not None and record.treatment == "group":
            told = msg(
                "You have never been in touch with {n} of “{segment}”. If they only read what goes to everybody, write "
                "`treatment: broadcast` there ({place}), and nobody is reminded of them one by one.",
                n=count,
                segment=record.name,
                place=f"{record.place.file}:{record.place.line}",
            )
            say_err(shown(say(told, reader_language())))


command = Command(
    name="remind",
    told=COMMANDS["remind"],
    examples=(
        ("valuegen remind", msg("what there is to do: who waits, what is late, then day by day")),
        ("valuegen remind --owner irene --format md", msg("a checklist for one person")),
        ("valuegen remind --on 2026-12-24", msg("as it will stand on that day")),
        (
            msg("valuegen remind --done answer.rose.8b058532d0"),
            msg("noted in the log; the end of each line tells the name"),
        ),
    ),
    callback=_remind,
    params=[
        Option(
            ["--on", "--as-of", "on"],
            type=DayParameter(),
            metavar=msg("DATE"),
            help=msg("Treat this day as today (2026-12-24, tomorrow…)."),
        ),
        Option(["--owner"], shell_complete=people, metavar=msg("PERSON"), help=msg("Only what this person has to do.")),
        Option(
            ["--format", "form"],
            type=click.Choice(["table", "md", "ics", "csv", "json"]),
            default="table",
            help=msg("table (default), md, ics, csv or json."),
        ),
        Option(
            ["--done"], metavar=msg("UID"), help=msg("Write down that this is done: shows the line, and asks first.")
        ),
        Option(["--yes"], is_flag=True, help=msg("With --done: write the line without asking.")),
        *shared_options(),
    ],
)
