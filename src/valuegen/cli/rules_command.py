"""`valuegen rules`: every rule, and what is in force of it in this workspace."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.frame import BROKEN, FINE, colours, common, print_data, root_of, say_err, shared_options
from valuegen.cli.spoken import Command, Option, reader_language
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.read.workspace import Reading
    from valuegen.report.rules_table import InForce


@click.pass_context
def _rules(ctx: click.Context, form: str) -> None:
    from valuegen.report.rules_table import report, table

    reading = _reading(ctx)
    force, status = (_defaults(), FINE) if reading is None else _in_force(reading)
    if form == "json":
        print_data(report(force, reading.language if reading else reader_language()))
    else:
        click.echo(table(force, reader_language(), colours(ctx, sys.stdout)))
    if reading is None and not common(ctx).quiet and form == "text":
        say_err("")
        say_err(msg("There is no workspace here, so these are the defaults."))
    if status:
        say_err(
            msg("The workspace has mistakes; `valuegen check` lists them. Where there is one, the default is shown.")
        )
    ctx.exit(status)


def _reading(ctx: click.Context) -> "Reading | None":
    """The workspace that is found, if any. One that was named has to be there."""
    from valuegen.read.root import find_root
    from valuegen.read.workspace import read_workspace

    if isinstance(find_root(Path.cwd(), common(ctx).workspace, os.environ), Message) and not (
        common(ctx).workspace or os.environ.get("VALUEGEN_WORKSPACE")
    ):
        return None
    return read_workspace(root_of(ctx))


def _defaults() -> "InForce":
    from valuegen.report.rules_table import InForce, Row
    from valuegen.rules import ALL
    from valuegen.rules.policy import Choice

    return InForce(tuple(Row(rule, Choice(rule.TRAITS.level, rule.TRAITS.options())) for rule in ALL))


def _in_force(reading: "Reading") -> tuple["InForce", int]:
    """What is in force, and the exit status: where something of it can't be read, it is not all true."""
    from valuegen.check import policy_of
    from valuegen.report.rules_table import InForce, Row
    from valuegen.rules import ALL

    workspace = reading.workspace
    if workspace is None:
        return _defaults(), BROKEN
    settings = workspace.settings
    policy, mistakes = policy_of(settings, workspace.segments)
    rows: list[Row] = []
    for rule in ALL:
        name, choice = rule.NAME, policy.choices[rule.NAME]
        by_profile = settings.profile == "gentle" and not rule.TRAITS.gentle and settings.says("profile")
        place = settings.where("rules", name) if name in settings.rules else None
        rows.append(Row(rule, choice, place or (settings.where("profile") if by_profile else None)))
        for id, segment in workspace.segments.items():
            if name in segment.rules and rule.TRAITS.of_segments:
                rows.append(Row(rule, policy.segments[id, name], segment.where("rules", name), id))
    is_wrong = any(finding.level == "error" for finding in (*reading.findings, *mistakes))
    return InForce(tuple(rows), settings.profile), BROKEN if is_wrong else FINE


command = Command(
    name="rules",
    told=COMMANDS["rules"],
    examples=(
        ("valuegen rules", msg("what is checked, and where that was set")),
        ("valuegen rules --format json", msg("the same for another program")),
    ),
    callback=_rules,
    params=[
        Option(
            ["--format", "form"],
            type=click.Choice(["text", "json"]),
            default="text",
            help=msg("text, for people (default), or json, for programs."),
        ),
        *shared_options(),
    ],
)
