"""`valuegen remind`: what to do, in the terminal."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import BROKEN, FINE, broken, colours, root_of, shared_options, wrong_usage
from valuegen.cli.judged import DayParameter, surveyed, tell_mistakes
from valuegen.cli.spoken import Command, Option
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from valuegen.plan.types import Plan, Reminder


@click.pass_context
def _remind(ctx: click.Context, on: date | None, owner: str | None, form: str, done: str | None) -> None:
    root = root_of(ctx)
    found = surveyed(root, on)
    if found.plan is None or not found.is_readable:
        tell_mistakes(ctx, found)
        ctx.exit(BROKEN)
    if done is not None:
        _close(ctx, root, done, found.plan, found.reminders)
        return
    _known(owner, found.plan)
    _print(ctx, form, owner, found.plan, found.reminders)
    ctx.exit(FINE)


def _known(owner: str | None, plan: "Plan") -> None:
    people = tuple(plan.workspace.people)
    if owner is not None and owner not in people:
        wrong_usage(msg("There is nobody called “{name}” in the team: {people:or}.", name=owner, people=people))


def _print(ctx: click.Context, form: str, owner: str | None, plan: "Plan", reminders: "tuple[Reminder, ...]") -> None:
    from valuegen.pages.reminder_files import reminder_list

    listed = reminder_list(plan, reminders, owner)
    if form == "table":
        from valuegen.report.reminder_table import table

        click.echo(table(listed, colours(ctx, sys.stdout)))
        return
    from valuegen.render.forms import FORMS

    stream = click.get_binary_stream("stdout")
    stream.write(FORMS[form](listed))
    stream.flush()


def _close(ctx: click.Context, root: Path, uid: str, plan: "Plan", reminders: "tuple[Reminder, ...]") -> None:
    """Write the line of the log that closes a reminder, and show it."""
    from valuegen.plan.closing import closing_line
    from valuegen.write.log_line import CannotAdd, added

    reminder = _named(ctx, uid, reminders)
    line = closing_line(plan, reminder)
    if line is None:
        broken(ctx, _by_hand(reminder))
    path = _log_path(root)
    shown = path.relative_to(root).as_posix()
    old = path.read_bytes().decode("utf-8") if path.exists() else ""
    try:
        new = added(old, line)
    except CannotAdd:
        broken(ctx, msg("{path} is not a list of lines that begin with “- ”. Write the line yourself.", path=shown))
    _put(ctx, root, path, old, new)
    click.echo(f"{shown}:{new.count(chr(10))}:1: + {new.splitlines()[-1].strip()}")


def _named(ctx: click.Context, uid: str, reminders: "tuple[Reminder, ...]") -> "Reminder":
    """The reminder of that uid; what stands before the @ is enough."""
    named = next((one for one in reminders if uid in (one.uid, one.uid.partition("@")[0])), None)
    if named is None:
        broken(ctx, msg("There is no reminder “{uid}”. `valuegen remind --format json` shows the uids.", uid=uid))
    return named


def _by_hand(reminder: "Reminder") -> Message:
    place = reminder.entry or reminder.need or reminder.segment or ""
    return {
        "prepare": msg("Set `status: ready` on the entry {place}: that is what closes this.", place=place),
        "refresh": msg("Change the date, or `review`, of the entry {place}: that is what closes this.", place=place),
        "listen": msg("Write an entry with `answers: [{place}]`, or mark the need as answered.", place=place),
        "plan": msg("Put an entry for the segment {place} into the calendar: that is what closes this.", place=place),
    }.get(reminder.kind, msg("The log can't close this reminder; change the calendar instead."))


def _log_path(root: Path) -> Path:
    """Where the log is; a folder's last file; else where a new one belongs."""
    for folder in (root / "content" / "private", root / "content"):
        if (folder / "log.yaml").exists():
            return folder / "log.yaml"
        if (folder / "log").is_dir():
            return max((folder / "log").glob("*.yaml"), default=folder / "log" / "log.yaml")
    return root / "content" / "private" / "log.yaml"


def _put(ctx: click.Context, root: Path, path: Path, old: str, new: str) -> None:
    """Write it, read the workspace with it, and take it back where that makes a mistake that was not there."""
    from valuegen.read.workspace import read_workspace
    from valuegen.write.file import replace

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, new)
        if any(finding.level == "error" for finding in read_workspace(root).findings):
            replace(path, old)
            broken(ctx, msg("The line can't be written without a mistake in the log. Write it yourself."))
    except OSError as error:
        broken(ctx, msg("{path} can't be written: {why}.", path=str(path), why=error.strerror or str(error)))


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
