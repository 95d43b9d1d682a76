"""`valuegen remind`: what to do, in the terminal."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import BROKEN, FINE, common, root_of, say_err, shared_options, wrong_usage
from valuegen.cli.judged import DayParameter, told_format_errors
from valuegen.cli.spoken import Command, Option
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.model.workspace import Workspace
    from valuegen.plan.types import Reminder


@click.pass_context
def _remind(ctx: click.Context, on: date | None, owner: str | None, form: str, done: str | None) -> None:
    from valuegen.build import survey
    from valuegen.publish.cache import Cache
    from valuegen.read.workspace import read_workspace

    root = root_of(ctx)
    with Cache(root) as leaves:
        found = survey(read_workspace(root, on), leaves)
    if not found.is_readable or found.plan is None:
        told_format_errors(ctx, found)
        ctx.exit(BROKEN)
    workspace = found.plan.workspace
    reminders = _owned(found.reminders, owner, workspace)
    if done is not None:
        _close(ctx, done, found.reminders, found.plan.workspace)
    else:
        click.echo(_said(form, reminders, found), nl=form == "table")
    ctx.exit(FINE)


command = Command(
    name="remind",
    told=msg("What to do, by whom and when: for people, never for robots."),
    examples=(
        ("valuegen remind", msg("all that is due, late first")),
        ("valuegen remind --owner irene --format md", msg("a checklist for one person")),
        ("valuegen remind --on 2026-12-24", msg("as it will stand on that day")),
    ),
    callback=_remind,
    params=[
        Option(["--on"], type=DayParameter(), metavar="DATE", help=msg("Take this day for today.")),
        Option(["--owner"], metavar="PERSON", help=msg("Only what this person has to do.")),
        Option(
            ["--format", "form"],
            type=click.Choice(["table", "md", "ics", "csv", "json"]),
            default="table",
            help=msg("table (default), md, ics, csv or json."),
        ),
        Option(["--done"], metavar="UID", help=msg("Write down that this is done; the change is shown.")),
        *shared_options(),
    ],
)
