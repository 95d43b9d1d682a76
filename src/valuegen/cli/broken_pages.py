"""What is wrong with pages: templates, and what leaks. Nothing is published then."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.frame import broken, say_err
from valuegen.cli.judged import told
from valuegen.words import msg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.finding import Finding, Level
    from valuegen.model.theme import ChosenTheme
    from valuegen.pages.types import Theme
    from valuegen.render.theme_error import ThemeError


def loaded(chosen: "ChosenTheme", language: str) -> "tuple[Theme | None, tuple[ThemeError, ...]]":
    """A theme, and what can be seen to be wrong with it before a page is made; None where it can't be loaded."""
    from valuegen.render.assets import load_theme
    from valuegen.render.theme_error import ThemeError
    from valuegen.render.theme_mistakes import mistakes

    try:
        theme = load_theme(chosen)
    except ThemeError as error:
        return None, (error,)
    return theme, mistakes(theme, language) if theme.is_foreign else ()


def asking_elsewhere(chosen: "ChosenTheme | None") -> "tuple[ThemeError, ...]":
    """What a theme asks of other servers: browsers refuse it, so that its pages lack something."""
    from valuegen.read.theme_folders import are_built_in
    from valuegen.render import assets

    return tuple(assets.asking_elsewhere(chosen)) if chosen and not are_built_in(chosen.folders) else ()


def with_theme(found: "Survey") -> "Survey":
    """What was found, and what the theme asks of other servers."""
    asking = findings_of(asking_elsewhere(found.plan.workspace.theme if found.plan else None), "warning")
    all_of_them = sorted((*found.findings, *asking), key=lambda finding: finding.order)
    return replace(found, findings=tuple(all_of_them)) if asking else found


def findings_of(errors: "Iterable[ThemeError]", level: "Level" = "error") -> "list[Finding]":
    """Templates that are wrong are mistakes of format, each at its place."""
    from valuegen.finding import Finding

    return [Finding("format", level, error.message, error.place) for error in errors]


def theme_is_wrong(ctx: click.Context, found: "Survey", *errors: "ThemeError") -> NoReturn:
    """Say which templates are wrong, and end."""
    say_broken(ctx, found, findings_of(errors), lines_of(errors))


def lines_of(errors: "Iterable[ThemeError]") -> dict[tuple[str, int], str]:
    """The lines of templates that they are about, by file and number."""
    return {(error.place.file, error.place.line): error.shown for error in errors}


def say_broken(
    ctx: click.Context,
    found: "Survey",
    findings: "list[Finding]",
    lines: Mapping[tuple[str, int], str] = MappingProxyType({}),
) -> NoReturn:
    """What was found while rendering, and the lines of templates that it is about."""

    def line_of(file: str, line: int) -> str | None:
        return lines.get((file, line)) or None

    click.echo(told(ctx, findings, found.reading, sys.stderr, line_of), err=True)
    say_err("")
    broken(ctx, msg("Nothing was published; the site is as it was."))
