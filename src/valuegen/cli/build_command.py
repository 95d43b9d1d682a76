"""`valuegen build`: check, render, publish."""

from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from valuegen.cli.commands import COMMANDS
from valuegen.cli.completing import files, folders
from valuegen.cli.frame import (
    BROKEN,
    FINE,
    INTERRUPTED,
    USAGE,
    broken,
    common,
    root_of,
    say_err,
    shared_options,
    wrong_usage,
)
from valuegen.cli.judged import as_of_option, failing_level, level_options, tell_where
from valuegen.cli.spoken import Command, CountParameter, Option, reader_language
from valuegen.cli.wanted import Wanted
from valuegen.words import Message, msg, nmsg, say

if TYPE_CHECKING:
    from valuegen.publish.site import Published, Site

REVIEW_MARK = b'<meta name="generator" content="valuegen review">'
"""What a review begins with: a file that has it may be written over."""


@click.pass_context
def _build(
    ctx: click.Context, /, strict: bool, fail_on: str | None, out: str | None, review: str | None, **how: Any
) -> None:
    from valuegen.publish.faults import Failed
    from valuegen.publish.site import opened

    failing = failing_level(strict, fail_on)
    root = root_of(ctx)
    place = _output(ctx, root, out)
    how["no_cache"] |= how["untrusted"]  # what a stranger's change brings along as kept is not believed, nor is it kept
    wanted = Wanted(root, place, failing, review=_review_place(ctx, review, place), **how)
    try:
        with _bounds(wanted), opened(wanted.place) as site:
            _work(ctx, wanted, site)
    except Failed as failed:
        broken(ctx, failed.message)
    except KeyboardInterrupt:
        say_err(msg("Interrupted. The site is whole: as it was, or new if that was done already."))
        ctx.exit(INTERRUPTED)
    ctx.exit(FINE)


def _bounds(wanted: Wanted) -> AbstractContextManager[None]:
    """How much work what a stranger changed may make. It knows all of a build: others do without loading it."""
    if not wanted.untrusted:
        return nullcontext()
    from valuegen.cli.bounds import bounded

    return bounded()


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
    """Build; where nothing has changed since the last time, say what was said then."""
    from valuegen.cli.last_build import before
    from valuegen.publish.site import drafted
    from valuegen.read.collector import no_collection

    now = before(ctx, wanted)
    with drafted(site) as draft:
        known = now.said(draft.standing)
        if known is None:
            with no_collection():  # what is loaded stays
                from valuegen.cli.building import build

            published, said = build(ctx, wanted, draft, now)
        else:
            published, said = draft.as_before(), known
            tell_where(ctx, wanted.root, now.day)
            if said.findings:
                click.echo(said.findings, err=True)
    if not common(ctx).quiet:
        click.echo(say(_written(published, wanted.place), reader_language()))
        click.echo(said.standing)


def _written(published: "Published", place: Path) -> Message:
    if not published.changed:
        return nmsg(
            "{path} is up to date: {n} file, nothing changed.",
            "{path} is up to date: {n} files, nothing changed.",
            published.files,
            path=str(place),
        )
    return nmsg("Written to {path}: {n} file.", "Written to {path}: {n} files.", published.files, path=str(place))


def _review_place(ctx: click.Context, review: str | None, place: Path) -> Path | None:
    """Where the review goes; ends here where something else is there, which would be lost."""
    if review is None:
        return None
    path = Path.cwd() / review
    if path.is_dir():
        wrong_usage(msg("{path} is a folder. Give --review the name of a file: review.html.", path=review))
    if path.resolve().is_relative_to(place.resolve()):
        wrong_usage(
            msg("{path} is inside the site, where only builds write. Choose another place for it.", path=review)
        )
    if path.exists() and REVIEW_MARK not in path.read_bytes()[:2000]:
        wrong_usage(msg("{path} already exists and is not a review. Choose another name.", path=review))
    return path


command = Command(
    name="build",
    told=COMMANDS["build"],
    examples=(
        ("valuegen build", msg("into site/, if every promise holds")),
        ("valuegen build --strict", msg("warnings keep it from being published too")),
        ("valuegen build --as-of 2027-03-01 --out /tmp/march", msg("the site as it will stand on that day, elsewhere")),
        ("valuegen build --review review.html", msg("one more file, to show the months ahead to somebody")),
        ("valuegen build --untrusted", msg("what a stranger proposes, in CI: within limits, and nothing private")),
    ),
    callback=_build,
    params=[
        *level_options(),
        as_of_option(),
        Option(["--drafts"], is_flag=True, help=msg("Put drafts into the public site too, to look at them.")),
        Option(["--future"], is_flag=True, help=msg("Put posts of days to come into the public site too.")),
        Option(
            ["--out"],
            shell_complete=folders,
            metavar=msg("DIR"),
            help=msg("Another folder for the site (new, empty, or one it made before)."),
        ),
        Option(
            ["--review"],
            shell_complete=files,
            metavar=msg("FILE"),
            help=msg("Write one file with the months ahead and nothing about clients."),
        ),
        Option(
            ["--untrusted"], is_flag=True, help=msg("For a stranger's changes: no clients, no planner, no own theme.")
        ),
        Option(["--no-cache"], is_flag=True, help=msg("Make everything from scratch.")),
        Option(
            ["--jobs", "-j"], type=CountParameter(256), metavar=msg("N"), help=msg("How many processes to run at once.")
        ),
        Option(["--executor"], metavar=msg("EXECUTOR"), help=msg("Render on other machines: dask://HOST:PORT.")),
        *shared_options(),
    ],
)
