"""`valuegen schema`: the JSON Schema of a file, for editors."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.frame import BROKEN, FINE, broken, common, print_data, root_of, say_err, shared_options, wrong_usage
from valuegen.cli.judged import tell_mistakes
from valuegen.cli.spoken import Argument, Command, Option, reader_language
from valuegen.words import Message, msg, nmsg

if TYPE_CHECKING:
    from valuegen.read.workspace import Reading

NAMES = ("valuegen", "segments", "people", "channels", "calendar", "post", "needs", "contacts", "log")


@click.pass_context
def _schema(ctx: click.Context, name: str | None, every: bool) -> None:
    if every == (name is not None):
        wrong_usage(msg("Name one file, or write --all. The files are: {names}.", names=NAMES))
    if name is None:
        _write(ctx, root_of(ctx))
    else:
        _print(ctx, name)
    ctx.exit(FINE)


def _print(ctx: click.Context, name: str) -> None:
    """Of a workspace with its names; outside of one with none."""
    from valuegen.read.root import find_root
    from valuegen.schema.kept import text_of
    from valuegen.schema.known import NOTHING, known_of

    found = find_root(Path.cwd(), common(ctx).workspace, os.environ)
    if isinstance(found, Message) and common(ctx).workspace:
        broken(ctx, found)
    reading = None if isinstance(found, Message) else _read(found)
    known = known_of(reading) if reading else NOTHING
    language = reading.language if reading and reading.workspace else reader_language()
    print_data(text_of(name, known, language).encode())


def _read(root: Path) -> "Reading":
    from valuegen.read.workspace import read_workspace

    return read_workspace(root)


def _write(ctx: click.Context, root: Path) -> None:
    from valuegen.build import Survey
    from valuegen.cli.refused import why
    from valuegen.cli.schemas_kept import write_schemas
    from valuegen.schema.kept import FOLDER

    reading = _read(root)
    if reading.workspace is None:
        tell_mistakes(ctx, Survey(reading, reading.findings))
        ctx.exit(BROKEN)
    try:
        changed = write_schemas(root, reading)
    except OSError as error:
        path = str(error.filename or root / FOLDER)
        broken(ctx, msg("{path} can't be written: {why}.", path=path, why=why(error)))
    if common(ctx).quiet:
        return
    for path in changed:
        say_err(path)
    if changed:
        say_err(nmsg("{n} schema is written.", "{n} schemas are written.", len(changed)))
    else:
        say_err(msg("The schemas in {folder} are up to date.", folder=f"{FOLDER}/"))


command = Command(
    name="schema",
    told=COMMANDS["schema"],
    examples=(
        ("valuegen schema calendar", msg("what may stand in the calendar, with the names of this workspace")),
        ("valuegen schema --all", msg("all of them, into .schemas/, where the first line of each file names them")),
    ),
    callback=_schema,
    params=[
        Argument(["name"], required=False, type=click.Choice(NAMES), metavar=msg("[NAME]")),
        Option(
            ["--all", "every"],
            is_flag=True,
            help=msg("Write all of them into the workspace, or bring them up to date."),
        ),
        *shared_options(),
    ],
)
