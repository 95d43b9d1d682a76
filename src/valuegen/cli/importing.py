"""What every import has in common: what is brought is shown, read with the workspace as if it were written, what does
not fit is left out with its reason, and all the rest is written, or nothing."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.changing import by_hand, new_findings, put
from valuegen.cli.frame import BROKEN, FINE, broken, common, say_err
from valuegen.cli.judged import surveyed, tell_mistakes
from valuegen.cli.spoken import reader_language
from valuegen.extras import how
from valuegen.words import Message, msg, nmsg, say

if TYPE_CHECKING:
    from valuegen.bring.parts import Brought, Left
    from valuegen.build import Survey
    from valuegen.finding import Finding
    from valuegen.write.change import Change


_NAMED = 8
"""So many entries are told of by name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line of an import asked for."""

    ctx: click.Context
    root: Path
    as_of: date | None
    dry_run: bool
    yes: bool


def bring_in(asked: Asked, before: "Survey", brought: "Brought") -> NoReturn:
    """Show, judge, ask, write; and end."""
    ctx = asked.ctx
    brought, changes, after = _fitting(asked, before, brought)
    _tell(ctx, brought)
    if not common(ctx).quiet:
        _tell_past(brought)
    if not changes and not brought.copies:
        say_err(msg("There is nothing new in it; nothing was changed."))
        ctx.exit(FINE)
    for change in changes:
        _show(change, whole=asked.dry_run)
    for file in brought.copies:
        click.echo(f"{file}: +")
    new = new_findings(before, after)
    _tell_broken(new)
    if asked.dry_run:
        say_err(msg("{what}: nothing was written (--dry-run).", what=_what(brought)))
        ctx.exit(FINE)
    if new and not asked.yes:
        from valuegen.cli.asking import ask

        if any(one.level == "error" for one in new):
            ask(ctx, msg("Write it all the same? `valuegen check` shows them afterwards."))
        else:
            ask(ctx, msg("Write it? `valuegen check` shows them afterwards."), enter=True)
    put(ctx, asked.root, changes, brought.copies)
    say_err(msg("{what}: written.", what=_what(brought)))
    ctx.exit(FINE)


def _fitting(asked: Asked, before: "Survey", brought: "Brought") -> "tuple[Brought, tuple[Change, ...], Survey]":
    """The import without what would be a mistake in the workspace, its changes, and the workspace with them."""
    from valuegen.cli.imported_changes import changes_of
    from valuegen.write.change import CannotChange

    ctx = asked.ctx
    while True:
        try:
            changes = changes_of(before, brought)
        except CannotChange as error:
            by_hand(ctx, str(error))
        texts = {one.file: one.new for one in changes if one.new is not None}
        after = surveyed(ctx, asked.root, asked.as_of, {**texts, **brought.copies})
        mistakes = [one for one in after.findings if one.rule == "format" and one.level == "error"]
        if not mistakes and after.plan is not None:
            return brought, changes, after
        fewer = _without(brought, mistakes)
        if fewer == brought:  # it lies with nothing that can be left out
            tell_mistakes(ctx, after)
            broken(ctx, msg("So nothing was changed."))
        brought = fewer


def _without(brought: "Brought", mistakes: "Iterable[Finding]") -> "Brought":
    """What is brought without that in which something is wrong, which is told with the reason."""
    from valuegen.bring.parts import At, Left

    by_file: dict[str, Message | str] = {}
    by_id: dict[str, Message | str] = {}
    for one in mistakes:
        why = one.message
        by_file.setdefault(one.place.file, why)
        if one.entry:
            by_id.setdefault(one.entry, why)
        if one.contact:
            by_id.setdefault(one.contact, why)
    left = list(brought.left)

    def keep(id: str, at: At, reason: Message | str | None) -> bool:
        if reason is not None:
            left.append(Left(at, msg("“{name}” does not fit: {why}", name=id, why=reason)))
        return reason is None

    posts = tuple(one for one in brought.posts if keep(one.slug or one.file, one.at, by_file.get(one.file)))
    entries = tuple(
        one for one in brought.entries if keep(one.id, one.at, by_id.get(f"{one.day}-{one.id}") or by_id.get(one.id))
    )
    contacts = tuple(one for one in brought.contacts if keep(one.id, one.at, by_id.get(one.id)))
    copies = {file: path for file, path in brought.copies.items() if keep(path.name, At(path.name), by_file.get(file))}
    return replace(brought, posts=posts, entries=entries, contacts=contacts, copies=copies, left=tuple(left))


def _show(change: "Change", whole: bool) -> None:
    """The lines that come; of a new post its name and title, unless all is to be shown."""
    from valuegen.report.shown import shown
    from valuegen.write.lines import lines_of

    if change.is_new and not whole:
        lines = (change.new or "").count("\n")
        click.echo(say(nmsg("{file}: + {n} line", "{file}: + {n} lines", lines, file=change.file), reader_language()))
        return
    for line, _ in lines_of(change):
        click.echo(shown(line))


def _tell(ctx: click.Context, brought: "Brought") -> None:
    """What is here already, what could not be taken, what asks for a look: a line each."""
    groups: tuple[tuple[Message, tuple[Left, ...]], ...] = (
        (msg("Here already, so left as it is:"), brought.here),
        (msg("Please look at these:"), brought.looks),
        (msg("Taken, but without this:"), tuple(one for one in brought.left if one.partly)),
        (msg("Not taken:"), tuple(one for one in brought.left if not one.partly)),
    )
    for head, lines in groups[2:] if common(ctx).quiet else groups:
        if lines:
            say_err(head)
            for one in lines:
                _say_at(str(one.at), one.why)


def _tell_past(brought: "Brought") -> None:
    """How much lies before today, so that it comes in as done; entries by their names."""
    names = tuple(one.id for one in brought.entries if one.keys.get("status") == "done")
    posts = sum(one.keys.get("status") == "done" for one in brought.posts)
    if names:
        shown = names if len(names) <= _NAMED else (*names[: _NAMED - 1], "…")
        say_err(
            nmsg(
                "{n} entry is dated before today, so it is marked as `done`: {names}.",
                "{n} entries are dated before today, so they are marked as `done`: {names}.",
                len(names),
                names=shown,
            )
        )
    if posts:
        say_err(
            nmsg(
                "{n} post is dated before today, so it is marked as `done`.",
                "{n} posts are dated before today, so they are marked as `done`.",
                posts,
            )
        )


def _say_at(at: str, why: Message) -> None:
    from valuegen.report.shown import shown

    say_err(f"  {shown(at)}: {shown(say(why, reader_language()))}")


def refuse(ctx: click.Context, at: object, why: Message) -> NoReturn:
    """End: nothing of it can be taken."""
    _say_at(str(at), why)
    broken(ctx, msg("So nothing was changed."))


def _tell_broken(new: "list[Finding]") -> None:
    """How many promises of each sort would break; and what there would be to look at besides."""
    once = {(one.rule, one.level == "error", one.place, say(one.message, "en")): one for one in new}  # of a repetition
    broken = Counter(one.rule for one in once.values() if one.level == "error")
    rest = Counter(one.rule for one in once.values() if one.level != "error")
    if broken:
        say_err(msg("It breaks {rules}.", rules=_counts(broken)))
    if rest:
        say_err(
            nmsg(
                "It brings a warning to look at: {rules}.",
                "It brings {n} warnings to look at: {rules}.",
                rest.total(),
                rules=_counts(rest),
            )
        )


def _counts(count: Mapping[str, int]) -> tuple[Message, ...]:
    commonest = sorted(count.items(), key=lambda one: (-one[1], one[0]))
    return tuple(nmsg("{rule} once", "{rule} {n} times", number, rule=rule) for rule, number in commonest)


def _what(brought: "Brought") -> tuple[Message, ...]:
    """How much of each sort there is."""
    counts = (
        nmsg("{n} blog post", "{n} blog posts", sum(bool(post.keys) for post in brought.posts)),
        nmsg("{n} entry", "{n} entries", len(brought.entries)),
        nmsg("{n} contact", "{n} contacts", len(brought.contacts)),
        nmsg("{n} opt-out", "{n} opt-outs", sum(one.key == "opted_out" for one in brought.opt_outs)),
        nmsg(
            "{n} client who wants no offers",
            "{n} clients who want no offers",
            sum(one.key == "no_pitches" for one in brought.opt_outs),
        ),
        nmsg("{n} file", "{n} files", len(brought.copies)),
    )
    return tuple(one for one in counts if one.n)


def read(ctx: click.Context, reader: "Callable[[], Brought]") -> "Brought":
    """What a reader brings; ends with the reason where nothing of it can be taken."""
    from valuegen.bring.parts import Refused

    try:
        return reader()
    except Refused as refused:
        refuse(ctx, refused.at, refused.why)
    except ModuleNotFoundError as missing:
        if (missing.name or "").partition(".")[0] not in ("vobject", "defusedxml", "markdownify", "bs4"):
            raise
        say_err(msg("This import needs the extra “import”. Install it with `{command}`.", command=how("import")))
        ctx.exit(BROKEN)
