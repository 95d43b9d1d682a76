"""`remind --done UID`: the line of the log that closes a reminder is shown, asked about, written, and looked at."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from valuegen.cli.asking import ask
from valuegen.cli.changing import by_hand, nothing_to_do, put, show
from valuegen.cli.frame import broken, common, say_err
from valuegen.cli.judged import outlooked
from valuegen.words import Message, msg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from valuegen.build import Survey
    from valuegen.model.log import LogLine
    from valuegen.plan.types import Plan, Reminder
    from valuegen.write.change import Change


def close(ctx: click.Context, root: Path, uid: str, on: date | None, *, unasked: bool = False) -> None:
    """Write the line (`unasked`: without a question), if it closes the reminder and is no mistake."""
    from valuegen.plan.closing import closing_line

    found = outlooked(ctx, root, on)
    assert found.plan
    reminder = _named(ctx, uid, found)
    line = closing_line(found.plan, reminder)
    if line is None:
        broken(ctx, _by_hand(reminder))
    change = logged(ctx, found, [line])
    after = outlooked(ctx, root, on, {change.file: change.new or ""})
    _judge(ctx, found.plan, after, reminder)
    if not (unasked and common(ctx).quiet):
        show(ctx, (change,))
    if not unasked:
        ask(ctx, _question(found.plan, reminder))
    put(ctx, root, (change,))
    if not common(ctx).quiet:
        say_err(msg("Written."))


def _question(plan: "Plan", reminder: "Reminder") -> Message:
    """Whether to write the line; of an entry that lies ahead, whether it has happened, as `done` asks."""
    from valuegen.cli.named_entry import has_happened

    ahead = next((one for one in plan.occurrences if one.id == reminder.entry), None)
    if reminder.kind == "share" and ahead is not None and ahead.day is not None and ahead.day > plan.as_of.day:
        return has_happened(ahead)
    return msg("Write this line?")


def logged(ctx: click.Context, found: "Survey", lines: "Sequence[dict[str, str]]") -> "Change":
    """The lines at the end of the log: where its latest line stands, else where a log is looked for."""
    from valuegen.write.change import CannotChange, Change
    from valuegen.write.items import with_items
    from valuegen.write.where import collection_file

    assert found.plan
    texts = found.reading.sources.texts
    latest = max(found.plan.workspace.log or (), key=lambda one: (one.date.day, one.place), default=None)
    file = collection_file(texts, "log", (latest.place.file,) if latest else ())
    old = texts.get(file, "")
    try:
        return Change(file, old, with_items(old, lines, in_one_line=True), is_new=file not in texts)
    except CannotChange:
        by_hand(ctx, file)


def _named(ctx: click.Context, uid: str, found: "Survey") -> "Reminder":
    """The reminder of that uid; ends where there is none: well, where it was done before."""
    from valuegen.plan.closing import closed_by, is_named

    named = next((one for one in found.reminders if is_named(one, uid)), None)
    if named is None:
        assert found.plan
        line = closed_by(found.plan, uid)
        if line is not None:
            _is_done(ctx, line)
        broken(
            ctx,
            msg(
                "There is no reminder “{uid}”. `valuegen remind` shows the name of each at the end of its line.",
                uid=uid,
            ),
        )
    return named


def _is_done(ctx: click.Context, line: "LogLine") -> NoReturn:
    place = f"{line.place.file}:{line.place.line}"
    nothing_to_do(
        ctx,
        msg(
            "That is done already: the log says so, on {day} ({place}). Nothing was changed.",
            day=line.date.day,
            place=place,
        ),
    )


def _by_hand(reminder: "Reminder") -> Message:
    place = reminder.need if reminder.kind == "listen" else reminder.entry or reminder.segment
    said = {
        "prepare": msg("Set `status: ready` on the entry {place}: that is what closes this.", place=place),
        "refresh": msg("Write today in `updated` of the entry {place}: that is what closes this.", place=place),
        "listen": msg("Write an entry with `answers: [{place}]`, or mark the need as answered.", place=place),
        "plan": msg("Put an entry for the segment {place} into the calendar: that is what closes this.", place=place),
    }
    return said[reminder.kind]


def _judge(ctx: click.Context, plan: "Plan", after: "Survey", reminder: "Reminder") -> None:
    """End here where the line is a mistake, or closes nothing."""
    from valuegen.plan.closing import closed_by

    if not after.is_readable or after.plan is None:
        broken(ctx, msg("The line can't be written without a mistake in the log. Write it yourself."))
    today = plan.as_of.day
    if any(one.uid == reminder.uid and one.due <= max(reminder.due, today) for one in after.reminders):
        line = closed_by(plan, reminder.uid)
        if line is not None and line.date.day == today:
            _is_done(ctx, line)
        broken(
            ctx,
            msg(
                "It is too early for that: this reminder is for {day}, and a line written now would not close it.",
                day=reminder.due,
            ),
        )
