"""What is wrong with pages, seen when they are made: templates, and what leaks. Nothing is published then."""

import sys
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.frame import broken, say_err
from valuegen.cli.judged import told
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.finding import Finding
    from valuegen.render.theme_error import ThemeError


def theme_is_wrong(ctx: click.Context, found: "Survey", *errors: "ThemeError") -> NoReturn:
    """Templates are wrong: mistakes of format, each at its place."""
    from valuegen.finding import Finding

    findings = [Finding("format", "error", error.message, error.place) for error in errors]
    lines = {(error.place.file, error.place.line): error.shown for error in errors}
    say_broken(ctx, found, findings, lines)


def say_broken(
    ctx: click.Context,
    found: "Survey",
    findings: "list[Finding]",
    lines: Mapping[tuple[str, int], str] = MappingProxyType({}),
) -> NoReturn:
    """What was found while rendering, and the lines of templates that it is about."""

    def line_of(file: str, line: int) -> str | None:
        return lines.get((file, line)) or None

    click.echo(told(ctx, findings, line_of, found.reading.language, sys.stderr), err=True)
    say_err("")
    broken(ctx, msg("Nothing was published; the site is as it was."))
