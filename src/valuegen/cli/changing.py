"""A change of the workspace: shown, judged, asked about where a promise would break, and only then written."""

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.asking import ask
from valuegen.cli.frame import BROKEN, FINE, broken, colours, common, root_of, say_err
from valuegen.cli.judged import surveyed, tell_mistakes, told
from valuegen.cli.schemas_kept import bring_up_to_date
from valuegen.words import Message, msg, nmsg

if TYPE_CHECKING:
    from valuegen.build import Survey
    from valuegen.finding import Finding
    from valuegen.write.change import Change

_SILENCE = "too-quiet"


def read_before(ctx: click.Context, root: Path, as_of: date | None) -> "Survey":
    """The workspace as it is; ends where it can't be read: what can't be read is not written to either."""
    found = surveyed(ctx, root, as_of)
    if found.plan is None or not found.is_readable:
        tell_mistakes(ctx, found)
        ctx.exit(BROKEN)
    return found


def write(
    ctx: click.Context,
    root: Path,
    before: "Survey",
    changes: "Sequence[Change]",
    as_of: date | None,
    *,
    yes: bool,
    question: Message | None = None,
) -> "Survey":
    """Write the changes, and give back the workspace with them. Ends, with nothing changed, where it would have a
    mistake; asks first (not with `yes`) the `question` that there is, else of warnings that come with it, and in any
    case where a promise would be broken that is kept now."""
    after = surveyed(ctx, root, as_of, {one.file: one.new for one in changes if one.new is not None})
    if after.plan is None or not after.is_readable:
        tell_mistakes(ctx, after)
        broken(ctx, msg("So nothing was changed."))
    new = new_findings(before, after)
    is_broken = any(finding.level == "error" for finding in new)
    asked = None if yes else question
    in_spite = bool(new) and not yes and (is_broken or not question)
    if asked or in_spite or not common(ctx).quiet:  # who is asked has to see what about
        show(ctx, changes)
        for message in _mended(before, after):
            say_err(message)
    if new:
        click.echo(told(ctx, new, after.reading, sys.stderr), err=True)
    if asked:
        ask(ctx, asked)
    if in_spite:
        ask(ctx, _question(new), enter=not is_broken)
    put(ctx, root, changes)
    bring_up_to_date(root, after.reading)
    if not common(ctx).quiet:
        say_err(msg("Written."))
        if any(finding.level == "error" for finding in after.findings):
            say_err(msg("While a promise is broken, `valuegen build` fails: `valuegen check` says what would mend it."))
    return after


def show(ctx: click.Context, changes: "Sequence[Change]") -> None:
    """Print the lines that go and come."""
    from valuegen.report.shown import shown
    from valuegen.write.lines import lines_of

    for change in changes:
        for line, is_new in lines_of(change):
            click.secho(shown(line), fg="green" if is_new else "red", color=colours(ctx, sys.stdout))


def _mended(before: "Survey", after: "Survey") -> Iterator[Message]:
    """What is not found any more; a silence that is only shorter is one still, and so is what is found of others."""
    silent, left = _silences(after), {(one.rule, one.segment, one.entry) for one in after.findings if one.entry}
    elsewhere = {(one.rule, one.segment) for one in new_findings(before, after)}  # the same, at another entry now
    gone = [
        one
        for one in new_findings(after, before)
        if (one.rule, one.segment, one.entry) not in left
        and (one.rule, one.segment) not in elsewhere
        and (one.rule != _SILENCE or one.segment not in silent)
    ]
    errors = sum(finding.level == "error" for finding in gone)
    if errors:
        yield nmsg("It mends a promise that was broken.", "It mends {n} promises that were broken.", errors)
    if len(gone) > errors:
        yield nmsg("{n} warning goes away with it.", "{n} warnings go away with it.", len(gone) - errors)


def _question(new: "Sequence[Finding]") -> Message:
    """Whether to write it in spite of promises that it breaks; or, where it breaks none, of what is to look at."""
    broken = sum(finding.level == "error" for finding in new)
    if not broken:
        return nmsg(
            "It breaks no promise, and brings a warning to look at. Write it?",
            "It breaks no promise, and brings {n} warnings to look at. Write it?",
            len(new),
        )
    return nmsg("It breaks a promise. Write it all the same?", "It breaks {n} promises. Write it all the same?", broken)


def new_findings(before: "Survey", after: "Survey") -> "list[Finding]":
    """The errors and warnings that are in the one, and not in the other: first what was, then what is."""
    held = {_about(finding) for finding in before.findings}
    was, now = _silences(before), _silences(after)
    return [
        finding
        for finding in after.findings
        if finding.level in ("error", "warning")
        and _about(finding) not in held
        and not (finding.rule == _SILENCE and now[finding.segment] <= was[finding.segment])
    ]


def _about(finding: "Finding") -> tuple[str | None, ...]:
    """What a finding is about, whichever day its entry stands on."""
    entry = finding.entry[len("2026-12-03-") :] if finding.entry and finding.entry[:1].isdigit() else finding.entry
    return (finding.rule, finding.level, finding.segment, finding.contact, finding.need, entry)


def _silences(found: "Survey") -> Counter[str | None]:
    """By segment, the days that it is silent beyond its limit: who breaks a silence in two has not made one."""
    days: Counter[str | None] = Counter()
    for finding in found.findings:
        if finding.rule == _SILENCE:
            days[finding.segment] += finding.data.get("days", finding.data["at_least"] + 1) - finding.data["at_least"]
    return days


def put(
    ctx: click.Context, root: Path, changes: "Sequence[Change]", copies: "Mapping[str, Path] | None" = None
) -> None:
    """Write all of it, or nothing: then it ends with the reason. `copies`: what new files are copies of."""
    with put_in(ctx, root, changes, copies):
        pass


@contextmanager
def put_in(
    ctx: click.Context, root: Path, changes: "Sequence[Change]", copies: "Mapping[str, Path] | None" = None
) -> Iterator[None]:
    """The files with their changes, in the block and, unless it raises, after it; ends where that can't be."""
    from valuegen.cli.refused import why
    from valuegen.write.several import NotPutBackError, StaleError, written

    try:
        with written(root, changes, copies):
            yield
    except StaleError as stale:
        broken(ctx, msg("{path} changed meanwhile; nothing was changed. Try again.", path=stale.file))
    except NotPutBackError as left:
        broken(ctx, _not_put_back(left.file, left.kept, why(left.error)))
    except OSError as error:
        path = Path(os.fsdecode(error.filename or root))
        shown = path.relative_to(root).as_posix() if root in path.parents else str(path)
        broken(ctx, msg("{path} can't be written: {why}. Nothing was changed.", path=shown, why=why(error)))


def _not_put_back(file: str, kept: Path | None, why: Message | str) -> Message:
    if kept is None:
        return msg("{path} is new, and could not be taken away again ({why}). Take it away.", path=file, why=why)
    return msg(
        "{path} could not be put back ({why}). How it was is kept in {kept}: move that to its place.",
        path=file,
        kept=str(kept),
        why=why,
    )


def by_hand(ctx: click.Context, file: str) -> NoReturn:
    """End: a file is written in a form that is not changed here."""
    broken(
        ctx,
        msg(
            "{path} is written in a form that this command can't change without touching more. Change it yourself.",
            path=file,
        ),
    )


def nothing_to_do(ctx: click.Context, message: Message) -> NoReturn:
    """End well: it is so already. (A command that was killed may have brought it so far, and left texts beside it.)"""
    from valuegen.write.file import swept_below

    swept_below(root_of(ctx))
    say_err(message)
    ctx.exit(FINE)
