"""`valuegen build`: check, render, publish."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.broken_pages import say_broken, theme_is_wrong
from valuegen.cli.frame import (
    BROKEN,
    FINE,
    INTERRUPTED,
    USAGE,
    broken,
    common,
    is_terminal,
    root_of,
    say_err,
    shared_options,
    wrong_usage,
)
from valuegen.cli.judged import as_of_option, failing_level, level_options, tell_where, told
from valuegen.cli.spoken import Command, CountParameter, Option, reader_language
from valuegen.words import msg, say

if TYPE_CHECKING:
    from valuegen.build import Pages, Put, Survey
    from valuegen.finding import Finding
    from valuegen.leaf import Leaves
    from valuegen.pages.types import Theme
    from valuegen.publish.site import Draft, Site
    from valuegen.render.hands import Hands

REVIEW_MARK = b'<meta name="generator" content="valuegen review">'
"""What a review begins with: a file that has it may be written over."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    root: Path
    place: Path
    failing: str
    as_of: date | None
    drafts: bool
    future: bool
    untrusted: bool
    no_cache: bool
    jobs: int | None
    executor: str | None
    review: Path | None


@click.pass_context
def _build(
    ctx: click.Context, /, strict: bool, fail_on: str | None, out: str | None, review: str | None, **how: Any
) -> None:
    from valuegen.publish.faults import Failed
    from valuegen.publish.site import opened

    failing = failing_level(strict, fail_on)
    root = root_of(ctx)
    place = _output(ctx, root, out)
    wanted = Wanted(root, place, failing, review=_review_place(ctx, review, place), **how)
    try:
        with opened(wanted.place) as site:
            _work(ctx, wanted, site)
    except Failed as failed:
        broken(ctx, failed.message)
    except KeyboardInterrupt:
        say_err(msg("Interrupted. The site is whole: as it was, or new if that was done already."))
        ctx.exit(INTERRUPTED)
    ctx.exit(FINE)


def _output(ctx: click.Context, root: Path, out: str | None) -> Path:
    """Where the site goes; ends here where that must not be touched."""
    from valuegen.publish.refuse import refused

    place = Path.cwd() / out if out is not None else root / "site"
    refusal = refused(place, root=root, sources=[], cwd=Path.cwd(), home=Path.home())
    if refusal:
        say_err(refusal)
        ctx.exit(BROKEN if out is None else USAGE)
    return place


def _work(ctx: click.Context, wanted: Wanted, site: "Site") -> None:
    from valuegen.cli.build_report import closing_words
    from valuegen.cli.workers import workers
    from valuegen.publish.site import drafted
    from valuegen.report.shown import shown

    with drafted(site) as draft:
        with workers(ctx, wanted.jobs, wanted.executor) as hands, _leaves(wanted) as leaves:
            found = _survey(ctx, wanted, hands, leaves)
            _stop_if_broken(ctx, found, wanted.failing)
            theme, pages = _pages(ctx, wanted, found, leaves)
            draft.begin()
            files = _made(ctx, found, pages, theme, draft, hands, leaves)
        if wanted.review:
            _review(ctx, wanted.review, found, theme)
        published = draft.publish(files)
    if not common(ctx).quiet:
        for line in closing_words(found, published, wanted.place, is_terminal(sys.stdout)):
            click.echo(shown(say(line, reader_language())))


@contextmanager
def _leaves(wanted: Wanted) -> "Iterator[Leaves]":
    """What is kept from build to build, or nothing."""
    from valuegen.leaf import NoLeaves
    from valuegen.publish.cache import Cache

    if wanted.no_cache:
        yield NoLeaves()
        return
    with Cache(wanted.root) as leaves:
        yield leaves


def _survey(ctx: click.Context, wanted: Wanted, hands: "Hands", leaves: "Leaves") -> "Survey":
    from valuegen.build import survey
    from valuegen.cli.workers import readers
    from valuegen.read.workspace import read_workspace

    reading = read_workspace(wanted.root, wanted.as_of)
    tell_where(ctx, wanted.root, reading)
    with readers(hands) as executor:
        return survey(reading, leaves, executor, untrusted=wanted.untrusted)


def _stop_if_broken(ctx: click.Context, found: "Survey", failing: str) -> None:
    """Say what was found; end here where a promise is broken."""
    from valuegen.check import fails
    from valuegen.report.text import summary

    verbose = common(ctx).verbose
    is_broken = fails(found.findings, failing) or not found.is_readable
    telling = [finding for finding in found.findings if verbose or finding.level != "note"]
    if common(ctx).quiet:
        telling = [finding for finding in telling if fails([finding], failing)]
    if telling:
        click.echo(told(ctx, telling, found.reading.sources.line, found.reading.language, sys.stderr), err=True)
    if is_broken:
        say_err("")
        say_err(summary(found.findings))
        say_err(msg("Nothing was published; the site is as it was."))
        ctx.exit(BROKEN)


def _pages(ctx: click.Context, wanted: Wanted, found: "Survey", leaves: "Leaves") -> "tuple[Theme, Pages]":
    from valuegen.build import site
    from valuegen.read.themes import built_in_theme
    from valuegen.render.assets import load_theme
    from valuegen.render.search import SearchError
    from valuegen.render.theme_error import ThemeError
    from valuegen.render.theme_mistakes import mistakes

    assert found.plan
    chosen = found.plan.workspace.theme
    if chosen is None or wanted.untrusted:
        chosen = built_in_theme(like=chosen.options if chosen else None)
    try:
        theme = load_theme(chosen)
    except ThemeError as error:
        theme_is_wrong(ctx, found, error)
    if theme.is_foreign:
        wrong = mistakes(theme, found.reading.language)
        if wrong:
            theme_is_wrong(ctx, found, *wrong)
    try:
        pages = site(found, theme, leaves, drafts=wanted.drafts, future=wanted.future, planner=not wanted.untrusted)
    except SearchError:
        broken(ctx, msg("The index of the search could not be made. Build again, or take the extra “search” out."))
    return theme, pages


def _made(
    ctx: click.Context,
    found: "Survey",
    pages: "Pages",
    theme: "Theme",
    draft: "Draft",
    hands: "Hands",
    leaves: "Leaves",
) -> dict[str, str]:
    """Every page made, looked through for what is private, and put; ends here where something leaks."""
    from valuegen.build import made
    from valuegen.render.theme_error import ThemeError

    files: dict[str, str] = {}
    leaking: list[Finding] = []
    try:
        for one in _watched(ctx, made(found, pages, theme, draft.put, hands, leaves), len(pages)):
            files[one.address] = one.digest
            leaking += one.leaks
    except ThemeError as error:
        theme_is_wrong(ctx, found, error)
    if leaking:
        say_broken(ctx, found, leaking)
    return files


def _watched(ctx: click.Context, made: "Iterator[Put]", length: int) -> "Iterator[Put]":
    """With a progress bar, where somebody looks."""
    if common(ctx).quiet or not is_terminal(sys.stderr) or os.environ.get("TERM") == "dumb":
        yield from made
        return
    with click.progressbar(made, length=length, file=sys.stderr, width=30) as bar:
        yield from bar


def _review_place(ctx: click.Context, review: str | None, place: Path) -> Path | None:
    """Where the review goes; ends here where something else is there, which would be lost."""
    if review is None:
        return None
    path = Path.cwd() / review
    if path.is_dir():
        wrong_usage(msg("{path} is a folder. Give --review the name of a file: review.html.", path=review))
    if path.resolve().is_relative_to(place.resolve()):
        wrong_usage(msg("{path} lies in the site, where only builds write. Choose another place for it.", path=review))
    if path.exists() and REVIEW_MARK not in path.read_bytes()[:2000]:
        wrong_usage(msg("{path} is there already, and is no review. Choose another name.", path=review))
    return path


def _review(ctx: click.Context, path: Path, found: "Survey", theme: "Theme") -> None:
    """Write the review, unless something of a client's stands in it."""
    from valuegen.build import review, review_leaks
    from valuegen.publish.faults import told as told_faults
    from valuegen.render.theme_error import ThemeError
    from valuegen.write.file import replace

    try:
        data = review(found, theme)
    except ThemeError as error:
        theme_is_wrong(ctx, found, error)
    leaking = list(review_leaks(found, path.name, data))
    if leaking:
        say_broken(ctx, found, leaking)
    with told_faults(path):
        replace(path, data.decode("utf-8"))


command = Command(
    name="build",
    told=msg("Check the calendar, and build the site, the planner and the reminders from it."),
    examples=(
        ("valuegen build", msg("into site/, if every promise holds")),
        ("valuegen build --strict", msg("warnings keep it from being published too")),
        ("valuegen build --as-of 2027-03-01 --out /tmp/march", msg("the site as it will stand on that day, elsewhere")),
        ("valuegen build --review review.html", msg("one more file, to show the months ahead to somebody")),
    ),
    callback=_build,
    params=[
        *level_options(),
        as_of_option(),
        Option(["--drafts"], is_flag=True, help=msg("Put drafts into the public site too, to look at them.")),
        Option(["--future"], is_flag=True, help=msg("Put posts of days to come into the public site too.")),
        Option(
            ["--out"], metavar=msg("DIR"), help=msg("Another folder for the site (new, empty, or one it made before).")
        ),
        Option(
            ["--review"],
            metavar=msg("FILE"),
            help=msg("Write one file with the months ahead and nothing about clients."),
        ),
        Option(
            ["--untrusted"], is_flag=True, help=msg("For a stranger's changes: no clients, no planner, no own theme.")
        ),
        Option(["--no-cache"], is_flag=True, help=msg("Work out everything anew.")),
        Option(["--jobs", "-j"], type=CountParameter(256), metavar=msg("N"), help=msg("So many processes at once.")),
        Option(["--executor"], metavar=msg("EXECUTOR"), help=msg("Render on other machines: dask://HOST:PORT.")),
        *shared_options(),
    ],
)
