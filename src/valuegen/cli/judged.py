"""What `build` and `check` have in common: which day, which level fails, and how findings are said."""

import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from valuegen.cli.days import DayParameter
from valuegen.cli.frame import colours, common, is_terminal, say_err, wrong_usage
from valuegen.cli.spoken import Option, as_read, reader_language
from valuegen.words import msg, say

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.finding import Finding
    from valuegen.leaks.veil import Veil
    from valuegen.read.workspace import Reading
    from valuegen.report.text import Line
    from valuegen.words import Message


def as_of_option() -> Option:
    """`--as-of DATE`."""
    return Option(
        ["--as-of", "as_of"],
        type=DayParameter(),
        metavar=msg("DATE"),
        help=msg("Treat this day as today (2026-12-24, tomorrow…)."),
    )


def level_options() -> list[click.Parameter]:
    """`--strict` and `--fail-on LEVEL`."""
    return [
        Option(["--strict"], is_flag=True, help=msg("Warnings fail too (the same as --fail-on warning).")),
        Option(
            ["--fail-on", "fail_on"],
            type=click.Choice(["error", "warning", "todo"]),
            metavar=msg("LEVEL"),
            help=msg("The least level that fails: error (default), warning or todo."),
        ),
    ]


def failing_level(strict: bool, fail_on: str | None) -> str:
    """The least level that fails."""
    if strict and fail_on == "error":
        wrong_usage(msg("--strict and --fail-on error contradict each other. Leave one of them out."))
    return fail_on or ("warning" if strict else "error")


def verdict(findings: "Sequence[Finding]", failing: str) -> "Message":
    """Whether the promises hold; and where they do and that is not enough, what `failing` asks for besides."""
    from valuegen.check import fails
    from valuegen.finding import summary

    if fails(findings, "error") or not fails(findings, failing):
        return summary(findings)
    asked = {
        "warning": msg("With --strict, a warning is enough to fail."),
        "todo": msg("With --fail-on todo, a warning or a thing to do is enough to fail."),
    }
    return msg("{verdict} {why}", verdict=summary(findings), why=asked[failing])


def told(
    ctx: click.Context,
    findings: "Sequence[Finding]",
    reading: "Reading",
    stream: IO[Any],
    line: "Line | None" = None,
) -> str:
    """The findings as text for `stream`, which names clients by their ids where it is no terminal. `line`: what gives
    the lines that they are about, where those are not of the workspace's sources."""
    from valuegen.leaks.veil import veil_of, veiled
    from valuegen.report.text import Manner, report
    from valuegen.rules.mends import VALUE

    manner = Manner(
        language=as_read(reading.language),
        frame=reader_language(),
        colour=colours(ctx, stream),
        private=is_terminal(stream),
        apart=common(ctx).verbose,
    )
    line = line or reading.sources.line
    veil = None if manner.private else veil_of(reading.workspace)
    text = report(veiled(findings, veil), _covered(line, veil) if veil else line, manner)
    if any(finding.mend and finding.mend.add_value for finding in findings):
        text += f"\n\n{say(VALUE, reader_language())}"
    return text


def _covered(line: "Line", veil: "Veil") -> "Line":
    """The lines that name no client: of the others none is shown, as none is of the files about clients."""

    def covered(file: str, number: int) -> str | None:
        found = line(file, number)
        return found if found is None or veil(found) == found else None

    return covered


def surveyed(
    ctx: click.Context, root: Path, as_of: date | None, instead: Mapping[str, str | Path] | None = None
) -> "Survey":
    """The workspace read, derived and checked, with what the cache knows; `instead`: files as if they were written."""
    from valuegen.build import survey
    from valuegen.publish.cache import Cache
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(root, as_of, instead=instead)
    tell_where(ctx, root, reading.as_of.day)
    with Cache(root) as leaves:
        return survey(reading, leaves)


def outlooked(ctx: click.Context, root: Path, as_of: date | None, instead: Mapping[str, str] | None = None) -> "Survey":
    """The workspace read and derived, for who only asks what there is to do: no promise is looked at."""
    from valuegen.build import outlook
    from valuegen.publish.cache import Cache
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(root, as_of, instead=instead)
    tell_where(ctx, root, reading.as_of.day)
    with Cache(root) as leaves:
        return outlook(reading, leaves)


def tell_where(ctx: click.Context, root: Path, day: date) -> None:
    """With --verbose: which workspace it is, and which day counts as today."""
    if common(ctx).verbose:
        say_err(msg("{root}, as it stands on {day}.", root=str(root.resolve()), day=day))


def tell_mistakes(ctx: click.Context, found: "Survey") -> None:
    """Say, on stderr, why the workspace can't be read."""
    findings = [finding for finding in found.findings if (finding.rule, finding.level) == ("format", "error")]
    click.echo(told(ctx, findings, found.reading, sys.stderr), err=True)


def credit_data(credits: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Credits as JSON has them."""
    return {
        segment: {"now": credit.now, "next": credit.next and credit.next.isoformat()}
        for segment, credit in credits.items()
    }
