"""`remind --done UID`: the line of the log that closes a reminder is shown, asked about, written, and looked at."""

from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from valuegen.cli.frame import broken
from valuegen.cli.judged import outlooked
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Iterator

    from valuegen.build import Survey
    from valuegen.plan.types import Plan, Reminder


def close(ctx: click.Context, root: Path, uid: str, on: date | None, *, unasked: bool = False) -> None:
    """Write the line (`unasked`: without a question), and keep it only if it closes the reminder and is no mistake."""
    from valuegen.cli.asking import ask
    from valuegen.plan.closing import closing_line
    from valuegen.write.log_line import CannotAdd, added

    found = outlooked(ctx, root, on)
    assert found.plan
    reminder = _named(ctx, uid, found.reminders)
    line = closing_line(found.plan, reminder)
    if line is None:
        broken(ctx, _by_hand(reminder))
    path = log_path(root, found.plan)
    shown = path.relative_to(root).as_posix()
    old = _text(path)
    try:
        new = added(old, line)
    except CannotAdd:
        broken(ctx, msg("{path} is not a list of lines that begin with “- ”. Write the line yourself.", path=shown))
    line_shown = f"{shown}:{len(new.splitlines())}: + {new.splitlines()[-1].strip()}"
    if not unasked:
        click.echo(line_shown, err=True)
        ask(ctx, msg("Write this line?"))
        if _text(path) != old:  # somebody wrote there while the question stood
            broken(ctx, msg("{path} changed meanwhile; nothing was changed. Try again.", path=shown))
    with _written(ctx, path, new):
        _judge(ctx, outlooked(ctx, root, on), reminder, found.plan.as_of.day)
    click.echo(line_shown)


def _text(path: Path) -> str:
    return path.read_bytes().decode("utf-8") if path.exists() else ""


def _named(ctx: click.Context, uid: str, reminders: "tuple[Reminder, ...]") -> "Reminder":
    """The reminder of that uid; what stands before the @ is enough."""
    named = next((one for one in reminders if uid in (one.uid, one.uid.partition("@")[0])), None)
    if named is None:
        broken(ctx, msg("There is no reminder “{uid}”. `valuegen remind --format json` shows the uids.", uid=uid))
    return named


def _by_hand(reminder: "Reminder") -> Message:
    place = reminder.need if reminder.kind == "listen" else reminder.entry or reminder.segment
    said = {
        "prepare": msg("Set `status: ready` on the entry {place}: that is what closes this.", place=place),
        "refresh": msg("Write today in `updated` of the entry {place}: that is what closes this.", place=place),
        "listen": msg("Write an entry with `answers: [{place}]`, or mark the need as answered.", place=place),
        "plan": msg("Put an entry for the segment {place} into the calendar: that is what closes this.", place=place),
    }
    return said[reminder.kind]


def log_path(root: Path, plan: "Plan") -> Path:
    """Where its latest line stands; else where a log is looked for."""
    if plan.workspace.log:
        latest = max(plan.workspace.log, key=lambda line: (line.date.day, line.place))
        return root / latest.place.file
    places = [root / folder / name for folder in ("content/private", "content") for name in ("log.yaml", "log")]
    found = next((place for place in places if place.exists()), places[0])
    return found / "log.yaml" if found.is_dir() else found


@contextmanager
def _written(ctx: click.Context, path: Path, new: str) -> "Iterator[None]":
    """The new text at its place; the old one is put back where something goes wrong then."""
    from valuegen.write.file import replace

    old = path.read_bytes().decode("utf-8") if path.exists() else None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, new)
    except OSError as error:
        broken(ctx, msg("{path} can't be written: {why}.", path=str(path), why=error.strerror or str(error)))
    try:
        yield
    except BaseException:
        if old is None:
            path.unlink()
        else:
            replace(path, old)
        raise


def _judge(ctx: click.Context, after: "Survey", reminder: "Reminder", today: date) -> None:
    """End here where the line is a mistake, or closes nothing."""
    if not after.is_readable or after.plan is None:
        broken(ctx, msg("The line can't be written without a mistake in the log. Write it yourself."))
    if any(one.uid == reminder.uid and one.due <= max(reminder.due, today) for one in after.reminders):
        broken(
            ctx,
            msg(
                "It is too early for that: this reminder is of {day}, and a line of now would not close it.",
                day=reminder.due,
            ),
        )
